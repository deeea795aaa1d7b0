import type { Edit, Finding, Place } from '../../finding.ts';
import type { Limits } from '../../limits.ts';
import type { Message } from '../../message/message.ts';
import type { Bytes } from '../bytes.ts';

/** What a cell holds where its file knows types. */
export type CellValue =
  /** Exact, as plain decimal text; a percentage of 45 is 45, however it is stored. */
  | { kind: 'number' | 'percent'; value: string }
  /** A day, or the month or year of which alone the cell's format tells: `2024-06-30`, `2024-06`. */
  | { kind: 'date'; value: string }
  /** Nothing: a formula that was never worked out, or that came to an error. */
  | { kind: 'no-value'; formula: string | null; error: string | null }
  /** A number that people see as another one: its format leaves thousands out. */
  | { kind: 'scaled'; value: string };

/** The edit that writes a text there. */
export type EditTo = (text: string) => Edit;

/**
 * A row of a table, the header among them. Good only while it is being handed over: a source may
 * use one object for all of its rows.
 */
export interface SourceRow {
  /** The cells' texts as people see them in the file. */
  readonly cells: readonly string[];
  /** By position as the texts, where the file's cells have types. */
  readonly values?: readonly (CellValue | undefined)[];
  /** Do commas part the cells, so that a decimal comma without quotes ends one? */
  readonly isCutAtCommas?: boolean;
  /** 1-based: the line or row on which it begins. */
  readonly line: number;
  /** The sheet that it stands on, where the file has several. */
  readonly sheet?: string;
  /** Does the cell have its value from an earlier row, with which it is merged into one? */
  isMerged?(at: number): boolean;
  /** Where the cell at a position stands; the row's beginning where it has no such cell. */
  place(at: number): Place;
  /** The edits that write a text into that cell; `null` where there is none, absent where the file is no text. */
  edit?(at: number): EditTo | null;
  /** The place of the whole row. */
  whole(): Place;
  /**
   * What is said of it where it has more or fewer cells than the header; absent where each cell
   * stands in a column of its own, so that none can have slipped into another's.
   */
  miscounted?(counts: { found: number; expected: number }): Message;
}

/** Who takes a table's rows, in the order of the file. */
export interface RowSink {
  row(row: SourceRow): void;
  /** Another table begins, with a header of its own: what comes next are rows of it. */
  anotherTable(): void;
  /** A row that cannot be cut out, and why; answers whether the rows behind it are wanted. */
  lost(why: Finding): 'go-on' | 'stop';
  /** What else there is to say of the file. */
  report(found: Finding): void;
}

/** The file of a table. */
interface SourceFile {
  /** As the user named it; findings name it so. */
  name: string;
  /** As the system knows it. */
  path: string;
  bytes: Bytes;
}

export type Delimiter = ',' | ';' | '\t';

/** What is asked and known of a table before it is read; a source takes what concerns it. */
export interface SourceOptions {
  /** Is it the name of a column that the table may have? */
  isColumn(cell: string): boolean;
  /** Is there a header with all that the table needs among these first rows? */
  isHeaded(rows: readonly (readonly string[])[]): boolean;
  /** `null`: found out from the header. */
  delimiter: Delimiter | null;
  /** A WHATWG encoding label; `null`: found out from the bytes. */
  encoding: string | null;
  /** The most that is read of any one thing. */
  limits: Limits;
}

/**
 * Reads one kind of file: pushes its rows into the sink in memory that does not grow with them.
 * Answers with the one finding that says why it cannot be read at all, else `null`.
 *
 * @throws the system's error when the file cannot be read, and whatever the sink throws
 */
export type Source = (
  file: SourceFile,
  options: SourceOptions,
  sink: RowSink,
) => Promise<Finding | null>;
