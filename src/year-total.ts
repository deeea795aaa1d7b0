import { sum } from './exact.ts';
import { yearPeriod } from './period.ts';
import type { Bound, Observation, Result } from './result.ts';

/** What becomes of figures that each stand for their own period alone. */
export interface YearTotals {
  /** The totals since January, one a year, in place of the figures that they are made of. */
  totals: Result[];
  /** The figures that totals of several are made of. */
  added: Result[];
  /** What lies behind a month for which there is no figure, and cannot be added. */
  notAddable: Result[];
}

/**
 * Adds figures of single periods to each year's total so far: over a complete tiling from January,
 * a longer period before the shorter ones inside it, so that nothing is added twice. What comes
 * after the first month without a figure is not added.
 */
export function yearTotals(rows: readonly Observation[]): YearTotals {
  const byYear = new Map<number, Observation[]>();
  for (const row of rows) {
    const year = Number(row.period.end.slice(0, 4));
    const own = byYear.get(year) ?? [];
    byYear.set(year, own);
    own.push(row);
  }
  const years = [...byYear].map(([year, own]) => yearTotal(year, own));
  return {
    totals: years.flatMap(({ totals }) => totals),
    added: years.flatMap(({ added }) => added),
    notAddable: years.flatMap(({ notAddable }) => notAddable),
  };
}

function yearTotal(year: number, rows: readonly Observation[]): YearTotals {
  const tiles: Observation[] = [];
  let next = 1;
  for (;;) {
    const [longest] = rows
      .filter((row) => firstMonth(row) === next)
      .sort((a, b) => lastMonth(b) - lastMonth(a));
    if (!longest || !isAddable([...tiles, longest])) break;
    tiles.push(longest);
    next = lastMonth(longest) + 1;
  }
  const notAddable = rows.filter((row) => lastMonth(row) >= next);
  return {
    totals: tiles.length === 0 ? [] : [total(year, tiles)],
    added: tiles.length > 1 ? tiles : [],
    notAddable,
  };
}

/** Figures known to be more add up with others to more, but with such as are less to nothing known. */
function isAddable(tiles: readonly Observation[]): boolean {
  const bounds = boundsOf(tiles);
  return !(bounds.some(isUpper) && bounds.some((bound) => !isUpper(bound)));
}

function boundsOf(tiles: readonly Observation[]): Bound[] {
  return tiles.flatMap(({ value }) => (value.kind === 'number' && value.bound) || []);
}

function isUpper(bound: Bound): boolean {
  return bound === '<' || bound === '<=';
}

/** The sum as a result of the time from January on, at the place of its last figure. */
function total(year: number, tiles: readonly Observation[]): Result {
  const last = tiles.at(-1)!;
  if (tiles.length === 1) return last;
  const numbers = tiles.map(({ value }) => value).filter((value) => value.kind === 'number');
  const value = sum(numbers.map((number) => number.value));
  const bounds = boundsOf(tiles);
  const bound = bounds.find((one) => one === '>' || one === '<') ?? bounds[0];
  const month = lastMonth(last);
  const text = `${year}-01..${year}-${String(month).padStart(2, '0')}`;
  const period =
    month === 12
      ? yearPeriod(year)
      : { ...last.period, kind: 'month' as const, text, end: last.period.end };
  return {
    ...last,
    period,
    value: {
      kind: 'number',
      value,
      about: numbers.some(({ about }) => about),
      ...(bound && { bound }),
    },
    counts: null,
    printed: null,
    source: [...new Set(tiles.map(({ source }) => source))].join('; '),
  };
}

/** The month, from 1, with which the figure's time begins; 0 for a single day, which is no time. */
function firstMonth({ period }: Result): number {
  const [from = ''] = period.text.split('..');
  const quarter = /-Q([1-4])$/.exec(from)?.[1];
  if (quarter !== undefined) return Number(quarter) * 3 - 2;
  const half = /-H([12])$/.exec(from)?.[1];
  if (half !== undefined) return Number(half) * 6 - 5;
  if (/^\d{4}$/.test(from)) return 1;
  return period.kind === 'day' ? 0 : Number(from.slice(5, 7));
}

function lastMonth({ period }: Result): number {
  return Number(period.end.slice(5, 7));
}
