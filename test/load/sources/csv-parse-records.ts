import { Parser } from 'csv-parse';
import { LIMITS } from '../../../src/limits.ts';
import { spot } from '../../../src/load/sources/csv-places.ts';
import type { CsvFault, RecordSink } from '../../../src/load/sources/csv-records.ts';
import type { Delimiter } from '../../../src/load/sources/source.ts';

const NEWLINE = 0x0a;
const QUOTE = 0x22;

/**
 * Cuts bytes into records as the program did with csv-parse: what its own cutting is held against.
 * csv-parse gives up at a faulty quote, where another parser takes over on
 * the line behind the faulty cell's first: so one bad quote costs one line.
 */
export function csvParseCutter(delimiter: Delimiter, sink: RecordSink) {
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
    // The first cell may be empty, with the delimiter where the record begins.
    const isBehind = parsed > next.offset || held[parsed - heldAt] === delimiter.charCodeAt(0);
    const cell = (isBehind ? parsed + 1 : next.offset) - heldAt;
    const before = held.toString('utf8', next.offset - heldAt, cell);
    const at = spot(before, before.length, next.line);
    const isLater = base.line + parser.info.lines - 1 > at.line;
    const isQuoted = held[cell] === QUOTE;
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
      const isLong = heldAt + held.length - next.offset > LIMITS['row-bytes'];
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
