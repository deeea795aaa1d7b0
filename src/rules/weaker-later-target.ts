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
    for (const { year, target, earlierYear, earlier } of weakened(sound)) {
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

/** Each target that asks less than one of a year before it, with the strongest of these; the earliest on a tie. */
function* weakened(targets: readonly (readonly [number, Target])[]) {
  const strongest: (readonly [number, Target])[] = [];
  for (const [year, target] of targets.toSorted(([a], [b]) => a - b)) {
    const at = strongest.findIndex(([, one]) => compareTargets(target, one) !== 'incomparable');
    const [earlierYear, earlier] = strongest[at] ?? [year, target];
    const order = compareTargets(target, earlier);
    if (order === 'looser') yield { year, target, earlierYear, earlier };
    if (at === -1) strongest.push([year, target]);
    else if (order === 'stricter') strongest[at] = [year, target];
  }
}
