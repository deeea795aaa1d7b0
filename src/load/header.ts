import { type Finding, finding, type Place } from '../finding.ts';
import { nearFixes } from '../fix.ts';
import { foldText } from '../fold.ts';
import { legible } from '../look-alike.ts';
import { message } from '../message/message.ts';
import { parsePeriod } from '../period.ts';
import { surenessAmongNames } from '../suggest.ts';
import { remembering } from './remembering.ts';
import type { EditTo, SourceRow } from './sources/source.ts';

/** The columns that a table may have. */
export interface TableSpec<Column extends string> {
  columns: readonly Column[];
  required: readonly Column[];
  /** Sets of columns of which one must be there in full. */
  oneOf?: readonly (readonly Column[])[];
  /** Other headings of the columns, folded, as Vietnamese sheets have them. */
  headings?: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** Headings that stand for a column where none has a name of its own, folded. */
  failing?: { column: Column; headings: readonly string[] };
  /** The columns that messages name; all where absent. */
  listed?: readonly Column[];
  /** Folded headings of columns that are for people and are not read. */
  unread?: readonly string[];
}

/** Which cell of a row belongs to which column. */
export interface Header<Column extends string> {
  /** The cell of each column, −1 where the file has none. */
  positions: readonly (readonly [Column, number])[];
  /** Those that the file has. */
  there: readonly (readonly [Column, number])[];
  /** How many cells the header has, and how many up to the last that is not blank. */
  width: number;
  named: number;
  /** The cells without a heading among those that have one. */
  unnamed: ReadonlySet<number>;
  isUsable: boolean;
}

/** A cell of the header, as it is written. */
export interface Heading {
  text: string;
  place: Place;
  /** Writes a column's own name there; `null` where the file is no text. */
  edit: EditTo | null;
}

/** Is it the name of a column that the table may have? */
export function isColumn(cell: string, spec: TableSpec<string>): boolean {
  return meaningOf(cell, spec) !== null;
}

const UNREAD = Symbol('for people');

type Meaning<Column> = Column | typeof UNREAD | null;

const meanings = new WeakMap<TableSpec<string>, (cell: string) => Meaning<string>>();

/** What a heading stands for; `null` for what nobody knows. */
function meaningOf<Column extends string>(cell: string, spec: TableSpec<Column>): Meaning<Column> {
  const known = meanings.get(spec);
  if (known) return known(cell) as Meaning<Column>;
  const made = remembering(meaningIn(spec));
  meanings.set(spec, made);
  return made(cell);
}

/** The columns have their own names, which go before, and other headings. */
function meaningIn<Column extends string>({
  columns,
  headings,
  failing,
  unread = [],
}: TableSpec<Column>): (cell: string) => Meaning<Column> {
  const others = columns.flatMap((column) =>
    (headings?.[column] ?? []).map((name) => [name, column] as const),
  );
  const byName = new Map<string, Column>([
    ...others.toReversed(),
    ...columns.map((one) => [one, one] as const),
  ]);
  const forPeople = new Set(unread);
  return (cell) => {
    const name = foldName(cell);
    if (name === '') return null;
    const isUnread = () =>
      forPeople.has(name.replace(OF_YEAR, '')) || failing?.headings.includes(name);
    return byName.get(name) ?? (isUnread() ? UNREAD : null);
  };
}

/** "Mục tiêu năm 2024": the year stands behind what is for people in any case. */
const OF_YEAR = / ?(?:den )?(?:nam )?(?:19|20)\d\d$/;

/** What headings shorten. */
const SHORT: Readonly<Record<string, string>> = { ct: 'chi tieu', nv: 'nhiem vu', kq: 'ket qua' };

/** A heading as it is compared, in full words; what stands behind it in brackets, mostly a unit, is not its name. */
function foldName(cell: string): string {
  return foldText(legible(cell))
    .replace(/(?<=\S)\s*\([^()]*\)$/, '')
    .replace(/(?<![.:*])[.:*]+$/, '')
    .replace(/\b(?:ct|nv|kq)\b/g, (short) => SHORT[short]!)
    .trim();
}

/** What is said where a file has no header. */
export function noHeader(place: Place, { columns, listed = columns }: TableSpec<string>): Finding {
  const said = message('csv-no-header', { expected: listed });
  return finding({ rule: 'csv-column', place, message: said });
}

/** The row's cells as headings. */
export function headingsOf({ cells, place, edit }: SourceRow): Heading[] {
  return cells.map((text, at) => ({
    text,
    place: place(at),
    edit: edit?.(at) ?? null,
  }));
}

/** How many of the cells are names of columns. */
export function knownAmong(cells: readonly string[], spec: TableSpec<string>): number {
  return cells.filter((cell) => isColumn(cell, spec)).length;
}

/** The column that the text is a name of; `null` for what names none that is read. */
export function columnNamed<Column extends string>(
  cell: string,
  spec: TableSpec<Column>,
): Column | null {
  const meaning = meaningOf(cell, spec);
  return meaning === UNREAD ? null : meaning;
}

/** How many of the cells are names of columns, and is one a name of that very column? */
export function namesAmong<Column extends string>(
  cells: readonly string[],
  column: Column,
  spec: TableSpec<Column>,
): { known: number; isNamed: boolean } {
  const meanings = cells.map((cell) => meaningOf(cell, spec)).filter((one) => one !== null);
  return { known: meanings.length, isNamed: meanings.includes(column) };
}

