import { grouped } from '../grouped.ts';
import { periodYear } from '../period.ts';
import {
  byPrecedence,
  corrected,
  isNumber,
  type NumberObservation,
  type Observation,
  type Result,
} from '../result.ts';
import { yearTotal } from '../year-total.ts';

/** What is said of a year in an area. */
interface Said {
  bySource: ReadonlyMap<string, readonly NumberObservation[]>;
  /** Of each period what counts. */
  foremost: readonly NumberObservation[];
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
  const { bySource, foremost } = saidBeside(figure, rows);
  const own = corrected([figure, ...(bySource.get(figure.source) ?? [])]).filter(isNumber);
  const said = new Set(own.map(({ period }) => period.text));
  return yearTotal([...own, ...foremost.filter(({ period }) => !said.has(period.text))]);
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
  if (year === undefined) return { bySource: new Map(), foremost: [] };
  year.said ??= saidIn(year.rows);
  return year.said;
}

function yearOf({ area, period }: Result): string {
  return `${area}\n${periodYear(period)}`;
}

function saidIn(rows: readonly Observation[]): Said {
  const numbers = corrected(rows).filter(isNumber);
  const foremost = new Map<string, NumberObservation>();
  for (const row of numbers) {
    const { text } = row.period;
    const held = foremost.get(text);
    if (held === undefined || byPrecedence(row, held) < 0) foremost.set(text, row);
  }
  return {
    bySource: grouped(numbers, ({ source }) => source),
    foremost: [...foremost.values()],
  };
}
