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
 * Does every line of the file hold one row, and do lines end alike, with a line break at most behind
 * a carriage return? Not where another reading than the ordinary one could take it for something
 * else: it is no UTF-8, has NUL characters, lone returns, empty lines, blanks beside a quote, or a
 * quote that is open at the end of a line.
 *
 * @param mostBytes no line may have more
 * @throws the system's error when the file cannot be read
 */
export function isPlainText(path: string, mostBytes: number): boolean {
  for (const lines of wholeLines(path, mostBytes))
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

/**
 * Those lines of a file of plain text, 1-based and in their order, without their ends.
 * @throws the system's error when the file cannot be read
 */
export function linesAt(path: string, wanted: readonly number[]): Line[] {
  const found: Line[] = [];
  let line = 1;
  for (const lines of wholeLines(path, Number.POSITIVE_INFINITY)) {
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

const PIECE = 1 << 20;

/** The file in pieces that end with a line, good until the next is asked for; `null` for a longer line. */
function* wholeLines(path: string, mostBytes: number): Generator<Buffer | null> {
  const file = openSync(path, 'r');
  let held = Buffer.allocUnsafe(2 * PIECE);
  let length = 0;
  try {
    for (;;) {
      if (held.length - length < PIECE) held = Buffer.concat([held], 2 * held.length);
      const read = readSync(file, held, length, PIECE, null);
      const known = held.subarray(0, length + read);
      const end = read === 0 ? known.length : known.lastIndexOf(NEWLINE) + 1;
      if (end > 0) yield known.subarray(0, end);
      if (read === 0) return;
      known.copy(held, 0, end);
      length = known.length - end;
      if (length > mostBytes) yield null;
    }
  } finally {
    closeSync(file);
  }
}
