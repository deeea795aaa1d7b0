import type { EngineName } from '../engines.ts';
import { usageError } from '../usage-error.ts';
import type { Grouping } from './group-sql.ts';
import type { ResultColumn } from './result-columns.ts';
import type { Line } from './sources/some-rows.ts';
import type { Delimiter } from './sources/source.ts';

/** Rows of a table that only their figures and days tell apart. */
export interface Group {
  id: number;
  /** What kind of figure they have. */
  class: number;
  /** How many there are. */
  rows: number;
  /** The number of the first. */
  start: number;
  /** The rows that may decide something: the first and last of the latest day. */
  ends: readonly Line[];
  /** Rows that are needed besides. */
  besides: readonly number[];
}

/** A table put into groups by an engine. Its rows have the numbers of their lines. */
export interface Groups {
  groups: readonly Group[];
  /** The rows that belong to none, their figure being written in another way. */
  odd: readonly number[];
  /** Every row of those groups. */
  members(ids: readonly number[]): Promise<number[]>;
  close(): void;
}

/** A program that puts very many rows into groups. */
export interface Engine {
  /**
   * The rows of a file of CSV whose header is its first line.
   * @returns `null` where the engine cannot read the file
   */
  groupCsv(file: CsvFile, grouping: Grouping): Promise<Groups | null>;
}

interface CsvFile {
  /** As the system knows it. */
  path: string;
  /** What stands in each column; `null` for what is not read. */
  columns: readonly (ResultColumn | null)[];
  delimiter: Delimiter;
}

/** Below so many bytes the program itself has done its work before an engine has begun. */
export const WORTH_BYTES = 32 * 1024 * 1024;

let opened: Promise<Engine | null> | undefined;

/**
 * The engine that is asked for; without asking the one that is installed, `null` where none is.
 * @throws UsageError where one is asked for and not installed
 */
export async function engineFor(asked: EngineName | undefined): Promise<Engine | null> {
  if (asked === 'node') return null;
  opened ??= openInstalled();
  const engine = await opened;
  if (engine === null && asked !== undefined)
    throw usageError('engine-missing', { engine: asked, package: PACKAGE });
  return engine;
}

const PACKAGE = '@duckdb/node-api';

async function openInstalled(): Promise<Engine | null> {
  try {
    const { openDuckdb } = await import('./sources/duckdb.ts');
    return await openDuckdb();
  } catch {
    return null;
  }
}
