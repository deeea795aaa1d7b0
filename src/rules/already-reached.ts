import { type Exact, toDecimal } from '../exact.ts';
import type { Report } from '../finding.ts';
import type { Baseline } from '../indicator.ts';
import { isShare } from '../measure.ts';
import { message } from '../message/message.ts';
import type { SaidValue } from '../message/rule.ts';
import { addresses } from '../plan.ts';
import { doubtedShares, plannedShares } from '../share-doubt.ts';
import { isCap, isSatisfied, numbersOf } from '../target.ts';
import { isSameUnit } from '../unit.ts';
import type { PlanContext, Rule } from './rule.ts';
import { saidTarget } from './said.ts';
import { isOutOfRange } from './share-out-of-range.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'already-reached': {
      id: string;
      year: number;
      target: SaidTarget;
      baselineYear: number;
      baseline: SaidTarget;
    };
    'the-baseline': { year: number };
  }
}

export const alreadyReached: Rule = { level: 'warning', check };

const PLACES = 12;

function* check({ plan, measures, locate }: PlanContext): Generator<Report> {
  for (const { address, indicator, measurable } of addresses(plan)) {
    const { baseline, unit, measure, targets, path: at } = measurable;
    if (!baseline || indicator.every !== null) continue;
    const known = measures.get(measure ?? '');
    // A unit that is not the measure's is told as such.
    if (known?.unit && unit !== null && !isSameUnit(unit, known.unit)) continue;
    const ofShare = isShare(unit, known);
    const doubted = ofShare ? doubtedShares(plannedShares(measurable)) : [];
    // What no share can be, or is doubted, is told as such.
    const isSound = (number: Exact) =>
      !ofShare || !(isOutOfRange(number) || doubted.some(({ value }) => value.equals(number)));
    if (!isSound(baseline.value)) continue;
    for (const [year, target] of targets) {
      if (!numbersOf(target).every(isSound)) continue;
      if (target.op === 'done' || isCap(target, ofShare) || year <= baseline.year) continue;
      if (!isSatisfied(target, baseline.value)) continue;
      const path = [...at, 'targets', String(year)];
      yield {
        place: locate(path),
        path,
        message: message('already-reached', {
          id: address,
          year,
          target: saidTarget(target, measurable),
          baselineYear: baseline.year,
          baseline: saidBaseline(baseline, unit),
        }),
        related: [
          {
            message: message('the-baseline', { year: baseline.year }),
            place: locate([...at, 'baseline', String(baseline.year)]),
          },
        ],
      };
    }
  }
}

function saidBaseline({ value, about }: Baseline, unit: string | null): SaidValue {
  return { text: `${about ? '~ ' : ''}${toDecimal(value, PLACES)}`, unit };
}
