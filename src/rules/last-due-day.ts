import type { Day } from '../calendar.ts';
import { type Due, lastDayOf } from '../deadline.ts';

/** The last day on which something that is due once is in time; `null` for all else. */
export function lastDueDay(due: Due): Day | null {
  switch (due.kind) {
    case 'date':
      return lastDayOf(due.date);
    case 'window':
      return lastDayOf(due.to);
    case 'then-continuous':
      return lastDayOf(due.by);
    default:
      return null;
  }
}
