import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';
import { agenciesNamed } from './unknown-agency.ts';
import { groupsNamed } from './unknown-group.ts';
import { leftOver } from './unused-agency.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'unused-group': { code: string; name: string };
  }
}

export const unusedGroup: Rule = {
  level: 'warning',
  needs: ['groups', 'indicators', 'tasks', 'reports', 'claims', 'group'],
  check,
};

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const items = [...plan.indicators, ...plan.tasks, ...plan.reports];
  if (items.length === 0) return;
  const named = [
    ...groupsNamed(plan),
    // Below “groups” where the line “agencies:” is gone.
    ...(plan.agencies.size === 0 ? agenciesNamed(plan) : []),
  ];
  const used = new Set(named.map(({ found }) => found));
  for (const [code, name] of leftOver(plan.groups, used)) {
    const path = ['groups', code];
    yield { place: locate(path, 'key'), path, message: message('unused-group', { code, name }) };
  }
}
