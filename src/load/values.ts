import { isRealDay } from '../calendar.ts';
import { type DueProblem, dueProblems, nearestDueDate } from '../deadline.ts';
import { type Finding, finding } from '../finding.ts';
import type { Path } from '../indicator.ts';
import { message } from '../message/message.ts';
import { parseTarget } from '../target.ts';
import type { RawIndicator, RawMeasurable, RawPlan } from './raw-plan.ts';
import type { YamlFile } from './yaml.ts';

/** What a schema cannot say: dates that exist, windows and ranges the right way round, units. */
export function* valueFindings(yaml: YamlFile, raw: RawPlan): Generator<Finding> {
  yield* dayFindings(yaml, ['issued'], raw.issued);
  const [first, last] = String(raw.period).split('..');
  if (first !== undefined && last !== undefined && Number(first) > Number(last))
    yield inverted(yaml, ['period'], first, last);
  for (const list of ['tasks', 'reports'] as const)
    for (const [index, duty] of (raw[list] ?? []).entries())
      for (const problem of dueProblems(duty.due))
        yield dueFinding(yaml, [list, index, 'due', ...problem.path], problem);
  for (const [index, indicator] of (raw.indicators ?? []).entries())
    yield* indicatorFindings(yaml, indicator, ['indicators', index]);
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
  const numbers = Object.values(raw.targets ?? {}).filter((target) => target !== 'done');
  if (numbers.length > 0 && raw.unit === undefined)
    yield finding({
      rule: 'schema',
      place: yaml.locate([...path, 'targets'], 'key'),
      path,
      message: message('unit-needed', { id: raw.id }),
    });
  for (const [index, waiver] of (raw.waived ?? []).entries())
    yield* dayFindings(yaml, [...path, 'waived', index, 'until'], waiver.until);
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
      suggestion: `${upper}..${lower}`,
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
    suggestion: nearest,
  });
}

/** A stretch of time whose end comes before its start. */
export function inverted(yaml: YamlFile, path: Path, from: string, to: string): Finding {
  return finding({
    rule: 'impossible-date',
    place: yaml.locate(path),
    path,
    message: message('inverted-window', { from, to }),
    suggestion: `${to}..${from}`,
  });
}
