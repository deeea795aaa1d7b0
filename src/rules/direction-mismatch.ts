import type { Report } from '../finding.ts';
import { fixOf } from '../fix.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import { isAtMost, isMilestone, type Target, turned } from '../target.ts';
import type { PlanContext, Rule } from './rule.ts';
import { saidTarget } from './said.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'direction-mismatch': {
      id: string;
      year: number;
      target: SaidTarget;
      measure: string;
      better: 'more' | 'less';
      suggestion: string | null;
    };
  }
}

export const directionMismatch: Rule = { level: 'error', check };

function* check({ plan, measures, locate, edit }: PlanContext): Generator<Report> {
  for (const { address, measurable } of addresses(plan)) {
    const measure = measures.get(measurable.measure ?? '');
    if (!measure) continue;
    for (const [year, target] of measurable.targets) {
      if (isMilestone(target) || isAtMost(target) === (measure.direction === 'down')) continue;
      const suggestion = suggestionFor(target);
      const path = [...measurable.path, 'targets', String(year)];
      yield {
        place: locate(path),
        path,
        message: message('direction-mismatch', {
          id: address,
          year,
          target: saidTarget(target, measurable),
          measure: measure.code,
          better: measure.direction === 'down' ? 'less' : 'more',
          suggestion,
        }),
        suggestion,
        fix: suggestion === null ? null : fixOf('unsafe', edit(path, suggestion)),
      };
    }
  }
}

/** The same number, read the other way; ready to be written. */
function suggestionFor(target: Target): string | null {
  const text = turned(target);
  return text === null ? null : `"${text}"`;
}
