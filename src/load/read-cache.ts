import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hashOfBytes } from '../hash.ts';
import { VERSION } from '../version.ts';
import { cacheFolder, type Env, keep, kept, makeRoom, unlessFailing } from './cache-folder.ts';
import { fromText, toText } from './value-text.ts';

/** What was read of files without fault, kept from run to run. Findings are never kept. */
export interface ReadCache {
  /**
   * What was read where all of this was the same; `null` where that is not known.
   * @param from all that it was read from; it is found by the first two and compared with the whole
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

/** What is found by a hash is compared whole. */
function nameOf([first = '', second = '']: readonly string[]): string {
  const [high, low] = hashOfBytes(Buffer.from(`${MAKER}\n${second}\n${first}`));
  return `${high.toString(16)}-${low.toString(16)}${ENDING}`;
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
