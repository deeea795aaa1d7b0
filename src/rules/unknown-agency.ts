import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { suggest } from '../suggest.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'unknown-agency': { found: string; suggestion: string | null };
  }
}

export const unknownAgency: Rule = { level: 'error', check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  for (const item of [...plan.indicators, ...plan.tasks, ...plan.reports])
    for (const list of ['lead', 'partners'] as const)
      for (const [index, found] of codes(item, list).entries()) {
        if (plan.agencies.has(found)) continue;
        const suggestion = suggest(found, plan.agencies.keys());
        const path = [...item.path, list, index];
        yield {
          place: locate(path),
          path,
          message: message('unknown-agency', { found, suggestion }),
          suggestion,
        };
      }
}

function codes(
  item: { lead: readonly string[]; partners?: readonly string[] },
  list: 'lead' | 'partners',
): readonly string[] {
  return item[list] ?? [];
}
