import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Line } from './sources/some-rows.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** Those lines of a plain text, 1-based and in their order, without their ends. */
export async function linesAt(pieces: Pieces, wanted: readonly number[]): Promise<Line[]> {
  const found: Line[] = [];
  let line = 1;
  for await (const lines of wholeLines(pieces, Number.POSITIVE_INFINITY)) {
    for (let at = 0; at < lines!.length && found.length < wanted.length; line += 1) {
      const end = endIn(lines!, at);
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

/** Those lines of a file, 1-based and in their order, without their ends. */
export interface LineIndex {
  linesAt(path: string, wanted: readonly number[]): Line[];
}

/** Of so many lines it is known where the first begins. */
export const KNOWN_STEP = 64;

/** Lines of a file, at least one: the number of the first, and where it and the first of every {@link KNOWN_STEP} begin. */
export interface KnownLines {
  first: number;
  offsets: Float64Array;
}

/** @param known in the order of the file, of which none is left out */
export function lineIndex(known: readonly KnownLines[]): LineIndex {
  return {
    linesAt(path, wanted) {
      const file = openSync(path, 'r');
      try {
        return [...linesIn(file, known, wanted)];
      } finally {
        closeSync(file);
      }
    },
  };
}

function* linesIn(
  file: number,
  known: readonly KnownLines[],
  wanted: readonly number[],
): Generator<Line> {
  let held = Buffer.alloc(0);
  let lines = held;
  let place = 0;
  let behind = 0;
  let [line, at] = [0, 0];
  for (const one of wanted) {
    if (one >= behind) {
      while (place + 1 < known.length && known[place + 1]!.first <= one) place += 1;
      const { first, offsets } = known[place]!;
      const step = Math.floor((one - first) / KNOWN_STEP);
      const next = offsets[step + 1] === undefined ? known[place + 1] : undefined;
      const from = offsets[step]!;
      const length = (offsets[step + 1] ?? next?.offsets[0] ?? fstatSync(file).size) - from;
      [line, at] = [first + step * KNOWN_STEP, 0];
      behind = Math.min(line + KNOWN_STEP, next?.first ?? Number.POSITIVE_INFINITY);
      if (length > held.length) held = Buffer.alloc(2 * length);
      lines = held.subarray(0, length);
      readSync(file, lines, 0, lines.length, from);
    }
    for (; line < one; line += 1) at = endIn(lines, at) + 1;
    yield { line, text: textIn(lines, at, endIn(lines, at)) };
  }
}

function endIn(lines: Buffer, at: number): number {
  const end = lines.indexOf(NEWLINE, at);
  return end < 0 ? lines.length : end;
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

/** The text in pieces of whole lines, each with its end, good until the next is asked for; `null` for a longer line. */
export async function* wholeLines(
  pieces: Pieces,
  mostBytes: number,
): AsyncGenerator<Buffer | null> {
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
  if (length === 0) return;
  if (length === held.length) held = Buffer.concat([held], length + 1);
  held[length] = NEWLINE;
  yield held.subarray(0, length + 1);
}
