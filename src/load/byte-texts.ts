import { hashed, NO_BYTES } from './sources/cell-texts.ts';

/** Texts known by numbers from 0 on, each by its bytes. */
export interface ByteTexts {
  /** The number of the text that is made of these parts; a new one where it was not met before. */
  numberOf(bytes: Uint8Array, cells: Spans, columns: readonly number[]): number;
  count(): number;
  /** What another thread may take over; no text is added then. */
  handOver(): HandedTexts;
}

/** Texts as one thread gives them to another: each is its parts, with a newline behind each of them. */
export interface HandedTexts {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each text begins, and at last where the last one ends. */
  starts: Int32Array<ArrayBuffer>;
}

/** Where each cell of a line begins and ends, and the hash of its bytes. */
export interface Spans {
  from: Int32Array;
  to: Int32Array;
  hashes: Int32Array;
}

/** Parts the cells of a text; none of them has one. */
const BETWEEN = 0x0a;

export function byteTexts(): ByteTexts {
  /** The number of a text and one more, where its hash leads to; 0 where there is none. */
  let slots = new Int32Array(1 << 10);
  let hashes = new Int32Array(1 << 9);
  /** Where each text begins, and the next one behind it. */
  let starts = new Int32Array(1 << 9);
  let kept = new Uint8Array(1 << 14);
  let keptView = viewOf(kept);
  /** What was looked into last. */
  let looked: Uint8Array | null = null;
  let metView = keptView;
  let count = 0;

  function isThere(number: number, cells: Spans, columns: readonly number[]) {
    let at = starts[number]!;
    for (let index = 0; index < columns.length; index += 1) {
      const from = cells.from[columns[index]!]!;
      const length = cells.to[columns[index]!]! - from;
      if (kept[at + length] !== BETWEEN || !isSame(at, from, length)) return false;
      at += length + 1;
    }
    return true;
  }

  /** Four bytes at a time. */
  function isSame(at: number, from: number, length: number): boolean {
    const known = keptView;
    const met = metView;
    let next = 0;
    for (; next + 4 <= length; next += 4)
      if (known.getInt32(at + next) !== met.getInt32(from + next)) return false;
    for (; next < length; next += 1)
      if (known.getUint8(at + next) !== met.getUint8(from + next)) return false;
    return true;
  }

  function keep(bytes: Uint8Array, cells: Spans, columns: readonly number[]) {
    let at = starts[count]!;
    for (const column of columns) {
      const [from, to] = [cells.from[column]!, cells.to[column]!];
      const end = at + to - from;
      if (end >= kept.length) {
        kept = grown(kept, 2 * (end + 1));
        keptView = viewOf(kept);
      }
      kept.set(bytes.subarray(from, to), at);
      kept[end] = BETWEEN;
      at = end + 1;
    }
    if (count + 2 > hashes.length) {
      hashes = grown(hashes, 2 * hashes.length);
      starts = grown(starts, 2 * starts.length);
    }
    starts[count + 1] = at;
  }

  return {
    count: () => count,
    numberOf(bytes, cells, columns) {
      if (bytes !== looked) {
        looked = bytes;
        metView = viewOf(bytes);
      }
      let hash = NO_BYTES;
      for (let index = 0; index < columns.length; index += 1)
        hash = hashed(hash, cells.hashes[columns[index]!]!);
      let slot = spread(hash) & (slots.length - 1);
      for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
        const number = slots[slot]! - 1;
        if (hashes[number] === hash && isThere(number, cells, columns)) return number;
      }
      keep(bytes, cells, columns);
      hashes[count] = hash;
      count += 1;
      slots[slot] = count;
      if (2 * count > slots.length)
        slots = slotsFor(2 * slots.length, count, (number) => hashes[number]!);
      return count - 1;
    },
    handOver: () => ({
      bytes: kept.slice(0, starts[count]),
      starts: starts.slice(0, count + 1),
    }),
  };
}

/** Cuts each of the texts into its parts, as if they stood in these columns of a line; answers what is found of each. */
export function cutTexts<Found>(
  { bytes, starts }: HandedTexts,
  cells: Spans,
  columns: readonly number[],
  find: (bytes: Buffer) => Found,
): Found[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: starts.length - 1 }, (_, number) => {
    let at = starts[number]!;
    for (const column of columns) {
      const end = text.indexOf(BETWEEN, at);
      cells.from[column] = at;
      cells.to[column] = end;
      cells.hashes[column] = hashOf(text, at, end);
      at = end + 1;
    }
    return find(text);
  });
}

/** The hash of the bytes of a cell. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = NO_BYTES;
  for (let at = from; at < to; at += 1) hash = hashed(hash, bytes[at]!);
  return hash;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Brings the high bits of a hash, which are the better ones, down to where they are looked at. */
export function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** Slots for so many texts, each where its hash leads to or behind. */
export function slotsFor(
  length: number,
  count: number,
  hashOf: (number: number) => number,
): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(length);
  for (let number = 0; number < count; number += 1) {
    let slot = spread(hashOf(number)) & (length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (length - 1);
    slots[slot] = number + 1;
  }
  return slots;
}

/** The same numbers with room for more. */
export function grown<Numbers extends Int32Array | Float64Array | Uint8Array>(
  numbers: Numbers,
  length: number,
): Numbers {
  const larger = new (numbers.constructor as new (length: number) => Numbers)(length);
  larger.set(numbers);
  return larger;
}
