import { isRealDay } from '../calendar.ts';
import {
  COMMON_YEAR,
  closingDays,
  type DueProblem,
  dueProblems,
  nearestDueDate,
  parseDue,
} from '../deadline.ts';
import { type Finding, type Fix, finding } from '../finding.ts';
import { fixOf } from '../fix.ts';
import type { Path } from '../indicator.ts';
import type { Limits } from '../limits.ts';
import { type Message, message } from '../message/message.ts';
import { parseObserved } from '../observation.ts';
import type { FixClass } from '../suggest.ts';
import { parseTarget } from '../target.ts';
import { isPercent, namedFactor } from '../unit.ts';
import { overLimit } from './over-limit.ts';
import type { RawDuty, RawIndicator, RawMeasurable, RawPlan } from './raw-plan.ts';
import type { YamlFile } from './yaml.ts';

/** What a schema cannot say: dates that exist, windows and ranges the right way round, units. */
export function* valueFindings(yaml: YamlFile, raw: RawPlan, limits: Limits): Generator<Finding> {
  yield* dayFindings(yaml, ['issued'], raw.issued);
  const [first, last] = String(raw.period).split('..');
  if (first !== undefined && last !== undefined && Number(first) > Number(last))
    yield inverted(yaml, ['period'], first, last);
  else yield* periodFindings(yaml, raw, Number(last ?? first) - Number(first) + 1, limits);
  for (const list of ['tasks', 'reports'] as const)
    for (const [index, duty] of (raw[list] ?? []).entries())
      for (const problem of dueProblems(duty.due))
        yield dueFinding(yaml, [list, index, 'due', ...problem.path], problem);
  for (const [index, indicator] of (raw.indicators ?? []).entries())
    yield* indicatorFindings(yaml, indicator, ['indicators', index]);
  yield* targetYearFindings(yaml, raw, Number(first), limits);
}

/** The years of which an evaluation may be asked are bounded, and the targets of all of them. */
function* targetYearFindings(
  yaml: YamlFile,
  { indicators = [] }: RawPlan,
  first: number,
  limits: Limits,
): Generator<Finding> {
  const years = new Set<number>();
  let all = 0;
  for (const { path, year, from } of datedTargets(indicators, first)) {
    all += year - from + 1;
    for (let each = from; each <= year && years.size <= limits['target-years']; each += 1)
      years.add(each);
    const isOver = years.size > limits['target-years'];
    if (!isOver && all <= limits.targets) continue;
    const limit = isOver ? 'target-years' : 'targets';
    yield { ...overLimit(limit, limits, yaml.locate(path)), path };
    return;
  }
}

/** Each target with the years in which it must hold: its own, and of a yearly one those before. */
function* datedTargets(
  indicators: readonly RawIndicator[],
  first: number,
): Generator<{ path: Path; from: number; year: number }> {
  for (const [index, indicator] of indicators.entries())
    for (const [steps, { targets = {} }] of [
      [[], indicator] as const,
      ...(indicator.parts ?? []).map((part, at) => [['parts', at], part] as const),
    ]) {
      let next = first;
      for (const written of Object.keys(targets)) {
        const year = Number(written);
        const from = indicator.every === 'year' ? Math.min(next, year) : year;
        next = Math.max(next, year + 1);
        yield { path: ['indicators', index, ...steps, 'targets', written], from, year };
      }
    }
}

/** A period of so many years, and what recurs in it, are bounded. */
function* periodFindings(
  yaml: YamlFile,
  raw: RawPlan,
  years: number,
  limits: Limits,
): Generator<Finding> {
  if (years > limits['period-years']) {
    yield { ...overLimit('period-years', limits, yaml.locate(['period'])), path: ['period'] };
    return;
  }
  let occurrences = 0;
  for (const list of ['tasks', 'reports'] as const)
    for (const [index, duty] of (raw[list] ?? []).entries()) {
      const read = parseDue(duty.due);
      const recurring = read ? closingDays(read, COMMON_YEAR).length * years : 0;
      const owing = duty.each === 'lead' ? owingAgencies(duty, raw.agencies) : 0;
      // Each is told under each of its leads.
      const told = owing || duty.lead?.length || 1;
      occurrences += Math.max(recurring, Number(owing > 0 || told > 1)) * told;
      if (occurrences <= limits.occurrences) continue;
      const path = [list, index, 'due'];
      yield { ...overLimit('occurrences', limits, yaml.locate(path)), path };
      return;
    }
}

/** How many agencies owe it each for itself; those that are named twice count twice. */
function owingAgencies({ lead = [] }: RawDuty, agencies: RawPlan['agencies'] = {}): number {
  return lead.reduce((sum, code) => {
    const agency = Object.hasOwn(agencies, code) ? agencies[code] : undefined;
    return sum + (typeof agency === 'object' ? (agency.members?.length ?? 1) : 1);
  }, 0);
}

function* indicatorFindings(yaml: YamlFile, raw: RawIndicator, path: Path): Generator<Finding> {
  yield* measurableFindings(yaml, raw, path);
  for (const [index, part] of (raw.parts ?? []).entries())
    yield* measurableFindings(yaml, part, [...path, 'parts', index]);
  for (const [body, { targets }] of Object.entries(raw.reference ?? {}))
    yield* rangeFindings(yaml, targets, [...path, 'reference', body, 'targets']);
}

