import { hasEnded } from '../area.ts';
import type { Day } from '../calendar.ts';
import { finding, type Level, type RaisedRule } from '../finding.ts';
import { fixOf } from '../fix.ts';
import { foldText } from '../fold.ts';
import { legible } from '../look-alike.ts';
import { type Message, message } from '../message/message.ts';
import {
  dayTurned,
  hasTwoReadings,
  monthFirstDay,
  type Period,
  type PeriodProblem,
} from '../period.ts';
import { type Result, STATUS_WORDS } from '../result.ts';
import { type FixClass, type Sureness, suggestPhrase } from '../suggest.ts';
import { isSameUnit } from '../unit.ts';
import type { DeclaredStatus } from '../verdict.ts';
import type { Book, Reading } from './result-book.ts';
import type { ResultColumn as Column } from './result-columns.ts';
import { readFigure } from './result-figure.ts';
import type { Measured } from './result-frame.ts';
import type { Row } from './table.ts';

const FIGURES = ['value', 'numerator', 'denominator', 'status'] as const;

/** What an unknown indicator could be: its row's other cells are read without prejudice. */
const ANYTHING: Measured = {
  unit: '%',
  isPercent: true,
  factor: 100,
  takesNumbers: true,
  takesMilestones: true,
};

/**
 * Reads rows of a file: the result that a row tells; `null` where it tells none or cannot be read, which
 * is then said. One object stands for all rows while they are read.
 */
export function rowReader(book: Book): (row: Row<Column>) => Result | null {
  let row: Row<Column>;
  let isSound = true;
  const say = (
    level: Level | null,
    rule: RaisedRule,
    column: Column,
    said: Message,
    meant: string | null,
    sure: FixClass | null,
  ) => {
    const place = row.place(column);
    const fix = meant === null ? null : fixOf(sure, row.edit(column, meant));
    const report = { rule, place, path: [column], message: said, suggestion: meant, fix };
    book.report(finding(level === null ? report : { ...report, level }));
  };
  const show = (column: Column, read: () => string) => {
    const [written, meant] = [row.cells[column], read()];
    if (written === meant) return;
    book.reading!({ place: row.place(column), column, written, read: meant });
  };
  const reading: Reading = {
    book,
    get row() {
      return row;
    },
    get cells() {
      return row.cells;
    },
    cell: (column) => row.cells[column],
    complain(rule, column, said, meant = null, sure = null) {
      isSound = false;
      say(null, rule, column, said, meant, sure);
    },
    doubt: (rule, column, said, suggestion = null) =>
      say('warning', rule, column, said, suggestion, null),
    readAs: book.reading && show,
  };
  return (next) => {
    row = next;
    isSound = true;
    const result = resultOf(reading);
    if (!isSound || !result) return null;
    if (row.cells.value === '' && FIGURES.every((column) => row.cells[column] === '')) {
      const note = row.cells.note;
      if (book.period !== null && note !== '')
        reading.doubt('csv-number', 'note', message('sheet-note-alone', { found: note }));
      book.empty = { place: row.place('value'), ...book.empty, rows: (book.empty?.rows ?? 0) + 1 };
      return null;
    }
    if (result.value !== null && result.source === '') warnOfSource(reading);
    return result;
  };
}

function resultOf(reading: Reading): Result | null {
  const { book, row, cells } = reading;
  const indicator = readIndicator(reading);
  const measured = (indicator !== null && book.measured.get(indicator)) || null;
  if (measured) checkUnit(reading, measured);
  const period = readRowPeriod(reading);
  const figure = readFigure(reading, measured ?? ANYTHING);
  const status = readRowStatus(reading);
  const area = readArea(reading, period);
  const published = readPublished(reading);
  if (period) checkAreaAt(reading, area, period);
  if (!measured || !period) return null;
  // Written out: to spread one object into another takes longer than all the rest of a row.
  const { value, counts, printed } = figure;
  const result: Result = {
    indicator: indicator!,
    period,
    value,
    counts,
    printed,
    status,
    area,
    published,
    source: cells.source,
    note: cells.note,
    basis: 'result',
    file: book.file,
    sheet: row.sheet,
    line: row.line,
  };
  if (figure.isAnswered) result.isAnswered = true;
  if (figure.printedDecimals !== undefined) result.printedDecimals = figure.printedDecimals;
  return result;
}

/** A sheet that tells another unit than the plan has been filled in with other figures. */
function checkUnit({ cells, complain }: Reading, { unit }: Measured): void {
  const found = cells.unit;
  if (found === '' || unit === null || isSameUnit(found, unit)) return;
  complain('csv-number', 'unit', message('csv-sheet-unit', { found, unit }), unit);
}

function warnOfSource({ book, row }: Reading): void {
  const said = message('csv-no-source', {});
  const place = row.place('source');
  book.report(finding({ rule: 'csv-source', place, path: ['source'], message: said }));
}

function readIndicator({ book, cells, complain, readAs }: Reading): string | null {
  const found = cells.indicator;
  const address = book.addressOf(found);
  if (address !== null) {
    readAs?.('indicator', () => address);
    return address;
  }
  const indicator = found.slice(0, Math.max(found.indexOf('/'), 0));
  const isPart = book.measured.has(indicator);
  const parts = isPart ? book.partsOf(indicator) : null;
  const suggestion = parts ? parts.near(found) : book.nearIndicator(found);
  const said = parts
    ? message('csv-unknown-part', {
        found: found.slice(indicator.length + 1),
        indicator,
        valid: parts.ids,
        suggestion,
      })
    : message('csv-unknown-indicator', { found, suggestion });
  const sureness = parts?.sureness ?? book.indicatorSureness;
  complain('csv-indicator', 'indicator', said, suggestion, surenessOf(found, suggestion, sureness));
  return null;
}

