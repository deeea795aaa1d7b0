import type { Report } from '../finding.ts';
import { nearFixes } from '../fix.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'unknown-measure': { found: string; suggestion: string | null };
  }
}

export const unknownMeasure: Rule = { level: 'error', isAlone: true, check };

function* check({ plan, measures, locate, edit }: PlanContext): Generator<Report> {
  if (measures.size === 0) return;
  const nearFix = nearFixes(measures.keys());
  for (const { measurable } of addresses(plan)) {
    const found = measurable.measure;
    if (found === null || measures.has(found)) continue;
    const path = [...measurable.path, 'measure'];
    const near = nearFix(found, (text) => edit(path, text));
    const { suggestion } = near;
    yield {
      place: locate(path),
      path,
      message: message('unknown-measure', { found, suggestion }),
      ...near,
    };
  }
}
