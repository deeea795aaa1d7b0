import { type Day, daysBetween } from './calendar.ts';
import { type Due, dueDates, isClosingDay, isRecurring } from './deadline.ts';
import { foldText } from './fold.ts';
import { legible } from './look-alike.ts';
import type { NotCounted } from './not-counted.ts';
import type { Plan, ReportDuty, Task } from './plan.ts';
import { suggester } from './suggest.ts';

/** How far a task or a report duty is. */
export type ProgressStatus = 'done' | 'in-progress' | 'not-started' | 'extended' | 'cancelled';

/** One row of a progress file. */
export interface ProgressRow {
  /** The id of a task or of a report duty. */
  task: string;
  /** The due day that is meant; needed on recurring items. */
  occurrence: Day | null;
  /** The code of the agency whose report it is, where the row names one. */
  agency: string | null;
  status: ProgressStatus;
  /** The day of which the row speaks: when it was done, when it was extended. */
  date: Day | null;
  /** The new due day of an extension. */
  due: Day | null;
  source: string;
  note: string;
  file: string;
  /** 1-based line in `file`; of a workbook the row of its sheet. */
  line: number;
  /** The sheet of a workbook. */
  sheet?: string | undefined;
  /** So many more of its occurrence, agency and day come later in a very long file and are not kept. */
  more?: number;
}

/** In the order in which a piece of work goes through them. */
const PROGRESS_STATUSES = [
  'not-started',
  'in-progress',
  'extended',
  'done',
  'cancelled',
] as const satisfies readonly ProgressStatus[];

/**
 * The phrases, folded. "Chưa hoàn thành" is not among them: it does not say whether the work has
 * begun.
 */
const PHRASES: ReadonlyMap<string, ProgressStatus> = new Map([
  ['da hoan thanh', 'done'],
  ['hoan thanh', 'done'],
  ['hoan thanh dung han', 'done'],
  ['hoan thanh truoc han', 'done'],
  ['hoan thanh tre han', 'done'],
  ['hoan thanh qua han', 'done'],
  ['da hoan tat', 'done'],
  ['hoan tat', 'done'],
  ['da xong', 'done'],
  ['completed', 'done'],
  ['dang trien khai', 'in-progress'],
  ['dang thuc hien', 'in-progress'],
  ['dang tiep tuc trien khai', 'in-progress'],
  ['tiep tuc trien khai', 'in-progress'],
  ['tiep tuc thuc hien', 'in-progress'],
  ['in progress', 'in-progress'],
  ['chua trien khai', 'not-started'],
  ['chua thuc hien', 'not-started'],
  ['chua bat dau', 'not-started'],
  ['not started', 'not-started'],
  // Past its day and not done: whether it has begun is not said.
  ['qua han', 'not-started'],
  ['da qua han', 'not-started'],
  ['tre han', 'not-started'],
  ['cham', 'not-started'],
  ['cham tien do', 'not-started'],
  ['cham tre', 'not-started'],
  ['overdue', 'not-started'],
  ['late', 'not-started'],
  ['gia han', 'extended'],
  ['da gia han', 'extended'],
  ['duoc gia han', 'extended'],
  ['lui thoi han', 'extended'],
  ['huy', 'cancelled'],
  ['da huy', 'cancelled'],
  ['huy bo', 'cancelled'],
  ['da huy bo', 'cancelled'],
  ['dung thuc hien', 'cancelled'],
  ['dung trien khai', 'cancelled'],
  ['canceled', 'cancelled'],
]);

/** The codes and some of the phrases that {@link readProgressStatus} knows, for messages. */
export const PROGRESS_WORDS: readonly string[] = [
  ...PROGRESS_STATUSES,
  'đã hoàn thành',
  'đang triển khai',
  'chưa triển khai',
  'gia hạn',
  'đã hủy',
];

/**
 * The status behind a code (`done`) or a phrase ("Đã hoàn thành"), read without regard to case,
 * accents, spaces or closing punctuation; `undefined` when no phrase explains it.
 */
export function readProgressStatus(text: string): ProgressStatus | undefined {
  const folded = foldText(legible(text)).replace(/(?<![\s.;,])[\s.;,]+$/, '');
  const code = PROGRESS_STATUSES.find((known) => known === folded.replaceAll(' ', '-'));
  return code ?? PHRASES.get(folded);
}

