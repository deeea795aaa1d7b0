import { type Finding, finding } from '../finding.ts';
import { foldText } from '../fold.ts';
import { message } from '../message/message.ts';
import { suggest } from '../suggest.ts';
import { type Located, placeOf, placeOfAll } from './csv-places.ts';
import type { TableReader, TableSpec } from './table.ts';

/** Which cell of a row belongs to which column. */
export interface Header<Column extends string> {
  /** The cell of each column, −1 where the file has none. */
  positions: readonly (readonly [Column, number])[];
  /** How many cells the header has, and how many up to the last that is not blank. */
  width: number;
  named: number;
  isUsable: boolean;
}

/** A column's name as it is compared. */
export function foldName(cell: string): string {
  return foldText(cell.replaceAll('\ufeff', ''));
}

/** What is said where a file has no header. */
export function noHeader(record: Located, { columns }: TableSpec<string>): Finding {
  const said = message('csv-no-header', { expected: columns });
  return finding({ rule: 'csv-column', place: placeOfAll(record), message: said });
}

/** Reads the header's cells; what is wrong with them is reported. */
export function readHeader<Column extends string>(
  cells: readonly string[],
  spec: TableSpec<Column>,
  record: Located,
  reader: TableReader<Column>,
): Header<Column> {
  const names = cells.map(foldName);
  const named = names.findLastIndex((name) => name !== '') + 1;
  const positions = spec.columns.map((column) => [column, names.indexOf(column)] as const);
  const isThere = (column: Column) => names.includes(column);
  const header = { positions, width: cells.length, named, isUsable: false };
  if (!spec.columns.some(isThere)) {
    reader.report(noHeader(record, spec));
    return header;
  }
  const found = [
    ...nameFindings(cells.slice(0, named), names, spec, record),
    ...missingFindings(isThere, spec, record),
  ];
  for (const one of found) reader.report(one);
  return { ...header, isUsable: isEnough(isThere, spec) };
}

function isEnough<Column extends string>(
  isThere: (column: Column) => boolean,
  { required, oneOf = [] }: TableSpec<Column>,
): boolean {
  return required.every(isThere) && (oneOf.length === 0 || oneOf.some((set) => set.every(isThere)));
}

function nameFindings(
  cells: readonly string[],
  names: readonly string[],
  { columns }: TableSpec<string>,
  record: Located,
): Finding[] {
  return cells.flatMap((cell, at) => {
    const found = cell.replaceAll('\ufeff', '').trim().normalize('NFC');
    const report = { rule: 'csv-column', place: placeOf(record, at), path: [found] } as const;
    if (!columns.includes(names[at]!)) {
      const suggestion = suggest(found, columns);
      const said = message('csv-unknown-column', { found, valid: columns, suggestion });
      return [finding({ ...report, message: said, suggestion })];
    }
    const first = names.indexOf(names[at]!);
    if (first === at) return [];
    const said = message('csv-doubled-column', { found, first: first + 1 });
    const related = [{ message: message('first-here', {}), place: placeOf(record, first) }];
    return [finding({ ...report, message: said, related })];
  });
}

function missingFindings<Column extends string>(
  isThere: (column: Column) => boolean,
  { columns, required, oneOf = [] }: TableSpec<Column>,
  record: Located,
): Finding[] {
  const report = { rule: 'csv-column', place: placeOfAll(record) } as const;
  const missing = required.filter((column) => !isThere(column));
  const found = missing.map((column) => {
    const said = message('csv-missing-column', { missing: column, expected: columns });
    return finding({ ...report, path: [column], message: said });
  });
  if (oneOf.length === 0 || oneOf.some((set) => set.every(isThere))) return found;
  const choices = oneOf.map((set) => set.join(' + '));
  return [...found, finding({ ...report, message: message('csv-missing-one-of', { choices }) })];
}
