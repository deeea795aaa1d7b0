import type { Letter } from '../letter.ts';
import type { Lang } from '../words/langs.ts';
import type { Column, Document, Row } from './document.ts';

/** How an output is to look. */
export interface Look {
  /** Columns; `null` for no limit. */
  width: number | null;
  color: boolean;
  /** Begin CSV with a byte order mark, by which Excel knows UTF-8. */
  bom: boolean;
  /** The language of what the format itself has to say. */
  lang: Lang;
}

/** What a document is made for. */
export interface Medium {
  /** The columns of a terminal; `null` where nothing limits the line. */
  width: number | null;
  /** Is it a text that goes on to readers, not a screen? */
  isPage?: boolean;
  /** Does it show the texts of cells alone, and no column that only machines or spreadsheets have? */
  isText?: boolean;
}

/**
 * What a command found, in every shape that a format may ask for. Words are in place; each shape is
 * made only when asked for.
 */
export interface View {
  /** For people. */
  document(medium: Medium): Document;
  /** The document with its pictures, where it has any; made of what only pictures need. */
  page?(): Promise<Document>;
  /** Rows for machines: keys of columns as names, raw values. */
  records?(): Records;
  /** The published shape of `--format json`. */
  json?(): unknown;
  /** A calendar as text. */
  calendar?(): Promise<string>;
  /** What stands around the document where it is handed in as an official one. */
  letter?: Letter;
}

/** The rows of a table, which may be made one by one as they are asked for. */
export interface Records {
  columns: readonly Column[];
  sections: Iterable<{ rows: Iterable<Row> }>;
}

/** A shape of a view. */
export type Shape = keyof View;
