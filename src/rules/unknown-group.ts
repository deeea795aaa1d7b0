import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { Plan } from '../plan.ts';
import type { PlanContext, Rule } from './rule.ts';
import { type Named, unknownCodes, whereMissing } from './unknown-code.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'unknown-group': { found: string; suggestion: string | null };
    /** A plan that names groups and lists none. */
    'no-groups': { first: string; codes: number };
  }
}

export const unknownGroup: Rule = { level: 'error', needs: ['groups'], isAlone: true, check };

function* check({ plan, locate, edit }: PlanContext): Generator<Report> {
  if (plan.groups.size === 0) {
    yield* noneGiven(plan, locate);
    return;
  }
  yield* unknownCodes('groups', plan.groups, groupsNamed(plan), { locate, edit });
}

/** A plan without any list of them has one fault, not as many as it names. */
function* noneGiven(plan: Plan, locate: PlanContext['locate']): Generator<Report> {
  const named = groupsNamed(plan);
  const [first] = named;
  if (first === undefined) return;
  const codes = new Set(named.map(({ found }) => found)).size;
  const said = message('no-groups', { first: first.found, codes });
  yield { ...whereMissing(['agencies', plan.agencies], named, locate), message: said };
}

/** Every code of a group that the plan names, and where. */
export function groupsNamed(plan: Plan): Named[] {
  const counts = plan.claims.filter((claim) => claim.kind === 'count');
  return [...plan.indicators, ...plan.tasks, ...plan.reports, ...counts].flatMap((item) =>
    item.group === null ? [] : [{ found: item.group, path: [...item.path, 'group'] }],
  );
}
