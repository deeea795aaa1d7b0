import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { roman } from '../../words/roman.ts';
import {
  type Cell,
  type Column,
  type Entries,
  type Row,
  type Section,
  type Table as TableModel,
  visibleColumns,
} from '../document.ts';
import { officeText } from '../office-file.ts';
import { together } from '../printable.ts';
import { mm } from './page.ts';
import { STYLE } from './styles.ts';
import { boldWidth } from './times.ts';

/** Text sizes in points for tables of up to so many columns; beyond, the last. */
const SIZES: readonly (readonly [columns: number, points: number])[] = [
  [5, 12],
  [7, 11],
  [9, 10],
];
const SMALLEST = 9;

const CELL_MARGIN = mm(1.2);

/** A column that is laid out: its width in twentieths of a point. */
interface Lane {
  column: Column;
  width: number;
}

/** A table over pages: its heading is repeated, no row is broken, its groups are numbered. */
export function tableOf(table: TableModel, room: number): Table[] {
  const columns = visibleColumns(table);
  const sections = table.sections.filter(({ rows }) => rows.length > 0);
  if (sections.length === 0 || columns.length === 0) return [];
  const rows = sections.flatMap((section) => section.rows);
  const points = SIZES.find(([most]) => columns.length <= most)?.[1] ?? SMALLEST;
  const lanes = laneWidths(columns, rows, room, points);
  const isNumbered = sections.length > 1;
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: room, type: WidthType.DXA },
      columnWidths: lanes.map(({ width }) => width),
      margins: { left: CELL_MARGIN, right: CELL_MARGIN },
      rows: [
        headingRow(lanes, points),
        ...sections.flatMap((section, index) =>
          sectionRows(section, isNumbered ? index + 1 : null, lanes, points),
        ),
      ],
    }),
  ];
}

/** Labelled texts in two columns, a heading over each group. */
export function entriesOf({ groups }: Entries, room: number): Table[] {
  const told = groups.filter(({ entries }) => entries.length > 0);
  if (told.length === 0) return [];
  const label: Column = { key: 'label', title: '', importance: 1, wraps: true };
  const text: Column = { key: 'text', title: '', importance: 1, wraps: true };
  const lanes = [
    { column: label, width: Math.round(room * 0.28) },
    { column: text, width: room - Math.round(room * 0.28) },
  ];
  const [[, points]] = SIZES as [readonly [number, number]];
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: room, type: WidthType.DXA },
      columnWidths: lanes.map(({ width }) => width),
      margins: { left: CELL_MARGIN, right: CELL_MARGIN },
      rows: told.flatMap(({ heading, entries }) => [
        ...(heading === null ? [] : [wideRow(heading, STYLE.tableGroup, lanes, points)]),
        ...entries.map(({ label: name, ...cell }) =>
          bodyRow({ label: { text: name }, text: cell }, lanes, points),
        ),
      ]),
    }),
  ];
}

/**
 * Every column gets the room of its longest word; what is left goes first to what each needs to be
 * read well, then to those whose texts are long.
 */
function laneWidths(
  columns: readonly Column[],
  rows: readonly Row[],
  room: number,
  points: number,
): Lane[] {
  const needs = columns.map((column) => needOf(column, rows, points));
  const goals = (['well', 'long'] as const).map((goal) => needs.map((need) => need[goal]));
  const fitted = goals.reduce(
    (widths, goal) => grown(widths, goal, room),
    needs.map(({ word }) => word),
  );
  const scale = room / sum(fitted);
  return columns.map((column, at) => ({ column, width: Math.floor(fitted[at]! * scale) }));
}

/** The widths, grown towards their goals as far as there is room. */
function grown(widths: readonly number[], goals: readonly number[], room: number): number[] {
  const wanted = goals.map((goal, at) => Math.max(0, goal - widths[at]!));
  const share = Math.min(1, Math.max(0, room - sum(widths)) / (sum(wanted) || 1));
  return widths.map((width, at) => width + wanted[at]! * share);
}

/** A text that does not wrap is kept whole up to this. */
const UNBROKEN = mm(25);
/** More than so many twentieths of a point no text asks for: it is read better on several lines. */
const MOST = mm(110);
/** A column of a terminal in parts of the size of letters. */
const TERMINAL_COLUMN = 0.45;

