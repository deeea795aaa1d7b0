import type { Day } from './calendar.ts';
import { isRecurring } from './deadline.ts';
import { type DeadlineItem, deadlinesOf } from './overdue.ts';
import type { Plan, ReportDuty, Task } from './plan.ts';
import type { ProgressRow } from './progress.ts';

/** A task or report duty with its due days and where each of them stands. */
export interface TaskExplanation {
  plan: Plan;
  kind: 'task' | 'report';
  item: Task | ReportDuty;
  asOf: Day;
  recurs: boolean;
  /** Ascending; one where the item has no due day. */
  occurrences: readonly DeadlineItem[];
  /**
   * Every row about it in the order of the files, those dated after the as-of day too; of a very long file
   * the first ones and those that count.
   */
  rows: readonly ProgressRow[];
  /** So many more there are, none of which decides. */
  unlisted: number;
}

/** A task or duty with everything that is known of it; `undefined` where the plan has none such. */
export function explainTask(
  plan: Plan,
  id: string,
  progress: readonly ProgressRow[],
  asOf: Day,
): TaskExplanation | undefined {
  const task = plan.tasks.find((one) => one.id === id);
  const item = task ?? plan.reports.find((one) => one.id === id);
  if (!item) return undefined;
  const rows = progress.filter((row) => row.task === id);
  return {
    plan,
    kind: task ? 'task' : 'report',
    item,
    asOf,
    recurs: isRecurring(item.due),
    occurrences: deadlinesOf(plan, progress, { asOf }).items.filter((one) => one.id === id),
    rows,
    unlisted: rows.reduce((sum, { more = 0 }) => sum + more, 0),
  };
}
