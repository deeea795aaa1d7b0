import path from 'node:path';
import { Parser } from 'csv-parse';
import { type Finding, finding, lineOf, type Place } from '../finding.ts';
import { foldText } from '../fold.ts';
import { message } from '../messages/message.ts';
import { suggest } from '../suggest.ts';
import { type EncodingProblem, openText } from './encoding.ts';

export type Delimiter = ',' | ';' | '\t';

/** The columns that a table may have. */
export interface TableSpec<Column extends string> {
  columns: readonly Column[];
  required: readonly Column[];
  /** Sets of columns of which one must be there in full. */
  oneOf?: readonly (readonly Column[])[];
}

export interface TableOptions {
  /** `null`: found out from the header. */
  delimiter: Delimiter | null;
  /** A WHATWG encoding label; `null`: found out from the bytes. */
  encoding: string | null;
  /** The folder that the file's name is relative to; the process's own where absent. */
  cwd?: string | undefined;
}

/** A row with as many cells as the header. */
export interface Row<Column extends string> {
  /** The cells' texts, NFC, line breaks as `\n`; empty where the file has no such column. */
  cells: Readonly<Record<Column, string>>;
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

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];
const NEWLINE = 0x0a;
const QUOTE = '"';

/** In bytes. Behind a quote that is never closed the text is read so far, not to the file's end. */
const LONGEST_ROW = 1 << 20;

/**
 * Reads a CSV file row by row in constant memory. What is wrong with a row (a quote, the number of
 * its cells) is a finding and ends with its line; the other rows are handed over. Where a required
 * column is missing, rows are counted and none is handed over.
 *
 * @param file the file as the user named it; findings name it so
 * @throws the system's error when the file cannot be opened or read, and whatever the reader throws
 */
export async function readTable<Column extends string>(
  file: string,
  spec: TableSpec<Column>,
  options: TableOptions,
  reader: TableReader<Column>,
): Promise<TableReading> {
  const text = await openText(path.resolve(options.cwd ?? '.', file), options.encoding);
  if (text.kind === 'problem') {
    reader.report(encodingFinding(file, text));
    return { rows: 0, unread: 0 };
  }
  const chunks = text.chunks();
  try {
    const first = await firstLines(chunks);
    const delimiter = options.delimiter ?? findDelimiter(first.toString(), spec.columns);
    const table = tableOf(file, delimiter, spec, reader);
    await cutAll(first, chunks, recordCutter(delimiter, table));
    return table.end();
  } finally {
    await chunks.return(undefined);
  }
}

async function cutAll(
  first: Buffer,
  rest: AsyncGenerator<Buffer>,
  cutter: ReturnType<typeof recordCutter>,
): Promise<void> {
  let isOpen = await cutter.write(first);
  while (isOpen) {
    const next = await rest.next();
    isOpen = next.done ? await cutter.end() : await cutter.write(next.value);
  }
}

function encodingFinding(file: string, { problem, encoding, line }: EncodingProblem): Finding {
  const said = {
    'not-text': message('csv-not-text', { file }),
    unknown: message('csv-bad-encoding', { encoding }),
    undecodable: message('csv-undecodable', { encoding }),
  };
  return finding({ rule: 'csv-encoding', place: lineOf(file, line), message: said[problem] });
}

/** The beginning of the file, the first line that is not blank included. */
async function firstLines(chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  let known: Buffer = Buffer.alloc(0);
  while (known.length < LONGEST_ROW && !known.toString().trimStart().includes('\n')) {
    const next = await chunks.next();
    if (next.done) break;
    known = Buffer.concat([known, next.value]);
  }
  return known;
}

/** The delimiter that parts the most known columns from each other, else the most cells. */
function findDelimiter(start: string, columns: readonly string[]): Delimiter {
  const header = headerText(start);
  const scores = DELIMITERS.map((delimiter) => {
    const names = spansOf(header, delimiter).map(({ text }) =>
      foldName(text.replaceAll(QUOTE, '')),
    );
    return { delimiter, known: names.filter((name) => columns.includes(name)).length, names };
  });
  scores.sort((a, b) => b.known - a.known || b.names.length - a.names.length);
  return scores[0]!.delimiter;
}

