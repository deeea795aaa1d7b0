import type { Report } from '../finding.ts';
import { nearFixes } from '../fix.ts';
import type { Path } from '../indicator.ts';
import { message } from '../message/message.ts';
import type { Plan } from '../plan.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'unknown-agency': { found: string; suggestion: string | null };
  }
}

export const unknownAgency: Rule = { level: 'error', needs: ['agencies'], isAlone: true, check };

function* check({ plan, locate, edit }: PlanContext): Generator<Report> {
  const nearFix = nearFixes(plan.agencies.keys());
  for (const { found, path } of agenciesNamed(plan)) {
    if (plan.agencies.has(found)) continue;
    const near = nearFix(found, (text) => edit(path, text));
    const said = message('unknown-agency', { found, suggestion: near.suggestion });
    yield { place: locate(path), path, message: said, ...near };
  }
}

/** Every code of an agency that the plan names, and where. */
export function* agenciesNamed(plan: Plan): Generator<{ found: string; path: Path }> {
  for (const [code, members] of plan.members)
    for (const [index, found] of members.entries())
      yield { found, path: ['agencies', code, 'members', index] };
  for (const item of [...plan.indicators, ...plan.tasks, ...plan.reports])
    for (const list of ['lead', 'partners'] as const)
      for (const [index, found] of codes(item, list).entries())
        yield { found, path: [...item.path, list, index] };
}

function codes(
  item: { lead: readonly string[]; partners?: readonly string[] },
  list: 'lead' | 'partners',
): readonly string[] {
  return item[list] ?? [];
}
