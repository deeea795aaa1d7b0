import { isOrdinary, lettersOf } from './cell-letters.ts';
import type { Header, TableSpec } from './header.ts';
import type { SourceRow } from './sources/source.ts';

/**
 * Takes the cells of one row after another over, by their columns. One object stands for those of all rows.
 */
export function rowCells<Column extends string>({ columns }: TableSpec<Column>) {
  const blank = () =>
    Object.fromEntries(columns.map((column) => [column, ''])) as Record<Column, string>;
  const cells = blank();
  /** The ordinary cells of the row before, which many rows have too. */
  let before: (string | null)[] = [];
  return {
    cells,
    /** Rows with another header follow. */
    begin({ there }: Header<Column>): void {
      Object.assign(cells, blank());
      before = there.map(() => null);
    },
    /** Takes a row's; answers whether there is something to say of their letters. */
    fill(row: SourceRow, { there }: Header<Column>): boolean {
      let isOdd = false;
      for (let index = 0; index < there.length; index += 1) {
        const [column, at] = there[index]!;
        const cell = row.cells[at] ?? '';
        if (cell === before[index]) continue;
        const isPlain = isOrdinary(cell);
        before[index] = isPlain ? cell : null;
        if (isPlain) {
          cells[column] = cell.trim();
          continue;
        }
        const letters = lettersOf(cell);
        cells[column] = letters.read.trim();
        isOdd ||= letters.said !== null;
      }
      return isOdd;
    },
  };
}
