import { statSync } from 'node:fs';
import { hashOfBytes } from '../hash.ts';
import { VERSION } from '../version.ts';
import { cacheFolder, type Env, keep, kept, makeRoom, unlessFailing } from './cache-folder.ts';
import { HERE } from './here.ts';
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
    get: (from) => unlessFailing(() => readBefore(folder, knownBy(from))),
    put(from, read) {
      put += 1;
      if (put > MOST_PUT || from.some((text) => text.length > MOST_TEXT)) return;
      unlessFailing(() => {
        const { name, head } = knownBy(from);
        keep(folder, name, Buffer.concat([head, Buffer.from(toText(read))]));
        if (put === 1) makeRoom(folder, ENDING, ROOM);
        return null;
      });
    },
  };
}

/** What made an entry: another build may read a file otherwise. */
const MAKER = `${VERSION} ${builtAt()}`;

function builtAt(): number | null {
  return unlessFailing(() => statSync(HERE).mtimeMs);
}

const ENDING = '.read';

/** What all that something was read from is found under, and what its entry begins with. */
interface Known {
  name: string;
  head: Buffer;
}

function knownBy(from: readonly string[]): Known {
  const lengths = from.map(({ length }) => length);
  const own = Buffer.from(`${MAKER}\n${lengths.join(' ')}\n`);
  const texts = from.map((text) => Buffer.from(text));
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = texts;
  const [high, low] = hashOfBytes(Buffer.concat([own, second, sampleOf(first)]));
  return {
    name: `${high.toString(16)}-${low.toString(16)}${ENDING}`,
    head: Buffer.concat([own, ...texts]),
  };
}

/** Of a long text parts are hashed: what is found is compared whole. */
function sampleOf(text: Buffer): Buffer {
  if (text.length <= SAMPLES * SAMPLE) return text;
  const step = (text.length - SAMPLE) / (SAMPLES - 1);
  const starts = Array.from({ length: SAMPLES }, (_, at) => Math.floor(at * step));
  return Buffer.concat(starts.map((at) => text.subarray(at, at + SAMPLE)));
}

const SAMPLES = 32;
const SAMPLE = 256;

function readBefore(folder: string, { name, head }: Known): unknown {
  const entry = kept(folder, name);
  const isOfThis = entry?.subarray(0, head.length).equals(head) === true;
  return isOfThis ? fromText(entry!.toString('utf8', head.length)) : null;
}
