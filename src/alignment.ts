import type { Area } from './area.ts';
import { type Diff, diffPlans } from './diff.ts';
import type { MeasureCatalogue } from './measure.ts';
import type { Plan } from './plan.ts';

/**
 * The plans held against the national one among them, over all that it asks; `null` where there is
 * no plan of a country, nothing to hold against it, or an id that two plans share.
 */
export function alignmentOf(
  given: readonly { plan: Plan; area: Area | null }[],
  measures: MeasureCatalogue,
): Diff | null {
  const national = given.find(({ area }) => area?.type === 'country')?.plan;
  const ids = new Set(given.map(({ plan }) => plan.id));
  if (!national || given.length < 2 || ids.size < given.length) return null;
  return diffPlans(
    given.map(({ plan }) => plan),
    measures,
    { against: national.id, rows: 'reference' },
  );
}
