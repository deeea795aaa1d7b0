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

/** Groups of lines. */
export interface GroupTable {
  /** The number of the group that shares this; a new one where there was none. */
  numberOf(sharer: number, mark: number): number;
  add(group: number, bytes: Buffer, row: CutLine): void;
  count(): number;
  /** Those that lines were added to. */
  groups(): Group[];
}

/** A figure, and the line that has it. */
interface Figure {
  text: string;
  line: number;
}

/** @param value the column of which the least and the greatest text are kept; -1 where none are */
export function groupTable(value: number): GroupTable {
  let slots = new Int32Array(1 << 10);
  let sharers = new Int32Array(1 << 9);
  let marks = new Int32Array(1 << 9);
  let days = new Int32Array(1 << 9);
  let rows = new Float64Array(1 << 9);
  let starts = new Float64Array(1 << 9);
  let firsts = new Float64Array(1 << 9);
  let lasts = new Float64Array(1 << 9);
  const least: Figure[] = [];
  const greatest: Figure[] = [];
  let count = 0;

  function makeRoom() {
    const length = 2 * sharers.length;
    [sharers, marks, days] = [grown(sharers, length), grown(marks, length), grown(days, length)];
    [rows, starts] = [grown(rows, length), grown(starts, length)];
    [firsts, lasts] = [grown(firsts, length), grown(lasts, length)];
    slots = slotsFor(2 * length, count, (group) => hashOf(sharers[group]!, marks[group]!));
  }

  return {
    numberOf(sharer, mark) {
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
    },
    add(group, bytes, { line, day, from, to }) {
      if (rows[group] === 0) starts[group] = line;
      if (rows[group] === 0 || day > days[group]!) {
        days[group] = day;
        firsts[group] = line;
      }
      if (day === days[group]) lasts[group] = line;
      rows[group]! += 1;
      if (value < 0 || from[value] === to[value]) return;
      const text = bytes.toString('latin1', from[value], to[value]);
      if (least[group] === undefined || text < least[group].text) least[group] = { text, line };
      if (greatest[group] === undefined || text > greatest[group].text)
        greatest[group] = { text, line };
    },
    count: () => count,
    groups: () =>
      Array.from({ length: count }, (_, group) => ({
        id: group,
        class: marks[group]! & KIND,
        rows: rows[group]!,
        start: starts[group]!,
        ends: [firsts[group]!, lasts[group]!],
        besides: [least[group], greatest[group]].flatMap((figure) => figure?.line ?? []),
      })),
  };
}

/** The bits of a mark that tell the kind of figure. */
const KIND = 15;

function hashOf(sharer: number, mark: number): number {
  return Math.imul(Math.imul(sharer ^ NO_BYTES, 0x9e3779b1) ^ mark, 0x85ebca6b);
}
