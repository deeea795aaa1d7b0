import type { Day } from '../calendar.ts';
import type { PrintedNumber } from '../words/printed-number.ts';
import type { Style } from './style.ts';

/** What every format can say. */
export type TextBlock = HeadingBlock | ParagraphBlock | List | TableBlock | EntriesBlock;

/** A heading; one of an annex begins a part that stands on pages of its own, with wide tables. */
export interface HeadingBlock {
  kind: 'heading';
  level: number;
  text: string;
  isAnnex?: boolean;
  /** Has it no number where the others have? */
  isPlain?: boolean;
  /** Stands before its text: `Annex I`. */
  label?: string;
  /** Its number among the headings of its level, with its mark: `II.`. */
  number?: string;
}

/** A text; one that is still to be filled in says so in itself, and is marked where a format can. */
export interface ParagraphBlock {
  kind: 'paragraph';
  text: string;
  toFill?: boolean;
}

export type EntriesBlock = { kind: 'entries' } & Entries;

export type TableBlock = { kind: 'table' } & Table;

/** A list; `start` is the number of the first item, where they are numbered. */
export interface List {
  kind: 'list';
  items: readonly Item[];
  start?: number;
}

/** An item of a list: a text, or one with more below it. */
export type Item = string | { text: string; style?: Style; below: readonly (string | List)[] };

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
  /** Its heading in a spreadsheet, for a column that no other table shows. */
  sheetTitle?: string;
}

/** One cell; `\n` in its text is a line break. */
export interface Cell {
  text: string;
  style?: Style;
  /** Stands before the text, not in CSV; the text's further lines are indented by its width. */
  marker?: string;
  /** The value as CSV holds it; the text where absent. */
  raw?: string | number | boolean | null;
  /** What a spreadsheet holds in place of the text. */
  value?: Value;
  /** Does its row head the rows below, as their group's name? */
  isGroup?: boolean;
  /** How much of the whole, from 0 to 1: formats that can, shade the cell by it. */
  heat?: number;
}

/** A value that a spreadsheet can sort and compute with, or its own shorter text. */
export type Value = { number: PrintedNumber } | { day: Day } | { text: string };

/** Cells by column key; a column without a cell is empty. */
export type Row<Key extends string = string> = { readonly [key in Key]?: Cell };

/** Rows under one heading. */
export interface Section<Key extends string = string> {
  heading: string | null;
  rows: readonly Row<Key>[];
  /** A line below the rows. */
  subtotal: string | null;
}

/** A table: what its rows say in words, and the values behind them for machines. */
export interface Table<Key extends string = string> {
  title: string | null;
  /** Lines of text above the table. */
  opening?: readonly string[];
  columns: readonly Column<Key>[];
  sections: readonly Section<Key>[];
  /** Lines of text below the table. */
  closing: readonly string[];
  /** What to say when columns, named by their titles, found no room on a narrow screen. */
  hiddenNote: (titles: readonly string[]) => string;
}

/** One labelled text; several lines under one label follow each other. */
export interface Entry {
  label: string;
  text: string;
  style?: Style;
  /** Stands before the text; further lines are indented by its width. */
  marker?: string;
}

/** Entries under a heading. */
export interface EntryGroup {
  heading: string | null;
  entries: readonly Entry[];
  /** How far the group belongs under the one before, in steps of two columns. */
  depth?: number;
}

/** Everything about one thing: labels at the left, texts beside them. */
export interface Entries {
  title: string;
  groups: readonly EntryGroup[];
  closing: readonly string[];
}

/** The columns that people see. */
export function visibleColumns({ columns, sections }: Table): Column[] {
  const rows = sections.flatMap((section) => section.rows);
  const isEmpty = ({ key }: Column) => rows.every((row) => !row[key]?.text);
  return columns.filter((column) => !column.csvOnly && !(column.hideEmpty && isEmpty(column)));
}

/** The columns of a table in a spreadsheet, which has room for some that no page shows. */
export function sheetColumns({ columns, sections }: Table): Column[] {
  const rows = sections.flatMap((section) => section.rows);
  const isEmpty = ({ key }: Column) => rows.every((row) => !row[key]?.text && !row[key]?.value);
  return columns
    .filter(({ csvOnly, sheetTitle }) => !csvOnly || sheetTitle !== undefined)
    .filter((one) => !((one.hideEmpty || one.csvOnly) && isEmpty(one)))
    .map((one) => ({ ...one, title: one.sheetTitle ?? one.title }));
}

/** The table as its rows alone, for where other headings stand around it. */
export function withoutHeadings(table: TableBlock): TableBlock {
  const rows = table.sections.flatMap((section) => section.rows);
  return { ...table, sections: [{ heading: null, rows, subtotal: null }] };
}

export function heading(level: number, text: string): TextBlock {
  return { kind: 'heading', level, text };
}

/** The heading as one line. */
export function headingText({ label, number, text }: HeadingBlock): string {
  return [
    ...(label === undefined ? [] : [`${label}.`]),
    ...(number === undefined ? [] : [number]),
    text,
  ].join(' ');
}

export function paragraph(text: string): TextBlock {
  return { kind: 'paragraph', text };
}

/** A list; none where there are no items. */
export function list(items: readonly Item[]): List[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** A table of rows alone; none where there are no rows. */
export function rowsTable<Key extends string>(
  columns: readonly Column<Key>[],
  rows: readonly Row<Key>[],
  hiddenNote: Table['hiddenNote'],
): TextBlock[] {
  if (rows.length === 0) return [];
  const sections = [{ heading: null, rows, subtotal: null }];
  return [{ kind: 'table', title: null, columns, sections, closing: [], hiddenNote }];
}
