import { type Finding, finding, lineOf, type Place } from '../finding.ts';
import { beginning, bytesOf, openBytes } from './bytes.ts';
import { absolute } from './files.ts';
import { type Header, isColumn, noHeader, readHeader, type TableSpec } from './header.ts';
import type { CellValue, Delimiter, RowSink, SourceRow } from './sources/source.ts';
import { SOURCES, type SourceKinds, sourceOf } from './sources/sources.ts';

/** How a table is to be read; a kind of file takes what concerns it. */
export interface TableOptions {
  /** `null`: found out from the header. */
  delimiter: Delimiter | null;
  /** A WHATWG encoding label; `null`: found out from the bytes. */
  encoding: string | null;
  /** The folder that the file's name is relative to; the process's own where absent. */
  cwd?: string | undefined;
  /** What the file says, where that is at hand; else it is opened. */
  text?: string | undefined;
}

/** A row with as many cells as the header. */
export interface Row<Column extends string> {
  /** The cells' texts, NFC, line breaks as `\n`; empty where the file has no such column. */
  cells: Readonly<Record<Column, string>>;
  /** What the cell holds, where the file's cells have types. */
  value(column: Column): CellValue | undefined;
  /** 1-based line on which the row begins. */
  line: number;
  /**
   * Where the cell stands; the row's beginning where the file has no such column. Worked out from
   * the row as it stands in the file, so only while the row is being handed over.
   */
  place(column: Column): Place;
}

/** Who reads a table: rows and findings come in the order of the file. */
export interface TableReader<Column extends string> {
  row(row: Row<Column>): void;
  report(found: Finding): void;
}

export interface TableReading {
  /** Rows of data seen, blank ones left out. */
  rows: number;
  /** Those that were not handed over. */
  unread: number;
}

/**
 * Reads a table row by row in constant memory, whatever kind of file it is. What is wrong with a
 * row (its number of cells, or a fault of its kind of file) is a finding, and the other rows are
 * handed over. Where a required column is missing, rows are counted and none is handed over.
 *
 * @param file the file as the user named it; findings name it so
 * @param kinds the kinds of file that are known
 * @throws the system's error when the file cannot be opened or read, and whatever the reader throws
 */
export async function readTable<Column extends string>(
  file: string,
  spec: TableSpec<Column>,
  options: TableOptions,
  reader: TableReader<Column>,
  kinds: SourceKinds = SOURCES,
): Promise<TableReading> {
  const path = absolute(file, options.cwd ?? '.');
  const bytes = options.text === undefined ? await openBytes(path) : bytesOf(options.text);
  const read = sourceOf(file, await beginning(bytes), kinds);
  const table = tableOf(file, spec, reader);
  const { delimiter, encoding } = options;
  const how = { delimiter, encoding, isColumn: (cell: string) => isColumn(cell, spec) };
  const refusal = await read({ name: file, path, bytes }, how, table);
  if (refusal === null) return table.end();
  reader.report(refusal);
  return { rows: 0, unread: 0 };
}

/** Takes a source's rows, of which the first that is not blank is the header. */
function tableOf<Column extends string>(
  file: string,
  spec: TableSpec<Column>,
  reader: TableReader<Column>,
): RowSink & { end(): TableReading } {
  const reading: TableReading = { rows: 0, unread: 0 };
  let header: Header<Column> | null = null;
  let isBeheaded = false;
  let current: SourceRow;
  const positionOf = (column: Column) =>
    header!.positions.find(([name]) => name === column)?.[1] ?? -1;
  const place = (column: Column) => current.place(positionOf(column));
  const value = (column: Column) => current.values?.[positionOf(column)];

  function add(row: SourceRow, into: Header<Column>): void {
    reading.rows += 1;
    const found = into.isUsable ? countFinding(row, into) : null;
    if (found) reader.report(found);
    if (found || !into.isUsable) reading.unread += 1;
    else reader.row({ cells: cellsOf(row.cells, into), value, line: row.line, place });
  }

  function begin(row: SourceRow): void {
    const read = readHeader(row, spec);
    header = read.header;
    for (const found of read.findings) reader.report(found);
  }

  return {
    row(row) {
      if (isBlank(row.cells)) return;
      current = row;
      if (header) add(row, header);
      else begin(row);
    },
    lost(why) {
      reader.report(why);
      isBeheaded = header === null;
      if (isBeheaded) return 'stop';
      reading.rows += 1;
      reading.unread += 1;
      return 'go-on';
    },
    report: reader.report,
    end() {
      if (!header && !isBeheaded) reader.report(noHeader(lineOf(file, 1), spec));
      return reading;
    },
  };
}

/** Excel writes the delimiters of rows that were emptied. */
function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Below U+0300 every character is its own NFC; asking first is much faster than normalising. */
const MAYBE_DECOMPOSED = /[\u0300-\uffff]/;

function cellsOf<Column extends string>(
  cells: readonly string[],
  { positions }: Header<Column>,
): Record<Column, string> {
  const named = {} as Record<Column, string>;
  for (const [column, at] of positions) {
    const cell = cells[at] ?? '';
    named[column] = MAYBE_DECOMPOSED.test(cell) ? cell.normalize('NFC') : cell;
  }
  return named;
}

function countFinding(row: SourceRow, { width, named }: Header<string>): Finding | null {
  const { cells } = row;
  const filled = cells.length === width ? cells.findLastIndex((cell) => cell.trim() !== '') + 1 : 0;
  if (cells.length === width && filled <= named) return null;
  const counts =
    cells.length === width
      ? { found: filled, expected: named }
      : { found: cells.length, expected: width };
  return finding({ rule: 'csv-syntax', place: row.whole(), message: row.miscounted(counts) });
}
