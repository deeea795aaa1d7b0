import { type Edit, type Finding, finding, lineOf, type Place } from '../finding.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { message } from '../message/message.ts';
import { type Bytes, beginning, bytesOf, openBytes } from './bytes.ts';
import { letterFindings } from './cell-letters.ts';
import { conflictIn, conflictLeft } from './conflict-marks.ts';
import { absolute } from './files.ts';
import { type Header, isColumn, knownAmong, noHeader, type TableSpec } from './header.ts';
import { type FoundHeader, headerAgain, headerSearch, isHeaded } from './header-search.ts';
import { overLimit } from './over-limit.ts';
import { type DataRows, isBeside } from './passed-over.ts';
import { rowCells } from './row-cells.ts';
import { rowFaults } from './row-faults.ts';
import type { CellValue, Delimiter, RowSink, Source, SourceRow } from './sources/source.ts';
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
  /** The file, where it is open already: a pipe cannot be opened twice. */
  bytes?: Bytes;
  /** What reads the file, where its kind does not say it. */
  source?: Source;
  /** Is told which share of the file has been read; small files are read without a word. */
  tell?: ((share: number) => void) | undefined;
  /** So many findings are kept one by one, the others counted; where absent, a usual number. */
  mostFindings?: number | undefined;
  /** The most that is read of any one thing; where absent, as usual. */
  limits?: Limits | undefined;
}

/** A row of data. Good only while it is being handed over: one object stands for all rows. */
export interface Row<Column extends string> {
  /**
   * The cells' texts, NFC, line breaks as `\n`, without blanks around them; empty where the file has
   * no such column.
   */
  readonly cells: Readonly<Record<Column, string>>;
  /** What the cell holds, where the file's cells have types. */
  value(column: Column): CellValue | undefined;
  /** 1-based line on which the row begins. */
  readonly line: number;
  /** The sheet that it stands on, where the file has several. */
  readonly sheet: string | undefined;
  /**
   * Where the cell stands; the row's beginning where the file has no such column. Worked out from
   * the row as it stands in the file.
   */
  place(column: Column): Place;
  /** The edit that writes a text into the cell, as {@link place}; `null` where it cannot be written. */
  edit(column: Column, text: string): Edit | null;
}

/** Who reads a table: rows and findings come in the order of the file. */
export interface TableReader<Column extends string> {
  /** Answers `false` for a row that cannot be read, anything else for one that can. */
  row(row: Row<Column>): unknown;
  report(found: Finding): void;
  /** Where absent, every row is one of data. */
  data?: DataRows<Column>;
  /** Is told of each header that rows are read with. */
  headed?(place: Place): void;
  /** Is told of each column that stands under another heading than its own name. */
  heading?(place: Place, written: string, column: Column): void;
  /** Is told of each row that is taken for no data, titles above the header too. */
  passed?(place: Place, cells: readonly string[]): void;
}

export interface TableReading {
  /** Rows of data seen, blank ones left out. */
  rows: number;
  /** Those that were not handed over. */
  unread: number;
  /** Titles, totals and signatures below the header: they are no rows of data. */
  passed: number;
}

/**
 * Reads a table row by row in constant memory, whatever kind of file it is. What is wrong with a
 * row (its number of cells, or a fault of its kind of file) is a finding, and the other rows are
 * handed over. Titles may stand above the header, which is looked for in the first twenty rows. Where
 * a required column is missing, rows are counted and none is handed over.
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
  const bytes = await tableBytes(file, options);
  const read = options.source ?? sourceOf(file, await beginning(bytes), kinds);
  const { delimiter, encoding, limits = LIMITS } = options;
  const table = tableOf(file, spec, reader, limits);
  const how = {
    delimiter,
    encoding,
    limits,
    isColumn: (cell: string) => isColumn(cell, spec),
    isHeaded: (rows: readonly (readonly string[])[]) => isHeaded(rows, spec),
  };
  const refusal = await read({ name: file, path, bytes }, how, table);
  if (refusal === null) return table.end();
  reader.report(refusal);
  return { rows: 0, unread: 0, passed: 0 };
}

/** Opens a table: what is read more than once is opened once. */
export async function tableBytes(
  file: string,
  { cwd, text, bytes, tell }: TableOptions,
): Promise<Bytes> {
  if (bytes !== undefined) return bytes;
  return text === undefined ? openBytes(absolute(file, cwd ?? '.'), tell) : bytesOf(text);
}

