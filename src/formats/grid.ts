import type { Style } from './style.ts';

/** A column of a table, for every format. */
export interface Column<Key extends string = string> {
  /** The column's name in CSV, free of locale. */
  key: Key;
  /** Its heading in the reader's language. */
  title: string;
  align?: 'left' | 'right';
  /** On a narrow screen the column of least importance goes first. */
  importance: number;
  /** May its texts be broken between words? */
  wraps?: boolean;
  /** How narrow a wrapping column may become, in terminal columns. */
  minWidth?: number;
  /** Is it shown only where a row has something to say in it? CSV has it anyway. */
  hideEmpty?: boolean;
  /** Is it for machines only? Then it stands in CSV and in no table. */
  csvOnly?: boolean;
}

/** One cell; `\n` in its text is a line break. */
export interface Cell {
  text: string;
  style?: Style;
  /** Stands before the text, not in CSV; the text's further lines are indented by its width. */
  marker?: string;
  /** The value as CSV holds it; the text where absent. */
  raw?: string | number | boolean | null;
}

/** Cells by column key; a column without a cell is empty. */
export type Row<Key extends string = string> = { readonly [key in Key]?: Cell };

/** Rows under one heading. */
export interface Section<Key extends string = string> {
  heading: string | null;
  rows: readonly Row<Key>[];
  /** A line below the rows. */
  subtotal: string | null;
}

/** A table without a format: what each of them is made from. Words are in place already. */
export interface Grid<Key extends string = string> {
  title: string | null;
  columns: readonly Column<Key>[];
  sections: readonly Section<Key>[];
  /** Lines of text below the table. */
  closing: readonly string[];
  /** What to say when columns, named by their titles, found no room on a narrow screen. */
  hiddenNote: (titles: readonly string[]) => string;
}

const NO_BREAK_SPACE = '\u00a0';

/** The text with its spaces protected: tables do not break a line inside it. */
export function together(text: string): string {
  return text.replaceAll(' ', NO_BREAK_SPACE);
}

/** The text with the protection of {@link together} taken off. */
export function loosened(text: string): string {
  return text.replaceAll(NO_BREAK_SPACE, ' ');
}

/** Control characters but the line break, and the marks that turn the direction of reading. */
const CONTROLS = /(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The text as it may be shown to a person: NFC, so that composed and decomposed Vietnamese align
 * alike, and without the characters by which a plan's text could command a terminal.
 */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, ' ').normalize('NFC');
}

/** A name from a file on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The columns that people see. */
export function visibleColumns({ columns, sections }: Grid): Column[] {
  const rows = sections.flatMap((section) => section.rows);
  const isEmpty = ({ key }: Column) => rows.every((row) => !row[key]?.text);
  return columns.filter((column) => !column.csvOnly && !(column.hideEmpty && isEmpty(column)));
}
