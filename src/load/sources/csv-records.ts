import { cellTexts, hashed, NO_BYTES } from './cell-texts.ts';
import { spot } from './csv-places.ts';
import type { Delimiter } from './source.ts';

const NEWLINE = 0x0a;
const QUOTE = 0x22;
/** U+FEFF in UTF-8: where a file or what is left of it begins with one, it belongs to no cell. */
const MARK = [0xef, 0xbb, 0xbf] as const;

/** A cell with which the cutting into records fails. */
export interface CsvFault {
  kind: 'unclosed-quote' | 'stray-quote' | 'too-long';
  /** 1-based, in UTF-16 units: where the cell begins. */
  line: number;
  column: number;
}

export interface RecordSink {
  /** `line` is the record's first; `raw` gives its text as it stands in the file, during the call. */
  record(cells: string[], line: number, raw: () => string): void;
  fault(fault: CsvFault): 'go-on' | 'stop';
}

/** Cuts bytes, handed over piece by piece, into records. */
export interface RecordCutter {
  /** Answers whether more is wanted. */
  write(chunk: Buffer): boolean;
  /** Takes what is left for the last record. */
  end(): void;
}

/** What a record that does not lie on one line without quotes comes to; offsets are in the bytes. */
type Cut =
  | { kind: 'record'; cells: string[]; end: number; lines: number }
  | { kind: 'fault'; fault: CsvFault['kind']; cell: number }
  /** The bytes end in this cell. */
  | { kind: 'open'; cell: number; isQuoted: boolean };

/**
 * Cuts UTF-8 bytes with `\n` line breaks into records, by RFC 4180. A faulty quote is told, and the
 * cutting goes on with the line behind the faulty cell's first: so one bad quote costs one line.
 *
 * Most records are one line without quotes, of cells that were met before: of these no text is made.
 *
 * @param mostBytes where a quote is not closed, the text is read on so far and no farther
 */
export function recordCutter(
  delimiter: Delimiter,
  sink: RecordSink,
  mostBytes: number,
): RecordCutter {
  const mark = delimiter.charCodeAt(0);
  /** What is not yet cut; a record begins with it. */
  let held: Buffer = Buffer.alloc(0);
  let line = 1;
  let isStart = true;
  let state: 'reading' | 'skipping-line' | 'stopped' = 'reading';
  const textOf = cellTexts();
  /** Where the record that is being told stands in what is held. */
  let [from, to] = [0, 0];
  const raw = () => held.toString('utf8', from, to).replace(/\n$/, '');

  /** Cuts what is held; answers with where the first record begins that is not whole. */
  function cutAll(isEnd: boolean): number {
    let at = 0;
    const last = held.lastIndexOf(NEWLINE);
    while (at < held.length) {
      if (state === 'stopped') return held.length;
      if (state === 'skipping-line') {
        const next = held.indexOf(NEWLINE, at) + 1;
        if (next === 0) return held.length;
        at = next;
        line += 1;
        state = 'reading';
        isStart = true;
        continue;
      }
      if (at > last && !isEnd) return at;
      const first = isStart && isMarkAt(held, at) ? at + MARK.length : at;
      const cells: string[] = [];
      const end = cutLine(first, cells);
      if (end >= 0) {
        // Behind the last line break there is no record.
        if (first === held.length) return held.length;
        isStart = false;
        from = at;
        to = end;
        line += 1;
        sink.record(cells, line - 1, raw);
        at = end + 1;
        continue;
      }
      const cut = cutRecord(held, first, mark, isEnd);
      if (cut.kind === 'open') return at;
      if (cut.kind === 'fault') at = blame(cut.fault, at, cut.cell === first ? at : cut.cell);
      else {
        isStart = false;
        from = at;
        to = cut.end;
        line += cut.lines;
        sink.record(cut.cells, line - cut.lines, raw);
        at = cut.end;
      }
    }
    return held.length;
  }

  /** Cuts a line without quotes into cells; answers with where it ends, −1 where it has one. */
  function cutLine(start: number, cells: string[]): number {
    let cell = start;
    let hash = NO_BYTES;
    for (let at = start; ; at += 1) {
      const byte = at < held.length ? held[at]! : NEWLINE;
      if (byte === QUOTE) return -1;
      if (byte !== mark && byte !== NEWLINE) {
        hash = hashed(hash, byte);
        continue;
      }
      cells.push(textOf(held, cell, at, hash));
      if (byte === NEWLINE) return at;
      cell = at + 1;
      hash = NO_BYTES;
    }
  }

  /** Tells the fault of a cell; answers with where to go on. */
  function blame(kind: CsvFault['kind'], record: number, cell: number): number {
    const before = held.toString('utf8', record, cell);
    const at = spot(before, before.length, line);
    line = at.line;
    state = sink.fault({ kind, ...at }) === 'stop' ? 'stopped' : 'skipping-line';
    return cell;
  }

  /** Cuts what can be cut; where the record that is left open is too long, it is told and left. */
  function cut(isEnd: boolean): void {
    held = held.subarray(cutAll(isEnd));
    while (state === 'reading' && held.length > mostBytes) {
      const open = cutRecord(held, isStart && isMarkAt(held, 0) ? MARK.length : 0, mark, isEnd);
      if (open.kind !== 'open') return;
      held = held.subarray(blame(open.isQuoted ? 'unclosed-quote' : 'too-long', 0, open.cell));
      held = held.subarray(cutAll(isEnd));
    }
  }

  return {
    write(chunk) {
      held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
      cut(false);
      return state !== 'stopped';
    },
    end() {
      if (state !== 'stopped') cut(true);
    },
  };
}

