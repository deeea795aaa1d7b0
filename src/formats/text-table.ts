import { type Cell, type Column, type Row, type Table, visibleColumns } from './document.ts';
import { type Fitted, fitColumns, GAP, totalWidth } from './fit.ts';
import { loosened, printable, withoutTrailingSpaces } from './printable.ts';
import { type Paint, painter, type Style } from './style.ts';
import { displayWidth, isNarrow, wrapText } from './wrap.ts';

/** How plain text is to look. */
export interface TextLook {
  /** In terminal columns; `null` where the output is piped: then nothing is ever broken. */
  width: number | null;
  color: boolean;
}

/** A wrapping column that says nothing of it may become as narrow as this. */
const MIN_WIDTH = 10;
/** Words up to this width are never broken; longer ones (addresses) may be. */
const LONG_WORD = 20;

/**
 * A table as text that fits the width: names are broken between words and the least
 * important columns are left out, which a last line then tells. Ends with a line break.
 */
export function tableText(table: Table, { width, color }: TextLook): string {
  const clean = printableOf(table);
  const paint = painter(color);
  const fitted = fitColumns(extentsOf(clean, width), width);
  const title = clean.title === null ? [] : wrapText(clean.title, width);
  const closing = [...clean.closing, ...hiddenLine(clean, fitted)];
  const blocks = [
    title.map((line) => paint(line, 'strong')),
    (clean.opening ?? []).flatMap((line) => wrapText(line, width)),
    ...bodyBlocks(clean, { fitted, width, paint }),
    closing.flatMap((line) => wrapText(line, width)),
  ];
  const text = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'));
  return `${withoutTrailingSpaces(loosened(text.join('\n\n')))}\n`;
}

/** The columns of a table that a table of this width leaves out. */
export function hiddenColumns(table: Table, width: number | null): Column[] {
  const clean = printableOf(table);
  const shown = new Set(fitColumns(extentsOf(clean, width), width).map((one) => one.extent.column));
  return clean.columns.filter((column) => !shown.has(column));
}

type ColumnExtent = { column: Column; natural: number; least: number; importance: number };
type FittedColumn = Fitted<ColumnExtent>;

function printableOf(table: Table): Table {
  const columns = visibleColumns(table);
  const rowOf = (row: Row): Row => {
    const shown: Record<string, Cell> = {};
    for (const { key } of columns) {
      const cell = row[key];
      if (cell === undefined) continue;
      const text = printable(cell.text);
      shown[key] = text === cell.text ? cell : { ...cell, text };
    }
    return shown;
  };
  const orNull = (text: string | null) => (text === null ? null : printable(text));
  return {
    ...table,
    title: orNull(table.title),
    columns: columns.map((c) => ({ ...c, title: printable(c.title) })),
    sections: table.sections.map(({ heading, rows, subtotal }) => ({
      heading: orNull(heading),
      rows: rows.map(rowOf),
      subtotal: orNull(subtotal),
    })),
    closing: table.closing.map(printable),
    opening: (table.opening ?? []).map(printable),
  };
}

function extentsOf(table: Table, width: number | null): ColumnExtent[] {
  const rows = table.sections.flatMap((section) => section.rows);
  return table.columns.map((column) => {
    const unbroken = width === null ? null : Infinity;
    let widest = 0;
    let longest = 0;
    for (const { [column.key]: cell } of rows) {
      if (cell === undefined) continue;
      widest = Math.max(widest, widestOf(cellLines(cell, unbroken)));
      // Where nothing is ever broken, or nothing of this column, no word of it matters.
      if (width !== null && column.wraps) longest = Math.max(longest, longestWord(cell));
    }
    const wrapped = Math.max(column.minWidth ?? MIN_WIDTH, Math.min(longest, LONG_WORD));
    return {
      column,
      importance: column.importance,
      natural: Math.max(widest, displayWidth(column.title)),
      least: Math.max(
        widestOf(column.title.split(' ')),
        column.wraps ? Math.min(widest, wrapped) : widest,
      ),
    };
  });
}

