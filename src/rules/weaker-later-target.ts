import type { Report } from '../finding.ts';
import { isShare } from '../measure.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import { compareTargets, numbersOf, type Target } from '../target.ts';
import { isFarAfter } from './far.ts';
import type { PlanContext, Rule } from './rule.ts';
import { saidTarget } from './said.ts';
import { isOutOfRange } from './share-out-of-range.ts';

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

function* check({ plan, measures, locate }: PlanContext): Generator<Report> {
  for (const { address, measurable } of addresses(plan)) {
    const { unit, measure } = measurable;
    const ofShare = isShare(unit, measures.get(measure ?? ''));
    // What is a slip of the pen is told as such.
    const sound = [...measurable.targets].filter(
      ([year, target]) =>
        !isFarAfter(plan, year) && !(ofShare && numbersOf(target).some(isOutOfRange)),
    );
    for (const [year, target] of sound) {
      const stronger = strongestBefore(sound, year, target);
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
}

/** Of the targets before that year that this one is weaker than, the strongest; the first on a tie. */
function strongestBefore(
  targets: readonly (readonly [number, Target])[],
  year: number,
  target: Target,
): readonly [number, Target] | undefined {
  return targets
    .filter(([other, earlier]) => other < year && compareTargets(target, earlier) === 'looser')
    .reduce<readonly [number, Target] | undefined>(
      (best, one) => (!best || compareTargets(one[1], best[1]) === 'stricter' ? one : best),
      undefined,
    );
}
