import { lineOf, type Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { occurrenceKeys, type ProgressRow, type ProgressStatus } from '../progress.ts';
import type { Repeating } from '../repeat-log.ts';
import { numberIn, repeatCheck } from './row-repeats.ts';
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

type Known = Map<string, ProgressRow>;

/** Keeps one row for each occurrence, agency that owes it for itself, and day. */
function openProgress({ plan, spill }: RowContext): ProgressCheck {
  const occurrenceOf = occurrenceKeys(plan);
  const said = new Map<string, number>();
  const agencies = new Map<string, number>();
  return repeatCheck(
    {
      keyOf: (row) => `${occurrenceOf(row)}\n${row.date}`,
      kindOf: ({ file, sheet, task }) => [file, sheet, task].join('\n'),
      saidOf({ status, due, agency }) {
        const who = numberIn(agencies, String(agency)) & MOST_AGENCIES;
        return (numberIn(said, `${status}\n${due}`) + 1) * (MOST_AGENCIES + 1) + who;
      },
      repeating: isOtherWord,
      reportsOf,
    },
    spill,
  );
}

export const csvProgressTwice: Rule = { level: 'warning', openProgress };

/** So many agencies are told apart in a number beside the words that they say. */
const MOST_AGENCIES = 2 ** 13 - 1;

/** Two of those who lead together may say the same. */
const isOtherWord: Repeating = (before, said) => {
  const isSame =
    Math.trunc(before / (MOST_AGENCIES + 1)) === Math.trunc(said / (MOST_AGENCIES + 1));
  return { isRepeat: before !== 0 && (!isSame || before === said), said: before || said };
};

function reportsOf(
  known: Known,
  key: string,
  row: ProgressRow,
  at: Parameters<ProgressCheck>[1],
): Report[] {
  const { task, agency, date, status } = row;
  const first = known.get(key);
  if (first === undefined) {
    known.set(key, row);
    return [];
  }
  const isSame = status === first.status && row.due === first.due;
  // Two of those who lead together may say the same.
  if (isSame && agency !== first.agency) return [];
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
}
