import { type Day, yearOf } from './calendar.ts';
import { type Exact, exact, ratio } from './exact.ts';
import { periodYear } from './period.ts';
import { foremost, hasValue, type NumberValue, type Observation, type Result } from './result.ts';
import {
  isAtMost,
  isBeyond,
  isCap,
  isSatisfied,
  type NumericTarget,
  type Target,
  targetNumber,
} from './target.ts';
import type { Verdict } from './verdict.ts';

export type NumberObservation = Observation & { value: NumberValue };

/** What was judged: the target and day, and whether the unit is a share that ends at 100%. */
export interface Judging {
  target: Target;
  /** The target year. */
  year: number;
  asOf: Day;
  isShare: boolean;
}

/** The judgement of one target: every figure that a reader may want to check. */
export interface Judgement {
  verdict: Verdict;
  /** The result that counts. */
  actual: Observation | null;
  /** The last known value, where none is in time. */
  latest: Observation | null;
  /** A ratio: 1 is the target reached exactly. `null` without a result or without a positive target. */
  attainment: Exact | null;
  /** `actual − target` in the unit; percentage points for shares. */
  gap: Exact | null;
}

/** Has the target year ended on this day? From 1 January of the next. */
export function hasYearEnded(year: number, asOf: Day): boolean {
  return yearOf(asOf) > year;
}

/**
 * Judges one target on its results. `results` may hold rows of any period; rows after the as-of
 * day or without a value are left out here.
 */
export function judge(judging: Judging, results: readonly Result[]): Judgement {
  const known = results.filter(hasValue).filter((r) => r.period.end <= judging.asOf);
  return judging.target.op === 'done'
    ? judgeMilestone(judging, known)
    : judgeNumber(judging, judging.target, known.filter(isNumber));
}

function isNumber(result: Observation): result is NumberObservation {
  return result.value.kind === 'number';
}

function judgeNumber(
  judging: Judging,
  target: NumericTarget,
  known: readonly NumberObservation[],
): Judgement {
  const actual = countingResult(judging, known);
  if (!actual) return withoutData(known);
  return {
    verdict: verdictOf(judging, target, actual.value),
    actual,
    latest: null,
    attainment: attainmentOf(target, actual.value.value),
    gap: actual.value.value.sub(targetNumber(target)),
  };
}

function withoutData(known: readonly Observation[]): Judgement {
  return {
    verdict: 'no-data',
    actual: null,
    latest: foremost(known) ?? null,
    attainment: null,
    gap: null,
  };
}

/**
 * The result that counts: the latest period end not after the target year (year before quarter
 * before month before day, results before the baseline, then the first in the file). Once the
 * target year has ended, only one of that very year.
 */
export function countingResult<R extends Result>(
  { year, asOf }: Pick<Judging, 'year' | 'asOf'>,
  known: readonly R[],
): R | undefined {
  const ended = hasYearEnded(year, asOf);
  return foremost(
    known.filter((result) => {
      const resultYear = periodYear(result.period);
      return result.period.end <= asOf && (ended ? resultYear === year : resultYear <= year);
    }),
  );
}

function verdictOf(judging: Judging, target: NumericTarget, actual: NumberValue): Verdict {
  if (!isSatisfied(target, actual.value))
    return hasYearEnded(judging.year, judging.asOf) ? 'missed' : 'in-progress';
  const mayExceed = !actual.about && !isCap(target, judging.isShare);
  return mayExceed && isBeyond(target, actual.value) ? 'exceeded' : 'met';
}

/**
 * Attainment as a ratio, never capped: `actual / target` for at least, more than and about;
 * `target / actual` for at most; `actual / lower bound` for a range. A zero or negative target has
 * none, nor has an at-most target with a zero or negative result.
 */
export function attainmentOf(target: NumericTarget, actual: Exact): Exact | null {
  const number = targetNumber(target);
  if (number.s <= 0n || number.equals(0)) return null;
  if (!isAtMost(target)) return ratio(actual, number) ?? null;
  return actual.s <= 0n || actual.equals(0) ? null : (ratio(number, actual) ?? null);
}

/**
 * A milestone once done stays done. Done after its target year it is missed, with the date; not
 * done in time it is open until the year has ended, and then missed only if a result of that very
 * year or a later one says so.
 */
function judgeMilestone(judging: Judging, known: readonly Observation[]): Judgement {
  const reached = earliest(known.filter((r) => r.value.kind === 'milestone' && r.value.done));
  if (reached) {
    const inTime = periodYear(reached.period) <= judging.year;
    return milestone(inTime ? 'met' : 'missed', reached);
  }
  const unreached = known.filter((r) => r.value.kind === 'milestone');
  const ended = hasYearEnded(judging.year, judging.asOf);
  const telling = ended ? unreached.filter((r) => periodYear(r.period) >= judging.year) : unreached;
  const actual = foremost(telling);
  return actual ? milestone(ended ? 'missed' : 'in-progress', actual) : withoutData(known);
}

function milestone(verdict: Verdict, actual: Observation): Judgement {
  return {
    verdict,
    actual,
    latest: null,
    attainment: verdict === 'met' ? exact(1) : exact(0),
    gap: null,
  };
}

function earliest(results: readonly Observation[]): Observation | undefined {
  return results.reduce<Observation | undefined>(
    (best, result) => (!best || result.period.end < best.period.end ? result : best),
    undefined,
  );
}
