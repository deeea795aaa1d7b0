import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import host from 'node:process';
import { UsageError, usageError } from '../usage-error.ts';
import { absolute, fileError, problemOf } from './files.ts';

/** A text, bytes, or a text in pieces. */
type Content = string | Uint8Array | Iterable<string>;

/**
 * Writes beside the file and renames, so that a reader sees the old file or the new one. A link
 * is followed and a file keeps its mode; what is no regular file, or has several names, is written
 * through.
 * @throws UsageError for a file that cannot be written
 */
export async function writeWhole(file: string, content: Content, cwd: string): Promise<void> {
  try {
    const { lstat, realpath, stat, writeFile } = await import('node:fs/promises');
    const named = absolute(file, cwd);
    const there = await stat(named).catch(() => null);
    if (there?.isFIFO()) await writeToPipe(file, named, content);
    else if (there !== null && (!there.isFile() || there.nlink > 1))
      await writeFile(named, content);
    // A link to a file that is not there yet makes it there.
    else if (there === null && (await lstat(named).catch(() => null))?.isSymbolicLink())
      await writeFile(named, content);
    else await replace(there === null ? named : await realpath(named), content, there?.mode);
  } catch (error) {
    // What a piece is made by may fail by itself: only Node's errors are those of the file.
    if (error instanceof UsageError || !('code' in (error as Error))) throw error;
    throw usageError('cannot-write', { file, detail: (error as Error).message });
  }
}

/** Whoever reads of the pipe must be there: nobody waits for one. */
async function writeToPipe(file: string, named: string, content: Content): Promise<void> {
  const { open, writeFile } = await import('node:fs/promises');
  const { O_NONBLOCK, O_WRONLY } = constants;
  const held = await open(named, O_WRONLY | O_NONBLOCK).catch((error) => {
    throw error.code === 'ENXIO' ? usageError('pipe-without-reader', { file }) : error;
  });
  try {
    await writeFile(named, content);
  } finally {
    await held.close();
  }
}

/** A file with what it is to hold, and what it held when that was made. */
export interface Replacement {
  file: string;
  content: Buffer;
  /** `null` where there was no file. */
  before: Buffer | null;
}

/**
 * Replaces files together: where one cannot be written, those before it are put back as they were.
 * @throws UsageError where a file holds something else by now, or cannot be written
 */
export async function replaceTogether(files: readonly Replacement[], cwd: string): Promise<void> {
  for (const { file, before } of files) {
    const now = bytesOfFile(file, cwd);
    const isSame = now === null || before === null ? now === before : now.equals(before);
    if (!isSame) throw usageError('table-changed', { file });
  }
  const done: Replacement[] = [];
  try {
    for (const one of files) {
      await writeWhole(one.file, one.content, cwd);
      done.push(one);
    }
  } catch (error) {
    for (const { file, before } of done.reverse()) {
      if (before === null) rmSync(absolute(file, cwd), { force: true });
      else await writeWhole(file, before, cwd);
    }
    throw error;
  }
}

async function replace(target: string, content: Content, mode: number | undefined): Promise<void> {
  const [{ randomBytes }, { rename, rm, writeFile }] = await Promise.all([
    import('node:crypto'),
    import('node:fs/promises'),
  ]);
  const beside = path.join(path.dirname(target), `.${randomBytes(6).toString('hex')}.tmp`);
  await uninterrupted(async () => {
    try {
      await writeFile(beside, content, {
        flag: 'wx',
        ...(mode === undefined ? {} : { mode }),
      });
      await rename(beside, target);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  });
}

const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal that ends the program does so once this is done: nothing half done is left lying about. */
async function uninterrupted(act: () => Promise<void>): Promise<void> {
  const caught: NodeJS.Signals[] = [];
  const hold = (signal: NodeJS.Signals) => caught.push(signal);
  for (const signal of ENDING_SIGNALS) host.on(signal, hold);
  try {
    await act();
    await new Promise(setImmediate);
  } finally {
    for (const signal of ENDING_SIGNALS) host.off(signal, hold);
    const unheard = caught.find((signal) => host.listenerCount(signal) === 0);
    if (unheard !== undefined) host.kill(host.pid, unheard);
  }
}

/**
 * Writes new files, and the folders that they lie in, together: where one cannot be written, none is
 * left. Never overwrites, not even a file that came into being a moment ago.
 * @throws UsageError for a file that cannot be written
 */
export function createTogether(
  files: readonly (readonly [file: string, content: string | Uint8Array])[],
  cwd: string,
): void {
  const made: (() => void)[] = [];
  for (const [file, content] of files) {
    const target = absolute(file, cwd);
    try {
      for (const folder of missingFolders(path.dirname(target))) {
        mkdirSync(folder);
        made.push(() => rmdirSync(folder));
      }
      const handle = openSync(target, 'wx');
      made.push(() => rmSync(target));
      try {
        writeFileSync(handle, content);
      } finally {
        closeSync(handle);
      }
    } catch (error) {
      for (const undo of made.reverse()) undo();
      throw usageError('cannot-write', { file, detail: (error as Error).message });
    }
  }
}

/** The folder and those above it that do not exist, the uppermost first. */
function missingFolders(folder: string): string[] {
  return existsSync(folder) ? [] : [...missingFolders(path.dirname(folder)), folder];
}

/**
 * What two names of one file have in common, through links too; a file need not exist. What the
 * system cannot look at, such as a link to itself, is told by whoever opens it.
 */
export function identityOf(file: string, cwd: string): string {
  const named = absolute(file, cwd);
  try {
    const there = statSync(named, { throwIfNoEntry: false, bigint: true });
    if (there) return `${there.dev}:${there.ino}`;
    if (lstatSync(named, { throwIfNoEntry: false })?.isSymbolicLink())
      return identityOf(readlinkSync(named), realpathSync(path.dirname(named)));
    return path.join(realpathSync(path.dirname(named)), path.basename(named));
  } catch {
    return named;
  }
}

/**
 * What a file holds; `null` where there is none.
 * @throws UsageError for a file that cannot be read
 */
export function bytesOfFile(file: string, cwd: string): Buffer | null {
  try {
    return readFileSync(absolute(file, cwd));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fileError(file, problemOf(error), cwd);
  }
}

/**
 * Makes the folder of a file, and those that it lies in. One by one: `recursive` never ends where a
 * folder cannot come into being, as below /proc.
 * @throws UsageError where that cannot be
 */
export function makeFolderOf(file: string, cwd: string): void {
  try {
    for (const folder of missingFolders(path.dirname(absolute(file, cwd)))) mkdirSync(folder);
  } catch (error) {
    throw usageError('cannot-write', { file, detail: (error as Error).message });
  }
}

/**
 * Adds to the end of a file.
 * @throws the system's error
 */
export async function appendText(file: string, text: string, cwd: string): Promise<void> {
  const { appendFile } = await import('node:fs/promises');
  await appendFile(absolute(file, cwd), text);
}
