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

/** Where lines of a file begin. */
export interface LineIndex {
  /** Is told of every line where it begins. */
  begin(line: number, offset: number): void;
  /** Those lines of that file, 1-based and in their order, without their ends. */
  linesAt(path: string, wanted: readonly number[]): Line[];
}

/** Of so many lines it is known where the first begins. */
const STEP = 64;

/** An index that grows with a hundredth part of the lines. */
export function lineIndex(): LineIndex {
  const offsets: number[] = [];
  return {
    begin(line, offset) {
      if (line % STEP === 1) offsets.push(offset);
    },
    linesAt(path, wanted) {
      const file = openSync(path, 'r');
      try {
        return [...linesIn(file, offsets, wanted)];
      } finally {
        closeSync(file);
      }
    },
  };
}

function* linesIn(
  file: number,
  offsets: readonly number[],
  wanted: readonly number[],
): Generator<Line> {
  let lines = Buffer.alloc(0);
  let known = -1;
  let [line, at] = [0, 0];
  for (const next of wanted) {
    const step = Math.floor((next - 1) / STEP);
    if (step !== known) {
      const from = offsets[step]!;
      lines = Buffer.alloc((offsets[step + 1] ?? fstatSync(file).size) - from);
      readSync(file, lines, 0, lines.length, from);
      [known, line, at] = [step, step * STEP + 1, 0];
    }
    for (; line < next; line += 1) at = endIn(lines, at) + 1;
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
