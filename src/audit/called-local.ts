import { liesIn } from '../area.ts';
import { grouped } from '../grouped.ts';
import { addressesIn } from '../plan.ts';
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
    if (national.length === 0) return [];
    const ofPlan = (list: readonly Setting[]) =>
      grouped(
        list.filter((one) => one.plan === plan),
        ({ address }) => address,
      );
    const [own, quoted] = [ofPlan(settings.filter(isOwn)), ofPlan(national)];
    const byMeasure = grouped(national, ({ measurable }) => measurable.measure);
    return plan.indicators.flatMap((indicator) => {
      if (indicator.origin !== 'local') return [];
      const about = addressesIn(indicator);
      const codes = about.flatMap(({ measurable }) => measurable.measure ?? []);
      const ofMeasures = codes.flatMap((code) => byMeasure.get(code) ?? []);
      const rivals = new Set([
        ...about.flatMap(({ address }) => quoted.get(address) ?? []),
        ...ofMeasures,
      ]);
      const first = about.flatMap(({ address }) => own.get(address) ?? [])[0];
      return first && rivals.size > 0
        ? [conflictTold([first, ...rivals], 'called-local', first)]
        : [];
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