/** The first line that is not blank; a line break inside quotes does not end it. */
function headerText(start: string): string {
  const text = start.trimStart();
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === QUOTE) isQuoted = !isQuoted;
    if (text[at] === '\n' && !isQuoted) return text.slice(0, at);
  }
  return text;
}

function foldName(cell: string): string {
  return foldText(cell.replaceAll('\ufeff', ''));
}

/** A cell as it stands in the file, quotes included; the end is exclusive. */
interface Span {
  text: string;
  start: number;
  end: number;
}

function spansOf(raw: string, delimiter: string): Span[] {
  const spans: Span[] = [];
  let isQuoted = false;
  let start = 0;
  for (let at = 0; at <= raw.length; at += 1) {
    if (raw[at] === QUOTE) isQuoted = !isQuoted;
    const isEnd = at === raw.length || (raw[at] === delimiter && !isQuoted);
    if (!isEnd) continue;
    spans.push({ text: raw.slice(start, at), start, end: at });
    start = at + 1;
  }
  return spans;
}

// Records become rows.

interface Header<Column extends string> {
  /** The cell of each column, −1 where the file has none. */
  positions: readonly (readonly [Column, number])[];
  /** How many cells the header has, and how many up to the last that is not blank. */
  width: number;
  named: number;
  isUsable: boolean;
}

/** A record whose place in the file is known. */
interface Located {
  file: string;
  delimiter: Delimiter;
  line: number;
  raw(): string;
}

