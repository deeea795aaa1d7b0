import { liesIn } from '../area.ts';
import { addresses } from '../plan.ts';
import { type Audited, NATION, type Setting, type TargetConflict } from './finding.ts';
import { areaOf, conflictTold, isOwn } from './settings.ts';

/**
 * What a plan calls local although there was a national target for the same measure when it was
 * issued: the national plan's own, or one that this plan or an earlier one quotes.
 */
export function calledLocal(
  all: readonly Audited[],
  settings: readonly Setting[],
): TargetConflict[] {
  return all.flatMap((audited) => {
    const { plan } = audited;
    const national = settings.filter(
      (one) => one.claim === null && one.plan.issued <= plan.issued && isNational(one, audited),
    );
    return plan.indicators.flatMap((indicator) => {
      if (indicator.origin !== 'local') return [];
      const about = addresses(plan).filter((one) => one.indicator === indicator);
      const codes = new Set(about.flatMap(({ measurable }) => measurable.measure ?? []));
      const isOfIt = ({ plan: other, address }: Setting) =>
        other === plan && about.some((one) => one.address === address);
      const rivals = national.filter(
        (one) => isOfIt(one) || codes.has(one.measurable.measure ?? ''),
      );
      const own = settings.find((one) => isOfIt(one) && isOwn(one));
      return own && rivals.length > 0 ? [conflictTold([own, ...rivals], 'called-local', own)] : [];
    });
  });
}

/** Is it a target of the country in which the plan's area lies? */
function isNational(setting: Setting, { plan, areas }: Audited): boolean {
  const area = areaOf(setting);
  if (area === plan.area) return false;
  if (!areas?.has(plan.area)) return area === NATION;
  return areas.get(area)?.type === 'country' && liesIn(areas, plan.area, area);
}
