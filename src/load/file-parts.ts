import { readSync } from 'node:fs';

/** The lines that begin in a stretch of a file. */
export interface FilePart {
  from: number;
  /** Before this one. */
  to: number;
}

/** A file in parts of so many bytes; the last one has all that is there. */
export function partsOf(size: number, bytes: number): FilePart[] {
  const count = Math.max(Math.ceil(size / bytes), 1);
  return Array.from({ length: count }, (_, part) => ({
    from: part * bytes,
    to: part + 1 < count ? (part + 1) * bytes : Number.POSITIVE_INFINITY,
  }));
}

const NEWLINE = 0x0a;
/** So many bytes are asked for at a time, and at least so many. */
const PIECE = 1 << 20;
const LEAST = 1 << 12;

/** Takes whole lines, good until it is called again, and where they begin in the file; answers whether more are wanted. */
type TakeLines = (lines: Buffer, offset: number) => boolean;

/**
 * What hands over the lines of a part of an open file, many at a time and each with its end, until no more are wanted
 * or one has more than so many bytes; it answers whether none of that was so. All parts are read into the same place.
 */
export function partReader(file: number, mostBytes: number) {
  let held = Buffer.allocUnsafe(2 * PIECE);

  /** Reads more behind what is held; answers how much there is then. */
  function readOn(length: number, position: number, to: number): number {
    if (held.length - length < PIECE) held = Buffer.concat([held], 2 * held.length);
    const wanted = Math.min(Math.max(to - position, 0) + LEAST, PIECE);
    return length + readSync(file, held, length, wanted, position);
  }

  /** Where the first of the lines begins; `null` where none does. */
  function firstLine({ from, to }: FilePart): number | null {
    if (from === 0) return 0;
    // The byte before the part tells whether a line begins with it.
    for (let at = from - 1; at < to; ) {
      const read = readSync(file, held, 0, LEAST, at);
      const end = held.subarray(0, read).indexOf(NEWLINE);
      if (end >= 0) return at + end + 1 < to ? at + end + 1 : null;
      if (read === 0) return null;
      at += read;
    }
    return null;
  }

  return (part: FilePart, take: TakeLines): boolean => {
    let offset = firstLine(part);
    if (offset === null) return true;
    for (let length = 0; ; ) {
      const known = readOn(length, offset + length, part.to);
      const isEnd = known === length;
      const bytes = held.subarray(0, known);
      const last = bytes.indexOf(NEWLINE, part.to - 1 - offset);
      const end = (last < 0 ? bytes.lastIndexOf(NEWLINE) : last) + 1;
      if (end > 0 && !take(bytes.subarray(0, end), offset)) return false;
      if (last >= 0) return true;
      bytes.copyWithin(0, end);
      offset += end;
      length = known - end;
      if (length > mostBytes) return false;
      if (!isEnd) continue;
      if (length === 0) return true;
      held[length] = NEWLINE;
      return take(held.subarray(0, length + 1), offset);
    }
  };
}
