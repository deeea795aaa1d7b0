import { type Cell, type Grid, loosened } from './grid.ts';

export interface CsvOptions {
  /** Begin with a byte order mark, by which Excel knows UTF-8. */
  bom: boolean;
  /** Leave the line of column names out, to append the rows to another table's. */
  header?: boolean;
}

export const BYTE_ORDER_MARK = '\ufeff';

/**
 * The grid's rows as CSV after RFC 4180, free of locale: column keys as names, raw values, `.` as
 * the decimal mark, CRLF. A text that a spreadsheet would take for a formula gets an apostrophe.
 */
export function renderCsv(grid: Grid, { bom, header = true }: CsvOptions): string {
  const keys = grid.columns.map((column) => column.key);
  const rows = grid.sections.flatMap((section) => section.rows);
  const records = [
    ...(header ? [keys.map(field)] : []),
    ...rows.map((row) => keys.map((key) => field(rawOf(row[key])))),
  ];
  const text = records.map((record) => `${record.join(',')}\r\n`).join('');
  return bom ? BYTE_ORDER_MARK + text : text;
}

function rawOf(cell: Cell | undefined): string {
  if (!cell || cell.raw === null) return '';
  return cell.raw === undefined ? loosened(cell.text) : String(cell.raw);
}

function field(text: string): string {
  return csvField(text, ',');
}

/** A text as a cell of a CSV file with that delimiter, harmless to a spreadsheet. */
export function csvField(text: string, delimiter: ',' | ';' | '\t'): string {
  const harmless = withoutFormula(text.normalize('NFC'));
  const needsQuotes = harmless.includes(delimiter) || /["\r\n]|^\s|\s$/.test(harmless);
  return needsQuotes ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Plain numbers; a spreadsheet reads them as themselves. */
const NUMBER = /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i;
/** What opens a formula, in its full-width forms too, whatever blanks come before it. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

function withoutFormula(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