interface Need {
  word: number;
  well: number;
  long: number;
}

function needOf(
  { key, title, wraps, minWidth = 0 }: Column,
  rows: readonly Row[],
  points: number,
): Need {
  const cells = rows.map((row) => row[key]);
  const texts = cells.map(textOf);
  const width = (text: string) => boldWidth(text, points) + 2 * CELL_MARGIN + mm(1);
  const longest = (parts: readonly string[]) =>
    parts.reduce((most, part) => Math.max(most, width(part)), 0);
  const lines = texts.flatMap((text) => text.split('\n'));
  const words = lines.flatMap((text) => text.split(' '));
  const titleWord = longest(title.split(' '));
  const whole = Math.min(longest(lines), MOST);
  const word = Math.max(titleWord, Math.min(longest(words), MOST / 2));
  const readable = wraps ? minWidth * TERMINAL_COLUMN * points * 20 : UNBROKEN;
  const squares = texts.map((text) => Math.min(width(text), MOST) ** 2);
  return {
    word,
    well: Math.max(word, Math.min(whole, readable)),
    // Long texts weigh more than many short ones: they make the rows high.
    long: Math.max(word, Math.min(whole, Math.sqrt(sum(squares) / squares.length))),
  };
}

/** The cell's text with its mark, which no line parts from it. */
function textOf(cell: Cell | undefined): string {
  return cell ? `${together(cell.marker ?? '')}${cell.text}` : '';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function headingRow(lanes: readonly Lane[], points: number): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: lanes.map(({ column, width }) =>
      cellOf([paragraph(column.title, STYLE.tableHead, points)], width, VerticalAlign.CENTER),
    ),
  });
}

function sectionRows(
  { heading, rows, subtotal }: Section,
  number: number | null,
  lanes: readonly Lane[],
  points: number,
): TableRow[] {
  const named = heading === null || number === null ? heading : `${roman(number)}. ${heading}`;
  return [
    ...(named === null ? [] : [wideRow(named, STYLE.tableGroup, lanes, points)]),
    ...rows.map((row) => bodyRow(row, lanes, points)),
    ...(subtotal === null ? [] : [wideRow(subtotal, STYLE.tableNote, lanes, points)]),
  ];
}

/** A row of one text over all columns. */
function wideRow(text: string, style: string, lanes: readonly Lane[], points: number): TableRow {
  const width = sum(lanes.map((lane) => lane.width));
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: lanes.length,
        width: { size: width, type: WidthType.DXA },
        children: [paragraph(text, style, points)],
      }),
    ],
  });
}

function bodyRow(row: Row, lanes: readonly Lane[], points: number): TableRow {
  const isGroup = lanes.some(({ column }) => row[column.key]?.isGroup);
  const style = isGroup ? STYLE.tableGroup : STYLE.table;
  return new TableRow({
    cantSplit: true,
    children: lanes.map(({ column, width }) =>
      cellOf(cellParagraphs(row[column.key], column, style, points), width, VerticalAlign.CENTER),
    ),
  });
}

function cellOf(
  children: readonly Paragraph[],
  width: number,
  verticalAlign: (typeof VerticalAlign)['CENTER'],
): TableCell {
  return new TableCell({ children, verticalAlign, width: { size: width, type: WidthType.DXA } });
}

function cellParagraphs(
  cell: Cell | undefined,
  { align }: Column,
  style: string,
  points: number,
): Paragraph[] {
  return textOf(cell)
    .split('\n')
    .map((line) =>
      paragraph(line, style, points, {
        isRight: align === 'right',
        isBold: cell?.style === 'strong',
      }),
    );
}

function paragraph(
  text: string,
  style: string,
  points: number,
  { isRight = false, isBold = false } = {},
): Paragraph {
  const size = points === SIZES[0]![1] ? {} : { size: points * 2 };
  return new Paragraph({
    style,
    ...(isRight ? { alignment: AlignmentType.RIGHT } : {}),
    children: [new TextRun({ text: officeText(text), ...size, ...(isBold ? { bold: true } : {}) })],
  });
}
