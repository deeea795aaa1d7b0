import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'target-before-plan': { id: string; year: number; first: number };
  }
}

export const targetBeforePlan: Rule = { level: 'warning', needs: ['period'], check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const { first } = plan.period;
  for (const { address, measurable } of addresses(plan))
    for (const year of measurable.targets.keys()) {
      if (year >= first) continue;
      const path = [...measurable.path, 'targets', String(year)];
      yield {
        place: locate(path, 'key'),
        path,
        message: message('target-before-plan', { id: address, year, first }),
        related: [{ message: message('the-period', {}), place: locate(['period']) }],
      };
    }
}
