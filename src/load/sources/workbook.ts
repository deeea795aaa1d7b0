import { type Finding, finding, lineOf, type Place } from '../../finding.ts';
import type { WorkbookProblem } from '../../message/csv.ts';
import { message } from '../../message/message.ts';
import type { Bytes } from '../bytes.ts';
import type { RowSink, Source, SourceOptions, SourceRow } from './source.ts';
import { openBook, type Sheet } from './workbook-sheets.ts';

/** Among so many rows of a sheet the header is looked for. */
const HEADER_ROWS = 20;

/**
 * Reads an Excel workbook: the table of every visible sheet that has one. What it hides, merges or
 * leaves out is told; a file that is no workbook gives one finding that says what it is.
 */
export const readXlsx: Source = async ({ name, bytes }, options, sink) => {
  const sheets = await booksOf(bytes);
  if (typeof sheets === 'string') return unread(name, sheets);
  const filled = sheets.filter((sheet) => firstRows(sheet).length > 0);
  const headed = filled.filter((sheet) => options.isHeaded(firstRows(sheet)));
  const shown = headed.filter(({ isHidden }) => !isHidden);
  const hidden = headed.filter(({ isHidden }) => isHidden);
  if (shown.length === 0 && hidden.length > 0) return allHidden(name, hidden);
  const read = shown.length > 0 ? shown : mostNamed(filled, options);
  tellSheets(name, { read, hidden }, sink);
  for (const [index, sheet] of read.entries()) {
    if (index > 0) sink.anotherTable();
    readSheet(name, sheet, sink);
  }
  return null;
};

/** A table is looked through more than once. */
const opened = new WeakMap<Bytes, ReturnType<typeof openBook>>();

function booksOf(bytes: Bytes): ReturnType<typeof openBook> {
  const known = opened.get(bytes);
  if (known !== undefined) return known;
  const book = openBook(bytes);
  opened.set(bytes, book);
  return book;
}

function unread(file: string, problem: WorkbookProblem): Finding {
  const said = message('xlsx-unread', { problem });
  return finding({ rule: 'csv-encoding', place: lineOf(file, 1), message: said });
}

function allHidden(file: string, sheets: readonly Sheet[]): Finding {
  const said = message('xlsx-all-hidden', { sheets: sheets.map(({ name }) => name) });
  return finding({ rule: 'csv-column', place: lineOf(file, 1), message: said });
}

/** The first rows that are not blank. */
function firstRows(sheet: Sheet): string[][] {
  const found: string[][] = [];
  for (let at = 0; at < sheet.height && found.length < HEADER_ROWS; at += 1) {
    const { cells } = sheet.row(at);
    if (cells.some((cell) => cell.trim() !== '')) found.push(cells);
  }
  return found;
}

/** Where no sheet has a whole header, the one that comes nearest, so that it can be said what it lacks. */
function mostNamed(sheets: readonly Sheet[], { isColumn }: SourceOptions): Sheet[] {
  const named = (sheet: Sheet) =>
    Math.max(...firstRows(sheet).map((cells) => cells.filter(isColumn).length));
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  return visible.toSorted((a, b) => named(b) - named(a)).slice(0, 1);
}

function tellSheets(
  file: string,
  { read, hidden }: { read: readonly Sheet[]; hidden: readonly Sheet[] },
  sink: RowSink,
): void {
  const tell = (said: ReturnType<typeof message>, level: 'info' | 'warning') =>
    sink.report(finding({ rule: 'csv-passed-over', level, place: lineOf(file, 1), message: said }));
  const names = (sheets: readonly Sheet[]) => sheets.map(({ name }) => name);
  if (read.length > 1) tell(message('xlsx-several-sheets', { sheets: names(read) }), 'info');
  if (hidden.length > 0) tell(message('xlsx-hidden-sheets', { sheets: names(hidden) }), 'warning');
}

function readSheet(file: string, sheet: Sheet, sink: RowSink): void {
  const hiddenRows: number[] = [];
  const hiddenColumns = new Set<number>();
  for (let at = 0; at < sheet.height; at += 1) {
    const row = rowOf(file, sheet, at);
    const filled = row.cells.flatMap((cell, column) => (cell.trim() === '' ? [] : column));
    if (filled.length > 0 && sheet.isHiddenRow(at)) hiddenRows.push(at);
    for (const column of filled) if (sheet.isHiddenColumn(column)) hiddenColumns.add(column);
    sink.row(row);
  }
  const tell = (row: number, column: number, said: ReturnType<typeof message>) =>
    sink.report(
      finding({
        rule: 'csv-passed-over',
        place: placeOf(file, sheet, row, column),
        message: said,
      }),
    );
  const [row] = hiddenRows;
  if (row !== undefined) tell(row, 0, message('xlsx-hidden-rows', { rows: hiddenRows.length }));
  const [column] = hiddenColumns;
  if (column !== undefined)
    tell(0, column, message('xlsx-hidden-columns', { columns: hiddenColumns.size }));
}

function rowOf(file: string, sheet: Sheet, at: number): SourceRow {
  const { cells, values } = sheet.row(at);
  return {
    cells,
    values,
    line: at + 1,
    sheet: sheet.name,
    isMerged: (column) => sheet.isMerged(at, column),
    place: (column) => placeOf(file, sheet, at, Math.max(column, 0)),
    whole: () => ({ ...placeOf(file, sheet, at, 0), endColumn: Math.max(cells.length, 1) + 1 }),
  };
}

/** Rows are lines and columns are columns, both counted from 1. */
function placeOf(file: string, { name }: Sheet, row: number, column: number): Place {
  const line = row + 1;
  return { file, sheet: name, line, column: column + 1, endLine: line, endColumn: column + 2 };
}
