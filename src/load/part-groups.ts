import { type FilePart, partReader } from './file-parts.ts';
import type { Grouping } from './group-sql.ts';
import type { CutLine } from './group-table.ts';
import type { FirstKeys } from './keyed-rows.ts';
import { KNOWN_STEP, type KnownLines } from './plain-lines.ts';
import { type PlainForm, rowCutter } from './plain-rows.ts';
import { type HandedGroups, type RowGroups, rowGroups } from './row-groups.ts';

/** What a thread has to know that groups rows of a file. */
export interface PartTask extends PlainForm {
  /** The open file. */
  file: number;
  parts: readonly FilePart[];
  grouping: Grouping;
  first: FirstKeys | null;
  /** So many rows may be needed at most. */
  mostNeeded: number;
}

/** The parts of a file that several threads take one after the other. */
export interface Claims {
  /** The number of a part that no one else takes; `null` where none is left or the file is given up. */
  next(): number | null;
  /** How many have been taken by anyone. */
  taken(): number;
  isGivenUp(): boolean;
  /** The file is to be read whole: nobody goes on. */
  giveUp(): void;
}

/** Claims of which other threads know. */
export function sharedClaims(shared: SharedArrayBuffer, parts: number): Claims {
  const [taken, givenUp] = [0, 1];
  const state = new Int32Array(shared);
  return {
    next() {
      const part = Atomics.add(state, taken, 1);
      return part < parts && Atomics.load(state, givenUp) === 0 ? part : null;
    },
    taken: () => Math.min(Atomics.load(state, taken), parts),
    isGivenUp: () => Atomics.load(state, givenUp) !== 0,
    giveUp: () => void Atomics.store(state, givenUp, 1),
  };
}

/** What {@link sharedClaims} are made of; nothing is taken yet. */
export function noClaims(): SharedArrayBuffer {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}

/** How many lines a part has, and where the first of every {@link KNOWN_STEP} begins in the file. */
export interface PartLines {
  part: number;
  lines: number;
  offsets: Float64Array;
}

/** What one thread has made of the parts that it took. */
export interface GroupedParts {
  groups: RowGroups;
  parts: PartLines[];
}

/** The same, as one thread gives it to another. */
export interface HandedParts {
  groups: HandedGroups;
  parts: PartLines[];
}

export function handOver({ groups, parts }: GroupedParts): HandedParts {
  return { groups: groups.handOver(), parts };
}

/** The memory of what is handed over, which need not be copied. */
export function buffersOf({ groups: { sharers, periods, table } }: HandedParts): ArrayBuffer[] {
  return [sharers, periods, table].flatMap((made) =>
    Object.values(made).flatMap((one) =>
      ArrayBuffer.isView(one) ? [one.buffer as ArrayBuffer] : [],
    ),
  );
}

/** A line has the number that it has in its part and so many more for each part before, which no part has lines. */
const MOST_LINES = 2 ** 25;
/** From so many rows on a table is given up most of whose rows would be needed. */
const JUDGED_FROM = 100_000;

/** Is told which share has been done. */
export type Tell = (share: number) => void;

/** Whether so many rows at most are needed, judged by the beginning of the text, too; asked now and then. */
export function isWorthIt(groups: RowGroups, { line }: CutLine, mostNeeded: number): boolean {
  const needed = groups.needed();
  if (needed > mostNeeded) return false;
  return line < JUDGED_FROM || line > MOST_LINES || needed <= line / 2;
}

/**
 * Groups the rows of parts until none is left; `null` where the file is given up, by whomever.
 * @param tell is told now and then which share of the parts has been taken
 */
export function groupParts(
  task: PartTask,
  claims: Claims,
  tell: Tell = () => {},
): GroupedParts | null {
  const groups = rowGroups(task.columns, task.grouping, task.first);
  const readPart = partReader(task.file, task.mostBytes);
  const done: PartLines[] = [];
  let offsets: number[] = [];
  let offset = 0;
  const { row, cut } = rowCutter(
    task,
    (bytes, row) => {
      groups.take(bytes, row);
      return true;
    },
    (line, at) => {
      if (line % KNOWN_STEP === 1) offsets.push(offset + at);
    },
  );
  for (let part = claims.next(); part !== null; part = claims.next()) {
    const before = part * MOST_LINES;
    row.line = before;
    offsets = [];
    const isPlain = readPart(task.parts[part]!, (lines, from) => {
      offset = from;
      tell(claims.taken() / task.parts.length);
      return cut(lines) && isWorthIt(groups, row, task.mostNeeded) && !claims.isGivenUp();
    });
    if (!isPlain) claims.giveUp();
    done.push({ part, lines: row.line - before, offsets: Float64Array.from(offsets) });
  }
  return claims.isGivenUp() ? null : { groups, parts: done };
}

/** The numbers of the lines of a whole file, by those that they have in its parts; and where some of them begin. */
export function numbersIn(parts: readonly PartLines[]): {
  lineOf(line: number): number;
  known: KnownLines[];
} {
  const before: number[] = [];
  const known: KnownLines[] = [];
  let line = 0;
  for (const { part, lines, offsets } of [...parts].sort((a, b) => a.part - b.part)) {
    before[part] = line - part * MOST_LINES;
    if (lines > 0) known.push({ first: line + 1, offsets });
    line += lines;
  }
  return { lineOf: (line) => line + before[Math.floor(line / MOST_LINES)]!, known };
}
