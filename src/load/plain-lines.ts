import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Line } from './sources/some-rows.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const BLANKS = [0x20, 0x09];
/** A line without anything, which others pass over. */
const EMPTY = ['\n\n', '\n\r\n'];

/**
 * Does every line of the text hold one row, and do lines end alike, with a line break at most behind
 * a carriage return? Not where another reading than the ordinary one could take it for something
 * else: it is no UTF-8, has NUL characters, lone returns, empty lines, blanks beside a quote, or a
 * quote that is open at the end of a line.
 *
 * @param mostBytes no line may have more
 */
export async function isPlainText(pieces: Pieces, mostBytes: number): Promise<boolean> {
  for await (const lines of wholeLines(pieces, mostBytes))
    if (lines === null || !isPlain(lines)) return false;
  return true;
}

function isPlain(lines: Buffer): boolean {
  if (lines.includes(0) || !isUtf8(lines)) return false;
  if (lines[0] === NEWLINE || lines[0] === RETURN || EMPTY.some((line) => lines.includes(line)))
    return false;
  for (let at = lines.indexOf(RETURN); at >= 0; at = lines.indexOf(RETURN, at + 1))
    if (lines[at + 1] !== NEWLINE) return false;
  return !lines.includes(QUOTE) || hasPlainQuotes(lines);
}

function hasPlainQuotes(lines: Buffer): boolean {
  let isOpen = false;
  let newline = lines.indexOf(NEWLINE);
  for (let at = lines.indexOf(QUOTE); at >= 0; at = lines.indexOf(QUOTE, at + 1)) {
    for (; newline >= 0 && newline < at; newline = lines.indexOf(NEWLINE, newline + 1))
      if (isOpen) return false;
    if (BLANKS.includes(lines[at - 1]!) || BLANKS.includes(lines[at + 1]!)) return false;
    isOpen = !isOpen;
  }
  return !isOpen;
}

/** Those lines of a plain text, 1-based and in their order, without their ends. */
export async function linesAt(pieces: Pieces, wanted: readonly number[]): Promise<Line[]> {
  const found: Line[] = [];
  let line = 1;
  for await (const lines of wholeLines(pieces, Number.POSITIVE_INFINITY)) {
    for (let at = 0; at < lines!.length && found.length < wanted.length; line += 1) {
      const next = lines!.indexOf(NEWLINE, at);
      const end = next < 0 ? lines!.length : next;
      if (line === wanted[found.length]) found.push({ line, text: textIn(lines!, at, end) });
      at = end + 1;
    }
    if (found.length === wanted.length) break;
  }
  return found;
}

function textIn(lines: Buffer, start: number, end: number): string {
  return lines.toString('utf8', start, lines[end - 1] === RETURN ? end - 1 : end);
}

/** A text piece by piece, each good until the next is asked for. */
export type Pieces = Iterable<Buffer> | AsyncIterable<Buffer>;

const PIECE = 1 << 20;

/**
 * A file in large pieces, all in the same place: very many small ones would be paid for in clearing away.
 * @throws the system's error when the file cannot be read
 */
export function* piecesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  const piece = Buffer.allocUnsafe(PIECE);
  try {
    for (;;) {
      const read = readSync(file, piece, 0, PIECE, null);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** The text in pieces that end with a line, good until the next is asked for; `null` for a longer line. */
async function* wholeLines(pieces: Pieces, mostBytes: number): AsyncGenerator<Buffer | null> {
  let held = Buffer.allocUnsafe(2 * PIECE);
  let length = 0;
  for await (const piece of pieces) {
    if (held.length - length < piece.length)
      held = Buffer.concat([held.subarray(0, length)], 2 * (length + piece.length));
    piece.copy(held, length);
    const known = held.subarray(0, length + piece.length);
    const end = known.lastIndexOf(NEWLINE) + 1;
    if (end > 0) yield known.subarray(0, end);
    known.copy(held, 0, end);
    length = known.length - end;
    if (length > mostBytes) yield null;
  }
  if (length > 0) yield held.subarray(0, length);
}
