import { type Finding, finding, lineOf } from '../../finding.ts';
import { message } from '../../message/message.ts';
import { type EncodingProblem, openText } from '../encoding.ts';
import { editOf, type Located, placeOf, placeOfAll, spansOf } from './csv-places.ts';
import { type CsvFault, type RecordCutter, type RecordSink, recordCutter } from './csv-records.ts';
import type { Delimiter, RowSink, Source, SourceOptions, SourceRow } from './source.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];
const QUOTE = '"';
const NEWLINE = 0x0a;
/** Among so many lines the header is looked for. */
const HEADER_LINES = 20;

/**
 * Reads a CSV file in any usual encoding, with any usual delimiter. A faulty quote is a finding and
 * costs its line; the other rows are handed over.
 */
export const readCsv: Source = async ({ name, bytes }, options, sink) => {
  const mostBytes = options.limits['row-bytes'];
  const text = await openText(bytes, options.encoding);
  if (text.kind === 'problem') return encodingFinding(name, text);
  const chunks = text.chunks();
  try {
    const first = await firstLines(chunks, mostBytes);
    const start = first.toString();
    const declared = declaredIn(start);
    const delimiter = options.delimiter ?? declared ?? findDelimiter(start, options.isColumn);
    const records = recordsOf(name, delimiter, declared !== null, sink, mostBytes);
    await cutAll(first, chunks, recordCutter(delimiter, records, mostBytes));
    return null;
  } finally {
    await chunks.return(undefined);
  }
};

/** The delimiter that a text of CSV is cut at. */
export function delimiterIn(text: string, isColumn: SourceOptions['isColumn']): Delimiter {
  return declaredIn(text) ?? findDelimiter(text, isColumn);
}

async function cutAll(
  first: Buffer,
  rest: AsyncGenerator<Buffer>,
  cutter: RecordCutter,
): Promise<void> {
  let isOpen = cutter.write(first);
  while (isOpen) {
    const next = await rest.next();
    if (next.done) return cutter.end();
    isOpen = cutter.write(next.value);
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

/** Excel's own first line, `sep=;`. */
const SEP = /^\ufeff?"?sep=(.)"?[;, \t\r]*(?:\n|$)/i;

/** The delimiter that the first line declares, as Excel has it. */
function declaredIn(start: string): Delimiter | null {
  const declared = SEP.exec(start)?.[1];
  return DELIMITERS.find((delimiter) => delimiter === declared) ?? null;
}

/** The beginning of the file, the lines among which the header is looked for included. */
async function firstLines(chunks: AsyncGenerator<Buffer>, mostBytes: number): Promise<Buffer> {
  let known: Buffer = Buffer.alloc(0);
  while (known.length < mostBytes && linesIn(known) <= HEADER_LINES) {
    const next = await chunks.next();
    if (next.done) break;
    known = Buffer.concat([known, next.value]);
  }
  return known;
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}

/** The delimiter that parts the most known columns from each other in one line, else the most cells. */
function findDelimiter(start: string, isColumn: SourceOptions['isColumn']): Delimiter {
  const lines = firstTexts(start);
  const scores = DELIMITERS.map((delimiter) => {
    const names = lines.map((line) =>
      spansOf(line, delimiter).map(({ text }) => text.replaceAll(QUOTE, '')),
    );
    const counts = names.map((cells) => cells.filter(isColumn).length);
    const known = Math.max(...counts);
    const cells = Math.max(...names.map(({ length }) => length));
    return { delimiter, known, line: counts.indexOf(known), cells };
  });
  scores.sort((a, b) => b.known - a.known || a.line - b.line || b.cells - a.cells);
  return scores[0]!.delimiter;
}

/** The first lines that are not blank; a line break inside quotes does not end one. */
function firstTexts(start: string): string[] {
  const lines: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at <= start.length && lines.length < HEADER_LINES; at += 1) {
    if (start[at] === QUOTE) isQuoted = !isQuoted;
    if (at < start.length && (start[at] !== '\n' || isQuoted)) continue;
    const line = start.slice(from, at);
    if (line.trim() !== '') lines.push(line);
    from = at + 1;
  }
  return lines.length === 0 ? [''] : lines;
}

/** One object stands for all records: to make one for each would be paid for in speed. */
export function recordsOf(
  file: string,
  delimiter: Delimiter,
  hasSep: boolean,
  sink: RowSink,
  mostBytes: number,
): RecordSink {
  /** The record's text, made where it is first asked for. */
  let text: string | null = null;
  let textOf = () => '';
  const record: Located & { -readonly [Key in keyof SourceRow]: SourceRow[Key] } = {
    file,
    delimiter,
    isCutAtCommas: delimiter === ',',
    cells: [],
    line: 1,
    raw: () => (text ??= textOf()),
    place: (at) => placeOf(record, at),
    edit: (at) => editOf(record, at),
    whole: () => placeOfAll(record),
    miscounted: (counts) => message('csv-field-count', { ...counts, delimiter }),
  };
  return {
    record(cells, line, raw) {
      if (hasSep && line === 1) return;
      record.cells = cells;
      record.line = line;
      text = null;
      textOf = raw;
      sink.row(record);
    },
    fault: (fault) => sink.lost(faultFinding(file, fault, mostBytes)),
  };
}

function faultFinding(file: string, { kind, line, column }: CsvFault, mostBytes: number): Finding {
  const place = { file, line, column, endLine: line, endColumn: column + 1 };
  const said = {
    'unclosed-quote': message('csv-unclosed-quote', {}),
    'stray-quote': message('csv-stray-quote', {}),
    'too-long': message('csv-row-too-long', { bytes: mostBytes }),
  };
  return finding({ rule: 'csv-syntax', place, message: said[kind] });
}
