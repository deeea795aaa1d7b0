import { closeSync, fstatSync, openSync } from 'node:fs';
import { type FilePart, partReader, partsOf } from './file-parts.ts';
import type { Grouping } from './group-sql.ts';
import type { Groups, Keyed, Most } from './groups.ts';
import { groupTogether, type PartThread, type ThreadData } from './joined-parts.ts';
import { BLOCK_BYTES } from './key-log.ts';
import { type FirstKeys, firstKeysFinder } from './keyed-rows.ts';
import { isWorthIt, numbersIn, type PartTask, type Tell } from './part-groups.ts';
import type { startThreads } from './part-threads.ts';
import { type LineIndex, lineIndex, type Pieces, wholeLines } from './plain-lines.ts';
import { type PlainForm, type RowCutter, rowCutter } from './plain-rows.ts';
import { remembering } from './remembering.ts';
import type { ResultColumn } from './result-columns.ts';
import { type RowGroups, rowGroups } from './row-groups.ts';
import { SUBJECT, timeIn } from './row-keys.ts';
import { closeSpill, openSpill } from './spill.ts';

/** The groups of a file, and where its lines begin. */
export type FileGroups = Groups & { index: LineIndex };

/** How the rows are put together. */
interface Wanted {
  grouping: Grouping;
  most: Most;
  /** Is told which share of the file has been read. */
  tell?: Tell | undefined;
}

/** Into which parts a file falls, and who helps with them. */
interface Sharing {
  /** So many bytes a thread takes at a time. */
  partBytes: number;
  /** From so many parts on it is worth it to start others. */
  enough: number;
  start?(data: ThreadData): readonly PartThread[];
}

/** From about 120 MB on another thread saves more by the clock than its start takes. */
const SHARING: Sharing = { partBytes: 8 << 20, enough: 16 };

/**
 * Groups the rows of a file of CSV, its header on the first line, in one pass over its bytes and in memory that grows
 * with the groups alone. Lines are cut one by one, each as if there were no others: into which parts the file falls
 * makes no difference.
 *
 * @returns `null` where the file is to be read whole: where another reading than the ordinary one could
 * take a line for something else than one row (it is no UTF-8, has NUL characters, lone returns, empty
 * lines, cells with line breaks, or quotes elsewhere than around cells), or where too many rows would be needed
 * @throws the system's error where the file cannot be read
 */
export async function groupFile(
  path: string,
  form: PlainForm,
  { grouping, most, tell }: Wanted,
  { partBytes, enough, start } = SHARING,
): Promise<FileGroups | null> {
  const file = openSync(path, 'r');
  const mostNeeded = most(Number.POSITIVE_INFINITY);
  const readAll = (cut: RowCutter['cut']) => void partReader(file, form.mostBytes)(WHOLE, cut);
  let keys: Keys | null = null;
  try {
    keys = await keysOf(form, grouping, readAll);
    if (keys === null) return null;
    const parts = partsOf(fstatSync(file).size, partBytes);
    const task: PartTask = { ...form, file, parts, grouping, first: keys.first, mostNeeded };
    const others = parts.length < enough ? alone : (start ?? (await startOthers()));
    const grouped = await groupTogether(task, others, tell);
    if (grouped === null) return null;
    const { groups } = grouped;
    const { lineOf, known } = numbersIn(grouped.parts);
    const keyed = keys.end(groups, lineOf, mostNeeded);
    return (
      keyed && {
        ...{ ...groups.end(lineOf), ...keyed },
        index: lineIndex(known),
        members: (ids) => membersInFile(path, form, groups, ids),
      }
    );
  } finally {
    keys?.close();
    closeSync(file);
  }
}

const alone = () => [];

const sameLine = (line: number) => line;

/** Few files are so large that others help. */
async function startOthers(): Promise<typeof startThreads> {
  return (await import('./part-threads.ts')).startThreads;
}

const WHOLE: FilePart = { from: 0, to: Number.POSITIVE_INFINITY };

async function membersInFile(
  path: string,
  form: PlainForm,
  groups: RowGroups,
  ids: readonly number[],
): Promise<number[]> {
  const file = openSync(path, 'r');
  try {
    const { cut, members } = memberFinder(form, groups, ids);
    partReader(file, form.mostBytes)(WHOLE, cut);
    return members;
  } finally {
    closeSync(file);
  }
}

