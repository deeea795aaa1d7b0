import type { Report } from '../finding.ts';
import { nearFixes } from '../fix.ts';
import type { Path } from '../indicator.ts';
import { message } from '../message/message.ts';
import type { Plan } from '../plan.ts';
import type { PlanContext, Rule } from './rule.ts';

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
  const nearFix = nearFixes(plan.groups.keys());
  for (const { found, path } of groupsNamed(plan)) {
    if (plan.groups.has(found)) continue;
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

/** A plan without any list of them has one fault, not as many as it names. */
function* noneGiven(plan: Plan, locate: PlanContext['locate']): Generator<Report> {
  const named = groupsNamed(plan);
  const [first] = named;
  if (first === undefined) return;
  const codes = new Set(named.map(({ found }) => found)).size;
  const said = message('no-groups', { first: first.found, codes });
  yield { place: locate(first.path), path: first.path, message: said };
}

/** Every code of a group that the plan names, and where. */
export function groupsNamed(plan: Plan): { found: string; path: Path }[] {
  const counts = plan.claims.filter((claim) => claim.kind === 'count');
  return [...plan.indicators, ...plan.tasks, ...plan.reports, ...counts].flatMap((item) =>
    item.group === null ? [] : [{ found: item.group, path: [...item.path, 'group'] }],
  );
}
