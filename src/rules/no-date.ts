import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { eachOrTogether } from './each-or-together.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'no-date': { id: string };
    'no-date-mostly': { count: number; all: number };
  }
}

export const noDate: Rule = { level: 'warning', needs: ['tasks', 'due'], check };

function check({ plan, locate }: PlanContext): Report[] {
  const all = plan.tasks.length;
  return eachOrTogether(
    plan.tasks.filter(({ due }) => due.kind === 'none'),
    all,
    ({ id, path }) => ({
      place: locate([...path, 'due']),
      path: [...path, 'due'],
      message: message('no-date', { id }),
    }),
    (count) => ({
      level: 'info',
      place: locate(['tasks'], 'key'),
      path: ['tasks'],
      message: message('no-date-mostly', { count, all }),
    }),
  );
}
