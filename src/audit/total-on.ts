import { grouped } from '../grouped.ts';
import { periodYear } from '../period.ts';
import {
  byPrecedence,
  corrected,
  foremost,
  isNumber,
  type NumberObservation,
  type Observation,
  type Result,
} from '../result.ts';
import { firstMonth, yearTotal } from '../year-total.ts';

/** What is said of a year in an area. */
interface Said {
  bySource: ReadonlyMap<string, readonly NumberObservation[]>;
  /** Of each period what counts, the longest first, by the month with which it begins. */
  byMonth: ReadonlyMap<number, readonly NumberObservation[]>;
}

/**
 * The total of a figure's year with all that its source says, else with what counts; `null` where
 * nothing begins the year.
 * @param rows what is known of the indicator
 */
export function totalOn(
  figure: Observation,
  rows: readonly Observation[],
): NumberObservation | null {
  const { bySource, byMonth } = saidBeside(figure, rows);
  const own = corrected([figure, ...(bySource.get(figure.source) ?? [])]).filter(isNumber);
  const said = new Set(own.map(({ period }) => period.text));
  return yearTotal((month) => {
    const other = byMonth.get(month)?.find(({ period }) => !said.has(period.text));
    const ofOwn = own.filter((row) => firstMonth(row) === month);
    return foremost(other === undefined ? ofOwn : [...ofOwn, other]);
  });
}

type Years = Map<string, { rows: readonly Observation[]; said?: Said }>;

/** Rows of thousands of sources are looked through once, not for each of these. */
const YEARS = new WeakMap<readonly Observation[], Years>();

function saidBeside(figure: Observation, rows: readonly Observation[]): Said {
  let years = YEARS.get(rows);
  if (years === undefined) {
    years = new Map([...grouped(rows, yearOf)].map(([year, own]) => [year, { rows: own }]));
    YEARS.set(rows, years);
  }
  const year = years.get(yearOf(figure));
  if (year === undefined) return { bySource: new Map(), byMonth: new Map() };
  year.said ??= saidIn(year.rows);
  return year.said;
}

function yearOf({ area, period }: Result): string {
  return `${area}\n${periodYear(period)}`;
}

function saidIn(rows: readonly Observation[]): Said {
  const numbers = corrected(rows).filter(isNumber);
  const held = new Map<string, NumberObservation>();
  for (const row of numbers) {
    const { text } = row.period;
    const before = held.get(text);
    if (before === undefined || byPrecedence(row, before) < 0) held.set(text, row);
  }
  return {
    bySource: grouped(numbers, ({ source }) => source),
    byMonth: grouped([...held.values()].toSorted(byPrecedence), firstMonth),
  };
}
