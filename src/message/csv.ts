import type { Day } from '../calendar.ts';

/** Why a file is no workbook that can be read. */
export type WorkbookProblem =
  | 'empty'
  | 'text'
  | 'old-excel'
  | 'encrypted'
  | 'binary-excel'
  | 'open-document'
  | 'word'
  | 'not-a-workbook'
  | 'damaged'
  | 'too-large';

/** Messages about CSV files. `found` is the cell as written. */
export interface CsvArgs {
  'csv-not-text': { file: string };
  'csv-bad-encoding': { encoding: string };
  'csv-undecodable': { encoding: string };
  'csv-no-header': { expected: readonly string[] };
  'csv-unclosed-quote': Record<string, never>;
  'csv-stray-quote': Record<string, never>;
  'csv-row-too-long': { bytes: number };
  'csv-field-count': { found: number; expected: number; delimiter: string };
  'csv-unknown-column': { found: string; valid: readonly string[]; suggestion: string | null };
  /** A heading that names a period. */
  'csv-period-heading': { found: string };
  'csv-missing-column': { missing: string; expected: readonly string[] };
  'csv-missing-one-of': { choices: readonly string[] };
  'csv-doubled-column': { found: string; first: number };
  'csv-unknown-indicator': { found: string; suggestion: string | null };
  'csv-unknown-part': {
    found: string;
    indicator: string;
    valid: readonly string[];
    suggestion: string | null;
  };
  'csv-not-a-number': { found: string; column: string; decimal: ',' | '.' | null };
  /** A spreadsheet's short form, `1.2E+7`. */
  'csv-exponent': { found: string };
  'csv-ambiguous-number': { found: string; asThousands: string; asDecimal: string };
  'csv-percent-unit': { found: string; unit: string };
  'csv-percent-count': { found: string };
  'csv-milestone-value': { found: string };
  'csv-number-value': { found: string };
  /** Of a milestone, words that say neither that it is reached nor that it is not. */
  'csv-no-milestone': { found: string };
  'csv-zero-or-none': { found: string };
  'csv-range-value': { found: string };
  'csv-two-counts': { found: string };
  'csv-lone-count': { present: string; absent: string };
  'csv-zero-denominator': Record<string, never>;
  'csv-mixed-decimals': { first: string; firstLine: number; found: string };
  'csv-bad-period': { found: string };
  /** A period without its year, or with two digits of it. */
  'csv-period-year': { found: string };
  'csv-excel-month': { found: string };
  'csv-excel-serial': { found: string };
  /** A day with the month before it; `meant` as the calendar has it. */
  'csv-month-first': { found: string; meant: Day | null };
  'csv-doubtful-day': { found: string; read: Day; other: Day };
  'csv-unnamed-column': { column: number };
  'csv-second-table': Record<string, never>;
  /** What git leaves where two versions could not be joined. */
  'csv-conflict': Record<string, never>;
  'csv-passed-over': { rows: number };
  'csv-other-unit': { found: string; other: string; unit: string };
  /** What the sheet itself says of the unit. */
  'csv-sheet-unit': { found: string; unit: string };
  'csv-count-factor': { unit: string };
  'csv-one-sided-count': { found: string };
  'csv-bad-share': { found: string };
  'csv-impossible-period': { found: string };
  'csv-unknown-status': { found: string; valid: readonly string[]; suggestion: string | null };
  'csv-unknown-area': { found: string; suggestion: string | null };
  'csv-ended-area': {
    area: string;
    ended: Day;
    period: string;
    successor: string | null;
    /** What the row says. */
    found: string;
  };
  'csv-empty-row': { rows: number; needed: readonly string[] };
  'csv-no-source': Record<string, never>;
  /** What was read tolerantly: a cell, a heading, a row that was taken for no data. */
  'cell-read': { column: string; written: string; read: string };
  'heading-read': { heading: string; column: string };
  'row-passed': { text: string };
  /** A file that is no workbook, or none that is read. */
  'parquet-memory': { megabytes: number };
  'parquet-unread': Record<never, never>;
  'gzip-damaged': Record<never, never>;
  'xlsx-unread': { problem: WorkbookProblem };
  'xlsx-all-hidden': { sheets: readonly string[] };
  'xlsx-several-sheets': { sheets: readonly string[] };
  'xlsx-hidden-sheets': { sheets: readonly string[] };
  'xlsx-hidden-rows': { rows: number };
  'xlsx-hidden-columns': { columns: number };
  'xlsx-merged': { cells: number };
  /** A formula without a stored value, or with an error for one. */
  'xlsx-scaled': { shown: string; held: string };
  'xlsx-no-value': { formula: string | null; error: string | null };
}
