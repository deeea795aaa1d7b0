import { day, hasYearEnded } from './calendar.ts';
import {
  deciding,
  type IndicatorEvaluation,
  type MeasurableEvaluation,
  type PlanEvaluation,
} from './evaluation.ts';
import { targetYears } from './indicator.ts';
import { VERDICTS } from './verdict.ts';

/** How a year stands that has ended without most of its figures, or that the area did not live to see end. */
export interface UnmeasuredYear {
  year: number;
  /** Indicators with a target for the year, and those of them without any figure of it. */
  targeted: number;
  without: number;
  /** Of those without, by their last known values. */
  atTarget: number;
  below: number;
  otherYears: readonly { year: number; targets: number }[];
}

/** Had the plan's area, of which the results are, ended before the target year did? */
export function isOfEndedArea({ endedArea, area, year }: PlanEvaluation): boolean {
  return endedArea !== null && area === endedArea.code && endedArea.validTo! < day(year, 12, 31);
}

/**
 * `null` where the year goes on, or most of its targets have a figure of their own; where the area
 * ended before the year none has one that counts.
 */
export function unmeasuredYear(evaluation: PlanEvaluation): UnmeasuredYear | null {
  const { indicators, year, asOf } = evaluation;
  if (!hasYearEnded(year, asOf) && !isOfEndedArea(evaluation)) return null;
  const targeted = indicators.filter(
    ({ verdict, waiver }) => waiver === null && VERDICTS[verdict].targeted,
  );
  const without = targeted.filter((one) => targetedOf(one).every((part) => part.actual === null));
  if (without.length * 2 <= targeted.length) return null;
  const last = without.map(lastReachesOf);
  return {
    year,
    targeted: targeted.length,
    without: without.length,
    atTarget: last.filter((reaches) => reaches === true).length,
    below: last.filter((reaches) => reaches === false).length,
    otherYears: otherYears(evaluation),
  };
}

/** The indicator, or of one that is judged by its parts those with a target. */
function targetedOf(one: IndicatorEvaluation): MeasurableEvaluation[] {
  return deciding([one]).filter(({ target }) => target !== null);
}

/** Do the last known values of all that decides reach the target? One that does not is enough to say no. */
function lastReachesOf(one: IndicatorEvaluation): boolean | null {
  const last = targetedOf(one).map(({ lastReaches }) => lastReaches);
  if (last.includes(false)) return false;
  return last.includes(null) ? null : true;
}

function otherYears({ plan, year }: PlanEvaluation): { year: number; targets: number }[] {
  const counts = new Map<number, number>();
  for (const own of plan.indicators.flatMap(targetYears))
    if (own !== year) counts.set(own, (counts.get(own) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([other, targets]) => ({ year: other, targets }));
}
