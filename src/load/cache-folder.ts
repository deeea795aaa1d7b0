import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { platform } from 'node:process';

/** Names a folder where the user has said so; else the platform's for caches. */
export type Env = Readonly<Record<string, string | undefined>>;

/**
 * The folder of the cache; `null` where there is none. One that is named relatively would be another in
 * every folder that the program runs in.
 */
export function cacheFolder(env: Env, here: NodeJS.Platform = platform): string | null {
  const own = env.DTI_EVAL_CACHE_DIR;
  if (own) return path.resolve(own);
  const base =
    here === 'win32'
      ? env.LOCALAPPDATA
      : here === 'darwin'
        ? env.HOME && path.join(env.HOME, 'Library', 'Caches')
        : absolute(env.XDG_CACHE_HOME) || (env.HOME && path.join(env.HOME, '.cache'));
  return absolute(base) ? path.join(base!, 'dti-eval') : null;
}

function absolute(folder: string | undefined): string | undefined {
  return folder && path.isAbsolute(folder) ? folder : undefined;
}

/** Whatever is wrong with a cache, what it would have told can be had without it. */
export function unlessFailing<Answer>(work: () => Answer | null): Answer | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** What is kept under a name; `null` where there is nothing, or not what was written. */
export function kept(folder: string, name: string): Buffer | null {
  return unlessFailing(() => whole(readFileSync(path.join(folder, name))));
}

/** Keeps bytes under a name: whole, or not at all, also where two runs do so at once. */
export function keep(folder: string, name: string, bytes: Uint8Array): void {
  const file = path.join(folder, name);
  const unfinished = `${file}.${Math.random().toString(36).slice(2)}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(unfinished, Buffer.concat([bytes, bytes]), { mode: 0o600 });
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Bytes are kept twice over: what has been damaged is no longer twice the same. */
function whole(entry: Buffer): Buffer | null {
  const half = entry.length / 2;
  const bytes = entry.subarray(0, half);
  return half > 0 && bytes.equals(entry.subarray(half)) ? bytes : null;
}

/** Of what is kept under names that have this in them those written last stay, as far as there is room. */
export function makeRoom(folder: string, kind: string, room: { files: number; bytes: number }) {
  const names = readdirSync(folder).filter((name) => name.includes(kind));
  const files = names.flatMap((name) => {
    const file = path.join(folder, name);
    return unlessFailing(() => [{ file, ...sizeAndTime(file) }]) ?? [];
  });
  let bytes = 0;
  for (const [index, { file, size }] of files.sort((a, b) => b.time - a.time).entries()) {
    bytes += size;
    if (index >= room.files || bytes > room.bytes) rmSync(file, { force: true });
  }
}

function sizeAndTime(file: string): { size: number; time: number } {
  const { size, mtimeMs } = statSync(file);
  return { size, time: mtimeMs };
}
