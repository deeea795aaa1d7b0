import { type Finding, finding } from '../finding.ts';
import { message } from '../message/message.ts';
import type { Header } from './header.ts';
import type { SourceRow } from './sources/source.ts';

/** What is wrong with the row as a whole: its number of cells, and cells whose values tell nothing. */
export function rowFaults(row: SourceRow, header: Header<string>): readonly Finding[] {
  const count = countFinding(row, header);
  const faults = row.values === undefined ? NONE : valueFindings(row, row.values, header);
  return count === null ? faults : [count, ...faults];
}

const NONE: readonly Finding[] = [];

/** Cells that are missing at the end are empty, and empty ones too many do no harm. */
function countFinding(row: SourceRow, { width, named }: Header<string>): Finding | null {
  const { cells } = row;
  if (cells.length <= named || !row.miscounted) return null;
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const isCut = cells.length > width && row.isCutAtCommas === true && hasCutNumber(cells);
  if (filled <= named && !isCut) return null;
  const counts =
    cells.length === width
      ? { found: filled, expected: named }
      : { found: cells.length, expected: width };
  return finding({ rule: 'csv-syntax', place: row.whole(), message: row.miscounted(counts) });
}

/** Cells with a formula that gives nothing to read, or of which people see another number. */
function valueFindings(
  { cells, place }: SourceRow,
  values: NonNullable<SourceRow['values']>,
  { there }: Header<string>,
): Finding[] {
  return there.flatMap(([column, at]) => {
    const value = values[at];
    if (value?.kind !== 'scaled' && value?.kind !== 'no-value') return [];
    const said =
      value.kind === 'scaled'
        ? message('xlsx-scaled', { shown: cells[at]!.trim(), held: value.value })
        : message('xlsx-no-value', { formula: value.formula, error: value.error });
    return [finding({ rule: 'csv-syntax', place: place(at), path: [column], message: said })];
  });
}

/** `81,5` without quotes is two cells where commas part them, and the others stand one further. */
function hasCutNumber(cells: readonly string[]): boolean {
  return cells.some(
    (cell, at) =>
      /^\s*[~<>=\d]*\d$/.test(cell) && /^\d{1,2}(?:\s*%)?\s*$/.test(cells[at + 1] ?? ''),
  );
}
