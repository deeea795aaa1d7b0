import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { platform } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag, deserialize, serialize } from 'node:v8';
import { VERSION } from '../version.ts';
import type { YamlNode } from './yaml-tree.ts';

/** What was parsed of plans without fault, kept from run to run. Findings are never kept. */
export interface PlanCache {
  /** The tree of a text in which nothing was found; `null` where that is not known. */
  get(text: string): YamlNode | null;
  /** Keeps the tree of a text in which nothing was found. */
  put(text: string, tree: YamlNode): void;
}

/** Names a folder where the user has said so; else the platform's for caches. */
type Env = Readonly<Record<string, string | undefined>>;

/** So many plans are kept, and so many bytes of them; a run may add its own. */
const MOST_FILES = 200;
const MOST_BYTES = 64_000_000;
/** Longer texts are parsed each time, and so is what a run reads beyond so many. */
const MOST_TEXT = 1_000_000;
const MOST_PUT = 100;

/** The cache of the user; `null` where the environment names no folder for one. */
export function planCache(env: Env, here: NodeJS.Platform = platform()): PlanCache | null {
  const folder = cacheFolder(env, here);
  if (folder === null) return null;
  let put = 0;
  return {
    get: (text) => unlessFailing(() => treeIn(readFileSync(fileFor(text, folder)), text)),
    put(text, tree) {
      put += 1;
      if (text.length > MOST_TEXT || put > MOST_PUT) return;
      unlessFailing(() => {
        keep(folder, text, tree);
        if (put === 1) makeRoom(folder);
        return null;
      });
    },
  };
}

/**
 * The folder of the cache; `null` where there is none. One that is named relatively would be another in
 * every folder that the program runs in.
 */
export function cacheFolder(env: Env, here: NodeJS.Platform): string | null {
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

/** Whatever is wrong with a cache, the plan itself is there to be parsed. */
function unlessFailing<Answer>(work: () => Answer | null): Answer | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** What made an entry: another build may read a plan otherwise, another Node write it otherwise. */
const MAKER = `${VERSION} ${cachedDataVersionTag()} ${builtAt()}`;

function builtAt(): number | null {
  return unlessFailing(() => statSync(fileURLToPath(import.meta.url)).mtimeMs);
}

const ENDING = '.plan';

function fileFor(text: string, folder: string): string {
  return path.join(folder, `${hashOf(Buffer.from(`${MAKER}\n${text}`))}${ENDING}`);
}

/** Where the first bytes of an entry, a hash of the others, end. */
const HEAD = 16;

function keep(folder: string, text: string, tree: YamlNode): void {
  const body = serialize([MAKER, text, tree]);
  const file = fileFor(text, folder);
  const unfinished = `${file}.${Math.random().toString(36).slice(2)}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(unfinished, Buffer.concat([Buffer.from(hashOf(body)), body]), { mode: 0o600 });
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** The tree of an entry, where it is whole and of this text. */
function treeIn(entry: Buffer, text: string): YamlNode | null {
  const body = entry.subarray(HEAD);
  if (entry.toString('latin1', 0, HEAD) !== hashOf(body)) return null;
  const [maker, of, tree] = deserialize(body);
  return maker === MAKER && of === text ? tree : null;
}

/** The entries written last stay, as many as there is room for. */
function makeRoom(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.includes(ENDING));
  const files = names.flatMap((name) => {
    const file = path.join(folder, name);
    return unlessFailing(() => [{ file, ...sizeAndTime(file) }]) ?? [];
  });
  let bytes = 0;
  for (const [index, { file, size }] of files.sort((a, b) => b.time - a.time).entries()) {
    bytes += size;
    if (index >= MOST_FILES || bytes > MOST_BYTES) rmSync(file, { force: true });
  }
}

function sizeAndTime(file: string): { size: number; time: number } {
  const { size, mtimeMs } = statSync(file);
  return { size, time: mtimeMs };
}

/**
 * 53 bits of the bytes: cyrb53, four bytes at a time. What is found by it is compared whole, so that it
 * need only be quick; Node's own hashes take longer to load than a plan to read.
 */
function hashOf(bytes: Buffer): string {
  const whole = bytes.length - (bytes.length % 4);
  const isAligned = bytes.byteOffset % 4 === 0;
  const { buffer, byteOffset } = isAligned ? bytes : Uint8Array.from(bytes);
  let [high, low] = [0xdeadbeef ^ bytes.length, 0x41c6ce57];
  const add = (part: number) => {
    high = Math.imul(high ^ part, 2654435761);
    high ^= high >>> 15;
    low = Math.imul(low ^ part, 1597334677);
    low ^= low >>> 13;
  };
  for (const word of new Int32Array(buffer, byteOffset, whole / 4)) add(word);
  for (const byte of bytes.subarray(whole)) add(byte);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(HEAD, '0');
}
