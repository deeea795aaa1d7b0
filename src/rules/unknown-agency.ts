import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { Plan } from '../plan.ts';
import type { PlanContext, Rule } from './rule.ts';
import { type Named, unknownCodes, whereMissing } from './unknown-code.ts';

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
    yield* noneGiven(agenciesNamed(plan), plan, locate);
    return;
  }
  yield* unknownCodes('agencies', plan.agencies, agenciesNamed(plan), { locate, edit });
}

/** A plan without any list of them has one fault, not as many as it names. */
function* noneGiven(
  named: readonly Named[],
  { groups }: Plan,
  locate: PlanContext['locate'],
): Generator<Report> {
  const [first] = named;
  if (first === undefined) return;
  const codes = new Set(named.map(({ found }) => found)).size;
  const said = message('no-agencies', { first: first.found, codes });
  yield { ...whereMissing(['groups', groups], named, locate), message: said };
}

/** Every code of an agency that the plan names, and where. */
export function agenciesNamed(plan: Plan): Named[] {
  const named: Named[] = [];
  for (const [code, members] of plan.members)
    for (const [index, found] of members.entries())
      named.push({ found, path: ['agencies', code, 'members', index] });
  for (const item of [...plan.indicators, ...plan.tasks, ...plan.reports])
    for (const list of ['lead', 'partners'] as const)
      for (const [index, found] of codes(item, list).entries())
        named.push({ found, path: [...item.path, list, index] });
  return named;
}

function codes(
  item: { lead: readonly string[]; partners?: readonly string[] },
  list: 'lead' | 'partners',
): readonly string[] {
  return item[list] ?? [];
}