/** The rows of each task or duty, in their order. */
export function rowsByTask(rows: readonly ProgressRow[]): Map<string, ProgressRow[]> {
  const grouped = new Map<string, ProgressRow[]>();
  for (const row of rows) {
    const group = grouped.get(row.task);
    if (group) group.push(row);
    else grouped.set(row.task, [row]);
  }
  return grouped;
}

/**
 * Can the row say anything of an item that is due so? An extension without a day, or of what is
 * continuous, cannot, and must not undo the word before it.
 */
export function isUsable(row: ProgressRow, due: Due): boolean {
  return row.status !== 'extended' || (row.due !== null && due.kind !== 'continuous');
}

/** Rows that speak of a later day: not known yet. */
export function laterRows(rows: readonly ProgressRow[], asOf: Day): NotCounted[] {
  return rows
    .filter(({ date }) => date !== null && date > asOf)
    .map(({ task, status, file, sheet, line, more }) => ({
      ...{ reason: 'after-as-of', file, sheet, line, indicator: task, text: status },
      ...(more !== undefined && { more }),
    }));
}

/**
 * The rows that are known on a day, the one that counts last. Rows dated later are left out; rows
 * of one date keep the order of the file. A row without date is always known, and is taken to be
 * as late as the latest known row before it: it was written below that one.
 */
export function knownRows(rows: readonly ProgressRow[], asOf: Day): ProgressRow[] {
  let latest = '';
  return rows
    .filter((row) => row.date === null || row.date <= asOf)
    .map((row) => {
      if (row.date !== null && row.date > latest) latest = row.date;
      return { row, at: row.date ?? latest };
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ row }) => row);
}

/** Why an item has no such occurrence. */
export type NoOccurrence =
  /** The recurrence falls on that day, but the plan was not yet issued. */
  | 'before-issue'
  /** The recurrence falls on that day, but in a year that is not the plan's. */
  | 'outside-period'
  /** The recurrence never falls on that day. */
  | 'not-produced'
  /** The item is due once, on another day. */
  | 'not-recurring'
  /** The item has no due day at all. */
  | 'undated';

/** What is wrong with a row; only `due-not-used` and `extension-not-later` leave it in force. */
export type ProgressProblem = { row: ProgressRow } & (
  | { kind: 'unknown-task'; suggestion: string | null }
  /** A recurring item's row must name one of its days; `nearest` are some of them. */
  | { kind: 'missing-occurrence'; nearest: readonly Day[] }
  | { kind: 'unknown-occurrence'; why: NoOccurrence; nearest: readonly Day[] }
  | { kind: 'extension-without-due' }
  /** What is continuous has no day that could be moved. */
  | { kind: 'nothing-to-extend' }
  /** The new day is not after the one in the plan, `planned`. */
  | { kind: 'extension-not-later'; planned: Day }
  /** A due day on a row that extends nothing. */
  | { kind: 'due-not-used' }
  /** Each leading agency owes the item, and the row does not say whose report it is. */
  | { kind: 'missing-agency'; owing: readonly string[] }
  /** The plan has no such agency, or none that owes this item; `owing` are those that could be. */
  | { kind: 'unknown-agency'; owing: readonly string[]; suggestion: string | null }
);

interface Dated {
  due: Due;
  /** Ascending. */
  days: readonly Day[];
  isDue: ReadonlySet<Day>;
  /** The agencies that owe it each for itself; `null` where it is owed together. */
  owing: Agencies | null;
}

/** Agencies that a row may name, and the one that was meant by another text. */
interface Agencies {
  codes: readonly string[];
  has: ReadonlySet<string>;
  near(text: string): string | null;
}

function agenciesOf(codes: readonly string[]): Agencies {
  return { codes, has: new Set(codes), near: suggester(codes) };
}

/** What is wrong with the rows of a plan's progress file, in the order of the rows. */
export function progressProblems(plan: Plan, rows: readonly ProgressRow[]): ProgressProblem[] {
  return rows.flatMap(progressJudge(plan));
}

/** Does each of its leads owe it for itself? */
export function isOwedByEach({ each, lead }: Pick<Task | ReportDuty, 'each' | 'lead'>): boolean {
  return each !== null && lead.length > 0;
}

/**
 * The agencies that owe an item each for itself, groups by their members; `null` where its leads
 * owe it together, or it has none.
 */
