import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { compareTargets } from '../target.ts';
import type { PlanContext, Rule } from './rule.ts';
import { saidTarget } from './said.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'weaker-than-national': {
      id: string;
      year: number;
      target: SaidTarget;
      body: string;
      reference: SaidTarget;
    };
    'reference-target': { body: string; year: number };
  }
}

export const weakerThanNational: Rule = { level: 'warning', check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  for (const indicator of plan.indicators)
    for (const [body, reference] of indicator.reference)
      for (const [year, rival] of reference.targets) {
        const target = indicator.targets.get(year);
        if (!target || compareTargets(target, rival) !== 'looser') continue;
        const path = [...indicator.path, 'targets', String(year)];
        const rivalPath = [...indicator.path, 'reference', body, 'targets', String(year)];
        yield {
          place: locate(path),
          path,
          message: message('weaker-than-national', {
            id: indicator.id,
            year,
            target: saidTarget(target, indicator),
            body,
            reference: saidTarget(rival, indicator),
          }),
          related: [
            { message: message('reference-target', { body, year }), place: locate(rivalPath) },
          ],
        };
      }
}
