import type { Day } from './calendar.ts';
import { contradicting, type Instead } from './contradiction.ts';
import { compare, type Exact, exact, sum } from './exact.ts';
import { grouped } from './grouped.ts';
import { sumSaid } from './one-sided.ts';
import { type Period, periodFromTo, periodYear } from './period.ts';
import { figureOf } from './precision.ts';
import { byPrecedence, foremost, type NumberObservation, type Result } from './result.ts';
import { type ResultStanding, standingBehind } from './standing.ts';

/** What becomes of figures that each stand for their own period alone. */
export interface YearTotals {
  /** The totals since January, one a year, in place of the figures that they are made of. */
  totals: NumberObservation[];
  /** What became of each figure that is no total by itself. */
  considered: { result: NumberObservation; standing: ResultStanding }[];
  /** What totals would be on figures of other sources for parts of their time. */
  instead: Map<Result, readonly Instead[]>;
}

/**
 * Adds figures of single periods to each year's total so far: over a complete tiling from January,
 * a longer period before the shorter ones inside it, so that nothing is added twice. What comes
 * after the first month without a figure is not added.
 *
 * @param instead what the figures would be on those of other sources that they are made of
 */
export function yearTotals(
  rows: readonly NumberObservation[],
  instead: ReadonlyMap<Result, readonly Instead[]> = new Map(),
): YearTotals {
  const all: YearTotals = { totals: [], considered: [], instead: new Map() };
  for (const own of grouped(rows, ({ period }) => periodYear(period)).values()) {
    const tiles = tilesFrom(1, longestOf(own));
    const left = without(own, tiles);
    all.considered.push(
      ...left.map((result) => ({ result, standing: standingBeside(result, tiles) })),
    );
    if (tiles.length === 0) continue;
    const made = total(tiles);
    all.totals.push(made);
    if (tiles.length > 1)
      all.considered.push(...tiles.map((result) => ({ result, standing: 'of-total' as const })));
    all.instead.set(made, totalsInstead(tiles, left, instead, shorterIn(own)));
  }
  return all;
}

/** What counts of the figures of a year that begin with a month. */
export type OfMonth = (month: number) => NumberObservation | undefined;

/** The total of figures of one year that each stand for their own period alone; `null` where none begins it. */
export function yearTotal(longest: OfMonth): NumberObservation | null {
  const tiles = tilesFrom(1, longest);
  return tiles.length === 0 ? null : total(tiles);
}

function without<Row>(rows: readonly Row[], tiles: readonly Row[]): Row[] {
  const added = new Set(tiles);
  return rows.filter((row) => !added.has(row));
}

/** The figures that follow each other without a gap from a month on, the longest at each first. */
function tilesFrom(month: number, longest: OfMonth): NumberObservation[] {
  const tiles: NumberObservation[] = [];
  let isOneSided = false;
  for (let next = month; ; next = lastMonth(tiles.at(-1)!) + 1) {
    const tile = longest(next);
    if (tile === undefined) return tiles;
    isOneSided ||= tile.value.bound !== undefined;
    if (isOneSided && !isAddable([...tiles, tile])) return tiles;
    tiles.push(tile);
  }
}

/** What counts of the figures that begin with a month, the longest first. */
function longestOf(rows: readonly NumberObservation[]): OfMonth {
  const held: NumberObservation[] = [];
  for (const row of rows) {
    const month = firstMonth(row);
    const before = held[month];
    if (before === undefined || byPrecedence(row, before) < 0) held[month] = row;
  }
  return (month) => held[month];
}

/** What becomes of a figure that is not added, beside those that are. */
function standingBeside(
  row: NumberObservation,
  tiles: readonly NumberObservation[],
): ResultStanding {
  const last = tiles.at(-1);
  if (last === undefined || lastMonth(row) > lastMonth(last) || isOverNewYear(row))
    return 'not-addable';
  const own = tiles.find(({ period }) => period.text === row.period.text);
  return own === undefined ? 'in-total' : standingBehind(row, own);
}

/**
 * The totals on what other sources say of parts of their time, each with all that its source says;
 * shorter figures that add up to a part of that time are such a source too.
 */
function totalsInstead(
  tiles: readonly NumberObservation[],
  left: readonly NumberObservation[],
  within: ReadonlyMap<Result, readonly Instead[]>,
  shorter: Shorter,
): Instead[] {
  const others = tiles.flatMap((tile) => {
    const { made, rounding } = shorter(tile);
    const apart = made.filter((one) => isApart(one, tile, rounding));
    const rivals = contradicting(tile, [...left, ...apart]);
    const own = rivals.map((figure): Instead => ({ figure, made: figure }));
    return [...own, ...(within.get(tile) ?? [])].map((other) => ({ tile, other }));
  });
  const bySource = new Map(tiles.map((tile) => [tile, new Map<string | null, Instead>()]));
  for (const { tile, other } of others) {
    const ofTile = bySource.get(tile)!;
    if (!ofTile.has(other.figure.source)) ofTile.set(other.figure.source, other);
  }
  return others.map(({ tile, other: { figure, made } }) => {
    const replaced: NumberObservation[] = [];
    let isKnown = true;
    for (const one of tiles) {
      const same =
        one === tile ? { made } : (bySource.get(one)!.get(figure.source) ?? { made: one });
      if (same.made === undefined) return { figure };
      if (same.made === null) isKnown = false;
      else replaced.push(same.made);
    }
    return { figure, made: isKnown ? totalSaid(replaced) : null };
  });
}

