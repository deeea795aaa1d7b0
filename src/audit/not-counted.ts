import { evaluate } from '../evaluation.ts';
import type { NotCounted } from '../not-counted.ts';
import { yearsWithTargets } from '../plan.ts';
import type { Audited, AuditQuestion } from './finding.ts';

/**
 * What of a plan's results decides nothing in any of its target years: an audit looks at all of
 * them, so that only what is of after the last one is of after the target year.
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
  const all = [...notCounted, ...lists.flat()];
  const placed = all.map(
    (one) => [[one.file, one.sheet, one.line, one.reason].join('\n'), one] as const,
  );
  return [...new Map(placed).values()];
}
