import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { keep, kept, makeRoom, unlessFailing } from './cache-folder.ts';

/** So many scripts are kept as compiled, and so many bytes of them. */
const ROOM = { files: 40, bytes: 64_000_000 };
const ENDING = '.code';

/** A script that has run. */
export interface Ran {
  exports: unknown;
  /** Keeps what of the script has been compiled by now, unless it had been kept before. */
  keep(): void;
}

/** Finds modules as one in the folder of a script does. */
export type Ask = (name: string) => unknown;

/** Where a script is kept as compiled. */
export interface CodeCache {
  folder: string;
  /** What it is kept under: tells this text of it from others, for this engine. */
  name: string;
  /** The user; `null` where the system knows none. What others may write is not run. */
  user: number | null;
}

/**
 * Runs a script that is all ASCII and whose value is the function of a CommonJS module, with the functions that an
 * earlier run has compiled. The engine itself refuses what another engine has kept, and is trusted with nothing that
 * is damaged.
 */
export function runScript(file: string, cache: CodeCache | null, require: Ask): Ran {
  const compiled = cache === null ? null : compiledBefore(cache);
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(compiled === null ? {} : { cachedData: compiled }),
  });
  const module = { exports: {} };
  const run = script.runInThisContext();
  run(module.exports, require, module, file, path.dirname(file));
  const isKept = compiled !== null && script.cachedDataRejected !== true;
  return {
    exports: module.exports,
    keep() {
      if (cache === null || isKept) return;
      unlessFailing(() => {
        keep(cache.folder, `${cache.name}${ENDING}`, script.createCachedData());
        makeRoom(cache.folder, ENDING, ROOM);
        return null;
      });
    },
  };
}

function compiledBefore({ folder, name, user }: CodeCache): Buffer | null {
  return unlessFailing(() => {
    const { uid, mode } = statSync(path.join(folder, `${name}${ENDING}`));
    const isOurs = user === null || (uid === user && (mode & 0o022) === 0);
    return isOurs ? kept(folder, `${name}${ENDING}`) : null;
  });
}
