import type { Day } from '../calendar.ts';
import { nearestDueDate } from '../deadline.ts';
import {
  type Finding,
  finding,
  type Level,
  levelOf,
  type Place,
  type RaisedRule,
} from '../finding.ts';
import { findingLog } from '../finding-log.ts';
import { fixOf } from '../fix.ts';
import { legible } from '../look-alike.ts';
import { type Message, message } from '../message/message.ts';
import { codeByName } from '../names.ts';
import type { NotCounted } from '../not-counted.ts';
import {
  dayTurned,
  hasTwoReadings,
  monthFirstDay,
  type PeriodProblem,
  parsePeriod,
} from '../period.ts';
import type { Plan } from '../plan.ts';
import {
  PROGRESS_WORDS,
  type ProgressProblem,
  type ProgressRow,
  type ProgressStatus,
  progressJudge,
  readProgressStatus,
} from '../progress.ts';
import { progressKeeper } from '../progress-keeper.ts';
import { type FixClass, suggestPhrase } from '../suggest.ts';
import { type ReadingSink, tableReadings } from './cell-reading.ts';
import { findEvidence } from './evidence.ts';
import type { TableSpec } from './header.ts';
import type { DataRows } from './passed-over.ts';
import { FOR_PEOPLE } from './result-columns.ts';
import type { CellValue } from './sources/source.ts';
import { type Row, readTable, type TableOptions, tableBytes } from './table.ts';
import { unreadLog } from './unread.ts';

/** What became of a progress file. */
export interface ProgressReading {
  /** As the user named it. */
  file: string;
  /** Of very many those behind the first are counted: `more` of a finding. */
  findings: Finding[];
  /** The rows that cannot be used for an error in them. */
  notCounted: NotCounted[];
  /** The rows that can be used, in the order of the file; of very many those that can count. */
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

type Column = (typeof PROGRESS_COLUMNS)[number] | 'sheet';

/** Headings of what a sheet tells of its tasks. */
const TOLD = ['title', 'state', 'last word', 'hien trang', 'bao cao gan nhat'];

/** How a table of progress may be headed. */
export const PROGRESS: TableSpec<Column> = {
  columns: [...PROGRESS_COLUMNS, 'sheet'],
  listed: PROGRESS_COLUMNS,
  required: ['task', 'status'],
  headings: {
    task: ['ma', 'ma so', 'ma hieu', 'ma nhiem vu', 'ma so nhiem vu', 'code'],
    occurrence: ['ky han', 'han', 'thoi han', 'deadline'],
    agency: ['co quan', 'don vi', 'co quan thuc hien', 'don vi thuc hien'],
    status: ['trang thai', 'tinh trang', 'tien do', 'tinh hinh thuc hien'],
    date: ['ngay', 'ngay hoan thanh', 'ngay bao cao'],
    due: ['han moi', 'thoi han moi', 'gia han den', 'new due'],
    source: ['nguon', 'van ban', 'can cu'],
    note: ['ghi chu', 'ly do', 'nguyen nhan', 'reason'],
    sheet: ['phieu'],
  },
  failing: { column: 'task', headings: ['nhiem vu'] },
  unread: [...FOR_PEOPLE, ...TOLD, 'nhiem vu', 'ten nhiem vu', 'noi dung', 'noi dung nhiem vu'],
};

/** Takes the rows that can be used, in the file's order, each with the places of its cells. */
export type ProgressSink = (row: ProgressRow, at: (column: Column) => Place) => void;

/** How a progress file is read. */
export interface ProgressOptions extends TableOptions {
  /** Is told of each row while its cells have places. */
  sink?: ProgressSink | undefined;
  /** Takes the cells that were read tolerantly. */
  reading?: ReadingSink | undefined;
  /** The agency whose filled sheet it is: rows that say nothing yet are no fault of it. */
  given?: { agency: string | null } | undefined;
}

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
  options: ProgressOptions,
): Promise<ProgressReading> {
  const log = findingLog(options.mostFindings);
  const unreadRows = unreadLog();
  // A filled sheet is taken over row by row.
  const keeper = progressKeeper(options.given ? Number.POSITIVE_INFINITY : undefined);
  let read = 0;
  let about: string | null = null;
  const report = (found: Finding) => {
    const own = { ...found, about };
    log.add(own);
    unreadRows.add(own);
  };
  const how = { ...options, bytes: await tableBytes(file, options) };
  const { hasMonthFirst } = await findEvidence(file, PROGRESS, how, { numbers: [], days: DAYS });
  const book = openBook(file, plan, hasMonthFirst, options, report);
  const { given } = options;
  const row = (cells: Row<Column>) => {
    if (given && SAYING.every((column) => cells.cells[column].trim() === '')) return;
    about = cells.cells.task.trim();
    const result = readRow(cells, book);
    about = null;
    if (!result) return;
    read += 1;
    keeper.add(result);
    options.sink?.(result, cells.place);
  };
  const reader = { row, report, data: dataRows(book), ...tableReadings(options.reading) };
  const { rows } = await readTable(file, PROGRESS, how, reader);
  return {
    file,
    findings: log.findings(),
    notCounted: unreadRows.entries(),
    progress: keeper.kept(),
    rows,
    unread: rows - read,
  };
}