/** The same of a text that is read piece by piece, as one that was compressed. */
export async function groupText(
  pieces: () => Pieces,
  form: PlainForm,
  { grouping, most }: Wanted,
): Promise<Groups | null> {
  const mostNeeded = most(Number.POSITIVE_INFINITY);
  const readAll = async (cut: RowCutter['cut']) => {
    for await (const lines of wholeLines(pieces(), form.mostBytes))
      if (lines === null || !cut(lines)) return false;
    return true;
  };
  const keys = await keysOf(form, grouping, readAll);
  try {
    if (keys === null) return null;
    const groups = rowGroups(form.columns, grouping, keys.first);
    const { row, cut } = rowCutter(form, (bytes, line) => {
      groups.take(bytes, line);
      return true;
    });
    const take = (lines: Buffer) => cut(lines) && isWorthIt(groups, row, mostNeeded);
    if (!(await readAll(take))) return null;
    const keyed = keys.end(groups, sameLine, mostNeeded);
    return (
      keyed && {
        ...{ ...groups.end(sameLine), ...keyed },
        async members(ids) {
          const found = memberFinder(form, groups, ids);
          await readAll(found.cut);
          return found.members;
        },
      }
    );
  } finally {
    keys?.close();
  }
}

/** What is found of rows by what they are of, where that is asked for. */
interface Keys {
  first: FirstKeys | null;
  /** `null` where more than so many rows would have to be read. */
  end(groups: RowGroups, lineOf: (line: number) => number, most: number): { keyed?: Keyed } | null;
  close(): void;
}

const NO_KEYS: Keys = { first: null, end: () => ({}), close() {} };

/** `null` where that cannot be found of these rows, which are handed over until no more are wanted. */
async function keysOf(
  form: PlainForm,
  { firstKeys }: Grouping,
  readAll: (cut: RowCutter['cut']) => unknown,
): Promise<Keys | null> {
  if (firstKeys === undefined) return NO_KEYS;
  const finder = firstKeysFinder(form.columns, firstKeys);
  await readAll(rowCutter(form, finder.take).cut);
  const found = finder.found();
  if (found === null) return null;
  const spill = openSpill(BLOCK_BYTES);
  const { behind } = found;
  return {
    first: { ...found, spill },
    end(groups, lineOf, most) {
      const lines = groups.endKeyed(lineOf, most);
      return lines && { keyed: { ...lines, behind, subjectOf: subjectsIn(form) } };
    },
    close: () => closeSpill(spill),
  };
}

/** Tells of a row of what it is, as it is written. */
function subjectsIn(form: PlainForm): Keyed['subjectOf'] {
  const cellsOf = cellsIn(form);
  const timeOf = remembering(timeIn);
  return ({ text }) => {
    const cells = cellsOf(String(text));
    const cell = (column: ResultColumn) => cells[form.columns.indexOf(column)] ?? '';
    return { subject: SUBJECT.map(cell).join('\n'), time: timeOf(cell('period')) };
  };
}

/** Cuts a row that is plain; one without quotes needs no more than its marks. */
function cellsIn(form: PlainForm): (text: string) => readonly string[] {
  let cells: string[] = [];
  const { row, cut } = rowCutter(form, (bytes, { count, from, to }) => {
    cells = Array.from({ length: Math.min(count, form.columns.length) }, (_, at) =>
      bytes.toString('utf8', from[at], to[at]),
    );
    return true;
  });
  return (text) => {
    if (!text.includes('"')) return text.split(form.delimiter);
    row.line = 1;
    cut(Buffer.from(`${text}\n`));
    return cells;
  };
}

/** What finds the rows of those groups in lines that have been grouped before. */
function memberFinder(form: PlainForm, groups: RowGroups, ids: readonly number[]) {
  const wanted = new Set(ids);
  const members: number[] = [];
  const { cut } = rowCutter(form, (bytes, row) => {
    if (wanted.has(groups.groupOf(bytes, row))) members.push(row.line);
    return true;
  });
  return { cut, members };
}
