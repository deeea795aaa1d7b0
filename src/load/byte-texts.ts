import { NO_BYTES } from './sources/cell-texts.ts';

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

/** Where each cell of a line begins and ends. */
export interface Spans {
  from: Int32Array;
  to: Int32Array;
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
  /** The text that was met last, and for each text the one that came behind it then: tables go through the same ones. */
  let last = 0;
  let followers = new Int32Array(1 << 9);
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

  /** The hash of the bytes of a cell behind that of others, four bytes at a time. */
  function hashOf(from: number, to: number, others: number): number {
    const met = metView;
    let hash = mixed(others, to - from);
    let next = from;
    for (; next + 4 <= to; next += 4) hash = mixed(hash, met.getInt32(next, true));
    for (; next < to; next += 1) hash = mixed(hash, met.getUint8(next));
    return hash;
  }

  /** Four bytes at a time. */
  function isSame(at: number, from: number, length: number): boolean {
    const known = keptView;
    const met = metView;
    let next = 0;
    for (; next + 4 <= length; next += 4)
      if (known.getInt32(at + next, true) !== met.getInt32(from + next, true)) return false;
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
      followers = grown(followers, 2 * followers.length);
    }
    starts[count + 1] = at;
  }

  function found(bytes: Uint8Array, cells: Spans, columns: readonly number[]): number {
    let hash = NO_BYTES;
    for (let index = 0; index < columns.length; index += 1)
      hash = hashOf(cells.from[columns[index]!]!, cells.to[columns[index]!]!, hash);
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
  }

  return {
    count: () => count,
    numberOf(bytes, cells, columns) {
      if (bytes !== looked) {
        looked = bytes;
        metView = viewOf(bytes);
      }
      const next = followers[last]!;
      if (next < count && isThere(next, cells, columns)) {
        last = next;
        return next;
      }
      const number = found(bytes, cells, columns);
      followers[last] = number;
      last = number;
      return number;
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
      at = end + 1;
    }
    return find(text);
  });
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Every bit of the number changes bits high and low. */
function mixed(hash: number, number: number): number {
  const mix = Math.imul(hash ^ number, 0x9e3779b1);
  return mix ^ (mix >>> 15);
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
