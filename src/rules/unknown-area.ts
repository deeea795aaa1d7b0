import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { suggest } from '../suggest.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'unknown-area': { found: string; suggestion: string | null };
  }
}

export const unknownArea: Rule = { level: 'error', check };

function* check({ plan, areas, locate }: PlanContext): Generator<Report> {
  const found = plan.area;
  if (areas.size === 0 || areas.has(found)) return;
  const suggestion = suggest(found, areas.keys());
  yield {
    place: locate(['area']),
    path: ['area'],
    message: message('unknown-area', { found, suggestion }),
    suggestion,
  };
}
