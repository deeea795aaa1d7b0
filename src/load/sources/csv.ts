import { type Finding, finding, lineOf } from '../../finding.ts';
import { message } from '../../message/message.ts';
import { type EncodingProblem, openText } from '../encoding.ts';
import { type Located, placeOf, placeOfAll, spansOf } from './csv-places.ts';
import { type CsvFault, LONGEST_ROW, type RecordSink, recordCutter } from './csv-records.ts';
import type { Delimiter, RowSink, Source, SourceOptions, SourceRow } from './source.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];
const QUOTE = '"';

/**
 * Reads a CSV file in any usual encoding, with any usual delimiter. A faulty quote is a finding and
 * costs its line; the other rows are handed over.
 */
export const readCsv: Source = async ({ name, bytes }, options, sink) => {
  const text = await openText(bytes, options.encoding);
  if (text.kind === 'problem') return encodingFinding(name, text);
  const chunks = text.chunks();
  try {
    const first = await firstLines(chunks);
    const delimiter = options.delimiter ?? findDelimiter(first.toString(), options.isColumn);
    await cutAll(first, chunks, recordCutter(delimiter, recordsOf(name, delimiter, sink)));
    return null;
  } finally {
    await chunks.return(undefined);
  }
};

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
function findDelimiter(start: string, isColumn: SourceOptions['isColumn']): Delimiter {
  const header = headerText(start);
  const scores = DELIMITERS.map((delimiter) => {
    const names = spansOf(header, delimiter).map(({ text }) => text.replaceAll(QUOTE, ''));
    return { delimiter, known: names.filter(isColumn).length, cells: names.length };
  });
  scores.sort((a, b) => b.known - a.known || b.cells - a.cells);
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

/** One object stands for all records: to make one for each would be paid for in speed. */
function recordsOf(file: string, delimiter: Delimiter, sink: RowSink): RecordSink {
  const record: Located & { -readonly [Key in keyof SourceRow]: SourceRow[Key] } = {
    file,
    delimiter,
    cells: [],
    line: 1,
    raw: () => '',
    place: (at) => placeOf(record, at),
    whole: () => placeOfAll(record),
    miscounted: (counts) => message('csv-field-count', { ...counts, delimiter }),
  };
  return {
    record(cells, line, raw) {
      record.cells = cells;
      record.line = line;
      record.raw = raw;
      sink.row(record);
    },
    fault: (fault) => sink.lost(faultFinding(file, fault)),
  };
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