const PERIOD_WORDS = {
  form: 'csv-bad-period',
  calendar: 'csv-impossible-period',
  'excel-month': 'csv-excel-month',
  'excel-serial': 'csv-excel-serial',
} as const satisfies Record<Exclude<PeriodProblem, 'month-first'>, string>;

/** The period in the cell; a date that is one in its file is a day. */
function periodIn(reading: Reading, column: 'period' | 'published'): Period | PeriodProblem {
  const typed = reading.row.value(column);
  if (typed?.kind === 'date') return reading.book.readPeriod(typed.value);
  return reading.book.readPeriod(reading.cells[column]);
}

function readRowPeriod(reading: Reading): Period | null {
  const { book, cells, complain } = reading;
  const found = cells.period;
  if (found === '' && book.period !== null) return book.period;
  const period = periodIn(reading, 'period');
  if (typeof period !== 'string') {
    settleDay(reading, 'period', period);
    return period;
  }
  if (period === 'month-first') complainOfMonthFirst(reading, 'period');
  else if (period === 'form' && NO_YEAR.test(foldText(found)))
    complain('csv-period', 'period', message('csv-period-year', { found }));
  else complain('csv-period', 'period', message(PERIOD_WORDS[period], { found }));
  return null;
}

/** "Quý III", "Quý 3/24", "31/12/24", "6 tháng đầu năm": of which year? */
const NO_YEAR =
  /^(?:(?:qu[yi]|q\.?|thang|th\.?|t) ?(?:[ivx]+|\d{1,2})|\d{1,2} thang(?: (?:dau|cuoi))?|\d{1,2}[/.-]\d{1,2})(?:[ /.-]+(?:nam ?)?(?:\d{2})?)?$/;

/** The day from which the figure is known: of a month or year its last. */
function readPublished(reading: Reading): Day | null {
  const { cells, complain } = reading;
  const found = cells.published;
  if (found === '') return null;
  const period = periodIn(reading, 'published');
  if (typeof period !== 'string') {
    settleDay(reading, 'published', period);
    return period.end;
  }
  if (period === 'month-first') complainOfMonthFirst(reading, 'published');
  else {
    const isExcel = period === 'excel-month' || period === 'excel-serial';
    const said = isExcel
      ? message('csv-excel-day', { found, needsDay: false })
      : message('csv-bad-day', { found, needsDay: false });
    complain('csv-date', 'published', said);
  }
  return null;
}

const DAY_RULES = { period: 'csv-period', published: 'csv-date' } as const;

/** In a file with days of the other order a day that could be either may be the other one. */
function settleDay(reading: Reading, column: 'period' | 'published', period: Period): void {
  const { book, cell, doubt, readAs, row } = reading;
  readAs?.(column, () => (column === 'period' ? period.text : period.end));
  if (!book.hasMonthFirst || row.value(column)?.kind === 'date') return;
  const found = cell(column);
  if (!hasTwoReadings(found)) return;
  const said = message('csv-doubtful-day', {
    found,
    read: period.end,
    other: dayTurned(period.end),
  });
  doubt(DAY_RULES[column], column, said);
}

function complainOfMonthFirst({ cell, complain }: Reading, column: 'period' | 'published'): void {
  const found = cell(column);
  const meant = monthFirstDay(found);
  complain(DAY_RULES[column], column, message('csv-month-first', { found, meant }), meant, 'safe');
}

function surenessOf(found: string, suggestion: string | null, sureness: Sureness): FixClass | null {
  return suggestion === null ? null : sureness(found, suggestion);
}

function readRowStatus({ book, cells, complain, readAs }: Reading): DeclaredStatus | null {
  const found = cells.status;
  if (found === '') return null;
  const status = book.readStatus(found);
  if (status) {
    readAs?.('status', () => status);
    return status;
  }
  const suggestion = suggestPhrase(found, STATUS_WORDS);
  const said = message('csv-unknown-status', { found, valid: STATUS_WORDS, suggestion });
  complain('csv-status', 'status', said, suggestion, 'unsafe');
  return null;
}

function readArea({ book, cells, complain, readAs }: Reading, period: Period | null): string {
  const found = cells.area || (book.period === null ? '' : book.area);
  if (found === '') return book.area;
  if (book.areas === null || book.areas.has(found)) return found;
  const code = [legible(found).toLowerCase(), book.areaNamed(found, period?.end ?? null)].find(
    (one) => one !== null && book.areas!.has(one),
  );
  if (code) {
    readAs?.('area', () => code);
    return code;
  }
  const suggestion = book.nearArea(found);
  const said = message('csv-unknown-area', { found, suggestion });
  complain('csv-area', 'area', said, suggestion, surenessOf(found, suggestion, book.areaSureness));
  return found;
}

/** The row's figure, counts or status, as written. */
function saidIn(cell: Reading['cell']): string {
  const counts = [cell('numerator'), cell('denominator')].filter((count) => count !== '');
  return cell('value') || counts.join('/') || cell('status');
}

/** A province that became part of another has no results of its own any more. */
function checkAreaAt({ book, cell, complain }: Reading, code: string, period: Period): void {
  const area = book.areas?.get(code);
  if (!area || !hasEnded(area, period.end)) return;
  const { validTo, successor } = area;
  const column = cell('area') === '' ? 'period' : 'area';
  const said = message('csv-ended-area', {
    area: code,
    ended: validTo!,
    period: cell('period'),
    successor,
    found: saidIn(cell),
  });
  complain('csv-ended-area', column, said, column === 'area' ? successor : null);
}
