import { isUtf8 } from 'node:buffer';
import { type CutLine, emptyLine } from './group-table.ts';
import type { ResultColumn } from './result-columns.ts';
import type { Delimiter } from './sources/source.ts';

/** How the rows of a text of CSV are written. */
export interface PlainForm {
  /** What stands in each column; `null` for what is not read. */
  columns: readonly (ResultColumn | null)[];
  delimiter: Delimiter;
  /** No line may have more. */
  mostBytes: number;
}

/** What is done with a row; answers whether more are wanted. */
export type TakeRow = (bytes: Buffer, row: CutLine) => boolean;

/** What cuts whole lines into rows. */
export interface RowCutter {
  /** So many lines have been cut, where none is set: the number of the last one. */
  readonly row: CutLine;
  /**
   * Hands over every row of these lines, the header not, until one is not plain or no more are wanted; answers whether
   * none of that was so. Each line has its end.
   */
  cut(lines: Buffer): boolean;
}

/** @param begin is told of every line where it begins among the lines that are cut together */
export function rowCutter(
  { columns, delimiter, mostBytes }: PlainForm,
  take: TakeRow,
  begin: (line: number, at: number) => void = () => {},
): RowCutter {
  const cutLine = lineCutter(delimiter, columns.length);
  const row = emptyLine(columns.length);
  return {
    row,
    cut(lines) {
      if (!isUtf8(lines)) return false;
      for (let at = 0; at < lines.length; ) {
        row.line += 1;
        begin(row.line, at);
        const next = cutLine(lines, at, row);
        if (next < 0 || next - at > mostBytes) return false;
        if (row.line > 1 && !take(lines, row)) return false;
        at = next;
      }
      return true;
    },
  };
}

const NUL = 0x00;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
/** What cuts a line into its cells and answers where the next one begins; -1 where it is not plain. */
function lineCutter(delimiter: Delimiter, width: number) {
  const mark = delimiter.charCodeAt(0);
  /** What may end a cell. */
  const ends = new Uint8Array(256);
  for (const byte of [NUL, NEWLINE, RETURN, QUOTE, mark]) ends[byte] = 1;
  const most = Math.max(QUOTE, mark);
  return (bytes: Buffer, start: number, row: CutLine): number => {
    const { from, to } = row;
    let count = 0;
    let at = start;
    for (;;) {
      let first = at;
      let last: number;
      if (bytes[at] === QUOTE) {
        first += 1;
        last = closingQuote(bytes, first);
        if (last < 0) return -1;
        at = last + 1;
      } else {
        for (let byte = bytes[at]!; byte > most || ends[byte] === 0; byte = bytes[at]!) at += 1;
        last = at;
      }
      if (count < width) {
        from[count] = first;
        to[count] = last;
      }
      count += 1;
      if (bytes[at] === mark) {
        at += 1;
        continue;
      }
      if (bytes[at] === RETURN) at += 1;
      row.count = count;
      return bytes[at] === NEWLINE && last > start ? at + 1 : -1;
    }
  };
}

/** The quote that closes a cell in this line, two in a row standing for one; -1 where there is none. */
function closingQuote(bytes: Buffer, first: number): number {
  for (let at = first; ; at += 1) {
    const byte = bytes[at]!;
    if (byte === NEWLINE || byte === RETURN || byte === NUL) return -1;
    if (byte !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return at;
    at += 1;
  }
}
