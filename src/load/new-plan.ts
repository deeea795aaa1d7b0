import { parseDue, readYears } from '../deadline.ts';
import { enclosure } from '../enclosure.ts';
import type { Finding } from '../finding.ts';
import type { Baseline, EarlierValue, Indicator, Measurable, Path } from '../indicator.ts';
import type { Limits } from '../limits.ts';
import { parseObserved } from '../observation.ts';
import type { Claim, Plan, ReportDuty, Task } from '../plan.ts';
import type { NumberValue, ResultValue } from '../result.ts';
import { parseTarget, type Target } from '../target.ts';
import validatePlan from './compiled/plan.js';
import { formOf } from './form.ts';
import type { Known } from './known-codes.ts';
import type {
  ByYear,
  RawClaim,
  RawDuty,
  RawIndicator,
  RawMeasurable,
  RawPlan,
  RawReport,
  RawTask,
} from './raw-plan.ts';
import { type Salvaged, salvaged, without } from './salvage.ts';
import { valueFindings } from './values.ts';
import { readYaml, type YamlFile } from './yaml.ts';

/** A plan file as read: the plan, unless its form has errors, and everything found on the way. */
export interface PlanFile {
  yaml: YamlFile;
  plan: Plan | null;
  /** What could be read of one whose form has errors, for checks alone. */
  partial: PartialPlan | null;
  findings: Finding[];
}

/** A plan that could be read in part. */
export interface PartialPlan {
  plan: Plan;
  /** What it was made of. */
  raw: RawPlan;
  /** The paths of what could not be read: something neutral stands there. */
  holes: readonly Path[];
}

/** Reads a plan from the text of its file. All faults of form are found in one go. */
export function readNewPlan(file: string, text: string, limits: Limits, known?: Known): PlanFile {
  const yaml = readYaml(file, text, limits);
  if (yaml.data === undefined) return { yaml, plan: null, partial: null, findings: yaml.findings };
  const { findings: faults, meantKey } = formOf(yaml, validatePlan, limits, known);
  const found = [...yaml.findings, ...faults];
  if (isSound(found)) return readFormed(yaml, found, limits);
  const rest = found.length > MOST_FAULTS ? null : salvaged(yaml.data, validatePlan, meantKey);
  return { yaml, plan: null, ...readRest(yaml, rest, found, limits) };
}

/** A plan with more of them is not read any further. */
const MOST_FAULTS = 5_000;

function isSound(findings: readonly Finding[]): boolean {
  return findings.every(({ level }) => level !== 'error');
}

function readFormed(yaml: YamlFile, found: readonly Finding[], limits: Limits): PlanFile {
  const raw = yaml.data as RawPlan;
  const values = [...valueFindings(yaml, raw, limits)];
  const findings = [...found, ...values];
  if (isSound(values)) return { yaml, plan: buildPlan(yaml, raw), partial: null, findings };
  const rest = without({ raw, holes: [] }, values, validatePlan);
  return { yaml, plan: null, partial: partialOf(yaml, rest), findings };
}

/** What is said of several keys of one thing together. */
const OF_UNIT: ReadonlySet<string> = new Set(['unit', 'per', 'targets', 'baseline', '*']);
const OF_SEVERAL: ReadonlySet<string> = new Set([
  'unit-needed',
  'per-of-unit',
  'milestone-baseline',
]);

/** What is left of a plan with faults of form, and what is wrong with that. */
function readRest(
  yaml: YamlFile,
  rest: Salvaged | null,
  found: readonly Finding[],
  limits: Limits,
): Pick<PlanFile, 'partial' | 'findings'> {
  if (rest === null) return { partial: null, findings: [...found] };
  const holes = [...rest.holes, ...found.map(({ path }) => path)].filter((path) => path.length > 0);
  const torn = enclosure(holes);
  const isOfUnit = (path: Path) => path.some((step) => OF_UNIT.has(String(step)));
  const items = enclosure(holes.filter(isOfUnit).map((path) => path.slice(0, 2)));
  const values = [...valueFindings(yaml, rest.raw, limits)].filter(
    ({ path, message }) => !(OF_SEVERAL.has(message.code) && items.has(path)),
  );
  // What stands in something torn is not told, and cannot be read all the same.
  const partial = partialOf(yaml, without({ ...rest, holes }, values, validatePlan));
  return { partial, findings: [...found, ...values.filter(({ path }) => !torn.has(path))] };
}

