import type { Path } from '../indicator.ts';

/** A task or duty with its place in the document. */
export interface Sourced {
  id: string;
  source: string;
  path: Path;
}

/** One place of a `source`: `III.3.d` is item `d` of the list `III.3`. */
export interface SourceItem<Owner = Sourced> {
  /** The whole place, as written. */
  text: string;
  list: string;
  mark: string;
  /** A dash has no number of the document's own. */
  isDash: boolean;
  owner: Owner;
}

export type NumberingKind = 'number' | 'roman' | 'letter';

/** Items of one list that are numbered in one way, in their order. */
export interface NumberedList<Owner = Sourced> {
  name: string;
  kind: NumberingKind;
  members: readonly SourceItem<Owner>[];
}

/** A jump between two neighbours, with the marks that should stand between them. */
export interface Gap<Owner = Sourced> {
  before: SourceItem<Owner>;
  after: SourceItem<Owner>;
  missing: readonly string[];
}

/** The Vietnamese order, with the letters of other alphabets that lists may use or leave out. */
const LETTERS = [...'abcdđefghijklmnopqrstuvwxyz'];
const OPTIONAL = new Set('fjwz');

/** The places that a source names; several are joined with `;`. */
export function sourceItems<Owner>(source: string, owner: Owner): SourceItem<Owner>[] {
  return source
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, owner, ...partsOf(text) }));
}

function partsOf(text: string): Pick<SourceItem, 'list' | 'mark' | 'isDash'> {
  const dash = /^(.*)-(\d+)$/.exec(text);
  if (dash) return { list: dash[1]!, mark: dash[2]!, isDash: true };
  const point = text.lastIndexOf('.');
  return { list: text.slice(0, Math.max(point, 0)), mark: text.slice(point + 1), isDash: false };
}

/** The lists that the items form, each mark once; dashes are left out. */
export function listsOf<Owner>(items: readonly SourceItem<Owner>[]): NumberedList<Owner>[] {
  const byName = new Map<string, Map<string, SourceItem<Owner>>>();
  for (const item of items) {
    if (item.isDash) continue;
    const members = byName.get(item.list) ?? new Map<string, SourceItem<Owner>>();
    if (!members.has(item.mark)) members.set(item.mark, item);
    byName.set(item.list, members);
  }
  return [...byName].flatMap(([name, byMark]) =>
    KINDS.flatMap((kind) => {
      const members = [...byMark.values()];
      if (kind === 'roman' && members.some(({ mark }) => CAPITAL.test(mark))) return [];
      const own = members.filter(({ mark }) => kindOf(mark) === kind);
      const sorted = own.sort((a, b) => rankOf(a.mark, kind) - rankOf(b.mark, kind));
      return sorted.length > 1 ? [{ name, kind, members: sorted }] : [];
    }),
  );
}

/** Beside A, B and D, the capitals C, I, V and X are letters too. */
const CAPITAL = /^[A-ZĐ]$(?<![IVX])/;

const KINDS: readonly NumberingKind[] = ['number', 'roman', 'letter'];

/** Longer numbers are years and document numbers. Capitals are Roman numerals, single small letters are letters; anything else is no number. */
function kindOf(mark: string): NumberingKind | null {
  if (/^\d{1,3}$/.test(mark)) return 'number';
  if (/^[IVX]+$/.test(mark) && toRoman(fromRoman(mark)) === mark) return 'roman';
  return LETTERS.includes(mark) ? 'letter' : null;
}

function rankOf(mark: string, kind: NumberingKind): number {
  if (kind === 'letter') return LETTERS.indexOf(mark);
  return kind === 'roman' ? fromRoman(mark) : Number(mark);
}

/**
 * The jumps within a list. Where it starts and ends is not looked at; f, j, w and z may be there or
 * not, and a list that uses one of them without đ follows the English alphabet.
 */
export function gapsIn<Owner>(
  members: readonly SourceItem<Owner>[],
  kind: NumberingKind,
): Gap<Owner>[] {
  const marks = new Set(members.map(({ mark }) => mark));
  const isEnglish = !marks.has('đ') && [...OPTIONAL].some((letter) => marks.has(letter));
  const isNeeded = (mark: string) =>
    kind !== 'letter' || !(OPTIONAL.has(mark) || (isEnglish && mark === 'đ'));
  return members.slice(1).flatMap((after, index) => {
    const before = members[index]!;
    const missing = marksBetween(before.mark, after.mark, kind).filter(isNeeded);
    return missing.length > 0 ? [{ before, after, missing }] : [];
  });
}

function marksBetween(before: string, after: string, kind: NumberingKind): string[] {
  const from = rankOf(before, kind) + 1;
  const ranks = Array.from({ length: rankOf(after, kind) - from }, (_, step) => from + step);
  return ranks.map((rank) => markOf(rank, kind));
}

function markOf(rank: number, kind: NumberingKind): string {
  if (kind === 'letter') return LETTERS[rank]!;
  return kind === 'roman' ? toRoman(rank) : String(rank);
}

const ROMAN: readonly (readonly [string, number])[] = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function toRoman(number: number): string {
  let rest = number;
  let text = '';
  for (const [digit, value] of ROMAN)
    while (rest >= value) {
      text += digit;
      rest -= value;
    }
  return text;
}

function fromRoman(text: string): number {
  const values = [...text].map((digit) => new Map(ROMAN).get(digit) ?? 0);
  return values.reduce(
    (sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value),
    0,
  );
}
