import path from 'node:path';
import { type Finding, finding, lineOf } from '../finding.ts';
import { message } from '../message/message.ts';
import { foldName, type Header, noHeader, readHeader } from './csv-header.ts';
import { type Located, placeOf, placeOfAll, spansOf } from './csv-places.ts';
import { type CsvFault, LONGEST_ROW, type RecordSink, recordCutter } from './csv-records.ts';
import { type EncodingProblem, openText } from './encoding.ts';
import type { Delimiter, TableReader, TableReading, TableSpec, TextLook } from './table.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];
const QUOTE = '"';

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
  options: TextLook,
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
