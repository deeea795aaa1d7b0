import type { Report } from '../finding.ts';
import { nearFixes } from '../fix.ts';
import type { Path } from '../indicator.ts';
import { message } from '../message/message.ts';
import type { Plan } from '../plan.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'unknown-agency': { found: string; suggestion: string | null };
    /** A plan that names agencies and lists none. */
    'no-agencies': { first: string; codes: number };
  }
}

export const unknownAgency: Rule = { level: 'error', needs: ['agencies'], isAlone: true, check };

function* check({ plan, locate, edit }: PlanContext): Generator<Report> {
  if (plan.agencies.size === 0) {
    yield* noneGiven([...agenciesNamed(plan)], locate);
    return;
  }
  const nearFix = nearFixes(plan.agencies.keys());
  for (const { found, path } of agenciesNamed(plan)) {
    if (plan.agencies.has(found)) continue;
    const near = nearFix(found, (text) => edit(path, text));
    const said = message('unknown-agency', { found, suggestion: near.suggestion });
    yield { place: locate(path), path, message: said, ...near };
  }
}

/** A plan without any list of them has one fault, not as many as it names. */
function* noneGiven(
  named: readonly { found: string; path: Path }[],
  locate: PlanContext['locate'],
): Generator<Report> {
  const [first] = named;
  if (first === undefined) return;
  const codes = new Set(named.map(({ found }) => found)).size;
  const said = message('no-agencies', { first: first.found, codes });
  yield { place: locate(first.path), path: first.path, message: said };
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
