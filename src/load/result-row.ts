import { hasEnded } from '../area.ts';
import { finding } from '../finding.ts';
import { message } from '../message/message.ts';
import type { Period, PeriodProblem } from '../period.ts';
import { type Result, STATUS_WORDS } from '../result.ts';
import { suggest } from '../suggest.ts';
import type { DeclaredStatus } from '../verdict.ts';
import type { Book, ResultColumn as Column, Reading } from './result-book.ts';
import { readFigure } from './result-figure.ts';
import type { Measured } from './result-frame.ts';
import type { Row } from './table.ts';

const FIGURES = ['value', 'numerator', 'denominator', 'status'] as const;

/** What an unknown indicator could be: its row's other cells are read without prejudice. */
const ANYTHING: Measured = { unit: '%', takesNumbers: true, takesMilestones: true };

export function readRow(row: Row<Column>, book: Book): Result | null {
  let isSound = true;
  const reading: Reading = {
    book,
    row,
    cell: (column) => row.cells[column].trim(),
    complain(rule, column, said, suggestion = null) {
      isSound = false;
      const place = row.place(column);
      book.report(finding({ rule, place, path: [column], message: said, suggestion }));
    },
  };
  const result = resultOf(reading);
  if (!isSound || !result) return null;
  if (FIGURES.every((column) => reading.cell(column) === '')) {
    book.empty = { place: row.place('value'), ...book.empty, rows: (book.empty?.rows ?? 0) + 1 };
    return null;
  }
  if (result.value !== null && result.source === '') warnOfSource(reading);
  return result;
}

function resultOf(reading: Reading): Result | null {
  const { book, row, cell } = reading;
  const measured = readIndicator(reading);
  const period = readRowPeriod(reading);
  const figure = readFigure(reading, measured ?? ANYTHING);
  const status = readRowStatus(reading);
  const area = readArea(reading);
  if (period) checkAreaAt(reading, area, period);
  if (!measured || !period) return null;
  return {
    indicator: cell('indicator'),
    period,
    ...figure,
    status,
    area,
    published: null,
    source: cell('source'),
    note: cell('note'),
    basis: 'result',
    file: book.file,
    line: row.line,
  };
}

function warnOfSource({ book, row }: Reading): void {
  const said = message('csv-no-source', {});
  const place = row.place('source');
  book.report(finding({ rule: 'csv-source', place, path: ['source'], message: said }));
}

function readIndicator({ book, cell, complain }: Reading): Measured | null {
  const found = cell('indicator');
  const measured = book.measured.get(found);
  if (measured) return measured;
  const indicator = found.slice(0, Math.max(found.indexOf('/'), 0));
  const isPart = book.measured.has(indicator);
  const parts = isPart ? partsOf(indicator, book) : [];
  const suggestion = isPart ? suggest(found, parts) : book.nearIndicator(found);
  const start = indicator.length + 1;
  const said = isPart
    ? message('csv-unknown-part', {
        found: found.slice(start),
        indicator,
        valid: parts.map((address) => address.slice(start)),
        suggestion,
      })
    : message('csv-unknown-indicator', { found, suggestion });
  complain('csv-indicator', 'indicator', said, suggestion);
  return null;
}

/** The addresses of its parts; another indicator's part of that name is not what was meant. */
function partsOf(indicator: string, { measured }: Book): string[] {
  return [...measured.keys()].filter((address) => address.startsWith(`${indicator}/`));
}

const PERIOD_WORDS = {
  form: 'csv-bad-period',
  calendar: 'csv-impossible-period',
  'excel-month': 'csv-excel-month',
} as const satisfies Record<PeriodProblem, string>;

function readRowPeriod({ book, cell, complain }: Reading): Period | null {
  const found = cell('period');
  const period = book.readPeriod(found);
  if (typeof period !== 'string') return period;
  complain('csv-period', 'period', message(PERIOD_WORDS[period], { found }));
  return null;
}

function readRowStatus({ book, cell, complain }: Reading): DeclaredStatus | null {
  const found = cell('status');
  if (found === '') return null;
  const status = book.readStatus(found);
  if (status) return status;
  const suggestion = suggest(found, STATUS_WORDS);
  const said = message('csv-unknown-status', { found, valid: STATUS_WORDS, suggestion });
  complain('csv-status', 'status', said, suggestion);
  return null;
}

function readArea({ book, cell, complain }: Reading): string {
  const found = cell('area');
  if (found === '') return book.area;
  if (book.areas === null || book.areas.has(found)) return found;
  const suggestion = book.nearArea(found);
  complain('csv-area', 'area', message('csv-unknown-area', { found, suggestion }), suggestion);
  return found;
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
  });
  complain('csv-ended-area', column, said, column === 'area' ? successor : null);
}
