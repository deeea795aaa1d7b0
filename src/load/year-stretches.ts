import type { Day } from '../calendar.ts';
import { dayOf, yearOf } from './plain-figures.ts';

/** The number of a stretch is less: that of its year, and so much more for each border before it. */
const YEARS = 10_000;
const MOST_DAYS = 366;
/** The days of one year differ in their last nine bits; the last of them is no day. */
const DAYS_OF_YEAR = 512;
export const MOST_STRETCHES = YEARS * (MOST_DAYS + 1);

/**
 * Tells of a day, as a number in the order of days, in which stretch of its year it lies.
 * @param borders a day and the days behind it lie in different ones
 */
export function stretchesBetween(borders: readonly Day[]): (day: number) => number {
  const before = new Map<number, Int32Array>();
  for (const border of new Set(borders)) {
    const day = dayOf(Buffer.from(border), 0, border.length);
    if (day < 0) continue;
    const year = yearOf(day);
    const counts = before.get(year) ?? new Int32Array(DAYS_OF_YEAR);
    counts[(day + 1) % DAYS_OF_YEAR]! += 1;
    before.set(year, counts);
  }
  for (const counts of before.values())
    for (let at = 1; at < DAYS_OF_YEAR; at += 1) counts[at]! += counts[at - 1]!;
  return (day) => {
    const year = yearOf(day);
    const counts = before.get(year);
    return counts === undefined ? year : year + YEARS * counts[day % DAYS_OF_YEAR]!;
  };
}
