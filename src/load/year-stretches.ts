import type { Day } from '../calendar.ts';
import { dayOf, yearOf } from './plain-figures.ts';

/** The number of a stretch is less: that of its year, and so much more for each border before it. */
const YEARS = 10_000;
const MOST_DAYS = 366;
export const MOST_STRETCHES = YEARS * (MOST_DAYS + 1);

/**
 * Tells of a day, as a number in the order of days, in which stretch of its year it lies.
 * @param borders a day and the days behind it lie in different ones
 */
export function stretchesBetween(borders: readonly Day[]): (day: number) => number {
  const known = new Set(borders.map((border) => dayOf(Buffer.from(border), 0, border.length)));
  const parting = [...known].filter((border) => border >= 0);
  return (day) => {
    const year = yearOf(day);
    let stretch = year;
    for (const border of parting) if (border < day && yearOf(border) === year) stretch += YEARS;
    return stretch;
  };
}
