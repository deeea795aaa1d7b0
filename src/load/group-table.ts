import { grown, type Spans, slotsFor, spread } from './byte-texts.ts';
import type { Group } from './groups.ts';
import { NO_BYTES } from './sources/cell-texts.ts';

/** A line that has been cut into its cells; the same object stands for all lines. */
export interface CutLine extends Spans {
  /** 1-based. */
  line: number;
  /** How many cells it has; those behind the last column have no place. */
  count: number;
  /** The day of its period, as a number; 0 where that is none. */
  day: number;
}

/** A line of so many cells, before any has been cut. */
export function emptyLine(cells: number): CutLine {
  const numbers = () => new Int32Array(cells);
  return { from: numbers(), to: numbers(), line: 0, count: 0, day: 0 };
}

/** Groups of lines. */
export interface GroupTable {
  /** The number of the group that shares this; a new one where there was none. */
  numberOf(sharer: number, mark: number): number;
  /**
   * Adds a line; the lines come in their order.
   * @param said what figure it has, as a number; -1 where that does not matter
   */
  add(group: number, row: CutLine, said: number): void;
  count(): number;
  /** What another thread may take over; nothing is added then. */
  handOver(): HandedTable;
  /** Adds to a group the lines of one that another thread has handed over. */
  takeOver(group: number, handed: HandedTable, theirs: number): void;
  /**
   * Those that lines were added to.
   * @param lineOf the number of a line in the whole text, by that which it was added with
   */
  groups(lineOf: (line: number) => number): Group[];
}

/** The groups of one thread as it gives them to another, each with what stands at its number. */
export interface HandedTable {
  sharers: Int32Array<ArrayBuffer>;
  marks: Int32Array<ArrayBuffer>;
  days: Int32Array<ArrayBuffer>;
  rows: Float64Array<ArrayBuffer>;
  starts: Float64Array<ArrayBuffer>;
  firsts: Float64Array<ArrayBuffer>;
  lasts: Float64Array<ArrayBuffer>;
  figures: Int32Array<ArrayBuffer>;
  others: Float64Array<ArrayBuffer>;
}

/** So many kinds of figures a mark can tell, by what is left where it is divided by them. */
export const KINDS = 16;

export function groupTable(): GroupTable {
  let slots = new Int32Array(1 << 10);
  let sharers = new Int32Array(1 << 9);
  let marks = new Int32Array(1 << 9);
  let days = new Int32Array(1 << 9);
  let rows = new Float64Array(1 << 9);
  let starts = new Float64Array(1 << 9);
  let firsts = new Float64Array(1 << 9);
  let lasts = new Float64Array(1 << 9);
  /** The figures of the first lines, and the first lines with others; 0 where there are none. */
  let figures = new Int32Array(1 << 9);
  let others = new Float64Array(1 << 9);
  /** The group that was met last of each sharer, and one more; 0 before there is one. Sharers are no more than groups. */
  let latest = new Int32Array(1 << 9);
  let count = 0;

  function makeRoom() {
    const length = 2 * sharers.length;
    [sharers, marks, days] = [grown(sharers, length), grown(marks, length), grown(days, length)];
    [rows, starts] = [grown(rows, length), grown(starts, length)];
    [firsts, lasts] = [grown(firsts, length), grown(lasts, length)];
    [figures, others] = [grown(figures, length), grown(others, length)];
    latest = grown(latest, length);
    slots = slotsFor(2 * length, count, (group) => hashOf(sharers[group]!, marks[group]!));
  }

  function found(sharer: number, mark: number): number {
    const most = slots.length - 1;
    let slot = spread(hashOf(sharer, mark)) & most;
    for (; slots[slot] !== 0; slot = (slot + 1) & most) {
      const group = slots[slot]! - 1;
      if (sharers[group] === sharer && marks[group] === mark) return group;
    }
    sharers[count] = sharer;
    marks[count] = mark;
    count += 1;
    slots[slot] = count;
    if (count === sharers.length) makeRoom();
    return count - 1;
  }

  return {
    numberOf(sharer, mark) {
      const group = latest[sharer]! - 1;
      if (group >= 0 && marks[group] === mark) return group;
      const number = found(sharer, mark);
      latest[sharer] = number + 1;
      return number;
    },
    add(group, { line, day }, said) {
      if (rows[group] === 0) {
        starts[group] = line;
        figures[group] = said;
      } else if (said !== figures[group] && others[group] === 0) others[group] = line;
      if (rows[group] === 0 || day > days[group]!) {
        days[group] = day;
        firsts[group] = line;
      }
      if (day === days[group]) lasts[group] = line;
      rows[group]! += 1;
    },
    count: () => count,
    handOver: () => ({
      ...{ sharers: sharers.slice(0, count), marks: marks.slice(0, count) },
      ...{ days: days.slice(0, count), rows: rows.slice(0, count), starts: starts.slice(0, count) },
      ...{ firsts: firsts.slice(0, count), lasts: lasts.slice(0, count) },
      ...{ figures: figures.slice(0, count), others: others.slice(0, count) },
    }),
    takeOver(group, handed, theirs) {
      const [day, start] = [handed.days[theirs]!, handed.starts[theirs]!];
      const [first, last] = [handed.firsts[theirs]!, handed.lasts[theirs]!];
      const isNew = rows[group] === 0;
      const own = { start: starts[group]!, said: figures[group]!, other: others[group]! };
      const their = { start, said: handed.figures[theirs]!, other: handed.others[theirs]! };
      const [before, behind] = isNew || start < own.start ? [their, own] : [own, their];
      starts[group] = before.start;
      figures[group] = before.said;
      others[group] = isNew ? before.other : otherOf(before, behind);
      rows[group]! += handed.rows[theirs]!;
      if (isNew || day > days[group]!) {
        days[group] = day;
        firsts[group] = first;
        lasts[group] = last;
      } else if (day === days[group]) {
        firsts[group] = Math.min(firsts[group]!, first);
        lasts[group] = Math.max(lasts[group]!, last);
      }
    },
    groups: (lineOf) =>
      Array.from({ length: count }, (_, group) => ({
        id: group,
        class: marks[group]! % KINDS,
        rows: rows[group]!,
        start: lineOf(starts[group]!),
        first: lineOf(firsts[group]!),
        last: lineOf(lasts[group]!),
        besides: others[group] === 0 ? NONE : [lineOf(others[group]!)],
      })),
  };
}

const NONE: readonly number[] = [];

/** What is known of the figures of some lines of a group. */
interface Figures {
  start: number;
  said: number;
  other: number;
}

/** The first line with another figure than the first one has; 0 where there is none. */
function otherOf(before: Figures, behind: Figures): number {
  const other = behind.said === before.said ? behind.other : behind.start;
  if (before.other === 0 || other === 0) return before.other || other;
  return Math.min(before.other, other);
}

function hashOf(sharer: number, mark: number): number {
  return Math.imul(Math.imul(sharer ^ NO_BYTES, 0x9e3779b1) ^ mark, 0x85ebca6b);
}
