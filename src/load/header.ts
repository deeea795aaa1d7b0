import { type Finding, finding, type Place } from '../finding.ts';
import { foldText } from '../fold.ts';
import { message } from '../message/message.ts';
import { suggest } from '../suggest.ts';
import type { SourceRow } from './sources/source.ts';

/** The columns that a table may have. */
export interface TableSpec<Column extends string> {
  columns: readonly Column[];
  required: readonly Column[];
  /** Sets of columns of which one must be there in full. */
  oneOf?: readonly (readonly Column[])[];
}

/** Which cell of a row belongs to which column. */
export interface Header<Column extends string> {
  /** The cell of each column, −1 where the file has none. */
  positions: readonly (readonly [Column, number])[];
  /** How many cells the header has, and how many up to the last that is not blank. */
  width: number;
  named: number;
  isUsable: boolean;
}

/** Is it the name of a column that the table may have? */
export function isColumn(cell: string, { columns }: TableSpec<string>): boolean {
  return columns.includes(foldName(cell));
}

/** A column's name as it is compared. */
function foldName(cell: string): string {
  return foldText(cell.replaceAll('\ufeff', ''));
}

/** What is said where a file has no header. */
export function noHeader(place: Place, { columns }: TableSpec<string>): Finding {
  const said = message('csv-no-header', { expected: columns });
  return finding({ rule: 'csv-column', place, message: said });
}

/** Reads the header's cells, with what is wrong with them. */
export function readHeader<Column extends string>(
  row: SourceRow,
  spec: TableSpec<Column>,
): { header: Header<Column>; findings: Finding[] } {
  const { cells } = row;
  const names = cells.map(foldName);
  const named = names.findLastIndex((name) => name !== '') + 1;
  const positions = spec.columns.map((column) => [column, names.indexOf(column)] as const);
  const isThere = (column: Column) => names.includes(column);
  const header = { positions, width: cells.length, named, isUsable: isEnough(isThere, spec) };
  const findings = spec.columns.some(isThere)
    ? [...nameFindings(row, names.slice(0, named), spec), ...missingFindings(isThere, spec, row)]
    : [noHeader(row.whole(), spec)];
  return { header, findings };
}

function isEnough<Column extends string>(
  isThere: (column: Column) => boolean,
  { required, oneOf = [] }: TableSpec<Column>,
): boolean {
  return required.every(isThere) && (oneOf.length === 0 || oneOf.some((set) => set.every(isThere)));
}

function nameFindings(
  row: SourceRow,
  names: readonly string[],
  { columns }: TableSpec<string>,
): Finding[] {
  return names.flatMap((name, at) => {
    const found = row.cells[at]!.replaceAll('\ufeff', '').trim().normalize('NFC');
    const report = { rule: 'csv-column', place: row.place(at), path: [found] } as const;
    if (!columns.includes(name)) {
      const suggestion = suggest(found, columns);
      const said = message('csv-unknown-column', { found, valid: columns, suggestion });
      return [finding({ ...report, message: said, suggestion })];
    }
    const first = names.indexOf(name);
    if (first === at) return [];
    const said = message('csv-doubled-column', { found, first: first + 1 });
    const related = [{ message: message('first-here', {}), place: row.place(first) }];
    return [finding({ ...report, message: said, related })];
  });
}

function missingFindings<Column extends string>(
  isThere: (column: Column) => boolean,
  { columns, required, oneOf = [] }: TableSpec<Column>,
  row: SourceRow,
): Finding[] {
  const report = { rule: 'csv-column', place: row.whole() } as const;
  const missing = required.filter((column) => !isThere(column));
  const found = missing.map((column) => {
    const said = message('csv-missing-column', { missing: column, expected: columns });
    return finding({ ...report, path: [column], message: said });
  });
  if (oneOf.length === 0 || oneOf.some((set) => set.every(isThere))) return found;
  const choices = oneOf.map((set) => set.join(' + '));
  return [...found, finding({ ...report, message: message('csv-missing-one-of', { choices }) })];
}
