import type { Report } from '../finding.ts';
import { nearFixes } from '../fix.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'unknown-group': { found: string; suggestion: string | null };
  }
}

export const unknownGroup: Rule = { level: 'error', needs: ['groups'], isAlone: true, check };

function* check({ plan, locate, edit }: PlanContext): Generator<Report> {
  const nearFix = nearFixes(plan.groups.keys());
  const counts = plan.claims.filter((claim) => claim.kind === 'count');
  for (const item of [...plan.indicators, ...plan.tasks, ...plan.reports, ...counts]) {
    const found = item.group;
    if (found === null || plan.groups.has(found)) continue;
    const path = [...item.path, 'group'];
    const near = nearFix(found, (text) => edit(path, text));
    const { suggestion } = near;
    yield {
      place: locate(path),
      path,
      message: message('unknown-group', { found, suggestion }),
      ...near,
    };
  }
}
