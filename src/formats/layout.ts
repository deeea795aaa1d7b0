import CliTable from 'cli-table3';
import { GAP } from './fit.ts';

/** A column of the layout: terminal columns, and the side to which texts go. */
export interface Lane {
  width: number;
  align: 'left' | 'right';
}

/** cli-table3 compares every cell with every other one: few rows at a time keep it quick. */
const ROWS_AT_A_TIME = 50;

const NO_RULES = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left'],
    ...['bottom-right', 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
  ].map((name) => [name, '']),
);

/**
 * The lines of a table: each row's texts side by side in the lanes, as many lines high as its
 * highest text. No line of a text is wider than its lane.
 */
export function layOut(rows: readonly (readonly string[])[], lanes: readonly Lane[]): string[] {
  const lines = rows.flatMap(linesOf);
  const drawn: string[] = [];
  for (let start = 0; start < lines.length; start += ROWS_AT_A_TIME)
    drawn.push(...layOutFew(lines.slice(start, start + ROWS_AT_A_TIME), lanes));
  return drawn;
}

/** A row as rows of one line each: cli-table3 takes long for a cell of many lines. */
function linesOf(row: readonly string[]): string[][] {
  const cells = row.map((text) => text.split('\n'));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) => cells.map((lines) => lines[index] ?? ''));
}

function layOutFew(rows: readonly (readonly string[])[], lanes: readonly Lane[]): string[] {
  const table = new CliTable({
    chars: { ...NO_RULES, middle: ' '.repeat(GAP) },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: lanes.map(({ width }) => width),
    colAligns: lanes.map(({ align }) => align),
  });
  for (const row of rows) table.push([...row]);
  return table.toString().split('\n');
}
