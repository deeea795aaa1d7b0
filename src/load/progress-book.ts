import type { Day } from '../calendar.ts';
import type { Finding, Place } from '../finding.ts';
import { legible } from '../look-alike.ts';
import { codeByName } from '../names.ts';
import type { Plan } from '../plan.ts';
import {
  type ProgressProblem,
  type ProgressRow,
  progressJudge,
  readProgressStatus,
} from '../progress.ts';
import type { ReadingSink } from './cell-reading.ts';
import type { DataRows } from './passed-over.ts';
import type { ProgressColumn as Column } from './progress-columns.ts';
import type { TableOptions } from './table.ts';

/** Takes the rows that can be used, in the file's order, each with the places of its cells. */
export type ProgressSink = (row: ProgressRow, at: (column: Column) => Place) => void;

/** How a progress file is read. */
export interface ProgressOptions extends TableOptions {
  /** Is told of each row while its cells have places. */
  sink?: ProgressSink | undefined;
  /** The days as of which the rows are asked for: of very many those that count on one; else all. */
  days?: readonly Day[] | null | undefined;
  /** Takes the cells that were read tolerantly. */
  reading?: ReadingSink | undefined;
  /** The agency whose filled sheet it is: rows that say nothing yet are no fault of it. */
  given?: { agency: string | null } | undefined;
}

/** What the rows of one file are read with. */
export interface Book {
  file: string;
  plan: Plan;
  /** Does the file have days with the month before them? */
  hasMonthFirst: boolean;
  judge(row: ProgressRow): ProgressProblem[];
  /** The id behind a cell: an id, or a place in the document. */
  taskOf(text: string): string | null;
  agencyNamed(name: string): string | null;
  /** Of rows that name none. */
  agency: string | null;
  reading: ReadingSink | undefined;
  report(found: Finding): void;
}

/** Opens the book of one file. */
export function openBook(
  file: string,
  plan: Plan,
  hasMonthFirst: boolean,
  { reading, given }: ProgressOptions,
  report: Book['report'],
): Book {
  return {
    file,
    plan,
    hasMonthFirst,
    judge: progressJudge(plan),
    taskOf: taskFinder(plan),
    agency: given?.agency ?? null,
    agencyNamed: codeByName(plan.agencies),
    reading,
    report,
  };
}

/** Finds the task or duty behind a cell: its id, its place in the document, or its whole title. */
export function taskFinder(plan: Plan): (text: string) => string | null {
  const items = [...plan.tasks, ...plan.reports];
  const ids = new Set(items.map(({ id }) => id));
  const places = codeByName(items.map(({ id, source }) => [id, source]));
  const titles = codeByName(items.map(({ id, title }) => [id, title]));
  return (text) => {
    if (ids.has(text)) return text;
    const seen = legible(text).trim();
    return ids.has(seen.toLowerCase()) ? seen.toLowerCase() : (places(seen) ?? titles(seen));
  };
}

/** A row without a task that the plan knows is one of data where it has a status. */
export function dataRows({ taskOf }: Book): DataRows<Column> {
  return {
    column: 'task',
    isKnown: (text) => taskOf(text) !== null,
    facts: ['status'],
    says: (_, text) => readProgressStatus(text) !== undefined,
  };
}
