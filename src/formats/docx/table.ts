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

/** What is left of the room is given away in so many slices. */
const SLICES = 50;

/**
 * Every column gets the room of its longest word; what is left goes, slice by slice, to the column
 * in which it makes the rows lowest together.
 */
function laneWidths(
  columns: readonly Column[],
  rows: readonly Row[],
  room: number,
  points: number,
): Lane[] {
  const measured = columns.map((column) => measure(column, rows, points));
  const widths = measured.map(({ least }) => least);
  const slice = (room - sum(widths)) / SLICES;
  const heights = measured.map(({ texts }, at) => texts.map((text) => text / widths[at]!));
  for (let given = 0; slice > 0 && given < SLICES; given += 1) {
    const at = bestColumn(measured, widths, heights, slice);
    if (at === null) break;
    widths[at]! += slice;
    heights[at] = measured[at]!.texts.map((text) => text / widths[at]!);
  }
  const scale = room / sum(widths);
  return columns.map((column, at) => ({ column, width: Math.floor(widths[at]! * scale) }));
}

/** The column that lowers the rows the most by a slice more; `null` where none does. */
function bestColumn(
  measured: readonly Measured[],
  widths: readonly number[],
  heights: readonly (readonly number[])[],
  slice: number,
): number | null {
  const gains = measured.map(() => 0);
  for (let row = 0; row < heights[0]!.length; row += 1) {
    const [first, second] = highest(heights, row);
    if (first.height <= 1) continue;
    const lowered = measured[first.at]!.texts[row]! / (widths[first.at]! + slice);
    gains[first.at]! += first.height - Math.max(lowered, second, 1);
  }
  const most = Math.max(...gains);
  return most > 0 ? gains.indexOf(most) : null;
}

/** The highest cell of the row, and the height of the next. */
function highest(heights: readonly (readonly number[])[], row: number) {
  let first = { at: 0, height: 0 };
  let second = 0;
  heights.forEach((column, at) => {
    const height = column[row]!;
    if (height > first.height) [first, second] = [{ at, height }, first.height];
    else second = Math.max(second, height);
  });
  return [first, second] as const;
}

/** What does not wrap is kept whole up to this. */
const UNBROKEN = mm(25);
/** No word asks for more. */
const LONGEST_WORD = mm(55);
/** A cell whose text just fits is laid out a little wider, for letters of other typefaces. */
const SLACK = mm(1);

interface Measured {
  /** The room below which words would break. */
  least: number;
  /** How long the text of each row is on one line, in twentieths of a point. */
  texts: readonly number[];
}

function measure({ key, title, wraps }: Column, rows: readonly Row[], points: number): Measured {
  const width = (text: string) => boldWidth(text, points) + 2 * CELL_MARGIN + SLACK;
  const widest = (parts: readonly string[]) =>
    parts.reduce((most, part) => Math.max(most, width(part)), 0);
  const texts = rows.map((row) => textOf(row[key]).split('\n'));
  const words = texts.map((lines) => widest(lines.flatMap((line) => line.split(' '))));
  const whole = texts.map(widest);
  const longest = (all: readonly number[]) => all.reduce((most, one) => Math.max(most, one), 0);
  return {
    least: Math.max(
      widest(title.split(' ')),
      Math.min(longest(words), LONGEST_WORD),
      wraps ? 0 : Math.min(longest(whole), UNBROKEN),
    ),
    texts: texts.map((lines) => sum(lines.map(width))),
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
