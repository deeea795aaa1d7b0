import type { Day } from './calendar.ts';
import type { NumberValue, ResultValue } from './result.ts';
import type { Target } from './target.ts';

/** Where a thing stands in the plan's YAML: keys and list positions from the document's root. */
export type Path = readonly (string | number)[];

/** The number before the plan, printed in the plan itself. */
export interface Baseline extends Omit<NumberValue, 'kind'> {
  year: number;
}

/** What the plan prints of an earlier year: a number, a milestone, or that there is no figure. */
export interface EarlierValue {
  year: number;
  value: ResultValue | null;
}

/** A decision to leave a target out of the counts for a time. */
export interface Waiver {
  /** The target year it concerns; all years where absent. */
  year?: number;
  /** Its last day. */
  until: Day;
  reason: string;
  decision: string;
}

/** What an indicator and its parts have in common. */
export interface Measurable {
  id: string;
  name: string;
  /** As printed; `%` for shares. `null` where only milestones are set. */
  unit: string | null;
  measure: string | null;
  /** The number that the plan starts from: the latest that it prints. */
  baseline: Baseline | null;
  /** Everything that the plan prints of earlier years, ascending. */
  earlier: readonly EarlierValue[];
  /** Does a figure stand for its year so far (`to-date`), or for its own period (`sum`)? Else it is a level. */
  accumulates: 'to-date' | 'sum' | null;
  /** What a numerator over a denominator is multiplied by: 1000 of a rate per thousand. */
  per: number | null;
  /** How figures of areas below the plan's own make the whole. */
  whole: 'sum' | 'ratio' | 'mean' | 'lowest' | null;
  /** Targets of single areas, by area and year. */
  byArea: ReadonlyMap<string, ReadonlyMap<number, Target>>;
  /** By target year, ascending. */
  targets: ReadonlyMap<number, Target>;
  /** The document's own words for a year's target. */
  wording: ReadonlyMap<number, string>;
  waived: readonly Waiver[];
  note: string | null;
  path: Path;
}

/** One of several conditions, levels or sectors that an indicator consists of. */
export interface Part extends Measurable {}

/** What another body set or reached for the same indicator, as the document quotes it. */
export interface Reference {
  targets: ReadonlyMap<number, Target>;
  results: ReadonlyMap<number, NumberValue>;
}

/** An indicator (chỉ tiêu) with its targets by year. */
export interface Indicator extends Measurable {
  group: string | null;
  lead: readonly string[];
  origin: 'national' | 'local' | null;
  /** By the quoted body: `national`. */
  reference: ReadonlyMap<string, Reference>;
  parts: readonly Part[];
  /** Must hold in every year up to each target year. */
  every: 'year' | null;
  /** Must hold in each sector; a value without part is the lowest sector's. */
  each: 'sector' | null;
  /** The place in the document. */
  source: string;
}

/** The years that the indicator or one of its parts has a target for, ascending. */
export function targetYears(indicator: Indicator): readonly number[] {
  const known = YEARS.get(indicator);
  if (known !== undefined) return known;
  const all = [indicator, ...indicator.parts].flatMap((m) => [...m.targets.keys()]);
  const years = [...new Set(all)].sort((a, b) => a - b);
  YEARS.set(indicator, years);
  return years;
}

/** Each row of a table may ask for them. */
const YEARS = new WeakMap<Indicator, readonly number[]>();

/**
 * The target that holds in a year. With `every: year` a target for year T also holds in each year
 * after the previous target year (or from the plan's first year) through T.
 */
export function targetFor(
  measurable: Measurable,
  year: number,
  every: 'year' | null,
  firstYear: number,
): Target | undefined {
  const own = measurable.targets.get(year);
  if (own || every === null || year < firstYear) return own;
  const next = [...measurable.targets.keys()].find((targetYear) => targetYear > year);
  return next === undefined ? undefined : measurable.targets.get(next);
}

/**
 * The target year that an official status of this calendar year speaks of: the first one not
 * before it, else the last.
 */
export function spokenYear(indicator: Indicator, statusYear: number): number | undefined {
  if (indicator.every === 'year') return statusYear;
  const years = targetYears(indicator);
  return years.find((year) => year >= statusYear) ?? years.at(-1);
}

/** Is the waiver in force for this target year on this day? Its last day is included. */
export function waiverFor(measurable: Measurable, year: number, asOf: Day): Waiver | undefined {
  return measurable.waived.find(
    (waiver) => (waiver.year === undefined || waiver.year === year) && asOf <= waiver.until,
  );
}