function tableOf<Column extends string>(
  file: string,
  delimiter: Delimiter,
  spec: TableSpec<Column>,
  reader: TableReader<Column>,
): RecordSink & { end(): TableReading } {
  const reading: TableReading = { rows: 0, unread: 0 };
  const record: Located = { file, delimiter, line: 1, raw: () => '' };
  let header: Header<Column> | null = null;
  let isBeheaded = false;
  const place = (column: Column) =>
    placeOf(record, header!.positions.find(([name]) => name === column)?.[1] ?? -1);

  function add(cells: string[], into: Header<Column>): void {
    reading.rows += 1;
    const found = into.isUsable ? countFinding(cells, into, record) : null;
    if (found) reader.report(found);
    if (found || !into.isUsable) reading.unread += 1;
    else reader.row({ cells: cellsOf(cells, into), line: record.line, place });
  }

  return {
    record(cells, line, raw) {
      if (isBlank(cells)) return;
      record.line = line;
      record.raw = raw;
      if (header) add(cells, header);
      else header = readHeader(cells, spec, record, reader);
    },
    fault(fault) {
      reader.report(faultFinding(file, fault));
      isBeheaded = header === null;
      if (isBeheaded) return 'stop';
      reading.rows += 1;
      reading.unread += 1;
      return 'go-on';
    },
    end() {
      if (!header && !isBeheaded) reader.report(noHeader(record, spec));
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

function countFinding(
  cells: readonly string[],
  { width, named }: Header<string>,
  record: Located,
): Finding | null {
  const filled = cells.length === width ? cells.findLastIndex((cell) => cell.trim() !== '') + 1 : 0;
  if (cells.length === width && filled <= named) return null;
  const counts =
    cells.length === width
      ? { found: filled, expected: named }
      : { found: cells.length, expected: width };
  const { delimiter } = record;
  const said = message('csv-field-count', { ...counts, delimiter });
  return finding({ rule: 'csv-syntax', place: placeOfAll(record), message: said });
}

function faultFinding(file: string, { kind, line, column }: CsvFault): Finding {
  const place = { file, line, column, endLine: line, endColumn: column + 1 };
  const said = {
    'unclosed-quote': message('csv-unclosed-quote', {}),
    'stray-quote': message('csv-stray-quote', {}),
    'too-long': message('csv-row-too-long', { bytes: LONGEST_ROW }),
  };
  return finding({ rule: 'csv-syntax', place, message: said[kind] });
}

function noHeader(record: Located, { columns }: TableSpec<string>): Finding {
  const said = message('csv-no-header', { expected: columns });
  return finding({ rule: 'csv-column', place: placeOfAll(record), message: said });
}

function readHeader<Column extends string>(
  cells: readonly string[],
  spec: TableSpec<Column>,
  record: Located,
  reader: TableReader<Column>,
): Header<Column> {
  const names = cells.map(foldName);
  const named = names.findLastIndex((name) => name !== '') + 1;
  const positions = spec.columns.map((column) => [column, names.indexOf(column)] as const);
  const isThere = (column: Column) => names.includes(column);
  const header = { positions, width: cells.length, named, isUsable: false };
  if (!spec.columns.some(isThere)) {
    reader.report(noHeader(record, spec));
    return header;
  }
  const found = [
    ...nameFindings(cells.slice(0, named), names, spec, record),
    ...missingFindings(isThere, spec, record),
  ];
  for (const one of found) reader.report(one);
  return { ...header, isUsable: isEnough(isThere, spec) };
}

function isEnough<Column extends string>(
  isThere: (column: Column) => boolean,
  { required, oneOf = [] }: TableSpec<Column>,
): boolean {
  return required.every(isThere) && (oneOf.length === 0 || oneOf.some((set) => set.every(isThere)));
}

function nameFindings(
  cells: readonly string[],
  names: readonly string[],
  { columns }: TableSpec<string>,
  record: Located,
): Finding[] {
  return cells.flatMap((cell, at) => {
    const found = cell.replaceAll('\ufeff', '').trim().normalize('NFC');
    const report = { rule: 'csv-column', place: placeOf(record, at), path: [found] } as const;
    if (!columns.includes(names[at]!)) {
      const suggestion = suggest(found, columns);
      const said = message('csv-unknown-column', { found, valid: columns, suggestion });
      return [finding({ ...report, message: said, suggestion })];
    }
    const first = names.indexOf(names[at]!);
    if (first === at) return [];
    const said = message('csv-doubled-column', { found, first: first + 1 });
    const related = [{ message: message('first-here', {}), place: placeOf(record, first) }];
    return [finding({ ...report, message: said, related })];
  });
}

function missingFindings<Column extends string>(
  isThere: (column: Column) => boolean,
  { columns, required, oneOf = [] }: TableSpec<Column>,
  record: Located,
): Finding[] {
  const report = { rule: 'csv-column', place: placeOfAll(record) } as const;
  const missing = required.filter((column) => !isThere(column));
  const found = missing.map((column) => {
    const said = message('csv-missing-column', { missing: column, expected: columns });
    return finding({ ...report, path: [column], message: said });
  });
  if (oneOf.length === 0 || oneOf.some((set) => set.every(isThere))) return found;
  const choices = oneOf.map((set) => set.join(' + '));
  return [...found, finding({ ...report, message: message('csv-missing-one-of', { choices }) })];
}

/** Where a cell begins and ends, blanks around it left out. */
function placeOf({ file, delimiter, line, raw }: Located, at: number): Place {
  const text = raw();
  const span = at < 0 ? undefined : spansOf(text, delimiter)[at];
  if (!span) return lineOf(file, line);
  const isEmpty = span.text.trim() === '';
  const blanks = isEmpty ? 0 : span.text.length - span.text.trimStart().length;
  const from = spot(text, span.start + blanks, line);
  const to = spot(text, isEmpty ? span.start : span.start + span.text.trimEnd().length, line);
  return { file, ...from, endLine: to.line, endColumn: to.column };
}

function placeOfAll({ file, line, raw }: Located): Place {
  const text = raw();
  const to = spot(text, text.length, line);
  return { file, line, column: 1, endLine: to.line, endColumn: to.column };
}

function spot(text: string, at: number, firstLine: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: firstLine + before.length - 1, column: before.at(-1)!.length + 1 };
}

// Bytes become records.

/** A cell with which the cutting into records fails. */
interface CsvFault {
  kind: 'unclosed-quote' | 'stray-quote' | 'too-long';
  /** 1-based, in UTF-16 units: where the cell begins. */
  line: number;
  column: number;
}

interface RecordSink {
  /** `line` is the record's first; `raw` gives its text as it stands in the file, during the call. */
  record(cells: string[], line: number, raw: () => string): void;
  fault(fault: CsvFault): 'go-on' | 'stop';
}

/**
 * Cuts bytes into records. csv-parse gives up at a faulty quote, where another parser takes over on
 * the line behind the faulty cell's first: so one bad quote costs one line.
 */
function recordCutter(delimiter: Delimiter, sink: RecordSink) {
  /** What is not yet cut, and the offset in the file of its first byte. */
  let held: Buffer = Buffer.alloc(0);
  let heldAt = 0;
  /** Where the next record begins. */
  let next = { offset: 0, line: 1 };
  /** Where the parser began. */
  let base = next;
  let start = 0;
  let state: 'reading' | 'skipping-line' | 'stopped' = 'reading';
  let thrown: { error: unknown } | null = null;
  let parser = newParser();

  const raw = () => held.toString('utf8', start - heldAt, next.offset - heldAt).replace(/\n$/, '');

  function newParser(): Parser {
    const made = new Parser({
      bom: true,
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
    });
    // A stream of objects would hand records over after the parser has gone on: where a record
    // ends is known only now, and asking csv-parse for it with each record halves its speed.
    made.push = (cells: string[] | null) => {
      if (cells !== null && thrown === null) take(cells);
      return true;
    };
    made.on('error', () => {});
    return made;
  }

  function take(cells: string[]): void {
    const { line } = next;
    start = next.offset;
    next = { offset: base.offset + parser.info.bytes, line: base.line + parser.info.lines };
    try {
      sink.record(cells, line, raw);
    } catch (error) {
      thrown = { error };
    }
  }

  /** The cell that the parser is in: csv-parse counts the bytes up to the delimiter before it. */
  function blame(error: CsvParseError | null): void {
    const parsed = base.offset + parser.info.bytes;
    const cell = (parsed > next.offset ? parsed + 1 : next.offset) - heldAt;
    const before = held.toString('utf8', next.offset - heldAt, cell);
    const at = spot(before, before.length, next.line);
    const isLater = base.line + parser.info.lines - 1 > at.line;
    const isQuoted = held[cell] === QUOTE.charCodeAt(0);
    const kind = faultKind(error, isQuoted, isLater);
    next = { offset: heldAt + cell, line: at.line };
    state = sink.fault({ kind, ...at }) === 'stop' ? 'stopped' : 'skipping-line';
  }

  /** Goes on with the next line, as far as there is one; answers with its bytes. */
  function skipLine(): Buffer | null {
    const end = held.indexOf(NEWLINE, next.offset - heldAt);
    if (end < 0) {
      next = { offset: heldAt + held.length, line: next.line };
      return null;
    }
    next = { offset: heldAt + end + 1, line: next.line + 1 };
    base = next;
    state = 'reading';
    parser = newParser();
    return held.subarray(end + 1);
  }

  async function parse(fresh: Buffer): Promise<void> {
    let bytes: Buffer | null = fresh;
    while (state !== 'stopped') {
      if (state === 'skipping-line') bytes = skipLine();
      if (bytes === null) return;
      const error = await outcome((done) => parser.write(bytes, done));
      if (thrown) throw thrown.error;
      const isLong = heldAt + held.length - next.offset > LONGEST_ROW;
      if (!error && !isLong) return;
      blame(error);
    }
  }

  return {
    /** Answers whether more is wanted. */
    async write(chunk: Buffer): Promise<boolean> {
      const rest = held.subarray(next.offset - heldAt);
      held = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      heldAt = next.offset;
      await parse(chunk);
      return state !== 'stopped';
    },
    async end(): Promise<false> {
      while (state === 'reading') {
        const error = await outcome((done) => parser.end(done));
        if (thrown) throw thrown.error;
        if (!error) break;
        blame(error);
        await parse(Buffer.alloc(0));
      }
      return false;
    },
  };
}

type CsvParseError = Error & { code?: string };

function outcome(
  act: (done: (error?: Error | null) => void) => void,
): Promise<CsvParseError | null> {
  return new Promise((resolve) => act((error) => resolve(error ?? null)));
}

function faultKind(
  error: CsvParseError | null,
  isQuoted: boolean,
  isLater: boolean,
): CsvFault['kind'] {
  if (error === null) return isQuoted ? 'unclosed-quote' : 'too-long';
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'unclosed-quote';
  if (error.code === 'INVALID_OPENING_QUOTE') return 'stray-quote';
  if (error.code === 'CSV_INVALID_CLOSING_QUOTE') return isLater ? 'unclosed-quote' : 'stray-quote';
  throw error;
}
