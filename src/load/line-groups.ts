import { closeSync, fstatSync, openSync } from 'node:fs';
import { type FilePart, partReader, partsOf } from './file-parts.ts';
import type { Grouping } from './group-sql.ts';
import type { Groups, Most } from './groups.ts';
import { groupTogether, type PartThread, type ThreadData } from './joined-parts.ts';
import { isWorthIt, numbersIn, type PartTask } from './part-groups.ts';
import type { startThreads } from './part-threads.ts';
import { type LineIndex, lineIndex, type Pieces, wholeLines } from './plain-lines.ts';
import { type PlainForm, rowCutter } from './plain-rows.ts';
import { type RowGroups, rowGroups } from './row-groups.ts';

/** The groups of a file, and where its lines begin. */
export type FileGroups = Groups & { index: LineIndex };

/** How the rows are put together. */
interface Wanted {
  grouping: Grouping;
  most: Most;
}

/** Into which parts a file falls, and who helps with them. */
interface Sharing {
  /** So many bytes a thread takes at a time. */
  partBytes: number;
  /** From so many parts on it is worth it to start others. */
  enough: number;
  start?(data: ThreadData): readonly PartThread[];
}

const SHARING: Sharing = { partBytes: 8 << 20, enough: 4 };

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
  { grouping, most }: Wanted,
  { partBytes, enough, start } = SHARING,
): Promise<FileGroups | null> {
  const file = openSync(path, 'r');
  try {
    const parts = partsOf(fstatSync(file).size, partBytes);
    const mostNeeded = most(Number.POSITIVE_INFINITY);
    const task: PartTask = { ...form, file, parts, grouping, mostNeeded };
    const others = parts.length < enough ? alone : (start ?? (await startOthers()));
    const grouped = await groupTogether(task, others);
    if (grouped === null) return null;
    const { groups } = grouped;
    const { lineOf, known } = numbersIn(grouped.parts);
    return {
      ...groups.end(lineOf),
      index: lineIndex(known),
      members: (ids) => membersInFile(path, form, groups, ids),
    };
  } finally {
    closeSync(file);
  }
}

const alone = () => [];

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
  const groups = rowGroups(form.columns, grouping);
  const mostNeeded = most(Number.POSITIVE_INFINITY);
  const { cut } = rowCutter(form, (bytes, row) => {
    groups.take(bytes, row);
    return isWorthIt(groups, row, mostNeeded);
  });
  for await (const lines of wholeLines(pieces(), form.mostBytes))
    if (lines === null || !cut(lines)) return null;
  return {
    ...groups.end((line) => line),
    async members(ids) {
      const found = memberFinder(form, groups, ids);
      for await (const lines of wholeLines(pieces(), form.mostBytes)) found.cut(lines!);
      return found.members;
    },
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
