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
