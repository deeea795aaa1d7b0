import { nearestDueDate } from '../deadline.ts';
import { type Finding, finding, levelOf, type RaisedRule } from '../finding.ts';
import { foldText } from '../fold.ts';
import { type Message, message } from '../message/message.ts';
import { parsePeriod } from '../period.ts';
import type { Plan } from '../plan.ts';
import {
  PROGRESS_WORDS,
  type ProgressProblem,
  type ProgressRow,
  type ProgressStatus,
  progressJudge,
  readProgressStatus,
} from '../progress.ts';
import { suggest } from '../suggest.ts';
import type { TableSpec } from './header.ts';
import { type Row, readTable, type TableOptions } from './table.ts';

/** What became of a progress file. */
export interface ProgressReading {
  /** As the user named it. */
  file: string;
  findings: Finding[];
  /** The rows that can be used, in the order of the file. */
  progress: ProgressRow[];
  /** Rows of data seen, blank ones left out. */
  rows: number;
  /** Those that cannot be used: each has a finding, but where a column is missing for all of them. */
  unread: number;
}

/** The columns of a progress file, in their usual order. */
export const PROGRESS_COLUMNS = [
  'task',
  'occurrence',
  'agency',
  'status',
  'date',
  'due',
  'source',
  'note',
] as const;

type Column = (typeof PROGRESS_COLUMNS)[number];

const SPEC: TableSpec<Column> = { columns: PROGRESS_COLUMNS, required: ['task', 'status'] };

/**
 * Reads a progress file and holds every row against the plan. A row with anything that cannot be
 * read, or that the plan has no task or occurrence for, gives a finding and does not count.
 *
 * @param file the file as the user named it
 * @throws the system's error when the file cannot be opened or read
 */
export async function readProgress(
  file: string,
  plan: Plan,
  options: TableOptions,
): Promise<ProgressReading> {
  const findings: Finding[] = [];
  const progress: ProgressRow[] = [];
  let about: string | null = null;
  const report = (found: Finding) => findings.push({ ...found, about });
  const book: Book = { file, plan, judge: progressJudge(plan), report };
  const row = (cells: Row<Column>) => {
    about = cells.cells.task.trim();
    const read = readRow(cells, book);
    about = null;
    if (read) progress.push(read);
  };
  const { rows } = await readTable(file, SPEC, options, { row, report });
  return { file, findings, progress, rows, unread: rows - progress.length };
}

/** What the rows of one file are read with. */
interface Book {
  file: string;
  plan: Plan;
  judge(row: ProgressRow): ProgressProblem[];
  report(found: Finding): void;
}

/** A row being read. */
interface Reading {
  book: Book;
  cell(column: Column): string;
  /** The columns about which there was an error: they take the whole row out. */
  faulty: Set<Column>;
  complain(complaint: Complaint): void;
}

interface Complaint {
  rule: RaisedRule;
  column: Column;
  said: Message;
  /** What could stand in the cell instead. */
  suggestion?: string | null;
}

function readRow(row: Row<Column>, book: Book): ProgressRow | null {
  const faulty = new Set<Column>();
  const reading: Reading = {
    book,
    cell: (column) => row.cells[column].trim(),
    faulty,
    complain({ rule, column, said, suggestion = null }) {
      if (levelOf(rule) === 'error') faulty.add(column);
      const place = row.place(column);
      book.report(finding({ rule, place, path: [column], message: said, suggestion }));
    },
  };
  const read = progressOf(reading, row.line);
  const problems = book.judge(read).filter((problem) => !isConsequence(problem, faulty));
  for (const problem of problems) reading.complain(complaintOf(problem, reading));
  return faulty.size === 0 ? read : null;
}

/** What cannot be read stands in the row as if it were not there, and is complained of. */
function progressOf(reading: Reading, line: number): ProgressRow {
  const { book, cell } = reading;
  return {
    task: cell('task'),
    occurrence: readDay(reading, 'occurrence'),
    agency: agencyOf(cell('agency'), book.plan),
    status: readStatus(reading) ?? 'not-started',
    date: readDay(reading, 'date'),
    due: readDay(reading, 'due'),
    source: cell('source'),
    note: cell('note'),
    file: book.file,
    line,
  };
}

/** The code of an agency, which may be given by its name; as written where the plan has no such one. */
function agencyOf(found: string, { agencies }: Plan): string | null {
  if (found === '') return null;
  if (agencies.has(found)) return found;
  const folded = foldText(found);
  return [...agencies].find(([, name]) => foldText(name) === folded)?.[0] ?? found;
}

