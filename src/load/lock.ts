import { randomBytes } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { kill, pid } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { usageError } from '../usage-error.ts';
import { absolute } from './files.ts';
import { uninterrupted, writeError } from './write.ts';

/** A lock is looked for so often, with so many milliseconds between, before it is given up. */
const LOOKS = 500;
const PAUSE = 25;
/** So often a lock must be seen without its holder's name to be taken for left behind. */
const NAMELESS = 100;

/**
 * Does something while no other run of the program does it with these files. A lock file beside
 * each says who holds it; one that was left behind by a run that is no more is taken away. Of a run
 * on another machine it cannot be known whether it is: its lock is waited for, and then told.
 * @throws UsageError where another run holds a file for too long, or no lock can be written
 */
export async function whileLocked<Answer>(
  files: readonly string[],
  cwd: string,
  act: () => Promise<Answer>,
): Promise<Answer> {
  // All runs take them in the same order: none waits for another that waits for it.
  const wanted = [...new Set(files.map((file) => absolute(file, cwd)))].sort();
  const held: { lock: string; token: string }[] = [];
  try {
    for (const file of wanted) held.push(await take(file));
    return await uninterrupted(act);
  } finally {
    for (const { lock, token } of held.reverse())
      if ((await holderOf(lock)) === token) await rm(lock, { force: true });
  }
}

async function take(file: string): Promise<{ lock: string; token: string }> {
  const lock = `${file}.lock`;
  const token = `${hostname()} ${pid} ${randomBytes(8).toString('hex')}`;
  let holder: string | null = null;
  let nameless = 0;
  for (let look = 0; look < LOOKS; look += 1) {
    if (await created(lock, token, file)) return { lock, token };
    holder = await holderOf(lock);
    nameless = holder === '' ? nameless + 1 : 0;
    if (holder !== null && (isOver(holder) || nameless > NAMELESS)) await takeAway(lock, holder);
    await wait(PAUSE);
  }
  throw usageError('table-locked', { file, lock, by: (holder ?? '').replace(/ \S+$/, '') });
}

/** Only one of several runs creates the file. */
async function created(lock: string, token: string, file: string): Promise<boolean> {
  try {
    const handle = await open(lock, 'wx');
    try {
      await handle.writeFile(token);
    } catch (error) {
      await rm(lock, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw writeError(file, error);
  }
}

async function holderOf(lock: string): Promise<string | null> {
  return readFile(lock, 'utf8').catch(() => null);
}

/** Was it a run on this machine that is no more? */
function isOver(holder: string): boolean {
  const [host, process] = holder.split(' ');
  if (process === undefined || host !== hostname()) return false;
  try {
    kill(Number(process), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/**
 * Takes a lock away that was left behind. Whoever does holds a second lock: between looking and
 * taking away nobody else may have taken it away and a third have locked anew.
 */
async function takeAway(lock: string, holder: string): Promise<void> {
  const removal = `${lock}.removal`;
  if (!(await created(removal, `${hostname()} ${pid}`, lock))) {
    const remover = await holderOf(removal);
    if (remover !== null && isOver(remover)) await rm(removal, { force: true });
    return;
  }
  try {
    if ((await holderOf(lock)) === holder) await rm(lock, { force: true });
  } finally {
    await rm(removal, { force: true });
  }
}
