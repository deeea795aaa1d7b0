import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { suggester } from '../suggest.ts';
import type { PlanContext, Rule } from './rule.ts';
import { agenciesNamed } from './unknown-agency.ts';
import { groupsNamed } from './unknown-group.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'unused-agency': { code: string; name: string };
  }
}

export const unusedAgency: Rule = {
  level: 'warning',
  needs: ['agencies', 'indicators', 'tasks', 'reports', 'lead', 'partners'],
  check,
};

function* check({ plan, locate }: PlanContext): Generator<Report> {
  // Of a plan that is only begun, nothing is left over.
  if (plan.indicators.length + plan.tasks.length + plan.reports.length === 0) return;
  const named = [
    ...agenciesNamed(plan),
    // Below “agencies” where the line “groups:” is gone.
    ...(plan.groups.size === 0 ? groupsNamed(plan) : []),
  ];
  const used = new Set(named.map(({ found }) => found));
  for (const [code, name] of leftOver(plan.agencies, used)) {
    const path = ['agencies', code];
    yield { place: locate(path, 'key'), path, message: message('unused-agency', { code, name }) };
  }
}

/** What is not used, but for what a misspelt code stands for. */
export function leftOver(
  named: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
): [code: string, name: string][] {
  const unused = [...named].filter(([code]) => !used.has(code));
  if (unused.length === 0) return [];
  const meant = suggester(named.keys());
  const misspelt = new Set([...used].filter((code) => !named.has(code)).map(meant));
  return unused.filter(([code]) => !misspelt.has(code));
}
