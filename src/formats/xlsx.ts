import type { CellStyle, CellValue, FillStyle, Cell as HucreCell, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { OfficeWords } from '../words/en/office.ts';
import { speak } from '../words/index.ts';
import type { PrintedNumber } from '../words/printed-number.ts';
import {
  type Cell,
  type Column,
  type Document,
  type Entries,
  headingText,
  type Item,
  type Row,
  sheetColumns,
  type Table,
  type TextBlock,
  titleOf,
  withoutPictures,
} from './document.ts';
import { officeText, reproducible } from './office-file.ts';
import { loosened } from './printable.ts';
import type { Style } from './style.ts';
import type { Look, View } from './view.ts';
import { displayWidth, wrapText } from './wrap.ts';

/** The view's tables as an Excel workbook: a sheet each, and a last one with all that is no table. */
export async function write(view: View, { lang }: Look): Promise<Uint8Array> {
  const { office: words } = await speak(lang, 'office');
  const document = view.document({ width: null });
  const context: Context = { words, styles: new Map(), numberFormats: new Set() };
  const { tables, notes } = contentsOf(document);
  const sheets = [
    ...tables.map((one) => tableSheet(one, context)),
    ...(notes.length === 0 ? [] : [notesSheet(notes, context)]),
  ];
  const names = sheetNames(sheets.map(({ name }) => name));
  const file = await writeXlsx({
    sheets: sheets.map((sheet, index) => ({ ...sheet, name: names[index]! })),
    namedRanges: names.slice(0, tables.length).map((name) => repeatedRow(name, 1)),
    defaultFont: FONT,
  });
  return reproducible(file, { title: titleOf(document), language: lang });
}

/** Prints a row of a sheet on each of its pages. hucre's own setting forgets the quotes. */
export function repeatedRow(name: string, row: number) {
  const range = `'${name.replaceAll("'", "''")}'!$${row}:$${row}`;
  return { name: '_xlnm.Print_Titles', range, scope: name };
}

interface Context {
  words: OfficeWords;
  /** Those in use, by what they are of: cells that look alike have the same one. */
  styles: Map<string, CellStyle>;
  /** Those in use: Excel knows some two hundred in a workbook. */
  numberFormats: Set<string>;
}

/** A table with what its sheet is called. */
interface NamedTable {
  name: string;
  table: Table;
}

/** A line of the last sheet. */
interface Note {
  text: string;
  isHeading?: boolean;
  depth?: number;
}

/** The tables of a document; headings, texts, subtotals and closing lines in their order. */
function contentsOf(document: Document): { tables: NamedTable[]; notes: Note[] } {
  const tables: NamedTable[] = [];
  const notes: Note[] = [];
  let heading = '';
  for (const block of withoutPictures(document)) {
    const table = block.kind === 'entries' ? entriesTable(block) : block;
    if (block.kind === 'heading') heading = block.text;
    if (table.kind === 'table' && table.sections.some(({ rows }) => rows.length > 0))
      tables.push({ name: table.title ?? heading, table });
    notes.push(...notesOf(block));
  }
  return { tables, notes };
}

function notesOf(block: TextBlock): Note[] {
  switch (block.kind) {
    case 'heading':
      return [{ text: headingText(block), isHeading: true }];
    case 'paragraph':
      return [{ text: block.text }];
    case 'list':
      return block.items.flatMap((item, index) => itemNotes(item, 0, mark(block.start, index)));
    case 'table': {
      const { opening = [] } = block;
      const subtotals = block.sections.flatMap(({ subtotal }) => subtotal ?? []);
      const title = block.title === null ? [] : [{ text: block.title, isHeading: true }];
      return [...title, ...[...opening, ...subtotals, ...block.closing].map((text) => ({ text }))];
    }
    case 'entries':
      return [{ text: block.title, isHeading: true }, ...block.closing.map((text) => ({ text }))];
  }
}

function mark(start: number | undefined, index: number): string {
  return start === undefined ? '– ' : `${start + index}. `;
}

function itemNotes(item: Item, depth: number, before: string): Note[] {
  if (typeof item === 'string') return [{ text: before + item, depth }];
  const below = item.below.flatMap((one) =>
    typeof one === 'string'
      ? [{ text: one, depth: depth + 1 }]
      : one.items.flatMap((inner, index) => itemNotes(inner, depth + 1, mark(one.start, index))),
  );
  return [{ text: before + item.text, depth }, ...below];
}

/** Labelled texts as a table of two columns, a section each group. */
function entriesTable({ title, groups, closing }: Entries): Table & { kind: 'table' } {
  const columns = [
    { key: 'label', title: '', importance: 1 },
    { key: 'text', title: '', importance: 1, wraps: true },
  ];
  const sections = groups.map(({ heading, entries }) => ({
    heading,
    rows: entries.map(({ label, ...cell }) => ({ label: { text: label }, text: cell })),
    subtotal: null,
  }));
  return { kind: 'table', title, columns, sections, closing, hiddenNote: () => '' };
}

/** A row with the group that it belongs to. */
interface GroupedRow {
  group: string | null;
  row: Row;
}

/** The rows with their group's name beside them, so that filters and sorting may part them. */
function groupedRows({ sections }: Table, columns: readonly Column[]): GroupedRow[] {
  return sections.flatMap(({ heading, rows }) => {
    let group = heading;
    return rows.flatMap((row) => {
      const cells = columns.flatMap(({ key }) => row[key] ?? []);
      if (!cells.some(({ isGroup }) => isGroup)) return [{ group, row }];
      group = cells
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join('. ');
      return [];
    });
  });
}

function tableSheet({ name, table }: NamedTable, context: Context): WriteSheet {
  const columns = sheetColumns(table);
  const rows = groupedRows(table, columns);
  const hasGroups = rows.some(({ group }) => group !== null);
  const group: Column[] = hasGroups
    ? [{ key: GROUP, title: context.words.group, importance: 1, wraps: true }]
    : [];
  const all = [...group, ...columns];
  const header = all.map(({ title }) => {
    const shown = officeText(loosened(title));
    return { value: shown, shown, style: HEADER };
  });
  const body = rows.map(({ group: named, row }) =>
    all.map((column) => {
      const cell = column.key === GROUP ? { text: named ?? '' } : row[column.key];
      return bodyCell(cell, column, context);
    }),
  );
  const last = `${letters(all.length - 1)}${body.length + 1}`;
  const widths = all.map((column, at) => widthOf(column, body, at));
  return {
    ...gridOf([header, ...body], widths),
    name,
    autoFilter: { range: `A1:${last}` },
    freezePane: { rows: 1 },
    pageSetup: { ...PAGE, orientation: 'landscape' },
    headerFooter: { oddHeader: `&C${literal(table.title ?? name)}`, oddFooter: '&C&P / &N' },
  };
}

const GROUP = ' group';

/** The letters of a column, counted from 0. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** `&` commands in a page's header. */
export function literal(text: string): string {
  return officeText(text).replace(/\s+/g, ' ').slice(0, 200).replaceAll('&', '&&');
}

interface SheetCell {
  value: CellValue;
  /** The text that people see in it. */
  shown: string;
  style: Style;
  numFmt: string | null;
}

function sheetCell(cell: Cell | undefined, context: Context): SheetCell {
  const { text = '', marker = '', value, style = 'plain' } = cell ?? {};
  const shown = held(loosened(marker + text));
  const plain = { value: shown === '' ? null : shown, shown, style, numFmt: null };
  if (value === undefined) return plain;
  if ('text' in value) {
    const own = held(loosened(marker + value.text));
    return { value: own === '' ? null : own, shown: own, style, numFmt: null };
  }
  if ('day' in value) {
    const numFmt = context.words.dayFormat;
    return { value: new Date(`${value.day}T00:00:00Z`), shown: '00/00/0000', style, numFmt };
  }
  const numFmt = numberFormat(value.number, context);
  return numFmt === null ? plain : { value: value.number.number, shown, style, numFmt };
}

/** The longest text that a cell of Excel holds. */
const LONGEST = 32_767;

/** The text as a cell holds it. */
export function held(text: string): string {
  const whole = officeText(text);
  return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 1)}…`;
}

const LONGEST_FORMAT = 200;
const MOST_FORMATS = 150;

/** The format by which Excel prints the number as the text does; `null` where it takes no more. */
function numberFormat(
  { isShare, isGrouped, places, before, after }: PrintedNumber,
  { numberFormats }: Context,
): string | null {
  const digits = `${isGrouped ? '#,##0' : '0'}${places > 0 ? `.${'0'.repeat(places)}` : ''}`;
  const format = `${quoted(before)}${digits}${isShare ? '%' : ''}${quoted(after)}`;
  if (numberFormats.has(format)) return format;
  if (format.length > LONGEST_FORMAT || numberFormats.size === MOST_FORMATS) return null;
  numberFormats.add(format);
  return format;
}

/** A text that a number format prints as it is. */
function quoted(text: string): string {
  const parts = officeText(loosened(text)).split('"');
  return parts.map((part) => (part === '' ? '' : `"${part}"`)).join('\\"');
}

/** The font of every cell. */
export const FONT = { name: 'Times New Roman', size: 11, family: 1 };
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
export const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };

/** A ground of one colour. */
export function fill(rgb: string): FillStyle {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } };
}

/** The look of headings. */
export const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  fill: fill('DCE6F1'),
  border: BORDER,
  alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
};

/** Dark letters on a light ground of the same hue: they differ in print without colour too. */
const COLOURS: Record<Style, CellStyle> = {
  plain: { font: FONT },
  good: { font: { ...FONT, color: { rgb: '14532D' } }, fill: fill('E3F4E8') },
  bad: { font: { ...FONT, color: { rgb: '8B1A10' } }, fill: fill('FCE4E1') },
  warn: { font: { ...FONT, color: { rgb: '6B4E00' } }, fill: fill('FFF4D1') },
  dim: { font: { ...FONT, color: { rgb: '595959' } } },
  strong: { font: { ...FONT, bold: true } },
};

function bodyCell(cell: Cell | undefined, { align }: Column, context: Context): StyledCell {
  const { value, shown, style, numFmt } = sheetCell(cell, context);
  const isText = typeof value === 'string';
  const isRight = align === 'right' || (value !== null && !isText);
  const { styles } = context;
  const key = `${style} ${isRight} ${isText} ${numFmt}`;
  const known = styles.get(key) ?? bodyStyle({ style, numFmt }, isRight, isText);
  styles.set(key, known);
  return { value, shown, style: known };
}

function bodyStyle(
  { style, numFmt }: Pick<SheetCell, 'style' | 'numFmt'>,
  isRight: boolean,
  isText: boolean,
): CellStyle {
  return {
    ...COLOURS[style],
    border: BORDER,
    alignment: {
      vertical: 'top',
      horizontal: isRight ? 'right' : 'left',
      ...(isText ? { wrapText: true } : {}),
    },
    ...numberFormatOf(numFmt, isText),
  };
}

/** A text that looks like a number or a formula stays a text when somebody edits it. */
function numberFormatOf(numFmt: string | null, isText: boolean): Pick<CellStyle, 'numFmt'> {
  return numFmt !== null ? { numFmt } : isText ? { numFmt: '@' } : {};
}

/** In letters. */
const NARROWEST = 6;
const WIDEST = 45;
/** Room for the arrow of the filter. */
const ARROW = 3;

/** Wide enough for most of its texts; longer ones of wrapping columns go on below. */
function widthOf(
  { title, wraps }: Column,
  rows: readonly (readonly StyledCell[])[],
  at: number,
): number {
  const most = wraps ? WIDEST : 2 * WIDEST;
  let needed = NARROWEST;
  for (const word of title.split(/\s+/))
    needed = Math.max(needed, displayWidth(loosened(word)) + ARROW);
  for (const row of rows) {
    const { shown } = row[at]!;
    if (needed >= most) break;
    // No character takes more than two columns.
    if (shown.length * 2 > needed)
      for (const line of shown.split('\n')) needed = Math.max(needed, displayWidth(line));
  }
  return Math.min(needed, most) + 2;
}

/** How every sheet is printed. */
export const PAGE = {
  paperSize: 'a4',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { top: 0.8, right: 0.6, bottom: 0.8, left: 0.8, header: 0.4, footer: 0.4 },
} as const;

/** What the tables do not say: where the figures are from and how they were judged. */
function notesSheet(notes: readonly Note[], { words }: Context): WriteSheet {
  const lines = notes.map(({ text, isHeading = false, depth = 0 }) => {
    const shown = held(loosened(text));
    const font = isHeading ? { ...FONT, bold: true } : FONT;
    const alignment = { wrapText: true, vertical: 'top', indent: depth } as const;
    return [{ value: shown, shown, style: { font, alignment, numFmt: '@' } }];
  });
  return {
    ...gridOf(lines, [NOTES_WIDTH]),
    name: words.notes,
    pageSetup: { ...PAGE, orientation: 'portrait' },
    view: { showGridLines: false },
  };
}

const NOTES_WIDTH = 100;

export interface StyledCell {
  value: CellValue;
  shown: string;
  style: CellStyle;
}

/** The lines of a sheet, each as high as its highest text. */
export function gridOf(lines: readonly (readonly StyledCell[])[], widths: readonly number[]) {
  const common = widths.map((_, at) => commonStyle(lines, at));
  const cells = new Map<string, Partial<HucreCell>>();
  for (const [row, line] of lines.entries())
    for (const [column, { value, style }] of line.entries()) {
      const isError = typeof value === 'string' && value.startsWith('#');
      // hucre takes the text `#N/A` for the error of that name.
      if (isError) cells.set(`${row},${column}`, { value, style, richText: [{ text: value }] });
      // What a cell has of its own takes hucre several times as long as what it has of its column.
      else if (style !== common[column]) cells.set(`${row},${column}`, { value, style });
    }
  return {
    rows: lines.map((line) => line.map(({ value }) => value)),
    cells,
    columns: widths.map((width, at) => ({ width, ...(common[at] && { style: common[at] }) })),
    rowDefs: new Map(lines.map((line, row) => [row, { height: heightOf(line, widths) }])),
  };
}

