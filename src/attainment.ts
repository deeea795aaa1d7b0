import { day, hasYearEnded } from './calendar.ts';
import { contradicting, type Instead } from './contradiction.ts';
import { type Exact, exact, isPositive } from './exact.ts';
import { proves } from './one-sided.ts';
import { periodYear } from './period.ts';
import {
  corrected,
  foremost,
  hasValue,
  isEstimate,
  isKnown,
  isNumber,
  type NumberObservation,
  type Observation,
  type Result,
} from './result.ts';
import { type Considered, isOutOfRange, type Judging, standingOf } from './standing.ts';
import {
  exceeding,
  isAtMost,
  isCap,
  isMilestone,
  type NumericTarget,
  reaching,
  targetNumber,
} from './target.ts';
import type { Verdict, VerdictReason } from './verdict.ts';

/** The judgement of one target: every figure that a reader may want to check. */
export interface Judgement {
  verdict: Verdict;
  /** The rule that decided it. */
  reason: VerdictReason;
  /** The result that counts. */
  actual: Observation | null;
  /** The last known value, where none is in time. */
  latest: Observation | null;
  /** Would the last known value reach the target? That is no verdict; `null` where nothing is known. */
  lastReaches: boolean | null;
  /** A ratio: 1 is the target reached exactly. `null` without a result or without a positive target. */
  attainment: Exact | null;
  /** `actual − target` in the unit; percentage points for shares. */
  gap: Exact | null;
  /** Is the figure that counts one that was made known before its period ended? Then it is about. */
  isEstimate: boolean;
  /** Has the target year ended, and the figure that decides is of before its last quarter? */
  isProvisional: boolean;
  /** What other sources say for the same period; where there are any the verdict is disputed. */
  rivals: readonly Rival[];
  /** Every result that was looked at, with what became of it, in the order given. */
  considered: readonly Considered[];
}

/** A figure of another source for the period of the one that counts, which differs from it. */
export interface Rival {
  result: Observation;
  /** What would be judged then, where the rival is of a part of it: a month of the year's total, an area of the whole. */
  total: NumberObservation | null;
  /** What the verdict would be on it. */
  verdict: Verdict;
}

type Outcome = Pick<Judgement, 'verdict' | 'reason' | 'actual' | 'latest' | 'attainment' | 'gap'>;

/**
 * Judges one target on its results. `results` may hold rows of any period; rows that are not known
 * on the day, without a value, out of a share's range or corrected by their own source do not count.
 *
 * @param instead what those that are made of several would be on figures of other sources
 */
export function judge(
  judging: Judging,
  results: readonly Result[],
  instead: ReadonlyMap<Result, readonly Instead[]> = new Map(),
): Judgement {
  const { year, asOf } = judging;
  const known = knownOf(judging, results);
  const { verdict, reason, actual, latest, attainment, gap } = outcomeOf(judging, known);
  const foremostKnown = reason === 'one-sided' ? latest : actual;
  // Written out: what is spread from another object is slow to make, and there may be thousands.
  return {
    verdict,
    reason,
    actual,
    latest,
    attainment,
    gap,
    lastReaches: wouldReach(judging, latest),
    isEstimate: actual !== null && isEstimate(actual, asOf),
    isProvisional: actual !== null && hasYearEnded(year, asOf) && isEarlyIn(year, actual),
    rivals:
      foremostKnown === null
        ? []
        : rivalsOf(judging, foremostKnown, known, instead.get(foremostKnown) ?? []),
    considered: results.map((result) => ({
      result,
      standing: standingOf(result, judging, actual),
    })),
  };
}

/** The verdict of {@link judge} alone. */
export function verdictOn(judging: Judging, results: readonly Result[]): Verdict {
  return outcomeOf(judging, knownOf(judging, results)).verdict;
}

/** The results that can count. */
function knownOf(judging: Judging, results: readonly Result[]): Observation[] {
  const usable = results.filter(
    (result): result is Observation =>
      hasValue(result) && isKnown(result, judging.asOf) && !isOutOfRange(result, judging),
  );
  return corrected(usable);
}

