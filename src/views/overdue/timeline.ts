import { type Day, daysBetween } from '../../calendar.ts';
import type { DeadlineItem } from '../../overdue.ts';

/** A stretch of time laid on so many columns of a terminal. */
export interface Axis {
  from: Day;
  to: Day;
  today: Day;
  /** The plan's issue: where a bar starts that has no start of its own. */
  issued: Day;
  columns: number;
}

/** The axis on which all of these items, the issue and today have their place. */
export function axisOf(
  items: readonly DeadlineItem[],
  { issued, today }: { issued: Day; today: Day },
  columns: number,
): Axis {
  const days = items.flatMap(({ start, due, doneOn }) => [start, due, doneOn]);
  const known = [issued, today, ...days.filter((day) => day !== null)].sort();
  return { from: known[0]!, to: known.at(-1)!, today, issued, columns };
}

/**
 * A bar of one character a column: from its start (else the plan's issue) to its due day, with
 * today, how far it is overdue, and the day it was done. Empty for what has no due day.
 */
export function timelineBar(item: DeadlineItem, axis: Axis): string {
  const { due, doneOn, state } = item;
  if (due === null) return '';
  const at = (day: Day) => columnOf(day, axis);
  const start = at(earlier(item.start ?? axis.issued, due));
  const today = at(axis.today);
  const cells = Array.from({ length: axis.columns }, () => ' ');
  cells.fill('─', start, at(due));
  if (state === 'overdue') cells.fill('·', at(due) + 1, today);
  cells[start] = '├';
  cells[at(due)] = '┤';
  cells[today] = today === at(due) ? '┨' : today === start ? '┠' : '┃';
  if (doneOn !== null) cells[at(doneOn)] = '✓';
  return cells.join('');
}

function columnOf(day: Day, { from, to, columns }: Axis): number {
  return Math.floor((daysBetween(from, day) * columns) / (daysBetween(from, to) + 1));
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
