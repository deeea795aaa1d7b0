import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag, deserialize, serialize } from 'node:v8';
import { VERSION } from '../version.ts';
import { cacheFolder, type Env, keep, kept, makeRoom, unlessFailing } from './cache-folder.ts';
import type { YamlNode } from './yaml-tree.ts';

/** What was parsed of plans without fault, kept from run to run. Findings are never kept. */
export interface PlanCache {
  /** The tree of a text in which nothing was found; `null` where that is not known. */
  get(text: string): YamlNode | null;
  /** Keeps the tree of a text in which nothing was found. */
  put(text: string, tree: YamlNode): void;
}

/** So many plans are kept, and so many bytes of them; a run may add its own. */
const ROOM = { files: 200, bytes: 64_000_000 };
/** Longer texts are parsed each time, and so is what a run reads beyond so many. */
const MOST_TEXT = 1_000_000;
const MOST_PUT = 100;

/** The cache of the user; `null` where the environment names no folder for one. */
export function planCache(env: Env, here?: NodeJS.Platform): PlanCache | null {
  const folder = cacheFolder(env, here);
  if (folder === null) return null;
  let put = 0;
  return {
    get: (text) => unlessFailing(() => treeIn(kept(folder, nameOf(text)), text)),
    put(text, tree) {
      put += 1;
      if (text.length > MOST_TEXT || put > MOST_PUT) return;
      unlessFailing(() => {
        keep(folder, nameOf(text), serialize([MAKER, text, tree]));
        if (put === 1) makeRoom(folder, ENDING, ROOM);
        return null;
      });
    },
  };
}

/** What made an entry: another build may read a plan otherwise, another Node write it otherwise. */
const MAKER = `${VERSION} ${cachedDataVersionTag()} ${builtAt()}`;

function builtAt(): number | null {
  return unlessFailing(() => statSync(fileURLToPath(import.meta.url)).mtimeMs);
}

const ENDING = '.plan';

function nameOf(text: string): string {
  return `${hashOf(Buffer.from(`${MAKER}\n${text}`))}${ENDING}`;
}

/** The tree of an entry, where it is of this text. */
function treeIn(entry: Buffer | null, text: string): YamlNode | null {
  if (entry === null) return null;
  const [maker, of, tree] = deserialize(entry);
  return maker === MAKER && of === text ? tree : null;
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
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
