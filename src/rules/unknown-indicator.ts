import type { Report } from '../finding.ts';
import { nearFixes } from '../fix.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'unknown-indicator': { found: string; suggestion: string | null };
  }
}

export const unknownIndicator: Rule = {
  level: 'error',
  needs: ['indicators', 'parts', 'id'],
  isAlone: true,
  check,
};

function* check({ plan, locate, edit }: PlanContext): Generator<Report> {
  const known = new Set(addresses(plan).map(({ address }) => address));
  const nearFix = nearFixes(known);
  for (const claim of plan.claims) {
    if (claim.kind !== 'target' || known.has(claim.indicator)) continue;
    const path = [...claim.path, 'indicator'];
    const near = nearFix(claim.indicator, (text) => edit(path, text));
    const { suggestion } = near;
    yield {
      place: locate(path),
      path,
      message: message('unknown-indicator', { found: claim.indicator, suggestion }),
      ...near,
    };
  }
}