/** What shorter figures make of all the time of a longer one, and how finely they were printed. */
interface ShorterTotals {
  made: readonly NumberObservation[];
  periods: readonly Period[];
  rounding: Exact;
}

/**
 * What shorter figures make of all the time of longer ones, where that is more than rounding apart from
 * them: those that count, and what each other source makes of them. What several longer ones of a time
 * are apart from is made once.
 */
export function* totalsBeside(
  longerOnes: readonly NumberObservation[],
  rows: readonly NumberObservation[],
): Generator<{ made: NumberObservation; periods: readonly Period[] }> {
  const shorter = shorterIn(rows);
  const known = new Map<string, ShorterTotals>();
  for (const longer of longerOnes) {
    const { text } = longer.period;
    const all = known.get(text) ?? shorter(longer);
    const apart = new Set(all.made.filter((made) => isApart(made, longer, all.rounding)));
    for (const made of apart) yield { made, periods: all.periods };
    const made = apart.size === 0 ? all.made : all.made.filter((one) => !apart.has(one));
    known.set(text, { ...all, made });
  }
}

function isApart(made: NumberObservation, longer: NumberObservation, rounding: Exact): boolean {
  const apart = made.value.value.sub(longer.value.value).abs();
  return compare(apart, rounding.add(roundingOf([longer]))) > 0;
}

/** Is it of several months of one year? No shorter figures are added up to another. */
function isOfMonths(row: NumberObservation): boolean {
  return firstMonth(row) > 0 && firstMonth(row) < lastMonth(row);
}

type Shorter = (longer: NumberObservation) => ShorterTotals;

/**
 * Finds what shorter figures make of a time, once for each: what lies within a figure of a tiling is the
 * same whatever time is tiled.
 */
function shorterIn(rows: readonly NumberObservation[]): Shorter {
  const times = [...grouped(rows, ({ period }) => period.text).values()].map(
    (own): Time => ({ rows: own, first: foremost(own)! }),
  );
  const known = new Map<string, ShorterTotals>();
  const shorter: Shorter = (longer) => {
    const { text } = longer.period;
    const found = known.get(text) ?? shorterTotals(longer, times, shorter);
    known.set(text, found);
    return found;
  };
  return shorter;
}

/** What is said of one time, and what of that counts. */
interface Time {
  rows: readonly NumberObservation[];
  first: NumberObservation;
}

function shorterTotals(
  longer: NumberObservation,
  times: readonly Time[],
  shorter: Shorter,
): ShorterTotals {
  if (!isOfMonths(longer)) return NO_TOTALS;
  const inside = times.filter(
    ({ first: { period } }) =>
      period.text !== longer.period.text &&
      period.start >= longer.period.start &&
      period.end <= longer.period.end,
  );
  const tiles = tilesFrom(firstMonth(longer), longestOf(inside.map(({ first }) => first)));
  if (tiles.length < 2 || lastMonth(tiles.at(-1)!) !== lastMonth(longer)) return NO_TOTALS;
  const added = new Set(tiles);
  const beside = inside.filter(({ first }) => added.has(first)).flatMap(({ rows }) => rows);
  const left = without(beside, tiles);
  const others = totalsInstead(tiles, left, new Map(), shorter).flatMap(({ made }) => made ?? []);
  const bySource = new Map([total(tiles), ...others].map((made) => [made.source, made]));
  return {
    made: [...bySource.values()],
    periods: tiles.map(({ period }) => period),
    rounding: roundingOf(tiles),
  };
}

const NO_TOTALS: ShorterTotals = { made: [], periods: [], rounding: exact(0) };

/** By how much a sum can be off for its figures are rounded: half a unit each; whole numbers are counts. */
function roundingOf(figures: readonly NumberObservation[]): Exact {
  const decimals = figures.map((one) => figureOf(one)?.decimals ?? 0);
  return sum(decimals.map((digits) => (digits === 0 ? exact(0) : exact(1).div(2 * 10 ** digits))));
}

function isAddable(tiles: readonly NumberObservation[]): boolean {
  return sumSaid(tiles.map(({ value }) => value)) !== null;
}

/** The sum as a result of the time of all of them, at the place of the last. */
function total(tiles: readonly NumberObservation[]): NumberObservation {
  return tiles.length === 1 ? tiles[0]! : totalSaid(tiles)!;
}

/** The same of figures of which it is not known whether they can be added; `null` where they cannot. */
function totalSaid(tiles: readonly NumberObservation[]): NumberObservation | null {
  const last = tiles.at(-1)!;
  const numbers = tiles.map(({ value }) => value);
  const said = sumSaid(numbers);
  if (said === null) return null;
  if (tiles.length === 1) return last;
  return {
    ...last,
    period: periodFromTo(tiles[0]!.period, last.period),
    value: {
      kind: 'number',
      value: sum(numbers.map(({ value }) => value)),
      ...said,
    },
    counts: null,
    printed: null,
    source: [...new Set(tiles.map(({ source }) => source))].join('; '),
  };
}

/** The month, from 1, with which the figure’s time begins; 0 for a day, and for what begins in another year. */
export function firstMonth({ period }: Pick<Result, 'period'>): number {
  return period.kind === 'day' || isOverNewYear({ period }) ? 0 : monthIn(period.start);
}

function isOverNewYear({ period }: Pick<Result, 'period'>): boolean {
  return period.start.slice(0, 4) !== period.end.slice(0, 4);
}

function lastMonth({ period }: Result): number {
  return monthIn(period.end);
}

function monthIn(date: Day): number {
  return Number(date.slice(5, 7));
}
