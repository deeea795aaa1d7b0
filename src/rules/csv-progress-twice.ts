import { isRecurring } from '../deadline.ts';
import { lineOf } from '../finding.ts';
import { message } from '../message/message.ts';
import { isOwedByEach, type ProgressRow, type ProgressStatus } from '../progress.ts';
import type { ProgressCheck, RowContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'csv-progress-twice': {
      task: string;
      line: number;
      date: string | null;
      said: { first: ProgressStatus; here: ProgressStatus };
      /** Do the two say the same? */
      isSame: boolean;
    };
  }
}

export const csvProgressTwice: Rule = { level: 'warning', openProgress };

/** Keeps one row for each occurrence, agency that owes it for itself, and day. */
function openProgress({ plan }: RowContext): ProgressCheck {
  const items = new Map(
    [...plan.tasks, ...plan.reports].map((item) => [
      item.id,
      { recurs: isRecurring(item.due), isEach: isOwedByEach(item) },
    ]),
  );
  const known = new Map<string, ProgressRow>();
  return (row, at) => {
    const { task, agency, date, status } = row;
    const item = items.get(task);
    const occurrence = item?.recurs ? row.occurrence : null;
    const key = JSON.stringify([task, occurrence, item?.isEach ? agency : null, date]);
    const first = known.get(key);
    if (first === undefined) known.set(key, row);
    const isSame = status === first?.status && row.due === first.due;
    // Two of those who lead together may say the same.
    if (first === undefined || (isSame && agency !== first.agency)) return [];
    const said = { first: first.status, here: status };
    const column = isSame ? 'task' : 'status';
    return [
      {
        place: at(column),
        path: [column],
        message: message('csv-progress-twice', { task, line: first.line, date, said, isSame }),
        related: [{ message: message('first-here', {}), place: lineOf(first.file, first.line) }],
      },
    ];
  };
}
