import type { CutLine } from './group-table.ts';
import { type HandedLog, keyLog, OTHER } from './key-log.ts';
import type { ResultColumn } from './result-columns.ts';
import { type RowKey, rowKeys } from './row-keys.ts';
import { blocksIn, type SharedSpill } from './spill.ts';

/** Of what is a row of a table? Asked of rows that are grouped by more than that, in one of several threads. */
export interface KeyedRows {
  /** Is the row, of which it is known what it shares, of one of the things that the table names first? */
  isFirst(bytes: Buffer, row: CutLine, sharer: number): boolean;
  /** Notes what figure a row has for which that was just asked, as a number; -1 for none. */
  note(row: CutLine, said: number): void;
  /** Notes a row of which it is not known what it shares, nor what it says. */
  noteOdd(bytes: Buffer, row: CutLine): void;
  handOver(): HandedLog;
  takeOver(handed: HandedLog): void;
  /** The lines of the rows that are of one thing and do not all say the same; `null` where there are more than so many. */
  differing(most: number): number[] | null;
}

/** The things that a table names first, and where that is noted of what all its rows are. */
export interface FirstKeys {
  keys: KeySlots;
  /** The line of the first row that is of something else. */
  behind: number;
  spill: SharedSpill;
}

export function keyedRows(
  columns: readonly (ResultColumn | null)[],
  { keys, spill }: FirstKeys,
): KeyedRows {
  const keyOf = rowKeys(columns);
  const log = keyLog(blocksIn(spill));
  let key: RowKey;
  return {
    isFirst(bytes, row, sharer) {
      key = keyOf(bytes, row, sharer);
      return keys.isFilled[slotOf(keys, key)] === 1;
    },
    note(row, said) {
      if (said >= 0) log.add(key, row.line, said);
    },
    noteOdd(bytes, row) {
      log.add(keyOf(bytes, row, -1), row.line, OTHER);
    },
    handOver: log.handOver,
    takeOver: log.takeOver,
    differing: log.differing,
  };
}

/** What takes the first rows of a table one by one, as long as more are wanted, and what it found then. */
export function firstKeysFinder(columns: readonly (ResultColumn | null)[], most: number) {
  const keyOf = rowKeys(columns);
  const keys = noKeys(most);
  let count = 0;
  let behind: number | null = null;
  return {
    take(bytes: Buffer, row: CutLine): boolean {
      const key = keyOf(bytes, row, -1);
      const slot = slotOf(keys, key);
      if (keys.isFilled[slot] === 1) return true;
      if (count === most) {
        behind = row.line;
        return false;
      }
      count += 1;
      keys.isFilled[slot] = 1;
      keys.words[2 * slot] = key.high;
      keys.words[2 * slot + 1] = key.low;
      return true;
    },
    /** `null` where all rows are of those things, or what stands behind them cannot be cut into rows. */
    found: () => (behind === null ? null : { keys, behind }),
  };
}

/** A set of keys. */
interface KeySlots {
  words: Int32Array;
  isFilled: Uint8Array;
}

function noKeys(most: number): KeySlots {
  let slots = 16;
  while (slots < 4 * most) slots *= 2;
  return { words: new Int32Array(2 * slots), isFilled: new Uint8Array(slots) };
}

function slotOf({ words, isFilled }: KeySlots, { high, low }: RowKey): number {
  const most = isFilled.length - 1;
  let slot = (high ^ (high >>> 16)) & most;
  while (isFilled[slot] === 1 && (words[2 * slot] !== high || words[2 * slot + 1] !== low))
    slot = (slot + 1) & most;
  return slot;
}