/** Does the row only seem to lack what stands in a cell that could not be read? */
function isConsequence({ kind }: ProgressProblem, faulty: ReadonlySet<Column>): boolean {
  if (kind === 'missing-occurrence') return faulty.has('occurrence');
  if (kind === 'extension-without-due') return faulty.has('due');
  return kind === 'due-not-used' && faulty.has('status');
}

function readStatus({ cell, complain }: Reading): ProgressStatus | null {
  const found = cell('status');
  const status = readProgressStatus(found);
  if (status) return status;
  const suggestion = found === '' ? null : suggest(found, PROGRESS_WORDS);
  const said = message('csv-progress-status', { found, valid: PROGRESS_WORDS, suggestion });
  complain({ rule: 'csv-progress-status', column: 'status', said, suggestion });
  return null;
}

/** A due day may be given by its month, quarter or year, whose last day it is. */
function readDay(
  { cell, complain }: Reading,
  column: 'occurrence' | 'date' | 'due',
): string | null {
  const found = cell(column);
  if (found === '') return null;
  const period = parsePeriod(found);
  const needsDay = column === 'date';
  if (typeof period !== 'string' && (period.kind === 'day' || !needsDay)) return period.end;
  const rule = 'csv-date';
  if (typeof period !== 'string')
    complain({ rule, column, said: message('csv-day-needed', { found }) });
  else if (period === 'calendar') {
    const nearest = nearestDueDate(isoForm(found)) ?? null;
    const said = message('csv-impossible-day', { found, nearest });
    complain({ rule, column, said, suggestion: nearest });
  } else {
    const code = period === 'excel-month' ? 'csv-excel-day' : 'csv-bad-day';
    complain({ rule, column, said: message(code, { found, needsDay }) });
  }
  return null;
}

/** `30/2/2024` as `2024-02-30`, `2/2024` as `2024-02`; other texts as they are. */
function isoForm(found: string): string {
  const two = (text: string) => text.padStart(2, '0');
  return found
    .replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (_, d, m, y) => `${y}-${two(m)}-${two(d)}`)
    .replace(/^(\d{1,2})\/(\d{4})$/, (_, m, y) => `${y}-${two(m)}`)
    .replace(/^(\d{4})-(\d{1,2})-(\d{1,2})$/, (_, y, m, d) => `${y}-${two(m)}-${two(d)}`)
    .replace(/^(\d{4})-?[Qq](\d)$/, '$1-Q$2');
}

function complaintOf(problem: ProgressProblem, { book, cell }: Reading): Complaint {
  const task = problem.row.task;
  switch (problem.kind) {
    case 'unknown-task': {
      const suggestion = task === '' ? null : problem.suggestion;
      const said = message('csv-unknown-task', { found: task, suggestion });
      return { rule: 'csv-task', column: 'task', said, suggestion };
    }
    case 'missing-occurrence': {
      const said = message('csv-missing-occurrence', { task, nearest: problem.nearest });
      return { rule: 'csv-occurrence', column: 'occurrence', said };
    }
    case 'unknown-occurrence': {
      const { why, nearest } = problem;
      const { issued, period } = book.plan;
      const args = { task, found: cell('occurrence'), why, nearest, issued, period };
      const said = message('csv-unknown-occurrence', args);
      const suggestion = nearest.length === 1 ? nearest[0]! : null;
      return { rule: 'csv-occurrence', column: 'occurrence', said, suggestion };
    }
    case 'missing-agency': {
      const said = message('csv-missing-agency', { task, owing: problem.owing });
      return { rule: 'csv-agency', column: 'agency', said };
    }
    case 'unknown-agency': {
      const { owing, suggestion } = problem;
      const said = message('csv-unknown-agency', { found: cell('agency'), owing, suggestion });
      return { rule: 'csv-agency', column: 'agency', said, suggestion };
    }
    case 'extension-without-due': {
      const said = message('csv-extension-without-due', {});
      return { rule: 'csv-extension', column: 'due', said };
    }
    case 'nothing-to-extend': {
      const said = message('csv-nothing-to-extend', { task });
      return { rule: 'csv-extension', column: 'status', said };
    }
    case 'extension-not-later': {
      const args = { found: cell('due'), planned: problem.planned };
      return { rule: 'csv-due', column: 'due', said: message('csv-extension-not-later', args) };
    }
    case 'due-not-used': {
      const said = message('csv-due-not-used', { found: cell('due') });
      return { rule: 'csv-due', column: 'due', said };
    }
  }
}