function partialOf(yaml: YamlFile, rest: Salvaged | null): PartialPlan | null {
  if (rest === null) return null;
  const { raw, holes } = rest;
  const lost = yaml.lost.map((path) => (typeof path[1] === 'number' ? path.slice(0, 2) : ['*']));
  return { plan: buildPlan(yaml, raw), raw, holes: [...holes, ...lost] };
}

function buildPlan(yaml: YamlFile, raw: RawPlan): Plan {
  return {
    id: raw.id,
    title: raw.title,
    document: raw.document,
    issued: raw.issued,
    printedIn: raw['printed-in'] ?? null,
    area: raw.area,
    succeededBy: raw['succeeded-by'] ?? null,
    areas: raw.areas ?? null,
    period: readYears(raw.period),
    implements: raw.implements ?? [],
    note: raw.note ?? null,
    decimal: raw.decimal ?? null,
    ...readAgencies(raw.agencies),
    groups: new Map(Object.entries(raw.groups ?? {})),
    indicators: (raw.indicators ?? []).map((item, i) =>
      buildIndicator(item, ['indicators', i], yaml.written),
    ),
    tasks: (raw.tasks ?? []).map((item, i) => buildTask(item, ['tasks', i])),
    reports: (raw.reports ?? []).map((item, i) => buildReport(item, ['reports', i])),
    claims: (raw.claims ?? []).map((item, i) => buildClaim(item, ['claims', i])),
    ignore: (raw.ignore ?? []).map((item, i) => ({ ...item, path: ['ignore', i] })),
    file: yaml.file,
    lines: linesOf(yaml, raw),
  };
}

function linesOf(yaml: YamlFile, raw: RawPlan): Map<string, number> {
  const lines = new Map<string, number>();
  const put = (key: string, path: Path) => lines.set(key, yaml.locate(path).line);
  const putMeasurable = (address: string, item: RawMeasurable, path: Path) => {
    put(address, path);
    if (item.baseline) put(`${address}#baseline`, [...path, 'baseline']);
    for (const year of Object.keys(item.targets ?? {}))
      put(`${address}#targets.${year}`, [...path, 'targets', year]);
  };
  for (const [i, item] of (raw.indicators ?? []).entries()) {
    putMeasurable(item.id, item, ['indicators', i]);
    if (item.reference) put(`${item.id}#reference`, ['indicators', i, 'reference']);
    for (const [j, part] of (item.parts ?? []).entries())
      putMeasurable(`${item.id}/${part.id}`, part, ['indicators', i, 'parts', j]);
  }
  for (const list of ['tasks', 'reports'] as const)
    for (const [i, item] of (raw[list] ?? []).entries()) put(item.id, [list, i]);
  for (const i of (raw.claims ?? []).keys()) put(`#claims.${i}`, ['claims', i]);
  return lines;
}

/** Most of what an indicator may have, most have not: they share these maps. */
const NO_YEARS: ReadonlyMap<number, never> = new Map<number, never>();
const NO_CODES: ReadonlyMap<string, never> = new Map<string, never>();

function years<Raw, Value>(
  written: ByYear<Raw> | undefined,
  read: (value: Raw) => Value,
): ReadonlyMap<number, Value> {
  if (!written) return NO_YEARS;
  const entries = Object.entries(written).map(
    ([year, value]) => [Number(year), read(value)] as const,
  );
  return new Map(entries.sort(([a], [b]) => a - b));
}

function readTarget(written: number | string): Target {
  const target = parseTarget(written);
  if (!target) throw new Error(`the schema let a target through that cannot be read: ${written}`);
  return target;
}

/** The names of the agencies, and of which others those that are groups consist. */
function readAgencies(raw: RawPlan['agencies']): Pick<Plan, 'agencies' | 'members'> {
  const agencies = new Map<string, string>();
  const members = new Map<string, readonly string[]>();
  for (const [code, agency] of Object.entries(raw ?? {})) {
    agencies.set(code, typeof agency === 'string' ? agency : agency.name);
    if (typeof agency !== 'string' && agency.members) members.set(code, agency.members);
  }
  return { agencies, members };
}

function readObserved(written: number | string): ResultValue | null {
  const value = parseObserved(written);
  if (value === undefined)
    throw new Error(`the checks let a result through that cannot be read: ${written}`);
  return value;
}

function readQuoted(written: number | string): NumberValue {
  const value = readObserved(written);
  if (value?.kind !== 'number')
    throw new Error(`the schema let a figure through that is no number: ${written}`);
  return value;
}

type Written = YamlFile['written'];

