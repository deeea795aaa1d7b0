import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';
import { saidTarget } from './said.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'local-origin': { id: string; year: number; reference: SaidTarget };
  }
}

export const localOrigin: Rule = { level: 'warning', check };

/** What is called local although the plan itself quotes a national target for it. */
function* check({ plan, locate }: PlanContext): Generator<Report> {
  for (const indicator of plan.indicators) {
    const [quoted] = indicator.reference.get('national')?.targets ?? [];
    if (indicator.origin !== 'local' || quoted === undefined) continue;
    const [year, target] = quoted;
    const path = [...indicator.path, 'origin'];
    const rivalPath = [...indicator.path, 'reference', 'national', 'targets', String(year)];
    yield {
      place: locate(path),
      path,
      message: message('local-origin', {
        id: indicator.id,
        year,
        reference: saidTarget(target, indicator),
      }),
      related: [
        {
          message: message('reference-target', { body: 'national', year }),
          place: locate(rivalPath),
        },
      ],
    };
  }
}