function* measurableFindings(yaml: YamlFile, raw: RawMeasurable, path: Path): Generator<Finding> {
  yield* rangeFindings(yaml, raw.targets, [...path, 'targets']);
  for (const [area, targets] of Object.entries(raw['by-area'] ?? {}))
    yield* rangeFindings(yaml, targets, [...path, 'by-area', area]);
  yield* observedFindings(yaml, raw, path);
  const needsUnit = numericTargets(raw).length > 0 && raw.unit === undefined;
  if (needsUnit)
    yield schemaFinding(yaml, [...path, 'targets'], message('unit-needed', { id: raw.id }), 'key');
  yield* perFindings(yaml, raw, [...path, 'per']);
  for (const [index, waiver] of (raw.waived ?? []).entries())
    yield* dayFindings(yaml, [...path, 'waived', index, 'until'], waiver.until);
}

function numericTargets({ targets, 'by-area': byArea }: RawMeasurable): (number | string)[] {
  const all = [targets ?? {}, ...Object.values(byArea ?? {})].flatMap(Object.values);
  return all.filter((target) => target !== 'done');
}

/** What is said of a milestone is no figure of an indicator that has numbers only. */
function* observedFindings(yaml: YamlFile, raw: RawMeasurable, path: Path): Generator<Finding> {
  const targets = Object.values(raw.targets ?? {});
  const takesMilestones = targets.length === 0 || targets.includes('done');
  for (const [year, written] of Object.entries(raw.baseline ?? {})) {
    const at = [...path, 'baseline', year];
    const value = parseObserved(written);
    const found = String(written);
    if (value === undefined) yield schemaFinding(yaml, at, message('bad-share', { found }));
    else if (value?.kind === 'milestone' && !takesMilestones) {
      const suggestion = isPercent(raw.unit ?? null) ? percentNumber(found) : null;
      const said = message('milestone-baseline', { id: raw.id, found, suggestion });
      yield { ...schemaFinding(yaml, at, said), ...suggested(yaml, at, suggestion) };
    }
  }
}

function percentNumber(found: string): string | null {
  return /^\s*([\d.]+)\s*%/.exec(found)?.[1] ?? null;
}

/** `per` beside a unit that says another factor, or percent, which is one already. */
function* perFindings(yaml: YamlFile, { id, unit, per }: RawMeasurable, path: Path) {
  const factor = unit === undefined ? null : namedFactor(unit);
  if (per === undefined || factor === null || factor === per) return;
  yield schemaFinding(yaml, path, message('per-of-unit', { id, per, unit: unit!, factor }));
}

function schemaFinding(
  yaml: YamlFile,
  path: Path,
  said: Message,
  on: 'key' | 'value' = 'value',
): Finding {
  return finding({ rule: 'schema', place: yaml.locate(path, on), path, message: said });
}

function* rangeFindings(
  yaml: YamlFile,
  targets: RawMeasurable['targets'],
  path: Path,
): Generator<Finding> {
  for (const [year, written] of Object.entries(targets ?? {})) {
    if (parseTarget(written)) continue;
    const [lower = '', upper = ''] = String(written)
      .split('..')
      .map((text) => text.trim());
    yield finding({
      rule: 'schema',
      place: yaml.locate([...path, year]),
      path: [...path, year],
      message: message('inverted-range', { lower, upper }),
      ...suggested(yaml, [...path, year], `${upper}..${lower}`),
    });
  }
}

/** A day that the calendar does not have. */
export function* dayFindings(yaml: YamlFile, path: Path, found: string): Generator<Finding> {
  if (isRealDay(found)) return;
  const nearest = nearestDueDate(found) ?? found;
  yield dueFinding(yaml, path, { kind: 'impossible-date', found, nearest, path: [] });
}

function dueFinding(yaml: YamlFile, path: Path, problem: DueProblem): Finding {
  if (problem.kind === 'inverted-window') return inverted(yaml, path, problem.from, problem.to);
  const { found, nearest } = problem;
  return finding({
    rule: 'impossible-date',
    place: yaml.locate(path),
    path,
    message: message('impossible-date', { found, nearest }),
    ...suggested(yaml, path, nearest, isTurned(found, nearest) ? 'safe' : 'unsafe'),
  });
}

/** A stretch of time whose end comes before its start. */
export function inverted(yaml: YamlFile, path: Path, from: string, to: string): Finding {
  return finding({
    rule: 'impossible-date',
    place: yaml.locate(path),
    path,
    message: message('inverted-window', { from, to }),
    ...suggested(yaml, path, `${to}..${from}`),
  });
}

/** What was probably meant by the value at the path, and how it gets there. */
function suggested(
  yaml: YamlFile,
  path: Path,
  suggestion: string | null,
  sure: FixClass = 'unsafe',
): { suggestion: string | null; fix: Fix | null } {
  const edit = suggestion === null ? null : yaml.edit(path, suggestion);
  return { suggestion, fix: fixOf(sure, edit) };
}

/** Is it the same day of the year, with day and month the right way round? */
function isTurned(found: string, nearest: string): boolean {
  return /^\d\d-\d\d$/.test(found) && found === nearest.replace(/^(\d\d)-(\d\d)$/, '$2-$1');
}
