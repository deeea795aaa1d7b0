import type { Cell } from './document.ts';
import { visible } from './findings/visible.ts';
import { isOrdinary, loosened, STEERING } from './printable.ts';
import type { Look, Records, View } from './view.ts';

export const BYTE_ORDER_MARK = '\ufeff';

/** The view's rows as CSV. */
export function* write(view: View, { bom }: Look): Generator<string> {
  if (bom) yield BYTE_ORDER_MARK;
  if (view.records) yield* recordLines(view.records());
}

/**
 * The table's rows as CSV after RFC 4180, free of locale: column keys as names, raw values, `.` as
 * the decimal mark, CRLF. A text that a spreadsheet would take for a formula gets an apostrophe.
 */
export function recordsCsv(records: Records): string {
  return [...recordLines(records)].join('');
}

function* recordLines({ columns, sections }: Records): Generator<string> {
  const keys = columns.map((column) => column.key);
  yield lineOf(keys);
  for (const { rows } of sections)
    for (const row of rows) yield lineOf(keys.map((key) => rawOf(row[key])));
}

function lineOf(texts: readonly string[]): string {
  return `${texts.map(field).join(',')}\r\n`;
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
  const harmless = withoutFormula(marked(text.normalize('NFC')));
  const needsQuotes = harmless.includes(delimiter) || /["\n]|^\s|\s$/.test(harmless);
  return needsQuotes ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Every break of a line is one line feed: a carriage return would send a terminal back over its line. */
function marked(text: string): string {
  if (isOrdinary(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(STEERING, (character) => (character === '\t' ? character : visible(character)));
}

/** Plain numbers; a spreadsheet reads them as themselves. */
const NUMBER = /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i;
/** What opens a formula, in its full-width forms too, whatever blanks or invisible characters come before it. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\n]/u;

function withoutFormula(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
