import { readFileSync, statSync } from 'node:fs';
import type { Result } from '../result.ts';
import { unlessFailing } from './cache-folder.ts';
import { absolute } from './files.ts';
import type { ReadCache } from './read-cache.ts';
import type { ResultSink } from './results.ts';

/** Larger tables are read each time: of them, what is kept would take as long to read. */
const MOST_BYTES = 500_000;

/** A table that may have been read before, and what may have become of it. */
export interface KnownTable<Outcome> {
  /** What it says, for whoever has to read it. */
  bytes: Buffer;
  /** What became of it, its results handed to the sink without their places; `null` where not known. */
  before(sink: ResultSink): Outcome | null;
  /** Keeps what has become of it; to be called where nothing was found in it. */
  keep(outcome: Outcome, results: Result[]): void;
}

/**
 * A table as the cache may know it; `null` where it is too large, or cannot be read at all.
 * @param from all that the table is read with
 */
export function knownTable<Outcome>(
  file: string,
  cwd: string,
  cache: ReadCache,
  from: readonly string[],
): KnownTable<Outcome> | null {
  const bytes = unlessFailing(() => bytesOf(absolute(file, cwd)));
  if (bytes === null) return null;
  const all = [bytes.toString('latin1'), ...from];
  return {
    bytes,
    before(sink) {
      const kept = cache.get(all) as { outcome: Outcome; results: Result[] } | null;
      for (const result of kept?.results ?? []) sink(result, placeless);
      return kept?.outcome ?? null;
    },
    keep: (outcome, results) => cache.put(all, { outcome, results }),
  };
}

function bytesOf(file: string): Buffer | null {
  const { size } = statSync(file);
  return statSync(file).isFile() && size <= MOST_BYTES ? readFileSync(file) : null;
}

function placeless(): never {
  throw new Error('the places of a row that was read before are not known');
}
