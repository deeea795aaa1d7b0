import CliTable from 'cli-table3';
import { GAP } from './fit.ts';

/** One cell's share of a line: its text, and the text as it is written out, with colour. */
export interface Piece {
  text: string;
  painted: string;
}

/** A column of the layout: terminal columns, and the side to which texts go. */
export interface Lane {
  width: number;
  align: 'left' | 'right';
}

/** cli-table3 compares every cell with every other one: few lines at a time keep it quick. */
const LINES_AT_A_TIME = 50;

const NO_RULES = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left'],
    ...['bottom-right', 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
  ].map((name) => [name, '']),
);

/** Lines of text, each with its pieces side by side in the lanes. No piece is wider than its lane. */
export function layOut(lines: readonly (readonly Piece[])[], lanes: readonly Lane[]): string[] {
  const drawn: string[] = [];
  for (let start = 0; start < lines.length; start += LINES_AT_A_TIME)
    drawn.push(...layOutFew(lines.slice(start, start + LINES_AT_A_TIME), lanes));
  return drawn;
}

function layOutFew(lines: readonly (readonly Piece[])[], lanes: readonly Lane[]): string[] {
  const table = new CliTable({
    chars: { ...NO_RULES, middle: ' '.repeat(GAP) },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: lanes.map(({ width }) => width),
    colAligns: lanes.map(({ align }) => align),
  });
  for (const line of lines) table.push(line.map(({ painted }) => painted));
  return table.toString().split('\n');
}
