import type { Report } from '../finding.ts';
import { targetYears } from '../indicator.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'no-target': { id: string };
  }
}

export const noTarget: Rule = { level: 'warning', check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  for (const indicator of plan.indicators) {
    if (targetYears(indicator).length > 0) continue;
    const { id, path } = indicator;
    yield {
      place: locate([...path, 'id']),
      path,
      message: message('no-target', { id }),
    };
  }
}
