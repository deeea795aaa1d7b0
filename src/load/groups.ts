import type { Grouping } from './group-sql.ts';
import type { ResultColumn } from './result-columns.ts';
import type { Line } from './sources/some-rows.ts';
import type { Source } from './sources/source.ts';

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
  first: number;
  last: number;
  /** Rows that are needed besides. */
  besides: readonly number[];
}

/** A table put into groups. Its rows have the numbers of their lines. */
export interface Groups {
  groups: readonly Group[];
  /** The rows that belong to none, their figure being written in another way. */
  odd: readonly number[];
  /** What was asked for besides by `firstKeys`. */
  keyed?: Keyed;
  /** Every row of those groups. */
  members(ids: readonly number[]): Promise<readonly number[]>;
}

/** What groups by years do not show. */
export interface Keyed {
  /** The rows that belong to no group because they are of something that the table names first. */
  singly: readonly number[];
  /** The first row of all others. */
  behind: number;
  /** Rows of one source for one time that do not all say the same. */
  differing: readonly number[];
  /** Of what a row is: two rows that say it in other words for the same time have the same `time`. */
  subjectOf(line: Line): { subject: string; time: string };
}

/** A table of results whose rows can be put into groups. */
export interface Groupable {
  columns: readonly ResultColumn[];
  /** Those whose numbers have a type, so that no mark in them is in doubt. */
  numbers?: readonly ResultColumn[];
  /** Does it know `firstKeys`? */
  isKeyed?: boolean;
  /** How many of its rows, as {@link rowsAt} numbers them, are headers. */
  headers: 0 | 1;
  /** The groups; `null` where the table is to be read whole. */
  group(grouping: Grouping, most: Most): Promise<Groups | null>;
  /** The rows to look at in any case, of so many. */
  shown(rows: number): readonly number[];
  /** Those rows as they stand in the table, in its order. */
  rowsAt(numbers: readonly number[]): Promise<readonly Line[]>;
  /** Hands those rows over as if there were no others. */
  source(lines: readonly Line[]): Source;
  /** Is there anything that numbers and days could decide? */
  isDoubtful(): Promise<boolean>;
  /** Is the row one that changes the meaning of those below it? */
  isTurn(line: Line): boolean;
}

/** So many of its rows may be read one by one at most. */
export type Most = (rows: number) => number;
