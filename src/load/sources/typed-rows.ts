import type { Place } from '../../finding.ts';
import type { CellValue, SourceRow } from './source.ts';
import { plainNumber } from './workbook-sheets.ts';

/** What the cells of a column are, where its table says so. */
export type CellKind = 'text' | 'number' | 'day';

/** A cell of a column of that kind. */
export function typedCell(text: string, kind: CellKind): CellValue | undefined {
  if (kind === 'text' || !/\d/.test(text)) return undefined;
  if (kind === 'day') return { kind: 'date', value: text };
  return { kind: 'number', value: /e/i.test(text) ? plainNumber(Number(text), 0) : text };
}

/**
 * Rows of a table without letters between its cells: they stand where their columns do. One object
 * stands for all of them.
 */
export function typedRow(file: string) {
  const place = (at: number): Place => {
    const column = Math.max(at, 0) + 1;
    return { file, line: row.line, column, endLine: row.line, endColumn: column + 1 };
  };
  const row: { -readonly [Key in keyof SourceRow]: SourceRow[Key] } = {
    cells: [],
    values: [],
    line: 1,
    place,
    whole: () => ({ ...place(0), endColumn: row.cells.length + 1 }),
  };
  return (
    line: number,
    texts: readonly (string | null)[],
    kinds: readonly CellKind[],
  ): SourceRow => {
    const cells = texts.map((text) => text ?? '');
    row.line = line;
    row.cells = cells;
    row.values = cells.map((text, at) => typedCell(text, kinds[at] ?? 'text'));
    return row;
  };
}
