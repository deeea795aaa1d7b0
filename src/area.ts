import type { Day } from './calendar.ts';

/** An administrative unit, with the days between which it existed. */
export interface Area {
  code: string;
  /** Vietnamese name. */
  name: string;
  nameEn: string;
  /** Code of Vietnam's General Statistics Office; `null` where there is none. */
  gso: string | null;
  type: 'union' | 'country' | 'province' | 'city' | 'district' | 'ward' | 'commune';
  /** The kind of unit it was until that day, where its standing changed. */
  was: { type: Area['type']; until: Day } | null;
  validFrom: Day | null;
  /** The last day it existed. */
  validTo: Day | null;
  /** The unit it became part of. */
  successor: string | null;
  parent: string | null;
}

export type AreaCatalogue = ReadonlyMap<string, Area>;

/** Had the area ceased to exist by that day? On its last day it still exists. */
export function hasEnded(area: Area, on: Day): boolean {
  return area.validTo !== null && on > area.validTo;
}

/** The area, where it is known to have ended by that day; else `null`. */
export function endedBy(areas: AreaCatalogue | undefined, code: string, on: Day): Area | null {
  const area = areas?.get(code);
  return area !== undefined && hasEnded(area, on) ? area : null;
}

/** The kind of unit that the area is on that day. */
export function typeOn({ type, was }: Area, day: Day): Area['type'] {
  return was && day <= was.until ? was.type : type;
}

/** Is the area the other one, or does it lie in it? A chain of parents that runs in a circle ends. */
export function liesIn(areas: AreaCatalogue, code: string, whole: string): boolean {
  const passed = new Set<string>();
  for (
    let at: string | null = code;
    at !== null && !passed.has(at);
    at = areas.get(at)?.parent ?? null
  ) {
    if (at === whole) return true;
    passed.add(at);
  }
  return false;
}

/** What became of an area that no longer exists. */
export interface Succession {
  area: Area;
  /** Its last day. */
  ended: Day;
  /** The unit of today that it is part of. */
  successor: Area;
  /** The other units that became part of the same one. */
  others: Area[];
}

/** What became of the area; `null` for one that still exists or that the catalogue does not know. */
export function successionOf(areas: AreaCatalogue, code: string): Succession | null {
  const area = areas.get(code);
  if (!area?.validTo) return null;
  const successor = lastSuccessor(areas, area);
  if (successor === area) return null;
  const others = [...areas.values()].filter(
    (other) => other !== area && other.successor !== null && other.validTo === area.validTo,
  );
  return {
    area,
    ended: area.validTo,
    successor,
    others: others.filter((other) => lastSuccessor(areas, other) === successor),
  };
}

/** The end of the chain of successors; a chain that runs in a circle ends where it closes. */
function lastSuccessor(areas: AreaCatalogue, area: Area): Area {
  const passed = new Set<Area>();
  let current = area;
  while (current.successor !== null && !passed.has(current)) {
    passed.add(current);
    current = areas.get(current.successor) ?? current;
  }
  return current;
}
