import { type Day, yearOf } from '../calendar.ts';
import { dueDates } from '../deadline.ts';
import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { yearsWithTargets } from '../plan.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'ended-area': {
      area: string;
      ended: Day;
      /** Target years that the area did not live to see. */
      years: readonly number[];
      /** Tasks and duties that are due in such a year. */
      due: number;
      successor: string | null;
    };
  }
}

export const endedArea: Rule = { level: 'info', check };

/**
 * An area that ended before a year with targets or due days, where no successor is named to be judged.
 * The year in which it ended is left out: its plans were made and reported in it.
 */
function* check({ plan, areas, locate }: PlanContext): Generator<Report> {
  const area = areas.get(plan.area);
  const ended = area?.validTo ?? null;
  if (area === undefined || ended === null || plan.succeededBy !== null) return;
  const years = yearsWithTargets(plan).filter((year) => year > yearOf(ended));
  const due = [...plan.tasks, ...plan.reports].filter((item) =>
    dueDates(item.due, plan).some((occurrence) => yearOf(occurrence.due) > yearOf(ended)),
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