/** The style of most cells of a column; none of an empty one. */
function commonStyle(lines: readonly (readonly StyledCell[])[], at: number): CellStyle | undefined {
  const counts = new Map<CellStyle, number>();
  let common: CellStyle | undefined;
  for (const line of lines) {
    const style = line[at]?.style;
    if (style === undefined) continue;
    const count = (counts.get(style) ?? 0) + 1;
    counts.set(style, count);
    if (common === undefined || count > counts.get(common)!) common = style;
  }
  return common;
}

/** In points; LibreOffice does not find a height of its own. */
const LINE_HEIGHT = 15;
const HIGHEST = 409;
/** So many letters of Times go where a figure of it has room; a column's width counts figures. */
const LETTERS = 1.08;

function heightOf(line: readonly StyledCell[], widths: readonly number[]): number {
  const counts = line.map(({ shown }, at) => {
    const width = Math.floor(widths[at]! * LETTERS);
    const seen = shown.slice(0, (width * HIGHEST) / LINE_HEIGHT);
    return wrapText(seen, width).length;
  });
  return Math.min(Math.max(1, ...counts) * LINE_HEIGHT + 1, HIGHEST);
}

/** What Excel takes in no sheet's name, and the most that it takes. */
const NOT_IN_NAMES = /[[\]:*?/\\]/g;
const LONGEST_NAME = 31;

/** Names that Excel takes, each once. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((text) => {
    const clean = officeText(loosened(text)).replace(NOT_IN_NAMES, '-').replace(/\s+/g, ' ');
    const bare = clean.replace(/^'+|(?<!')'+$/g, '').trim() || '1';
    let name = shortened(bare, LONGEST_NAME);
    for (let next = 2; taken.has(name.toLowerCase()); next += 1) {
      const number = ` (${next})`;
      name = shortened(bare, LONGEST_NAME - number.length) + number;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
