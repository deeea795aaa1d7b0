import type { DueDate } from '../deadline.ts';
import { parsePeriod } from '../period.ts';
import type { Lang } from './langs.ts';
import { formatPeriod } from './numbers.ts';

/** A due date as precise as it is written: `2024`, `07/2024`, `quý III/2024`, `15/07/2024`. */
export function formatDueDate(date: DueDate, lang: Lang): string {
  const period = parsePeriod(date);
  return typeof period === 'string' ? date : formatPeriod(period, lang);
}