/** Are most of the cells that are not blank names of columns, be it a single one? */
export function isMostlyNames(cells: readonly string[], spec: TableSpec<string>): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  const known = knownAmong(cells, spec);
  return known === filled ? known > 0 : known > 1 && known * 2 > filled;
}

/** A header of two rows: the lower heading where it has text, else the upper. */
export function merged(upper: readonly Heading[], lower: readonly Heading[]): Heading[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, at) => {
    const below = lower[at];
    return below === undefined || below.text.trim() === '' ? (upper[at] ?? below!) : below;
  });
}

/** Reads the headings, with what is wrong with them; `whole` is the place of all of them. */
export function readHeader<Column extends string>(
  headings: readonly Heading[],
  whole: Place,
  spec: TableSpec<Column>,
): { header: Header<Column>; findings: Finding[] } {
  const texts = headings.map(({ text }) => text);
  const names = namesOf(texts, spec);
  const named = headings.findLastIndex(({ text }) => foldName(text) !== '') + 1;
  const positions = positionsOf(names, spec);
  const isThere = (column: Column) => names.includes(column);
  const header = {
    positions,
    there: positions.filter(([, at]) => at >= 0),
    width: headings.length,
    named,
    unnamed: new Set(
      names.slice(0, named).flatMap((_, at) => (foldName(headings[at]!.text) ? [] : at)),
    ),
    isUsable: isEnough(isThere, spec),
  };
  const findings = spec.columns.some(isThere)
    ? [
        ...nameFindings(headings.slice(0, named), names, spec),
        ...missingFindings(isThere, spec, whole),
      ]
    : [noHeader(whole, spec)];
  return { header, findings };
}

/** Are the cells, as headings, those of that very header? Nothing is asked of what is wrong with them. */
export function isSameHeader<Column extends string>(
  cells: readonly string[],
  { positions }: Header<Column>,
  spec: TableSpec<Column>,
): boolean {
  const found = positionsOf(namesOf(cells, spec), spec);
  return found.every(([, at], index) => at === positions[index]![1]);
}

function positionsOf<Column extends string>(
  names: readonly Meaning<Column>[],
  { columns }: TableSpec<Column>,
): Header<Column>['positions'] {
  return columns.map((column) => [column, names.indexOf(column)] as const);
}

function namesOf<Column extends string>(
  texts: readonly string[],
  spec: TableSpec<Column>,
): Meaning<Column>[] {
  const names = texts.map((text) => meaningOf(text, spec));
  const { failing } = spec;
  if (!failing || names.includes(failing.column)) return names;
  const at = texts.findIndex((text) => failing.headings.includes(foldName(text)));
  return at < 0 ? names : names.with(at, failing.column);
}

function isEnough<Column extends string>(
  isThere: (column: Column) => boolean,
  { required, oneOf = [] }: TableSpec<Column>,
): boolean {
  return required.every(isThere) && (oneOf.length === 0 || oneOf.some((set) => set.every(isThere)));
}

function nameFindings<Column extends string>(
  headings: readonly Heading[],
  names: readonly Meaning<Column>[],
  { columns, listed = columns }: TableSpec<Column>,
): Finding[] {
  const nearFix = nearFixes(listed, surenessAmongNames);
  return headings.flatMap(({ text, place, edit }, at) => {
    const name = names[at]!;
    const found = text.replaceAll('\ufeff', '').trim().normalize('NFC');
    const report = { rule: 'csv-column', place, path: [found] } as const;
    if (name === UNREAD || found === '') return [];
    if (name === null && columns.some((column) => column === 'period') && hasPeriod(found))
      return [finding({ ...report, message: message('csv-period-heading', { found }) })];
    if (name === null) {
      // A column that is there already would be there twice.
      const editTo = (name: string) =>
        names.some((one) => one === name) ? null : (edit?.(name) ?? null);
      const near = nearFix(found, editTo);
      const said = message('csv-unknown-column', {
        found,
        valid: listed,
        suggestion: near.suggestion,
      });
      return [finding({ ...report, message: said, ...near })];
    }
    const first = names.indexOf(name);
    if (first === at) return [];
    const said = message('csv-doubled-column', { found, first: first + 1 });
    const related = [{ message: message('first-here', {}), place: headings[first]!.place }];
    return [finding({ ...report, message: said, related })];
  });
}

/** "Kết quả quý III/2024", "Lũy kế đến 30/9/2024": a table with a column for each period. */
function hasPeriod(found: string): boolean {
  // No period has more words; a heading may have any number of them.
  const words = found.split(/\s+/).slice(-MOST_WORDS);
  return words.some((_, at) => typeof parsePeriod(words.slice(at).join(' ')) !== 'string');
}

const MOST_WORDS = 12;

function missingFindings<Column extends string>(
  isThere: (column: Column) => boolean,
  { columns, listed = columns, required, oneOf = [] }: TableSpec<Column>,
  place: Place,
): Finding[] {
  const report = { rule: 'csv-column', place } as const;
  const missing = required.filter((column) => !isThere(column));
  const found = missing.map((column) => {
    const said = message('csv-missing-column', { missing: column, expected: listed });
    return finding({ ...report, path: [column], message: said });
  });
  if (oneOf.length === 0 || oneOf.some((set) => set.every(isThere))) return found;
  const choices = oneOf.map((set) => set.join(' + '));
  return [...found, finding({ ...report, message: message('csv-missing-one-of', { choices }) })];
}
