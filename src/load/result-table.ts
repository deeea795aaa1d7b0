import type { EngineName } from '../engines.ts';
import { LIMITS } from '../limits.ts';
import type { Result } from '../result.ts';
import type { Needs } from '../result-keeper.ts';
import { readStart, sizeOf } from './bytes.ts';
import { isAddress } from './database-url.ts';
import type { Databases } from './databases.ts';
import { WORTH_BYTES } from './engine.ts';
import { absolute } from './files.ts';
import type { ResultsOptions } from './result-book.ts';
import type { ResultFrame } from './result-frame.ts';
import { type ResultSink, type ResultsReading, readResults } from './results.ts';
import { EngineError } from './sources/engine-error.ts';
import { isParquet, PARQUET } from './sources/sources.ts';
import type { OpenTable } from './sources/sql-table.ts';

/** Who reads a table of results, and for whom. */
interface TableReader {
  /** What is wanted of it; absent where that is every row. */
  needs: Needs | undefined;
  /** The engine that is asked for. */
  engine: EngineName | undefined;
  databases: Databases;
  sink: ResultSink;
  /** Takes all results together, where rows were left out. */
  keep(results: readonly Result[]): void;
}

/**
 * Reads the results of a file or of a table in a database: those that may decide something where an
 * engine can tell them, else all.
 * @throws UsageError for a table in a database that cannot be read; the system's error for a file
 */
export async function readResultTable(
  file: string,
  frame: ResultFrame,
  options: ResultsOptions,
  { needs, engine, databases, sink, keep }: TableReader,
): Promise<ResultsReading> {
  if (isAddress(file)) {
    const { source, groupable } = await databases.table(file);
    const stored = { ...options, source, bytes: () => [], isDoubtful: true };
    return readAny(file, frame, stored, { groupable, needs, sink, keep });
  }
  const table = needs && (await openedFile(file, options, engine));
  try {
    const groupable = table?.groupable ?? null;
    return await readAny(file, frame, options, { groupable, needs, sink, keep });
  } finally {
    await table?.close();
  }
}

/** A file whose rows can be put together; `null` where they cannot, or where it is not worth it. */
async function openedFile(
  file: string,
  options: ResultsOptions,
  asked: EngineName | undefined,
): Promise<Omit<OpenTable, 'source'> | null> {
  const path = absolute(file, options.cwd ?? '.');
  const size = sizeOf(path);
  // What reads Parquet is an engine.
  if (size > 0 && isParquet(readStart(path, PARQUET.length))) {
    const { openResultsParquet } = await import('./sources/parquet.ts');
    return openResultsParquet(file, path, options.limits ?? LIMITS);
  }
  if (asked === undefined && size < WORTH_BYTES) return null;
  const { groupableCsv } = await import('./groupable-csv.ts');
  return { groupable: await groupableCsv(file, options), close: async () => {} };
}

type Found = Pick<OpenTable, 'groupable'> & Pick<TableReader, 'needs' | 'sink' | 'keep'>;

async function readAny(
  file: string,
  frame: ResultFrame,
  options: ResultsOptions,
  { groupable, needs, sink, keep }: Found,
): Promise<ResultsReading> {
  if (groupable !== null && needs !== undefined) {
    const { readReduced } = await import('./reduced.ts');
    const table = { table: groupable, needs };
    const handed: Result[] = [];
    const take: ResultSink = (result, at) => {
      handed.push(result);
      sink(result, at);
    };
    const reduced = await readReduced(file, frame, options, table, take).catch(nullIfUnread);
    if (reduced !== null) {
      keep(handed);
      return reduced;
    }
  }
  return readResults(file, frame, options, sink);
}

/** Where it is read whole it is told why it cannot be read. */
function nullIfUnread(error: unknown): null {
  if (error instanceof EngineError) return null;
  throw error;
}
