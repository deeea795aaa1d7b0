import type { Day } from '../../calendar.ts';
import { formatDay } from '../numbers.ts';

/** The English words of figures side by side, a column a period. */
export const periods = {
  change: 'Change on the period before',
  yearChange: 'Change on a year before',
  rule: (older: string) =>
    `${older} marks a figure that ended before the column’s period, where that has none of its own; a figure that accumulates is never carried on. The changes are those of the last period with a figure of its own, named where it is not the last column, and only between figures of the very periods compared.`,
  asOf: (asOf: Day, year: number, files: readonly string[]) =>
    `As known on ${formatDay(asOf, 'en')}, target year ${year}; results: ${files.length === 0 ? 'no file' : files.join(', ')}.`,
  heading: 'Figures by period',
};

export type PeriodsWords = typeof periods;