/** What is printed of earlier years, with the digits of the file: YAML's own number forgets a trailing zero. */
function readEarlier(raw: RawMeasurable, path: Path, written: Written): EarlierValue[] {
  const known = years(raw.baseline, readObserved);
  return [...known].map(([year, value]) => {
    const text = written([...path, 'baseline', String(year)]);
    const shown = text === undefined ? undefined : parseObserved(text);
    return { year, value: shown === undefined ? value : shown };
  });
}

/** The latest number among what is printed of earlier years. */
function latestNumber(earlier: readonly EarlierValue[]): Baseline | null {
  for (const { year, value } of [...earlier].reverse())
    if (value?.kind === 'number') {
      const { kind: _, ...observed } = value;
      return { year, ...observed };
    }
  return null;
}

function readByArea(raw: RawMeasurable['by-area']): Measurable['byArea'] {
  if (!raw) return NO_CODES;
  const entries = Object.entries(raw).map(
    ([area, targets]) => [area, years(targets, readTarget)] as const,
  );
  return new Map(entries);
}

function buildMeasurable(raw: RawMeasurable, path: Path, written: Written): Measurable {
  const earlier = readEarlier(raw, path, written);
  return {
    id: raw.id,
    name: raw.name,
    unit: raw.unit ?? null,
    measure: raw.measure ?? null,
    baseline: latestNumber(earlier),
    earlier,
    accumulates: raw.accumulates ?? null,
    per: raw.per ?? null,
    whole: raw.whole ?? null,
    byArea: readByArea(raw['by-area']),
    targets: years(raw.targets, readTarget),
    wording: years(raw.wording, (text) => text),
    waived: raw.waived ?? [],
    note: raw.note ?? null,
    path,
  };
}

function buildIndicator(raw: RawIndicator, path: Path, written: Written): Indicator {
  // One object made at once: a copy of another with more in it takes several times as long.
  const own = buildMeasurable(raw, path, written);
  return {
    id: own.id,
    name: own.name,
    unit: own.unit,
    measure: own.measure,
    baseline: own.baseline,
    earlier: own.earlier,
    accumulates: own.accumulates,
    per: own.per,
    whole: own.whole,
    byArea: own.byArea,
    targets: own.targets,
    wording: own.wording,
    waived: own.waived,
    note: own.note,
    path,
    group: raw.group ?? null,
    lead: raw.lead ?? [],
    origin: raw.origin ?? null,
    reference: buildReferences(raw.reference),
    parts: (raw.parts ?? []).map((part, i) =>
      buildMeasurable(part, [...path, 'parts', i], written),
    ),
    every: raw.every ?? null,
    each: raw.each ?? null,
    source: raw.source,
  };
}

function buildReferences(raw: RawIndicator['reference']): Indicator['reference'] {
  if (!raw) return NO_CODES;
  const entries = Object.entries(raw).map(
    ([body, { targets, results }]) =>
      [body, { targets: years(targets, readTarget), results: years(results, readQuoted) }] as const,
  );
  return new Map(entries);
}

function buildDuty(raw: RawDuty, path: Path) {
  const due = parseDue(raw.due);
  if (!due)
    throw new Error(
      `the checks let a due date through that cannot be read: ${JSON.stringify(raw.due)}`,
    );
  return {
    id: raw.id,
    title: raw.title,
    group: raw.group ?? null,
    lead: raw.lead ?? [],
    due,
    each: raw.each ?? null,
    note: raw.note ?? null,
    source: raw.source,
    path,
  };
}

function buildTask(raw: RawTask, path: Path): Task {
  return { ...buildDuty(raw, path), partners: raw.partners ?? [], funding: raw.funding ?? [] };
}

function buildReport(raw: RawReport, path: Path): ReportDuty {
  return { ...buildDuty(raw, path), to: raw.to ?? null };
}

function buildClaim(raw: RawClaim, path: Path): Claim {
  const said = { text: raw.text, source: raw.source, path };
  if (raw.count !== undefined)
    return {
      ...said,
      kind: 'count',
      count: raw.count,
      status: raw.status ?? null,
      group: raw.group ?? null,
      origin: raw.origin ?? null,
      equals: raw.equals!,
      of: raw.of ?? null,
    };
  if (raw.counted !== undefined)
    return { ...said, kind: 'counted', counted: raw.counted, equals: raw.equals! };
  return {
    ...said,
    kind: 'target',
    indicator: raw.indicator!,
    year: raw.year!,
    target: readTarget(raw.target!),
    reference: raw.reference ?? null,
  };
}