/** Would the last known value reach the target? `null` where nothing that could be compared is known. */
export function wouldReach(
  { target }: Pick<Judging, 'target'>,
  latest: Observation | null,
): boolean | null {
  if (target === null || latest === null || isMilestone(target) || !isNumber(latest)) return null;
  const proof = proves(latest.value, reaching(target));
  return proof === 'unknown' ? null : proof === 'yes';
}

/** Does the period end before the year's last quarter? A milestone once done stays done. */
function isEarlyIn(year: number, { period, value }: Observation): boolean {
  if (value.kind === 'milestone' && value.done) return false;
  return period.end < day(year, 10, 1);
}

function rivalsOf(
  judging: Judging,
  actual: Observation,
  known: readonly Observation[],
  instead: readonly Instead[],
): Rival[] {
  const verdictOf = (figures: readonly Observation[]) => outcomeOf(judging, figures).verdict;
  const whole = contradicting(actual, known).map(
    (result): Rival => ({ result, total: null, verdict: verdictOf([result]) }),
  );
  const ofParts = instead.map(
    ({ figure, made }): Rival => ({
      result: figure,
      total: made === figure ? null : (made ?? null),
      verdict: verdictOf(made === undefined ? [actual] : made === null ? [] : [made]),
    }),
  );
  return [...whole, ...ofParts];
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

function judgeNumber(
  judging: Judging,
  target: NumericTarget,
  known: readonly NumberObservation[],
): Outcome {
  const actual = countingResult(judging, known);
  if (!actual) return withoutData(known);
  const { verdict, reason } = numberVerdict(judging, target, actual);
  if (reason === 'one-sided') return { ...NOTHING, verdict, reason, latest: actual };
  const { value, bound } = actual.value;
  const isSided = bound !== undefined;
  return {
    verdict,
    reason,
    actual,
    latest: null,
    attainment: isSided ? null : attainmentOf(target, value),
    gap: isSided ? null : value.sub(targetNumber(target)),
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
  actual: NumberObservation,
): Decision {
  const { value, period } = actual;
  const isReached = proves(value, reaching(target));
  if (isReached === 'unknown') return { verdict: 'no-data', reason: 'one-sided' };
  if (isReached === 'no') {
    if (hasYearEnded(year, asOf)) return { verdict: 'missed', reason: 'year-ended' };
    const reason = periodYear(period) < year ? 'still-open-earlier' : 'still-open';
    return { verdict: 'in-progress', reason };
  }
  if (isCap(target, isShare)) return { verdict: 'met', reason: 'cap' };
  if (proves(value, exceeding(target)) !== 'yes') return { verdict: 'met', reason: 'reached' };
  const isAbout = value.about || isEstimate(actual, asOf);
  return isAbout ? { verdict: 'met', reason: 'about' } : { verdict: 'exceeded', reason: 'beyond' };
}

/**
 * Attainment as a ratio, never capped: `actual / target` for at least, more than and about;
 * `target / actual` for at most; `actual / lower bound` for a range. A zero or negative target has
 * none, nor has an at-most target with a zero or negative result.
 */
function attainmentOf(target: NumericTarget, actual: Exact): Exact | null {
  const number = targetNumber(target);
  if (!isPositive(number)) return null;
  if (!isAtMost(target)) return actual.div(number);
  return isPositive(actual) ? number.div(actual) : null;
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
  const { share = exact(0), bound } = actual.value.kind === 'milestone' ? actual.value : {};
  const known = bound === undefined ? share : null;
  const attainment = decision.verdict === 'met' ? exact(1) : known;
  return { ...decision, actual, latest: null, attainment, gap: null };
}

function earliest(results: readonly Observation[]): Observation | undefined {
  return results.reduce<Observation | undefined>(
    (best, result) => (!best || result.period.end < best.period.end ? result : best),
    undefined,
  );
}
