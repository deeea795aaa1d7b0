import type { RowKey } from './row-keys.ts';
import type { Blocks } from './spill.ts';

/**
 * Notes what rows of a table say of what they are of, without keeping it in memory. Where several threads take
 * the rows of one table, each has its own.
 */
export interface KeyLog {
  /** @param said what the row says, from 0 to 2³¹ − 1; {@link OTHER} for what no other row says */
  add(key: RowKey, line: number, said: number): void;
  /** What another thread may take over; nothing is added then. */
  handOver(): HandedLog;
  takeOver(handed: HandedLog): void;
  /**
   * The lines of all rows that are of one thing and do not all say the same, in no order; `null` where there are
   * more than so many. Of a few rows that do say the same the lines may be among them.
   */
  differing(most: number): number[] | null;
}

/** What is like nothing else. */
export const OTHER = -1;

/** A log as one thread gives it to another: of each part its blocks, and the one that is not full, with its records. */
export interface HandedLog {
  blocks: readonly (readonly number[])[];
  open: readonly Int32Array[];
  filled: Int32Array;
}

const PARTS = 64;
const RECORDS = 1024;
/** Of a record: 48 bits of key and as many of its line in three words, and what it says. */
const WORDS = 4;
const BLOCK = RECORDS * WORDS;
/** So many bytes a block has. */
export const BLOCK_BYTES = BLOCK * Int32Array.BYTES_PER_ELEMENT;
const HIGH_LINES = 0xffff;
const LINES = 2 ** 32;

/** A log whose records lie in parts by their keys, of which one at a time is looked through. */
export function keyLog(blocks: Blocks): KeyLog {
  const open = Array.from({ length: PARTS }, () => new Int32Array(BLOCK));
  const filled = new Int32Array(PARTS);
  const written = Array.from({ length: PARTS }, (): number[] => []);
  const taken: HandedLog[] = [];

  return {
    add({ high, low }, line, said) {
      const part = high & (PARTS - 1);
      const block = open[part]!;
      const at = filled[part]! * WORDS;
      block[at] = high;
      block[at + 1] = (low & ~HIGH_LINES) | Math.floor(line / LINES);
      block[at + 2] = line | 0;
      block[at + 3] = said;
      filled[part]! += 1;
      if (filled[part]! < RECORDS) return;
      written[part]!.push(blocks.write(bytesOf(block)));
      filled[part] = 0;
    },
    handOver: () => ({ blocks: written, open, filled }),
    takeOver: (handed) => void taken.push(handed),
    differing(most) {
      const logs = [{ blocks: written, open, filled }, ...taken];
      const counts = Array.from({ length: PARTS }, (_, part) => countOf(logs, part));
      const room = roomFor(Math.max(...counts));
      const lines: number[] = [];
      for (let part = 0; part < PARTS; part += 1) {
        readPart(logs, part, blocks, room.words);
        for (const line of differingIn(room, counts[part]!)) lines.push(line);
        if (lines.length > most) return null;
      }
      return lines;
    },
  };
}

/** What the records of a part are looked through in; the same for all parts, or each would leave some to clear away. */
interface Room {
  words: Int32Array;
  /** The number of a record and one more, where its key leads to. */
  slots: Int32Array;
  firsts: Int32Array;
  isDiffering: Uint8Array;
}

function roomFor(records: number): Room {
  let slots = 16;
  while (slots < records * 2) slots *= 2;
  return {
    ...{ words: new Int32Array(records * WORDS), slots: new Int32Array(slots) },
    ...{ firsts: new Int32Array(records), isDiffering: new Uint8Array(records) },
  };
}

function countOf(logs: readonly HandedLog[], part: number): number {
  const counts = logs.map(({ blocks, filled }) => blocks[part]!.length * RECORDS + filled[part]!);
  return counts.reduce((sum, count) => sum + count, 0);
}

function readPart(
  logs: readonly HandedLog[],
  part: number,
  blocks: Blocks,
  words: Int32Array,
): void {
  let at = 0;
  for (const log of logs) {
    for (const block of log.blocks[part]!) {
      blocks.read(block, bytesOf(words.subarray(at, at + BLOCK)));
      at += BLOCK;
    }
    const rest = log.filled[part]! * WORDS;
    words.set(log.open[part]!.subarray(0, rest), at);
    at += rest;
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Finds of each record one with its key, the same for all, in a table of open addresses. */
function differingIn({ words, slots, firsts, isDiffering }: Room, count: number): number[] {
  const most = slots.length - 1;
  slots.fill(0);
  isDiffering.fill(0);
  let isAny = false;
  for (let record = 0; record < count; record += 1) {
    const at = record * WORDS;
    const [high, low] = [words[at]!, words[at + 1]!];
    let slot = (high >>> 6) & most;
    for (; slots[slot] !== 0; slot = (slot + 1) & most) {
      const other = (slots[slot]! - 1) * WORDS;
      if (words[other] === high && ((words[other + 1]! ^ low) & ~HIGH_LINES) === 0) break;
    }
    if (slots[slot] === 0) slots[slot] = record + 1;
    const first = slots[slot]! - 1;
    firsts[record] = first;
    const said = words[at + 3]!;
    if (record === first || (said === words[first * WORDS + 3]! && said !== OTHER)) continue;
    isDiffering[first] = 1;
    isAny = true;
  }
  const lines: number[] = [];
  if (isAny)
    for (let record = 0; record < count; record += 1)
      if (isDiffering[firsts[record]!] === 1) lines.push(lineIn(words, record * WORDS));
  return lines;
}

function lineIn(words: Int32Array, at: number): number {
  return (words[at + 1]! & HIGH_LINES) * LINES + (words[at + 2]! >>> 0);
}
