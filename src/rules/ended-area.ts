import { type Day, day, yearOf } from '../calendar.ts';
import { dueDates } from '../deadline.ts';
import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { yearsWithTargets } from '../plan.ts';
import { isFarAfter } from './far.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'ended-area': {
      area: string;
      ended: Day;
      /** Target years of which the area did not live to see the end. */
      years: readonly number[];
      /** Tasks and duties with a due day after its end. */
      due: number;
      successor: string | null;
    };
  }
}

export const endedArea: Rule = { level: 'info', check };

/** An area that ended before a target year or a due day did, where no successor is named to be judged. */
function* check({ plan, areas, locate }: PlanContext): Generator<Report> {
  const area = areas.get(plan.area);
  const ended = area?.validTo ?? null;
  if (area === undefined || ended === null || plan.succeededBy !== null) return;
  // A year that is a slip of the pen is told as such.
  const isAfter = (date: Day) => date > ended && !isFarAfter(plan, yearOf(date));
  const years = yearsWithTargets(plan).filter((year) => isAfter(day(year, 12, 31)));
  const due = [...plan.tasks, ...plan.reports].filter((item) =>
    dueDates(item.due, plan).some((occurrence) => isAfter(occurrence.due)),
  ).length;
  if (years.length + due === 0) return;
  const path = ['area'];
  yield {
    place: locate(path),
    path,
    message: message('ended-area', {
      area: plan.area,
      ended,
      years,
      due,
      successor: area.successor,
    }),
  };
}
