import type { Report } from '../finding.ts';
import type { Measurable } from '../indicator.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import { compareTargets, type Target } from '../target.ts';
import type { PlanContext, Rule } from './rule.ts';
import { saidTarget } from './said.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'weaker-later-target': {
      id: string;
      year: number;
      target: SaidTarget;
      earlierYear: number;
      earlier: SaidTarget;
    };
    'target-of-year': { year: number };
  }
}

export const weakerLaterTarget: Rule = { level: 'warning', check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  for (const { address, measurable } of addresses(plan))
    for (const [year, target] of measurable.targets) {
      const stronger = strongestBefore(measurable, year, target);
      if (!stronger) continue;
      const [earlierYear, earlier] = stronger;
      const path = [...measurable.path, 'targets', String(year)];
      yield {
        place: locate(path),
        path,
        message: message('weaker-later-target', {
          id: address,
          year,
          target: saidTarget(target, measurable),
          earlierYear,
          earlier: saidTarget(earlier, measurable),
        }),
        related: [
          {
            message: message('target-of-year', { year: earlierYear }),
            place: locate([...measurable.path, 'targets', String(earlierYear)]),
          },
        ],
      };
    }
}

/** Of the targets before that year that this one is weaker than, the strongest; the first on a tie. */
function strongestBefore(
  { targets }: Measurable,
  year: number,
  target: Target,
): [number, Target] | undefined {
  return [...targets]
    .filter(([other, earlier]) => other < year && compareTargets(target, earlier) === 'looser')
    .reduce<[number, Target] | undefined>(
      (best, one) => (!best || compareTargets(one[1], best[1]) === 'stricter' ? one : best),
      undefined,
    );
}
