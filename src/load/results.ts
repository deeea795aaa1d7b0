import { type Finding, finding, type Place } from '../finding.ts';
import { findingLog } from '../finding-log.ts';
import { message } from '../message/message.ts';
import type { NotCounted } from '../not-counted.ts';
import type { Result } from '../result.ts';
import { tableReadings } from './cell-reading.ts';
import { findEvidence } from './evidence.ts';
import type { DataRows } from './passed-over.ts';
import { type Book, openBook, type ResultsOptions } from './result-book.ts';
import { type ResultColumn as Column, RESULTS, SHEET_RESULTS } from './result-columns.ts';
import type { ResultFrame } from './result-frame.ts';
import { rowReader } from './result-row.ts';
import { type Row, readTable, tableBytes } from './table.ts';
import { unreadLog } from './unread.ts';

/** What became of a results file. */
export interface ResultsReading {
  /** As the user named it. */
  file: string;
  /** Of very many those behind the first are counted: `more` of a finding. */
  findings: Finding[];
  /** The rows that give no result for an error in them. */
  notCounted: NotCounted[];
  /** Rows of data seen, blank ones left out. */
  rows: number;
  /** Those that gave no result: each has a finding, but where a column is missing for all of them. */
  unread: number;
  /** Sound ones that report nothing yet, as in a collection sheet; not among the unread. */
  empty: number;
}

/** Takes the results of a file, in its order, each with the places of its row's cells. */
export type ResultSink = (result: Result, at: (column: Column) => Place) => void;

/**
 * Reads a results file and hands each result to the sink, so that memory does not grow with the
 * rows. A row with anything that cannot be read gives a finding for each such cell and no result,
 * as does one of an area that had ended by then. The sink may ask for the places of the row's
 * cells while it has the row, not later.
 *
 * @param file the file as the user named it
 * @throws the system's error when the file cannot be opened or read, and whatever the sink throws
 */
export async function readResults(
  file: string,
  frame: ResultFrame,
  options: ResultsOptions,
  sink: ResultSink,
): Promise<ResultsReading> {
  const log = findingLog(options.mostFindings);
  const unreadRows = unreadLog();
  let about: string | null = null;
  const report = (found: Finding) => {
    const own = { ...found, about };
    log.add(own);
    unreadRows.add(own);
    options.hear?.(own);
  };
  const declared = options.decimal ?? frame.decimal;
  const how = { ...options, bytes: await tableBytes(file, options) };
  const spec = options.given === undefined ? RESULTS : SHEET_RESULTS;
  const shown = await findEvidence(file, spec, how, {
    numbers: declared === null ? NUMBERS : [],
    days: ['period', 'published'],
  });
  const evidence = { ...shown, decimal: declared ?? shown.decimal, declared };
  const book = openBook(file, frame, options, evidence, report);
  const resultIn = rowReader(book);
  let read = 0;
  const row = (cells: Row<Column>) => {
    about = cells.cells.indicator;
    const empty = book.empty?.rows ?? 0;
    const result = resultIn(cells);
    about = null;
    if (!result) return (book.empty?.rows ?? 0) > empty;
    read += 1;
    sink(result, cells.place);
    return true;
  };
  const reader = { row, report, data: dataRows(book), ...tableReadings(options.reading) };
  const { rows } = await readTable(file, spec, how, reader);
  if (book.empty) log.add(emptiness(book.empty));
  const empty = book.empty?.rows ?? 0;
  return {
    file,
    findings: log.findings(),
    notCounted: unreadRows.entries(),
    rows,
    empty,
    unread: rows - read - empty,
  };
}

/** The columns that hold numbers. */
export const NUMBERS = ['value', 'numerator', 'denominator'] as const;

/** A row without a code that the plan knows is one of data where it has a figure or a status. */
function dataRows(book: Book): DataRows<Column> {
  return {
    column: 'indicator',
    isKnown: (text) => book.addressOf(text) !== null,
    facts: [...NUMBERS, 'status'],
    says(column, text) {
      if (column === 'status') return book.readStatus(text) !== undefined;
      const { wording } = book.readOther(text);
      return wording.kind !== 'figure' || /^\P{L}*\d/u.test(wording.figure);
    },
  };
}

/** A collection sheet comes back half filled in: that is told once, not row by row. */
function emptiness({ rows, place }: NonNullable<Book['empty']>): Finding {
  const needed = ['value', 'numerator + denominator', 'status'];
  const said = message('csv-empty-row', { rows, needed });
  return finding({ rule: 'csv-empty-row', place, path: ['value'], message: said });
}