export function owingAgencies(
  { members }: Plan,
  item: Pick<Task | ReportDuty, 'each' | 'lead'>,
): readonly string[] | null {
  if (!isOwedByEach(item)) return null;
  return [...new Set(item.lead.flatMap((code) => members.get(code) ?? [code]))];
}

/**
 * Tells by a text which rows stand for each other: those of one occurrence of a recurring item, and of one
 * agency where each owes it for itself.
 */
export function occurrenceKeys(plan: Plan): (row: ProgressRow) => string {
  const items = new Map(
    [...plan.tasks, ...plan.reports].map((item) => {
      const owing = owingAgencies(plan, item);
      const sole = owing?.length === 1 ? owing[0]! : null;
      return [item.id, { recurs: isRecurring(item.due), isEach: owing !== null, sole }];
    }),
  );
  return ({ task, occurrence, agency }) => {
    const item = items.get(task);
    const whose = item?.isEach ? (agency ?? item.sole) : null;
    return JSON.stringify([task, item?.recurs ? occurrence : null, whose]);
  };
}

/** Tells what is wrong with one row of the plan's progress file; for many rows made once. */
export function progressJudge(plan: Plan): (row: ProgressRow) => ProgressProblem[] {
  const all = agenciesOf([...plan.agencies.keys()]);
  const items = new Map(
    [...plan.tasks, ...plan.reports].map((item): [string, Dated] => {
      const days = dueDates(item.due, plan).map((occurrence) => occurrence.due);
      const owing = owingAgencies(plan, item);
      const { due } = item;
      return [item.id, { due, days, isDue: new Set(days), owing: owing && agenciesOf(owing) }];
    }),
  );
  const nearTask = suggester(items.keys());
  return (row) => {
    const item = items.get(row.task);
    if (!item) return [{ kind: 'unknown-task', row, suggestion: nearTask(row.task) }];
    return [
      ...occurrenceProblems(plan, item, row),
      ...agencyProblems(item, all, row),
      ...extensionProblems(item, row),
    ];
  };
}

function occurrenceProblems(plan: Plan, item: Dated, row: ProgressRow): ProgressProblem[] {
  const { occurrence } = row;
  if (occurrence === null)
    return isRecurring(item.due)
      ? [
          {
            kind: 'missing-occurrence',
            row,
            nearest: nearestDays(item.days, row.date ?? plan.issued),
          },
        ]
      : [];
  if (item.isDue.has(occurrence)) return [];
  const why = whyNoOccurrence(plan, item, occurrence);
  return [{ kind: 'unknown-occurrence', row, why, nearest: nearestDays(item.days, occurrence) }];
}

function agencyProblems({ owing }: Dated, all: Agencies, row: ProgressRow): ProgressProblem[] {
  const { agency } = row;
  if (agency === null) {
    const isOpen = owing !== null && owing.codes.length > 1;
    return isOpen ? [{ kind: 'missing-agency', row, owing: owing.codes }] : [];
  }
  const { codes, has, near } = owing ?? all;
  if (has.has(agency)) return [];
  return [{ kind: 'unknown-agency', row, owing: codes, suggestion: near(agency) }];
}

function whyNoOccurrence(plan: Plan, { due, days }: Dated, occurrence: Day): NoOccurrence {
  if (!isRecurring(due)) return days.length === 0 ? 'undated' : 'not-recurring';
  if (!isClosingDay(due, occurrence)) return 'not-produced';
  return occurrence < plan.issued ? 'before-issue' : 'outside-period';
}

/** At most two of the days, which ascend, those nearest to `wanted`, ascending; of two equally near the earlier. */
function nearestDays(days: readonly Day[], wanted: Day): Day[] {
  const distance = (day: Day) => Math.abs(daysBetween(wanted, day));
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  // The two nearest are among the two before it and the two from it on.
  return days
    .slice(Math.max(low - 2, 0), low + 2)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 2)
    .sort();
}

function extensionProblems({ due, days, isDue }: Dated, row: ProgressRow): ProgressProblem[] {
  if (row.status !== 'extended') return row.due === null ? [] : [{ kind: 'due-not-used', row }];
  if (due.kind === 'continuous') return [{ kind: 'nothing-to-extend', row }];
  if (row.due === null) return [{ kind: 'extension-without-due', row }];
  const planned = isRecurring(due)
    ? isDue.has(row.occurrence!)
      ? row.occurrence!
      : undefined
    : days[0];
  return planned !== undefined && row.due <= planned
    ? [{ kind: 'extension-not-later', row, planned }]
    : [];
}
