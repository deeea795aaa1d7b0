import { isPercent, isPerTime } from './unit.ts';

/** What a measure's number is. */
export type MeasureKind = 'share' | 'count' | 'rank' | 'growth' | 'index' | 'milestone';

/** A measure of the catalogue: what several plans mean by one code. */
export interface Measure {
  code: string;
  /** Vietnamese name. */
  name: string;
  nameEn: string;
  definition: string;
  unit: string | null;
  direction: 'up' | 'down';
  kind: MeasureKind;
  /** Codes that look alike but are defined differently. */
  similar: readonly string[];
  /** Code of the measure that contains this one, so that its figure is no greater; `null` for none. */
  partOf: string | null;
  note: string | null;
}

export type MeasureCatalogue = ReadonlyMap<string, Measure>;

/** What several plans are compared with: the measures of all their catalogues, the first of a code. */
export function mergedMeasures(catalogues: readonly MeasureCatalogue[]): MeasureCatalogue {
  return new Map([...new Set(catalogues)].toReversed().flatMap((one) => [...one]));
}

/**
 * Is a number in this unit a share of a whole, which ends at 100%? Growth in percent is not, nor a
 * change per year; where the catalogue does not know the measure, percent is taken for a share.
 */
export function isShare(unit: string | null, measure: Measure | undefined): boolean {
  if (unit === null || !isPercent(unit) || isPerTime(unit)) return false;
  return measure === undefined || measure.kind === 'share';
}
