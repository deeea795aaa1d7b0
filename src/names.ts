import { type Area, type AreaCatalogue, hasEnded } from './area.ts';
import type { Day } from './calendar.ts';
import { foldText } from './fold.ts';
import { legible } from './look-alike.ts';

/** A name as it is compared. */
function folded(name: string): string {
  return foldText(legible(name)).replace(/(?<![.,;:])[.,;:]+$/, '');
}

/** Finds the code behind a name among entries of code and name, where one only is so called. */
export function codeByName(
  entries: Iterable<readonly [string, string]>,
): (name: string) => string | null {
  let known: Map<string, string | null> | null = null;
  return (name) => {
    known ??= codesIn(entries);
    return known.get(folded(name)) ?? null;
  };
}

function codesIn(entries: Iterable<readonly [string, string]>): Map<string, string | null> {
  const codes = new Map<string, string | null>();
  for (const [code, name] of entries) {
    const key = folded(name);
    codes.set(key, (codes.get(key) ?? code) === code && codes.get(key) !== null ? code : null);
  }
  return codes;
}

const KIND = /^(?:tinh|thanh pho|tp\.?|quan|huyen|thi xa|thi tran|phuong|xa)\s+/;

/** Other names that documents and people have for areas, each as it is compared, and the one in catalogues. */
const CALLED: Readonly<Record<string, string>> = {
  'thua thien hue': 'hue',
  'tt hue': 'hue',
  hcm: 'ho chi minh',
  hcmc: 'ho chi minh',
  tphcm: 'ho chi minh',
  'sai gon': 'ho chi minh',
  brvt: 'ba ria - vung tau',
  'ba ria vung tau': 'ba ria - vung tau',
};

/** Finds the area behind a name, "TP. Đà Nẵng", among those that are there on a day, where one only is so called. */
export function areaByName(areas: AreaCatalogue): (name: string, on: Day | null) => string | null {
  return (name, on) => {
    const named = namedIn(areas);
    const key = folded(name);
    const bare = key.replace(KIND, '').replace(/^tp\.(?=\S)/, '');
    const other = Object.hasOwn(CALLED, bare) ? CALLED[bare]! : bare;
    const all = [...(named.get(key) ?? named.get(bare) ?? named.get(other) ?? [])];
    const there = on === null ? all : all.filter((area) => isThere(area, on));
    return there.length === 1 ? there[0]!.code : null;
  };
}

type NamedAreas = ReadonlyMap<string, ReadonlySet<Area>>;

/** Many plans are held against one catalogue. */
const known = new WeakMap<AreaCatalogue, NamedAreas>();

/** The areas by their folded names, with and without what kind of area they are. */
function namedIn(areas: AreaCatalogue): NamedAreas {
  const held = known.get(areas);
  if (held) return held;
  const named = new Map<string, Set<Area>>();
  const add = (key: string, area: Area) => {
    const alike = named.get(key);
    if (alike) alike.add(area);
    else named.set(key, new Set([area]));
  };
  for (const area of areas.values())
    for (const name of [area.name, area.nameEn].map(folded)) {
      add(name, area);
      const bare = name.replace(KIND, '');
      if (bare !== '') add(bare, area);
    }
  known.set(areas, named);
  return named;
}

function isThere(area: Area, on: Day): boolean {
  return !hasEnded(area, on) && (area.validFrom === null || area.validFrom <= on);
}

/**
 * The code of the one name that a text shortens: "Sở TT&TT" and "Sở TTTT" are "Sở Thông tin và Truyền
 * thông". `null` where it shortens none of them, or several.
 */
export function codeByShortName(
  entries: Iterable<readonly [string, string]>,
): (name: string) => string | null {
  const known = new Map<string, { code: string; words: readonly string[] }[]>();
  for (const [code, name] of entries) {
    const words = wordsOf(name);
    const initials = words.map(([first]) => first).join('');
    const alike = known.get(initials);
    if (alike === undefined) known.set(initials, [{ code, words }]);
    else alike.push({ code, words });
  }
  return (name) => {
    const short = wordsOf(joined(name));
    if (short.length > MOST_WORDS) return null;
    const fitting = [...new Set(initialsIn(short))].flatMap((initials) => {
      const alike = known.get(initials) ?? [];
      return alike.length > MOST_ALIKE ? [] : alike.filter(({ words }) => isShort(short, words));
    });
    return fitting.length === 1 ? fitting[0]!.code : null;
  };
}

/** Of so many names with the same initials none is looked at: what is short for one is so for others. */
const MOST_ALIKE = 100;

/** The initials of the names that it may be short for: of each word its first letter, or all of them. */
function initialsIn([word, ...more]: readonly string[]): string[] {
  if (word === undefined) return [''];
  const starts = [...new Set([word[0]!, word])];
  return initialsIn(more).flatMap((rest) => starts.map((start) => start + rest));
}

/** `TT & TT` as `TTTT`. */
function joined(name: string): string {
  const parts = name.split('&').map((part) => part.trim());
  return parts.join('');
}

const MOST_WORDS = 8;

/** The words of a name, but for those that no abbreviation has a letter for. */
function wordsOf(name: string): string[] {
  const words = folded(name).match(/[a-z0-9]+/g) ?? [];
  return words.filter((word) => word !== 'va');
}

/** Does each word stand for itself, or with its letters for the words that follow? */
function isShort(short: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  let isAny = false;
  for (const word of short) {
    const isWhole = words[at] === word;
    const length = isWhole ? 1 : word.length;
    const letters = words.slice(at, at + length).map(([first]) => first);
    if (!isWhole && (length < 2 || letters.join('') !== word)) return false;
    isAny ||= !isWhole;
    at += length;
  }
  return isAny && at === words.length;
}
