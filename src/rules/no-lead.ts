import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { eachOrTogether } from './each-or-together.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'no-lead': { id: string };
    'no-lead-mostly': { count: number; all: number };
  }
}

export const noLead: Rule = { level: 'warning', needs: ['indicators', 'lead'], check };

function check({ plan, locate }: PlanContext): Report[] {
  const all = plan.indicators.length;
  return eachOrTogether(
    plan.indicators.filter(({ lead }) => lead.length === 0),
    all,
    ({ id, path }) => ({
      place: locate([...path, 'id']),
      path,
      message: message('no-lead', { id }),
    }),
    (count) => ({
      level: 'info',
      place: locate(['indicators'], 'key'),
      path: ['indicators'],
      message: message('no-lead-mostly', { count, all }),
    }),
  );
}
