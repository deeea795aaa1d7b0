import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'target-on-both-levels': { id: string; year: number };
    'part-target': { id: string; year: number };
  }
}

export const targetOnBothLevels: Rule = { level: 'error', check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  for (const { id, path: at, targets, parts } of plan.indicators)
    for (const year of targets.keys()) {
      const rivals = parts.filter((part) => part.targets.has(year));
      const path = [...at, 'targets', String(year)];
      if (rivals.length > 0)
        yield {
          place: locate(path, 'key'),
          path,
          message: message('target-on-both-levels', { id, year }),
          related: rivals.map((part) => ({
            message: message('part-target', { id: `${id}/${part.id}`, year }),
            place: locate([...part.path, 'targets', String(year)], 'key'),
          })),
        };
    }
}
