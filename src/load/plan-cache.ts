import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plan } from '../plan.ts';
import { VERSION } from '../version.ts';
import { cacheFolder, type Env, keep, kept, makeRoom, unlessFailing } from './cache-folder.ts';
import { fromText, toText } from './value-text.ts';

/** What was parsed of plans without fault, kept from run to run. Findings are never kept. */
export interface PlanCache {
  /** The plan of a text in which nothing was found; `null` where that is not known. */
  get(text: string): Plan | null;
  /** Keeps the plan of a text in which nothing was found. */
  put(text: string, plan: Plan): void;
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
    get: (text) => unlessFailing(() => planOf(text, folder)),
    put(text, plan) {
      put += 1;
      if (text.length > MOST_TEXT || put > MOST_PUT) return;
      unlessFailing(() => {
        const of = made(text);
        keep(folder, nameOf(of), Buffer.concat([of, Buffer.from(toText(plan))]));
        if (put === 1) makeRoom(folder, ENDING, ROOM);
        return null;
      });
    },
  };
}

/** What made an entry: another build may read a plan otherwise. */
const MAKER = `${VERSION} ${builtAt()}`;

function builtAt(): number | null {
  return unlessFailing(() => statSync(fileURLToPath(import.meta.url)).mtimeMs);
}

/** What an entry begins with: all that the plan was made of. */
function made(text: string): Buffer {
  return Buffer.from(`${MAKER}\n${text.length}\n${text}\n`);
}

const ENDING = '.plan';

function nameOf(of: Buffer): string {
  return `${hashOf(of)}${ENDING}`;
}

/** The plan of an entry, where it is of this text. */
function planOf(text: string, folder: string): Plan | null {
  const of = made(text);
  const entry = kept(folder, nameOf(of));
  if (!entry?.subarray(0, of.length).equals(of)) return null;
  return fromText(entry.toString('utf8', of.length)) as Plan;
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
