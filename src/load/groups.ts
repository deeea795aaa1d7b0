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
  /** Every row of those groups; `null` where the engine cannot tell them. */
  members(ids: readonly number[]): Promise<number[] | null>;
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
  /** Is it compressed with gzip? */
  isPacked: boolean;
}