/** Takes a source's rows: the header is looked for first, what stands below it are rows of data. */
function tableOf<Column extends string>(
  file: string,
  spec: TableSpec<Column>,
  reader: TableReader<Column>,
  limits: Limits,
): RowSink & { end(): TableReading } {
  const reading: TableReading = { rows: 0, unread: 0, passed: 0 };
  let search = headerSearch(spec);
  let header: Header<Column> | null = null;
  let isBeheaded = false;
  /** The header of a table that stands below another one. */
  let below: Place | null = null;
  let hasUnnamed = false;
  /** How many of the latest rows could not be cut out, or not be read behind such a one. */
  let broken = 0;
  /** How many headings were held against the names of columns. */
  let headings = 0;
  let isOver = false;
  /** The rows that went by before the header was found. */
  let above: { place: Place; cells: readonly string[] }[] = [];
  let firstPassed: Place | null = null;
  const merged: Place[] = [];
  let current: SourceRow;
  const conflict = conflictIn();
  const positionOf = (column: Column) =>
    header!.positions.find(([name]) => name === column)?.[1] ?? -1;
  const { cells, ...own } = rowCells(spec);
  const handed: { -readonly [Key in keyof Row<Column>]: Row<Column>[Key] } = {
    cells,
    value: (column) => current.values?.[positionOf(column)],
    line: 1,
    sheet: undefined,
    place: (column) => current.place(positionOf(column)),
    edit: (column, text) => current.edit?.(positionOf(column))?.(text) ?? null,
  };

  function begin({
    header: found,
    findings,
    headings,
    rowsBelow,
    line,
  }: FoundHeader<Column>): void {
    header = found;
    own.begin(found);
    reading.rows += rowsBelow;
    reading.unread += rowsBelow;
    if (below !== null && !found.isUsable) reader.report(secondTable(below));
    else if (!isBeheaded) for (const fault of findings) reader.report(fault);
    const titles = above.filter(({ place: at }) => at.line < line);
    above = [];
    if (!found.isUsable) return;
    reader.headed?.({ ...headings[0]!.place, line });
    for (const { place: at, cells } of titles) reader.passed?.(at, cells);
    for (const [column, at] of found.positions) {
      const heading = headings[at];
      const written = heading?.text.trim();
      if (heading && written !== column) reader.heading?.(heading.place, written!, column);
    }
  }

  /** Not even its header is looked for: the names of columns are held against each other. */
  function refuse(limit: 'columns' | 'headings', place: Place): void {
    reader.report(overLimit(limit, limits, place));
    header = { positions: [], there: [], width: 0, named: 0, unnamed: new Set(), isUsable: false };
  }

  /** Counts a row that cannot be read; answers whether what comes behind it is wanted. */
  function countBroken(place: () => Place): 'go-on' | 'stop' {
    broken += 1;
    if (broken <= limits['broken-rows']) return 'go-on';
    reader.report(overLimit('broken-rows', limits, place()));
    isOver = true;
    return 'stop';
  }

  function add(row: SourceRow, into: Header<Column>): void {
    const isOdd = own.fill(row, into);
    const { data } = reader;
    if (data && into.there.length > 0 && !(into.isUsable && data.isKnown(cells[data.column]))) {
      const again = headerAgain(row, into, spec, data.column);
      if (again === 'same') return;
      if (again === 'other') {
        beginBelow(row);
        return;
      }
      if (into.isUsable && isBeside(row.cells, cells, data)) {
        reading.passed += 1;
        firstPassed ??= row.whole();
        reader.passed?.(row.whole(), row.cells);
        if (broken > 0) countBroken(row.whole);
        return;
      }
    }
    reading.rows += 1;
    if (into.isUsable && !hasUnnamed) tellUnnamed(row, into);
    if (!into.isUsable) {
      reading.unread += 1;
      return;
    }
    if (isOdd) for (const found of letterFindings(row, into)) reader.report(found);
    if (!isRead(row, into)) {
      if (broken > 0) countBroken(row.whole);
    } else broken = 0;
    if (row.isMerged)
      for (const [, at] of into.there) if (row.isMerged(at)) merged.push(row.place(at));
  }

  /** Hands the row over, if nothing is wrong with it as a whole; answers whether it could be read. */
  function isRead(row: SourceRow, into: Header<Column>): boolean {
    const faults = rowFaults(row, into);
    if (faults.length > 0) {
      for (const fault of faults) reader.report(fault);
      reading.unread += 1;
      return false;
    }
    handed.line = row.line;
    handed.sheet = row.sheet;
    return reader.row(handed) !== false;
  }

  /** Told once: what stands in a column without a heading is not read. */
  function tellUnnamed(row: SourceRow, { unnamed, named }: Header<Column>): void {
    const { cells, place } = row;
    if (unnamed.size === 0 && cells.length <= named) return;
    const at = cells.findIndex(
      (cell, one) => cell.trim() !== '' && (unnamed.has(one) || (one >= named && !row.miscounted)),
    );
    if (at < 0) return;
    hasUnnamed = true;
    const said = message('csv-unnamed-column', { column: at + 1 });
    reader.report(
      finding({ rule: 'csv-column', level: 'warning', place: place(at), message: said }),
    );
  }

  return {
    row(row) {
      if (isOver || isBlank(row.cells)) return;
      current = row;
      if (conflict.takes(row.cells[0]!)) {
        if (conflict.isOpening) reader.report(conflictLeft(row));
        return;
      }
      if (header) return add(row, header);
      if (row.cells.length > limits.columns) return refuse('columns', row.place(limits.columns));
      look(row);
    },
    lost(why) {
      reader.report(why);
      const found = header === null ? search.settled() : null;
      if (found) begin(found);
      if (header === null) isBeheaded = true;
      else {
        reading.rows += 1;
        reading.unread += 1;
      }
      return isOver ? 'stop' : countBroken(() => why.place);
    },
    report: reader.report,
    anotherTable() {
      finish();
      beginAnew();
      below = null;
    },
    end() {
      finish();
      if (header === null && !isBeheaded) reader.report(noHeader(lineOf(file, 1), spec));
      if (firstPassed !== null) reader.report(passedOver(firstPassed, reading.passed));
      if (merged.length > 0) reader.report(mergedCells(merged));
      return reading;
    },
  };

  function beginAnew(): void {
    search = headerSearch(spec);
    header = null;
    hasUnnamed = false;
  }

  /** Another header begins another table: its columns may be others, or in another order. */
  function beginBelow(row: SourceRow): void {
    beginAnew();
    below = row.whole();
    look(row);
  }

  function look(row: SourceRow): void {
    if (headings > limits.headings) {
      refuse('headings', row.whole());
      return;
    }
    if (knownAmong(row.cells, spec) > 0) headings += row.cells.length;
    const found = search.take(row);
    if (found === null) {
      if (reader.passed) above.push({ place: row.whole(), cells: row.cells });
      return;
    }
    begin(found.header);
    if (!found.isTaken) add(row, header!);
  }

  /** The header of a table that ends before it is settled that no other row is. */
  function finish(): void {
    const found = header === null ? search.end() : null;
    if (found) begin(found);
  }
}

function mergedCells([first, ...more]: readonly Place[]): Finding {
  const said = message('xlsx-merged', { cells: 1 + more.length });
  return finding({ rule: 'csv-passed-over', place: first!, message: said });
}

function passedOver(place: Place, rows: number): Finding {
  const said = message('csv-passed-over', { rows });
  return finding({ rule: 'csv-passed-over', place, message: said });
}

function secondTable(place: Place): Finding {
  return finding({ rule: 'csv-column', place, message: message('csv-second-table', {}) });
}

/** Excel writes the delimiters of rows that were emptied. */
function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.trim() !== '') return false;
  return true;
}
