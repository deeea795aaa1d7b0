import type { Day } from '../calendar.ts';
import { BYTE_ORDER_MARK, csvField } from './csv.ts';

/** A workbook that people fill in. */
export interface Form {
  title: string;
  /** A code such as `vi`. */
  lang: string;
  tabs: readonly (FormTable | FormText)[];
}

/** A tab with a table, of which some columns are to be filled in and the others are locked. */
export interface FormTable {
  kind: 'table';
  name: string;
  /** The lines above the table: what it is, and of whom and when. */
  titles: readonly string[];
  columns: readonly FormColumn[];
  /** A cell for each column. */
  rows: readonly (readonly FormCell[])[];
}

/** A tab with text alone. */
export interface FormText {
  kind: 'text';
  name: string;
  lines: readonly { text: string; isHeading?: boolean }[];
}

export interface FormColumn {
  title: string;
  /** In letters; 0 for a column that is there for the program that reads the form, and is hidden. */
  width: number;
  isFilled: boolean;
  /** What is said where a cell of it is chosen. */
  prompt?: string;
}

/** A cell of a form. */
export interface FormCell {
  text: string;
  /**
   * The day of the text, for CSV. In a workbook it stands as a text: of a date, a spreadsheet of another
   * country makes 12/31/2024 when it saves CSV.
   */
  day?: Day;
  /** How a number that is filled in is shown; a text where absent. */
  format?: FormFormat;
  /** What may be chosen from a list; other texts can be written too. */
  choices?: readonly string[];
}

/** What is filled in: a share in percent, a whole count, any number, a day. */
export type FormFormat = 'percent' | 'count' | 'number' | 'day';

/** The table of a form as CSV, for whoever has no Excel; the hidden columns stand in it too. */
export function formCsv({ columns, rows }: FormTable, delimiter: ',' | ';' | '\t'): string {
  const records = [
    columns.map(({ title }) => title),
    ...rows.map((row) => row.map(({ text, day }) => day ?? text)),
  ];
  const lines = records.map((cells) =>
    cells.map((cell) => csvField(cell, delimiter)).join(delimiter),
  );
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}
