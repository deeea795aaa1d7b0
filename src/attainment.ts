import { hasYearEnded } from './calendar.ts';
import { type Exact, exact, ratio } from './exact.ts';
import { periodYear } from './period.ts';
import { foremost, hasValue, type NumberValue, type Observation, type Result } from './result.ts';
import { type Judging, type ResultStanding, standingOf } from './standing.ts';
import {
  isAtMost,
  isBeyond,
  isCap,
  isMilestone,
  isSatisfied,
  type NumericTarget,
  targetNumber,
} from './target.ts';
import type { Verdict, VerdictReason } from './verdict.ts';

type NumberObservation = Observation & { value: NumberValue };

/** The judgement of one target: every figure that a reader may want to check. */
export interface Judgement {
  verdict: Verdict;
  /** The rule that decided it. */
  reason: VerdictReason;
  /** The result that counts. */
  actual: Observation | null;
  /** The last known value, where none is in time. */
  latest: Observation | null;
  /** A ratio: 1 is the target reached exactly. `null` without a result or without a positive target. */
  attainment: Exact | null;
  /** `actual − target` in the unit; percentage points for shares. */
  gap: Exact | null;
  /** Every result that was looked at, with what became of it, in the order given. */
  considered: readonly Considered[];
}

/** A result with what became of it in the judgement. */
export interface Considered {
  result: Result;
  standing: ResultStanding;
}

type Outcome = Omit<Judgement, 'considered'>;

/**
 * Judges one target on its results. `results` may hold rows of any period; rows after the as-of
 * day or without a value do not count.
 */
export function judge(judging: Judging, results: readonly Result[]): Judgement {
  const known = results.filter(hasValue).filter((r) => r.period.end <= judging.asOf);
  const outcome = outcomeOf(judging, known);
  return {
    ...outcome,
    considered: results.map((result) => ({
      result,
      standing: standingOf(result, judging, outcome.actual),
    })),
  };
}

function outcomeOf(judging: Judging, known: readonly Observation[]): Outcome {
  const { target } = judging;
  if (target === null)
    return { ...NOTHING, verdict: 'no-target', reason: 'no-target', latest: latestOf(known) };
  return isMilestone(target)
    ? judgeMilestone(judging, known)
    : judgeNumber(judging, target, known.filter(isNumber));
}

const NOTHING = { actual: null, attainment: null, gap: null } as const;

function latestOf(known: readonly Observation[]): Observation | null {
  return foremost(known) ?? null;
}

function withoutData(known: readonly Observation[]): Outcome {
  const latest = latestOf(known);
  const reason = latest ? 'other-years-only' : 'no-result';
  return { ...NOTHING, verdict: 'no-data', reason, latest };
}

function isNumber(result: Observation): result is NumberObservation {
  return result.value.kind === 'number';
}

function judgeNumber(
  judging: Judging,
  target: NumericTarget,
  known: readonly NumberObservation[],
): Outcome {
  const actual = countingResult(judging, known);
  if (!actual) return withoutData(known);
  return {
    ...numberVerdict(judging, target, actual),
    actual,
    latest: null,
    attainment: attainmentOf(target, actual.value.value),
    gap: actual.value.value.sub(targetNumber(target)),
  };
}

/**
 * The result that counts: the latest period end not after the target year (year before quarter
 * before month before day, results before the baseline, then the first in the file). Once the
 * target year has ended, only one of that very year.
 */
function countingResult<R extends Result>(
  { year, asOf }: Judging,
  known: readonly R[],
): R | undefined {
  const ended = hasYearEnded(year, asOf);
  return foremost(
    known.filter((result) => {
      const resultYear = periodYear(result.period);
      return ended ? resultYear === year : resultYear <= year;
    }),
  );
}

type Decision = Pick<Judgement, 'verdict' | 'reason'>;

function numberVerdict(
  { year, asOf, isShare }: Judging,
  target: NumericTarget,
  { value: { value, about }, period }: NumberObservation,
): Decision {
  if (!isSatisfied(target, value)) {
    if (hasYearEnded(year, asOf)) return { verdict: 'missed', reason: 'year-ended' };
    const reason = periodYear(period) < year ? 'still-open-earlier' : 'still-open';
    return { verdict: 'in-progress', reason };
  }
  if (isCap(target, isShare)) return { verdict: 'met', reason: 'cap' };
  if (!isBeyond(target, value)) return { verdict: 'met', reason: 'reached' };
  return about ? { verdict: 'met', reason: 'about' } : { verdict: 'exceeded', reason: 'beyond' };
}

/**
 * Attainment as a ratio, never capped: `actual / target` for at least, more than and about;
 * `target / actual` for at most; `actual / lower bound` for a range. A zero or negative target has
 * none, nor has an at-most target with a zero or negative result.
 */
function attainmentOf(target: NumericTarget, actual: Exact): Exact | null {
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
function judgeMilestone({ year, asOf }: Judging, known: readonly Observation[]): Outcome {
  const reached = earliest(known.filter((r) => r.value.kind === 'milestone' && r.value.done));
  if (reached)
    return periodYear(reached.period) <= year
      ? milestone({ verdict: 'met', reason: 'milestone' }, reached)
      : milestone({ verdict: 'missed', reason: 'milestone-late' }, reached);
  const unreached = known.filter((r) => r.value.kind === 'milestone');
  const ended = hasYearEnded(year, asOf);
  const telling = ended ? unreached.filter((r) => periodYear(r.period) >= year) : unreached;
  const actual = foremost(telling);
  if (!actual) return withoutData(known);
  return ended
    ? milestone({ verdict: 'missed', reason: 'year-ended' }, actual)
    : milestone({ verdict: 'in-progress', reason: 'still-open' }, actual);
}

function milestone(decision: Decision, actual: Observation): Outcome {
  const attainment = exact(decision.verdict === 'met' ? 1 : 0);
  return { ...decision, actual, latest: null, attainment, gap: null };
}

function earliest(results: readonly Observation[]): Observation | undefined {
  return results.reduce<Observation | undefined>(
    (best, result) => (!best || result.period.end < best.period.end ? result : best),
    undefined,
  );
}
