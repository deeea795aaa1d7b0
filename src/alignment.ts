import { type AreaCatalogue, liesIn } from './area.ts';
import { type Diff, diffPlans } from './diff.ts';
import { type MeasureCatalogue, mergedMeasures } from './measure.ts';
import type { Plan } from './plan.ts';

/** A plan with the catalogues that it was read with. */
interface Given {
  plan: Plan;
  measures: MeasureCatalogue;
  areas: AreaCatalogue;
}

/**
 * The plans of a country held against the national one among them, over all that it asks; `null`
 * where there is no plan of a country, nothing of it to hold against, or an id that two plans share.
 * Plans from elsewhere are left out: no nation's targets are asked of them.
 */
export function alignmentOf(given: readonly Given[]): Diff | null {
  const national = given.find(({ plan, areas }) => areas.get(plan.area)?.type === 'country')?.plan;
  if (!national) return null;
  const compared = given.filter(({ plan, areas }) => {
    return !areas.has(plan.area) || liesIn(areas, plan.area, national.area);
  });
  const ids = new Set(compared.map(({ plan }) => plan.id));
  if (compared.length < 2 || ids.size < compared.length) return null;
  return diffPlans(
    compared.map(({ plan }) => plan),
    mergedMeasures(compared.map(({ measures }) => measures)),
    { against: national.id, rows: 'reference' },
  );
}
