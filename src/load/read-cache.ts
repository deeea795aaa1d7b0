import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../version.ts';
import { cacheFolder, type Env, keep, kept, makeRoom, unlessFailing } from './cache-folder.ts';
import { fromText, toText } from './value-text.ts';

/** What was read of files without fault, kept from run to run. Findings are never kept. */
export interface ReadCache {
  /**
   * What was read where all of this was the same; `null` where that is not known.
   * @param from all that it was read from; it is found by the first and compared with the whole
   */
  get(from: readonly string[]): unknown;
  /** Keeps what was read, in which nothing was found. */
  put(from: readonly string[], read: unknown): void;
}

/** So much is kept; a run may add its own. */
const ROOM = { files: 400, bytes: 64_000_000 };
/** What is read of more is read each time, and so is what a run reads beyond so many. */
const MOST_TEXT = 1_000_000;
const MOST_PUT = 200;

/** The cache of the user; `null` where the environment names no folder for one. */
export function readCache(env: Env, here?: NodeJS.Platform): ReadCache | null {
  const folder = cacheFolder(env, here);
  if (folder === null) return null;
  let put = 0;
  return {
    get: (from) => unlessFailing(() => readBefore(folder, nameOf(from), headOf(from))),
    put(from, read) {
      put += 1;
      if (put > MOST_PUT || from.some((text) => text.length > MOST_TEXT)) return;
      unlessFailing(() => {
        keep(folder, nameOf(from), Buffer.concat([headOf(from), Buffer.from(toText(read))]));
        if (put === 1) makeRoom(folder, ENDING, ROOM);
        return null;
      });
    },
  };
}

/** What made an entry: another build may read a file otherwise. */
const MAKER = `${VERSION} ${builtAt()}`;

function builtAt(): number | null {
  return unlessFailing(() => statSync(fileURLToPath(import.meta.url)).mtimeMs);
}

const ENDING = '.read';

function nameOf([first = '']: readonly string[]): string {
  return `${hashOf(Buffer.from(`${MAKER}\n${first}`))}${ENDING}`;
}

/** What an entry begins with: all that it was read from. */
function headOf(from: readonly string[]): Buffer {
  const lengths = from.map(({ length }) => length);
  return Buffer.from([MAKER, lengths.join(' '), ...from, ''].join('\n'));
}

function readBefore(folder: string, name: string, head: Buffer): unknown {
  const entry = kept(folder, name);
  const isOfThis = entry?.subarray(0, head.length).equals(head) === true;
  return isOfThis ? fromText(entry!.toString('utf8', head.length)) : null;
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
  const words = new Int32Array(buffer, byteOffset, whole / 4);
  for (let at = 0; at < words.length; at += 1) add(words[at]!);
  for (const byte of bytes.subarray(whole)) add(byte);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