function longestWord({ text, marker = '' }: Cell): number {
  return (
    displayWidth(marker) + (isNarrow(text) ? longestPiece(text) : widestOf(text.split(/[ \n]+/)))
  );
}

/** The length of the longest word of a text, without a list of them being made. */
function longestPiece(text: string): number {
  let longest = 0;
  for (let from = 0; from < text.length; ) {
    const to = text.indexOf(' ', from);
    const end = to === -1 ? text.length : to;
    longest = Math.max(longest, end - from);
    from = end + 1;
  }
  return longest;
}

function widestOf(texts: readonly string[]): number {
  return texts.reduce((widest, text) => Math.max(widest, displayWidth(text)), 0);
}

/** The lines of a cell; the first begins with its marker, which the others leave room for. */
function cellLines(cell: Cell | undefined, width: number | null): string[] {
  if (!cell) return [''];
  const { text, marker } = cell;
  if (marker === undefined) return wrapText(text, width);
  const room = width === null ? null : Math.max(1, width - displayWidth(marker));
  const rest = ' '.repeat(displayWidth(marker));
  return wrapText(text, room).map((line, index) => (index === 0 ? marker : rest) + line);
}

function hiddenLine(table: Table, fitted: readonly FittedColumn[]): string[] {
  const shown = new Set(fitted.map(({ extent }) => extent.column));
  const hidden = table.columns.filter((column) => !shown.has(column));
  return hidden.length === 0 ? [] : [table.hiddenNote(hidden.map((column) => column.title))];
}

interface Drawing {
  fitted: readonly FittedColumn[];
  width: number | null;
  paint: Paint;
}

/** The header with the first section, then each further section; a block is a list of lines. */
function bodyBlocks(table: Table, drawing: Drawing): string[][] {
  const { fitted, width, paint } = drawing;
  if (table.sections.every((section) => section.rows.length === 0)) return [];
  const draw = (rows: readonly Row[]) => rows.flatMap((row) => rowLines(row, drawing, false));
  const full = (text: string | null, style: Style) =>
    text === null ? [] : wrapText(text, width).map((line) => paint(line, style));
  const rule = '─'.repeat(totalWidth(fitted.map((column) => column.width)));
  const header = [...rowLines(titleRow(table), drawing, true), paint(rule, 'dim')];
  const bodies = table.sections.map(({ heading, rows, subtotal }) => [
    ...full(heading, 'strong'),
    ...draw(rows),
    ...full(subtotal, 'dim'),
  ]);
  return bodies.map((body, index) => (index === 0 ? [...header, ...body] : body));
}

function titleRow(table: Table): Row {
  return Object.fromEntries(
    table.columns.map(({ key, title }) => [key, { text: title, style: 'strong' } satisfies Cell]),
  );
}

/** A row's lines: as many as its highest cell has; what is lower stands at their head or foot. */
function rowLines(row: Row, { fitted, width, paint }: Drawing, atFoot: boolean): string[] {
  const cells = fitted.map(({ extent: { column }, width: room }) =>
    cellLines(row[column.key], width === null ? null : room),
  );
  const height = cells.reduce((most, lines) => Math.max(most, lines.length), 0);
  const drawn: string[] = [];
  for (let index = 0; index < height; index += 1) {
    let line = '';
    for (let at = 0; at < cells.length; at += 1) {
      const { extent, width: room } = fitted[at]!;
      const lines = cells[at]!;
      const { key, align } = extent.column;
      const text = lines[index - (atFoot ? height - lines.length : 0)] ?? '';
      // Behind the last text of a line nothing is needed, and one may be very long.
      const isLast = at === cells.length - 1 && align !== 'right';
      const space = isLast ? '' : ' '.repeat(Math.max(0, room - displayWidth(text)));
      const painted = paint(text, row[key]?.style ?? 'plain');
      if (at > 0) line += BETWEEN;
      line += align === 'right' ? space + painted : painted + space;
    }
    drawn.push(line);
  }
  return drawn;
}

const BETWEEN = ' '.repeat(GAP);
