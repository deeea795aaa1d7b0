import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
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
    else if (there !== null && !there.isFile()) await writeFile(named, content);
    else if (there !== null && there.nlink > 1) await writeOver(named, content);
    else if (there === null && (await lstat(named).catch(() => null))?.isSymbolicLink())
      await writeAhead(named, content);
    else await replace(there === null ? named : await realpath(named), content, there?.mode);
  } catch (error) {
    // What a piece is made by may fail by itself: only Node's errors are those of the file.
    if (error instanceof UsageError || !('code' in (error as Error))) throw error;
    throw writeError(file, error);
  }
}

/** Why a file cannot be written: Node's words without the path behind them, which may be that of a temporary file. */
export function writeError(file: string, error: unknown): UsageError {
  const [detail = ''] = (error as Error).message.split(', ');
  return usageError('cannot-write', { file, detail });
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

/** A file of several names stays one: where it cannot be written, it gets back what it held. */
async function writeOver(named: string, content: Content): Promise<void> {
  const { readFile, writeFile } = await import('node:fs/promises');
  const before = await readFile(named);
  await uninterrupted(async () => {
    try {
      await writeFile(named, content);
    } catch (error) {
      await writeFile(named, before);
      throw error;
    }
  });
}

/** A link to a file that is not there yet makes it there, or nothing. */
async function writeAhead(link: string, content: Content): Promise<void> {
  const { open, realpath, rm } = await import('node:fs/promises');
  await uninterrupted(async () => {
    await (await open(link, 'a')).close();
    const target = await realpath(link);
    try {
      await replace(target, content, undefined);
    } catch (error) {
      await rm(target, { force: true });
      throw error;
    }
  });
}

/** A file with what it is to hold, and what it held when that was made. */
export interface Replacement {
  file: string;
  content: Content;
  /** `null` where there was no file. */
  before: Buffer | null;
}

/**
 * Replaces files together, and makes the folders that they lie in: where one cannot be written, those
 * before it are put back as they were. A signal that ends the program does so when all are written.
 * @throws UsageError where a file holds something else by now, or cannot be written
 */
export async function replaceTogether(files: readonly Replacement[], cwd: string): Promise<void> {
  for (const { file, before } of files) {
    const now = bytesOfFile(file, cwd);
    const isSame = now === null || before === null ? now === before : now.equals(before);
    if (!isSame) throw usageError('table-changed', { file });
  }
  await together(async (done) => {
    for (const { file, content, before } of files) {
      makeFolderOf(file, cwd, done);
      await writeWhole(file, content, cwd);
      done.push(async () => {
        if (before === null) rmSync(absolute(file, cwd), { force: true });
        else await writeWhole(file, before, cwd);
      });
    }
  });
}

type Undo = () => void | Promise<void>;

/** Does all of it, or undoes what of it has been done. */
async function together(act: (done: Undo[]) => Promise<void>): Promise<void> {
  const done: Undo[] = [];
  await uninterrupted(async () => {
    try {
      await act(done);
    } catch (error) {
      for (const undo of done.reverse()) await undo();
      throw error;
    }
  });
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
export async function uninterrupted<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  const caught: NodeJS.Signals[] = [];
  const hold = (signal: NodeJS.Signals) => caught.push(signal);
  for (const signal of ENDING_SIGNALS) host.on(signal, hold);
  try {
    const answer = await act();
    await new Promise(setImmediate);
    return answer;
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
export async function createTogether(
  files: readonly (readonly [file: string, content: string | Uint8Array])[],
  cwd: string,
): Promise<void> {
  await together(async (done) => {
    for (const [file, content] of files) {
      makeFolderOf(file, cwd, done);
      const target = absolute(file, cwd);
      try {
        const handle = openSync(target, 'wx');
        done.push(() => rmSync(target));
        try {
          writeFileSync(handle, content);
        } finally {
          closeSync(handle);
        }
      } catch (error) {
        throw writeError(file, error);
      }
    }
  });
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

/** Is it the file or pipe that standard output goes into, under whatever name? */
export function isStandardOutput(file: string, cwd: string): boolean {
  const there = statSync(absolute(file, cwd), { throwIfNoEntry: false, bigint: true });
  if (!there?.isFile() && !there?.isFIFO()) return false;
  const { dev, ino } = fstatSync(1, { bigint: true });
  return there.dev === dev && there.ino === ino;
}

/**
 * Refuses a file that could not be written in the end, before anything is done for it.
 * @throws UsageError for a folder, and for a file in a folder that is missing or not to be written in
 */
export function refuseUnwritable(file: string, cwd: string): void {
  const named = absolute(file, cwd);
  try {
    const there = statSync(named, { throwIfNoEntry: false });
    if (there?.isDirectory()) openSync(named, 'r+');
    if (there === undefined || (there.isFile() && there.nlink === 1))
      accessSync(path.dirname(there ? realpathSync(named) : named), constants.W_OK);
  } catch (error) {
    throw writeError(file, error);
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
function makeFolderOf(file: string, cwd: string, done: Undo[]): void {
  try {
    for (const folder of missingFolders(path.dirname(absolute(file, cwd)))) {
      mkdirSync(folder);
      done.push(() => rmdirSync(folder));
    }
  } catch (error) {
    throw writeError(file, error);
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