/** The columns in which a row of a sheet says something. */
const SAYING = ['status', 'date', 'due', 'note'] as const;
const DAYS = ['occurrence', 'date', 'due'] as const;
type DayColumn = (typeof DAYS)[number];

function openBook(
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
function dataRows({ taskOf }: Book): DataRows<Column> {
  return {
    column: 'task',
    isKnown: (text) => taskOf(text) !== null,
    facts: ['status'],
    says: (_, text) => readProgressStatus(text) !== undefined,
  };
}

/** What the rows of one file are read with. */
interface Book {
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

/** A row being read. */
interface Reading {
  book: Book;
  cell(column: Column): string;
  /** The columns about which there was an error: they take the whole row out. */
  faulty: Set<Column>;
  complain(complaint: Complaint): void;
  /** Tells what a cell was read as, to whom wants to know. */
  readAs(column: Column, read: string): void;
  typed(column: Column): CellValue | undefined;
}

interface Complaint {
  rule: RaisedRule;
  column: Column;
  /** Where the case is milder than the rule. */
  level?: Level;
  said: Message;
  /** What could stand in the cell instead. */
  suggestion?: string | null;
  /** How sure that is. */
  sure?: FixClass | null;
}

function readRow(row: Row<Column>, book: Book): ProgressRow | null {
  const faulty = new Set<Column>();
  const reading: Reading = {
    book,
    cell: (column) => row.cells[column].trim(),
    faulty,
    complain({ rule, column, level = levelOf(rule), said, suggestion = null, sure = null }) {
      if (level === 'error') faulty.add(column);
      const place = row.place(column);
      const fix = suggestion === null ? null : fixOf(sure, row.edit(column, suggestion));
      const path = [column];
      book.report(finding({ rule, level, place, path, message: said, suggestion, fix }));
    },
    readAs(column, read) {
      const written = row.cells[column].trim();
      if (written !== read) book.reading?.({ place: row.place(column), column, written, read });
    },
    typed: row.value,
  };
  const read = progressOf(reading, row);
  const problems = book.judge(read).filter((problem) => !isConsequence(problem, faulty));
  for (const problem of problems) reading.complain(complaintOf(problem, reading));
  return faulty.size === 0 ? read : null;
}

/** What cannot be read stands in the row as if it were not there, and is complained of. */
function progressOf(reading: Reading, { line, sheet }: Row<Column>): ProgressRow {
  const { book, cell } = reading;
  return {
    task: readTask(reading),
    agency: readAgency(reading),
    occurrence: readDay(reading, 'occurrence'),
    status: readStatus(reading) ?? 'not-started',
    date: readDay(reading, 'date'),
    due: readDay(reading, 'due'),
    source: cell('source'),
    note: cell('note'),
    file: book.file,
    sheet,
    line,
  };
}

/** Does the row only seem to lack what stands in a cell that could not be read? */
function isConsequence({ kind }: ProgressProblem, faulty: ReadonlySet<Column>): boolean {
  if (kind === 'missing-occurrence') return faulty.has('occurrence');
  if (kind === 'extension-without-due') return faulty.has('due');
  return kind === 'due-not-used' && faulty.has('status');
}

function readTask({ book, cell, readAs }: Reading): string {
  const found = cell('task');
  const task = book.taskOf(found);
  if (task !== null) readAs('task', task);
  return task ?? found;
}

/** The code of an agency, which may be given by its name; as written where the plan has no such one. */
function readAgency({ book, cell, readAs }: Reading): string | null {
  const found = cell('agency');
  if (found === '') return book.agency;
  const code = book.plan.agencies.has(found) ? found : (book.agencyNamed(found) ?? found);
  readAs('agency', code);
  return code;
}

function readStatus({ cell, complain, readAs }: Reading): ProgressStatus | null {
  const found = cell('status');
  const status = readProgressStatus(found);
  if (status) {
    readAs('status', status);
    return status;
  }
  const suggestion = found === '' ? null : suggestPhrase(found, PROGRESS_WORDS);
  const said = message('csv-progress-status', { found, valid: PROGRESS_WORDS, suggestion });
  complain({ rule: 'csv-progress-status', column: 'status', said, suggestion, sure: 'unsafe' });
  return null;
}

/** A due day may be given by its month, quarter or year, whose last day it is. */
function readDay(reading: Reading, column: DayColumn): Day | null {
  const { book, cell, complain, readAs, typed } = reading;
  const found = cell(column);
  if (found === '') return null;
  const value = typed(column);
  const period = parsePeriod(value?.kind === 'date' ? value.value : legible(found));
  if (typeof period === 'string') {
    complain(dayComplaint(found, column, period));
    return null;
  }
  if (period.kind !== 'day' && column === 'date') {
    complain({ rule: 'csv-date', column, said: message('csv-day-needed', { found }) });
    return null;
  }
  readAs(column, period.end);
  if (book.hasMonthFirst && value === undefined && hasTwoReadings(found)) {
    const args = { found, read: period.end, other: dayTurned(period.end) };
    const said = message('csv-doubtful-day', args);
    complain({ rule: 'csv-date', column, level: 'warning', said });
  }
  return period.end;
}

function dayComplaint(found: string, column: DayColumn, problem: PeriodProblem): Complaint {
  const rule = 'csv-date';
  const needsDay = column === 'date';
  switch (problem) {
    case 'calendar': {
      const nearest = nearestDueDate(isoForm(found)) ?? null;
      const said = message('csv-impossible-day', { found, nearest });
      return { rule, column, said, suggestion: nearest, sure: 'unsafe' };
    }
    case 'month-first': {
      const meant = monthFirstDay(found);
      return {
        rule,
        column,
        said: message('csv-month-first', { found, meant }),
        suggestion: meant,
        sure: 'safe',
      };
    }
    case 'excel-month':
    case 'excel-serial':
      return { rule, column, said: message('csv-excel-day', { found, needsDay }) };
    case 'form':
      return { rule, column, said: message('csv-bad-day', { found, needsDay }) };
  }
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
      return { rule: 'csv-task', column: 'task', said, suggestion, sure: 'unsafe' };
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
      return { rule: 'csv-occurrence', column: 'occurrence', said, suggestion, sure: 'unsafe' };
    }
    case 'missing-agency': {
      const said = message('csv-missing-agency', { task, owing: problem.owing });
      return { rule: 'csv-agency', column: 'agency', said };
    }
    case 'unknown-agency': {
      const { owing, suggestion } = problem;
      const said = message('csv-unknown-agency', { found: cell('agency'), owing, suggestion });
      return { rule: 'csv-agency', column: 'agency', said, suggestion, sure: 'unsafe' };
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
