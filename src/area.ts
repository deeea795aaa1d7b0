import type { Day } from './calendar.ts';

/** An administrative unit, with the days between which it existed. */
export interface Area {
  code: string;
  /** Vietnamese name. */
  name: string;
  nameEn: string;
  /** Code of the General Statistics Office; absent for the country. */
  gso: string | null;
  type: 'country' | 'province' | 'city' | 'district' | 'ward' | 'commune';
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
