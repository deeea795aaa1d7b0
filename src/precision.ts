import { compare, type Exact, exact } from './exact.ts';
import type { Observation, Result } from './result.ts';

/** A number with how finely it was printed. */
export interface Figure {
  value: Exact;
  /** Digits behind the decimal mark as printed; `null` where the number is exact, as a quotient of counts is. */
  decimals: number | null;
}

/** How two figures for the same thing stand to each other. */
export type Agreement =
  /** The same number. */
  | 'equal'
  /** The same number once the finer one is rounded as coarsely as the other was printed. */
  | 'rounding'
  /** Different, but by no more than the reader tolerates. */
  | 'tolerance'
  | 'different';

/** More digits than this are no print, but the tail of a quotient. */
const MOST_DECIMALS = 12;

/** Are the values the same at so many digits behind the decimal mark, halves rounded away from zero? */
function isSameRounded(a: Exact, b: Exact, decimals: number): boolean {
  const scale = 10n ** BigInt(decimals);
  const rounded = ({ s, n, d }: Exact) => (s * ((n * scale * 2n) / d + 1n)) / 2n;
  return rounded(a) === rounded(b);
}

/** How many digits behind the mark the number needs; `null` where no print would hold it all. */
export function decimalsOf(value: Exact): number | null {
  for (let decimals = 0, scale = 1n; decimals <= MOST_DECIMALS; decimals += 1, scale *= 10n)
    if (scale % value.d === 0n) return decimals;
  return null;
}

/** The figure that a result states: counts make it exact, else the print tells how fine it is. */
export function figureOf(result: Pick<Observation, 'value' | 'counts'>): Figure | null {
  if (result.value.kind !== 'number') return null;
  const { value, decimals } = result.value;
  if (result.counts !== null) return { value, decimals: null };
  return { value, decimals: decimals ?? decimalsOf(value) };
}

/** The value printed beside counts, with its own precision. */
export function printedFigure(result: Result): Figure | null {
  if (result.printed === null) return null;
  const decimals = result.printedDecimals ?? decimalsOf(result.printed);
  return { value: result.printed, decimals };
}

/**
 * Do two figures agree? Exactly, or after rounding to the coarser precision of the two, or within
 * the tolerance, which is in their unit (percentage points for shares).
 */
export function agreement(a: Figure, b: Figure, tolerance: Exact): Agreement {
  if (compare(a.value, b.value) === 0) return 'equal';
  const known = [a.decimals, b.decimals].filter((decimals) => decimals !== null);
  const coarser = known.length === 0 ? null : Math.min(...known);
  if (coarser !== null && isSameRounded(a.value, b.value, coarser)) return 'rounding';
  if (tolerance.n === 0n) return 'different';
  const apart = a.value.sub(b.value).abs();
  return compare(apart, tolerance) <= 0 ? 'tolerance' : 'different';
}

/**
 * The numbers that print as this one: from half a unit of the last printed digit below it up to,
 * but not including, half a unit above. `null` where the number is exact.
 */
export function printedRange({ value, decimals }: Figure): { from: Exact; below: Exact } | null {
  if (decimals === null) return null;
  const half = exact(1)
    .div(10n ** BigInt(decimals))
    .div(2);
  return { from: value.sub(half), below: value.add(half) };
}
