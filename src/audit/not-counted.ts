import { evaluate, reportingAreas } from '../evaluation.ts';
import type { NotCounted } from '../not-counted.ts';
import { yearsWithTargets } from '../plan.ts';
import type { Audited, AuditQuestion } from './finding.ts';

/**
 * What of a plan's results decides nothing in any of its target years: an audit looks at all of
 * them, so that only what is later than the last one is later than the target year. It hears every
 * area that reports to the plan, whose figures are held against each other.
 */
export function notCountedOf(
  { plan, results, measures, areas, notCounted = [] }: Audited,
  { asOf }: Pick<AuditQuestion, 'asOf'>,
): NotCounted[] {
  const years = yearsWithTargets(plan);
  const last = Math.max(...years);
  const lists = years.map((year) => {
    const { notCounted: own } = evaluate(plan, results, measures, { asOf, year, areas });
    return own.filter(({ reason }) => reason !== 'after-target-year' || year === last);
  });
  const reporting = reportingAreas(plan, areas);
  const heard = new Set(results.filter(({ area }) => reporting.includes(area)).map(placeKey));
  const all = [...notCounted, ...lists.flat()].filter(
    (one) => one.reason !== 'other-area' || !heard.has(placeKey(one)),
  );
  const placed = all.map((one) => [[placeKey(one), one.reason].join('\n'), one] as const);
  return [...new Map(placed).values()];
}

function placeKey({ file, sheet, line }: Pick<NotCounted, 'file' | 'sheet' | 'line'>): string {
  return [file, sheet, line].join('\n');
}
