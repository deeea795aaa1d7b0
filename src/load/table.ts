import type { Finding, Place } from '../finding.ts';

export type Delimiter = ',' | ';' | '\t';

/** The columns that a table may have. */
export interface TableSpec<Column extends string> {
  columns: readonly Column[];
  required: readonly Column[];
  /** Sets of columns of which one must be there in full. */
  oneOf?: readonly (readonly Column[])[];
}

export interface TextLook {
  /** `null`: found out from the header. */
  delimiter: Delimiter | null;
  /** A WHATWG encoding label; `null`: found out from the bytes. */
  encoding: string | null;
  /** The folder that the file's name is relative to; the process's own where absent. */
  cwd?: string | undefined;
}

/** A row with as many cells as the header. */
export interface Row<Column extends string> {
  /** The cells' texts, NFC, line breaks as `\n`; empty where the file has no such column. */
  cells: Readonly<Record<Column, string>>;
  /** 1-based line on which the row begins. */
  line: number;
  /**
   * Where the cell stands; the row's beginning where the file has no such column. Worked out from
   * the row as it stands in the file, so only while the row is being handed over.
   */
  place(column: Column): Place;
}

/** Who reads a table: rows and findings come in the order of the file. */
export interface TableReader<Column extends string> {
  row(row: Row<Column>): void;
  report(found: Finding): void;
}

export interface TableReading {
  /** Rows of data seen, blank ones left out. */
  rows: number;
  /** Those that were not handed over. */
  unread: number;
}
