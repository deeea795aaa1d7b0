import { yearOf } from '../calendar.ts';
import { evaluate, reportingAreas } from '../evaluation.ts';
import { grouped } from '../grouped.ts';
import { type Indicator, targetYears } from '../indicator.ts';
import type { NotCounted } from '../not-counted.ts';
import { periodYear } from '../period.ts';
import { yearsWithTargets } from '../plan.ts';
import type { Result } from '../result.ts';
import type { Audited, AuditQuestion } from './finding.ts';
import { judgedPlan } from './judged.ts';

/**
 * What of a plan's results decides nothing in any of its target years: an audit looks at all of
 * them, so that only what is later than the last one is later than the target year. It hears every
 * area that reports to the plan, whose figures are held against each other.
 */
export function notCountedOf(
  audited: Audited,
  { asOf }: Pick<AuditQuestion, 'asOf'>,
): NotCounted[] {
  const { plan, results, measures, areas, notCounted = [] } = audited;
  const years = yearsWithTargets(plan);
  const last = years.at(-1);
  const rows = grouped(results, ({ indicator }) => indicator.split('/')[0]!);
  const told = plan.indicators.filter(({ id }) => rows.has(id));
  const ended = areas?.get(plan.area)?.validTo ?? null;
  /** Of a yearly target the years in which something else may be left out than in the year before. */
  const turns = (one: Indicator, own: readonly Result[]) => {
    const targets = targetYears(one).flatMap((year) => [year, year + 1]);
    const turning = [...targets, ...own.map(({ period }) => periodYear(period))];
    const all = [...turning, plan.period.first, ...(ended === null ? [] : [yearOf(ended)])];
    return new Set(all.flatMap((turn) => years.find((year) => year >= turn) ?? []));
  };
  const ofYear = grouped(
    told.flatMap((one) => {
      const asked = one.every === null ? targetYears(one) : turns(one, rows.get(one.id)!);
      return [...asked].map((year) => ({ one, year }));
    }),
    ({ year }) => year,
  );
  const lists = years.map((year) => {
    if (year === last) {
      const judged = judgedPlan(audited, asOf);
      if (judged.year === year) return judged.notCounted;
      return evaluate(plan, results, measures, { asOf, year, areas }).notCounted;
    }
    // Of the others nothing is told that is not told of the last year.
    const indicators = (ofYear.get(year) ?? []).map(({ one }) => one);
    const own = indicators.flatMap(({ id }) => rows.get(id) ?? []);
    const judged = evaluate({ ...plan, indicators }, own, measures, { asOf, year, areas });
    return judged.notCounted.filter(({ reason }) => reason !== 'after-target-year');
  });
  const reporting = new Set(reportingAreas(plan, areas));
  const heard = new Set(results.filter(({ area }) => reporting.has(area)).map(placeKey));
  const all = [...notCounted, ...lists.flat()].filter(
    (one) => one.reason !== 'other-area' || !heard.has(placeKey(one)),
  );
  const placed = all.map((one) => [[placeKey(one), one.reason].join('\n'), one] as const);
  return [...new Map(placed).values()];
}

function placeKey({ file, sheet, line }: Pick<NotCounted, 'file' | 'sheet' | 'line'>): string {
  return [file, sheet, line].join('\n');
}
