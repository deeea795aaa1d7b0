import type { Day } from '../calendar.ts';
import { nearestDueDate } from '../deadline.ts';
import { finding, type Level, levelOf, type RaisedRule } from '../finding.ts';
import { fixOf } from '../fix.ts';
import { legible } from '../look-alike.ts';
import { type Message, message } from '../message/message.ts';
import {
  dayTurned,
  hasTwoReadings,
  monthFirstDay,
  type PeriodProblem,
  parsePeriod,
} from '../period.ts';
import {
  PROGRESS_WORDS,
  type ProgressProblem,
  type ProgressRow,
  type ProgressStatus,
  readProgressStatus,
} from '../progress.ts';
import { type FixClass, suggestPhrase } from '../suggest.ts';
import type { Book } from './progress-book.ts';
import type { ProgressColumn as Column, DayColumn } from './progress-columns.ts';
import type { CellValue } from './sources/source.ts';
import type { Row } from './table.ts';

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

/** The row as the plan has it, with its faults told; `null` where one of them is an error. */
export function readRow(row: Row<Column>, book: Book): ProgressRow | null {
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
