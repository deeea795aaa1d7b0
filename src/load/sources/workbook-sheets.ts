import { zipSync } from 'fflate';
import { type Cell, type CellStyle, formatValue, type Sheet as HucreSheet } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import type { WorkbookProblem } from '../../message/csv.ts';
import type { Bytes } from '../bytes.ts';
import type { CellValue } from './source.ts';
import { unpack } from './workbook-parts.ts';

/** A sheet of a workbook; rows and columns are counted from 0. */
export interface Sheet {
  name: string;
  isHidden: boolean;
  /** How many rows it has, those behind the last filled one left out. */
  height: number;
  /** A row's cells as people see them, and what they hold. */
  row(at: number): { cells: string[]; values: (CellValue | undefined)[] };
  isHiddenRow(at: number): boolean;
  isHiddenColumn(at: number): boolean;
  /** Has the cell the value of an earlier row, with which it is merged into one? */
  isMerged(at: number, column: number): boolean;
}

/**
 * Reads the sheets of a workbook.
 * @throws the system's error when the file cannot be read
 */
export async function openBook(bytes: Bytes): Promise<Sheet[] | WorkbookProblem> {
  const parts = await unpack(bytes);
  if (typeof parts === 'string') return parts;
  try {
    const { sheets } = await readXlsx(zipSync(parts, { level: 0 }), { readStyles: true });
    return sheets.map(sheetOf);
  } catch (error) {
    return /over the \d+ limit/.test(String(error)) ? 'too-large' : 'damaged';
  }
}

function sheetOf({
  name,
  rows,
  cells = new Map(),
  columns = [],
  rowDefs = new Map(),
  merges = [],
  hidden = false,
  veryHidden = false,
}: HucreSheet): Sheet {
  const merged = mergedRows(merges, rows.length);
  return {
    name,
    isHidden: hidden || veryHidden,
    height: rows.length,
    row(at) {
      const read = (rows[at] ?? []).map((_, column) => {
        const from = merged.size === 0 ? at : (merged.get(`${at},${column}`) ?? at);
        const held = rows[from]?.[column] ?? null;
        return cellOf(held, cells.size === 0 ? undefined : cells.get(`${from},${column}`));
      });
      return { cells: read.map(({ text }) => text), values: read.map(({ value }) => value) };
    },
    isHiddenRow: (at) => rowDefs.get(at)?.hidden === true,
    isHiddenColumn: (at) => columns[at]?.hidden === true,
    isMerged: (at, column) => merged.has(`${at},${column}`),
  };
}

/** For each cell that is merged with one above it, the row of the one that holds the value. */
function mergedRows(merges: NonNullable<HucreSheet['merges']>, height: number) {
  const first = new Map<string, number>();
  for (const { startRow, endRow, startCol } of merges) {
    const last = Math.min(endRow, height - 1);
    if (last > startRow && first.has(`${last},${startCol}`)) continue;
    for (let row = startRow + 1; row <= last; row += 1) first.set(`${row},${startCol}`, startRow);
  }
  return first;
}

interface ReadCell {
  text: string;
  value: CellValue | undefined;
}

function cellOf(held: unknown, cell: Cell | undefined): ReadCell {
  const formula = cell?.formula === undefined ? null : `=${cell.formula}`;
  if (cell?.type === 'error') {
    const error = String(held);
    return { text: error, value: { kind: 'no-value', formula, error } };
  }
  if (held === null || held === undefined)
    return formula === null
      ? { text: '', value: undefined }
      : { text: formula, value: { kind: 'no-value', formula, error: null } };
  if (held instanceof Date) return dateCell(held, cell?.style);
  if (typeof held === 'number') return numberCell(held, cell?.style?.numFmt);
  if (typeof held === 'boolean') return { text: held ? 'TRUE' : 'FALSE', value: undefined };
  return { text: String(held).replaceAll('\r\n', '\n').replaceAll('\r', '\n'), value: undefined };
}

/** Excel keeps numbers with so many digits; what follows is noise of binary fractions. */
const DIGITS = 15;

function numberCell(held: number, format: string | undefined): ReadCell {
  // Excel has none so large: another program wrote it.
  if (!Number.isFinite(held))
    return { text: '#NUM!', value: { kind: 'no-value', formula: null, error: '#NUM!' } };
  const { isPercent, isScaled } = percentIn(format);
  if (format !== undefined && leavesThousandsOut(format)) {
    const value = plainNumber(held, 0);
    return { text: formatValue(held, format), value: { kind: 'scaled', value } };
  }
  const plain = plainNumber(held, isScaled ? 2 : 0);
  return isPercent
    ? { text: `${plain}%`, value: { kind: 'percent', value: plain } }
    : { text: plain, value: { kind: 'number', value: plain } };
}

/** The number as decimal text, its point moved so many digits to the right. */
export function plainNumber(held: number, places: number): string {
  const written = String(Number(held.toPrecision(DIGITS)));
  if (places === 0 && !written.includes('e')) return written;
  const [, sign, whole, part = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(
    written,
  )!;
  const point = whole!.length + Number(exponent) + places;
  const digits = (whole + part).padEnd(point, '0').padStart((whole + part).length - point + 1, '0');
  const at = Math.max(point, 1);
  const before = digits.slice(0, at).replace(/^0+(?=\d)/, '');
  const behind = digits.slice(at).replace(/(?<!0)0+$/, '');
  return `${sign}${before}${behind === '' ? '' : `.${behind}`}`;
}

/** A `%` in the format multiplies by 100 what is stored, but not one in quotes or behind `\`. */
function percentIn(format = ''): { isPercent: boolean; isScaled: boolean } {
  if (!format.includes('%')) return { isPercent: false, isScaled: false };
  const isScaled = outsideTexts(format).includes('%');
  return { isPercent: true, isScaled };
}

/** `#,##0,` shows 9,250 of 9250750: a comma behind the last digit. */
function leavesThousandsOut(format: string): boolean {
  return /[0#?],+(?![0#?,])/.test(outsideTexts(format));
}

/** A number format without its texts, colours and conditions. */
function outsideTexts(format: string): string {
  return format.replace(/"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g, '');
}

/** A day, or the month or year where the format shows no more. */
function dateCell(held: Date, style: CellStyle | undefined): ReadCell {
  const format = style?.numFmt ?? '';
  const shown = outsideTexts(format).toLowerCase();
  const text = formatValue(held, format === '' ? 'yyyy-mm-dd' : format);
  const day = Number.isNaN(held.getTime()) ? '' : held.toISOString().slice(0, 'yyyy-mm-dd'.length);
  if (shown === '' || shown.includes('d')) return { text, value: { kind: 'date', value: day } };
  if (!shown.includes('y')) return { text, value: undefined };
  const length = shown.includes('m') ? 'yyyy-mm'.length : 'yyyy'.length;
  return { text, value: { kind: 'date', value: day.slice(0, length) } };
}