function isMarkAt(bytes: Buffer, at: number): boolean {
  return MARK.every((byte, index) => bytes[at + index] === byte);
}

/** Cuts one record, cell by cell. */
function cutRecord(bytes: Buffer, start: number, mark: number, isEnd: boolean): Cut {
  const cells: string[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    const cell = at;
    const isQuoted = bytes[cell] === QUOTE;
    const end = isQuoted ? closingQuote(bytes, cell) : cell;
    if (end < 0) return isEnd ? fault('unclosed-quote', cell) : open(cell, true);
    at = isQuoted ? end + 1 : endOfBare(bytes, cell, mark);
    const next = bytes[at];
    if (next === undefined && !isEnd) return open(cell, isQuoted);
    if (next !== undefined && next !== mark && next !== NEWLINE) {
      const isLater = isQuoted && bytes.subarray(cell, end).includes(NEWLINE);
      return fault(isLater ? 'unclosed-quote' : 'stray-quote', cell);
    }
    cells.push(
      isQuoted ? unquoted(bytes.toString('utf8', cell + 1, end)) : bytes.toString('utf8', cell, at),
    );
    if (isQuoted) lines += newlinesIn(bytes, cell, end);
    at += 1;
    if (next !== mark) return { kind: 'record', cells, end: Math.min(at, bytes.length), lines };
  }
}

function fault(kind: CsvFault['kind'], cell: number): Cut {
  return { kind: 'fault', fault: kind, cell };
}

function open(cell: number, isQuoted: boolean): Cut {
  return { kind: 'open', cell, isQuoted };
}

/** The quote that closes the one at an offset, two in a row standing for one; -1 where there is none. */
function closingQuote(bytes: Buffer, opening: number): number {
  let at = bytes.indexOf(QUOTE, opening + 1);
  while (at >= 0 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
  return at;
}

/** The delimiter, line break or quote behind a cell without quotes; the end where there is none. */
function endOfBare(bytes: Buffer, start: number, mark: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== mark && bytes[at] !== NEWLINE && bytes[at] !== QUOTE)
    at += 1;
  return at;
}

function unquoted(text: string): string {
  return text.includes('""') ? text.replaceAll('""', '"') : text;
}

function newlinesIn(bytes: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE, start); at >= 0 && at < end; count += 1)
    at = bytes.indexOf(NEWLINE, at + 1);
  return count;
}
