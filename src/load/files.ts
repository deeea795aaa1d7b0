import { lstatSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { LIMITS, type Limits } from '../limits.ts';
import type { MessageCode } from '../message/message.ts';
import { suggest } from '../suggest.ts';
import { type UsageError, usageError } from '../usage-error.ts';
import { readStart, readStream, readWhole, SPECIAL } from './bytes.ts';

/** Why a path cannot be used; the words are the commands'. */
export type FileProblem =
  | 'missing'
  | 'unreadable'
  | 'empty'
  | 'binary'
  | 'not-a-file'
  /** A pipe or a device. */
  | 'special'
  | 'too-large'
  | 'bad-encoding';

/** The text of a file, or why it has none. */
export type Content = { text: string } | { problem: FileProblem; nul?: Spot };

/** Where in a file something stands, from 1. */
export interface Spot {
  line: number;
  column: number;
}

/** What a file says in place of what it says on disk; `undefined` where that is the same. */
export type Changed = (file: string) => Buffer | undefined;

/** A file with its text, or why it has none. */
export interface NamedFile {
  /** As the user named it. */
  file: string;
  content: Content;
}

const PROBLEMS = {
  unreadable: 'file-unreadable',
  'not-a-file': 'not-a-file',
  special: 'file-special',
  empty: 'file-empty',
  binary: 'file-binary',
  'bad-encoding': 'file-bad-encoding',
} as const satisfies Partial<Record<FileProblem, MessageCode>>;

/**
 * What is said of a file that is needed and cannot be used.
 * @param limits what it was read with, where the user may set that
 */
export function fileError(
  file: string,
  problem: FileProblem,
  cwd: string,
  limits?: Limits,
): UsageError {
  const most = (limits ?? LIMITS)['plan-bytes'];
  if (problem === 'too-large')
    return usageError('file-too-large', { file, most, isOpen: limits !== undefined });
  if (problem !== 'missing') return usageError(PROBLEMS[problem], { file });
  const near = suggest(path.basename(file), namesBeside(file, cwd));
  const suggestion = near === null ? null : path.join(path.dirname(file), near);
  return usageError('file-missing', { file, suggestion });
}

/** A link that leads nowhere is there and missing at once; its own name is no help. */
function namesBeside(file: string, cwd: string): string[] {
  return filesIn(path.dirname(file), cwd).filter((name) => name !== path.basename(file));
}

/** The file's one name on this machine. */
export function absolute(file: string, cwd: string): string {
  return path.resolve(cwd, file);
}

/** What the system said of a file that could not be read. */
export function problemOf(error: unknown): FileProblem {
  const code = (error as NodeJS.ErrnoException)?.code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === SPECIAL) return 'special';
  return code === 'EISDIR' ? 'not-a-file' : 'unreadable';
}

/** The file's bytes as text (UTF-8 or UTF-16, with or without BOM), or why it is none. */
export function readText(file: string, cwd: string, limits: Limits = LIMITS): Content {
  try {
    const bytes = readWhole(path.resolve(cwd, file), limits['plan-bytes']);
    return bytes === null ? { problem: 'too-large' } : decodeText(bytes);
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** What a stream says, as {@link readText}. */
export async function readTextOf(stream: Readable, limits: Limits = LIMITS): Promise<Content> {
  const bytes = await readStream(stream, limits['plan-bytes']);
  return bytes === null ? { problem: 'too-large' } : decodeText(bytes);
}

/** As much of a file tells what it is. */
const START = 65_536;

/** The ASCII at the beginning of a file whose text cannot be had; other characters are wrong. */
export function readAscii(file: string, cwd: string): string {
  return readStart(path.resolve(cwd, file), START).toString('latin1');
}

/** Bytes as text: UTF-8 or, with a byte order mark, UTF-16. */
export function decodeText(bytes: Uint8Array): Content {
  if (bytes.length === 0) return { problem: 'empty' };
  const encoding = markedEncoding(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) return withNul(bytes);
  try {
    const text = withLineFeeds(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    return text.trim() === '' ? { problem: 'empty' } : { text };
  } catch {
    return { problem: 'bad-encoding' };
  }
}

/** A text that only NUL characters spoil is told where the first stands. */
function withNul(bytes: Uint8Array): Content {
  const few = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0) <= FEW;
  if (!few) return { problem: 'binary' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const lines = text.slice(0, text.indexOf('\0')).split('\n');
    return { problem: 'binary', nul: { line: lines.length, column: lines.at(-1)!.length + 1 } };
  } catch {
    return { problem: 'binary' };
  }
}

/** What holds more of them was never a text. */
const FEW = 8;

/** Lines that only a carriage return ends, as old Macintosh files have them, as other lines. */
function withLineFeeds(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}

/** The encoding of a YAML file: UTF-8, or UTF-16 where a byte order mark says so. */
export function markedEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * Is there a folder, a file, or nothing at the path? What cannot be looked at counts as a file:
 * opening it will say why.
 */
export function kindOf(file: string, cwd: string): 'file' | 'folder' | 'missing' {
  try {
    const stat = statSync(path.resolve(cwd, file), { throwIfNoEntry: false });
    if (!stat) return 'missing';
    return stat.isDirectory() ? 'folder' : 'file';
  } catch {
    return 'file';
  }
}

/**
 * The files of that name directly in or below a folder, in order; hidden ones are left out.
 * @throws UsageError for a folder that cannot be looked into
 */
export function filesBelow(folder: string, name: RegExp, cwd: string): string[] {
  try {
    return walk(folder, name, cwd);
  } catch (error) {
    throw fileError((error as NodeJS.ErrnoException).path ?? folder, problemOf(error), cwd);
  }
}

function walk(folder: string, name: RegExp, cwd: string): string[] {
  const entries = readdirSync(path.resolve(cwd, folder), { withFileTypes: true });
  const visible = entries
    .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return visible.flatMap((entry) => {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) return walk(inside, name, cwd);
    return name.test(entry.name) ? [inside] : [];
  });
}

/** The files in and below a folder, from it, parted by `/`; links to folders may lead anywhere, and are not looked through. */
export function* visibleFiles(folder: string, inside = ''): Generator<string> {
  for (const name of filesIn(inside, folder)) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const file = inside === '' ? name : `${inside}/${name}`;
    const own = lstatSync(path.join(folder, file), { throwIfNoEntry: false });
    if (own?.isDirectory()) yield* visibleFiles(folder, file);
    else if (!(own?.isSymbolicLink() && kindOf(file, folder) === 'folder')) yield file;
  }
}

/** The names in a folder; none where it cannot be read. */
export function filesIn(folder: string, cwd: string): string[] {
  try {
    return readdirSync(path.resolve(cwd, folder));
  } catch {
    return [];
  }
}

/** A file's name without the folders that it lies in. */
export function baseName(file: string): string {
  return path.basename(file);
}
