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

/** Finds the area behind a name, "TP. Đà Nẵng", among those that are there on a day, where one only is so called. */
export function areaByName(areas: AreaCatalogue): (name: string, on: Day | null) => string | null {
  const named = new Map<string, Area[]>();
  const add = (name: string, area: Area) => {
    const key = folded(name);
    const known = named.get(key) ?? [];
    if (!known.includes(area)) named.set(key, [...known, area]);
  };
  for (const area of areas.values())
    for (const name of [area.name, area.nameEn]) {
      add(name, area);
      const bare = folded(name).replace(KIND, '');
      if (bare !== '') add(bare, area);
    }
  return (name, on) => {
    const key = folded(name);
    const all = named.get(key) ?? named.get(key.replace(KIND, '')) ?? [];
    const there = on === null ? all : all.filter((area) => isThere(area, on));
    return there.length === 1 ? there[0]!.code : null;
  };
}

function isThere(area: Area, on: Day): boolean {
  return !hasEnded(area, on) && (area.validFrom === null || area.validFrom <= on);
}
