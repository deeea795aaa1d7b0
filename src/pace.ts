import { addDays, type Day, day, daysBetween, daysInYear, yearOf } from './calendar.ts';
import { compare, type Exact, exact, isPositive, toNumber } from './exact.ts';
import type { Baseline } from './indicator.ts';
import { isAtMost, isSatisfied, type NumericTarget, targetNumber } from './target.ts';

export const PACE_METHODS = ['linear', 'cagr'] as const;
export type PaceMethod = (typeof PACE_METHODS)[number];

/** Why a pace cannot be computed. */
export type PaceReason =
  | 'no-baseline'
  | 'no-newer-result'
  | 'baseline-satisfies'
  | 'zero-baseline'
  | 'sign-change'
  | 'too-steep'
  /** The year's total is beyond a cap already, and a total does not come down. */
  | 'beyond-cap';

/** How the way from the baseline to the target is going. Numbers are in the indicator's unit. */
export type Pace =
  | {
      verdict: 'on-track' | 'at-risk' | 'off-track';
      method: PaceMethod;
      /** Is it a total of the target year so far, held against the share of the year that has passed? */
      isYearTotal: boolean;
      /** The value that the path has at the result's period end. */
      expected: number;
      /** Progress made over progress expected: 1 is exactly on the path. */
      progress: number;
      /** Change per year still needed; `null` once no time is left. */
      neededPerYear: number | null;
      achievedPerYear: number;
      /** What is left to the target, and in how many months from the result's period end. */
      left: { amount: number; months: number };
      /** The day on which a straight line through baseline and result reaches the target, if ever; of a year's total only in that year. */
      reaches: Day | null;
    }
  | { verdict: 'not-computable'; method: PaceMethod; reason: PaceReason };

/** From this progress on an indicator is on track; domain.md, "Pace". */
const ON_TRACK = 0.95;
/** From this progress on it is at risk, below it off track. */
const AT_RISK = 0.6;

/** Farther than this a straight line says nothing worth a date. */
const LAST_YEAR = 9999;

/** A number that is still open, with what its pace is computed from. */
export interface PaceInput {
  target: NumericTarget;
  year: number;
  baseline: Baseline | null;
  /** The result that counts, unless it is the baseline itself. */
  actual: { value: Exact; end: Day } | null;
  /** Is it a total of the year so far, which begins at 0 every January? */
  accumulates?: boolean;
}

/**
 * The pace of a number that has not reached its target yet.
 *
 * Linear: the expected value lies on the straight line from the baseline (end of its year) to the
 * target (end of its year); `progress = (actual − baseline) / (expected − baseline)`.
 * CAGR: `progress` is the ratio of the actual to the required compound annual growth rate, the
 * method of Eurostat's "Sustainable development in the European Union" monitoring report (annex on
 * the assessment of trends with a quantitative target) and of Open SDG's progress calculation.
 * Time is counted in calendar years, so that the ends of years lie at equal distances.
 */
export function paceOf(input: PaceInput, method: PaceMethod = 'linear'): Pace {
  const { target, baseline, actual, year } = input;
  const none = (reason: PaceReason): Pace => ({ verdict: 'not-computable', method, reason });
  if (input.accumulates && actual && yearOf(actual.end) === year)
    return accumulating(target, year, { ...actual, method });
  if (!baseline) return none('no-baseline');
  const goal = targetNumber(target);
  if (isSatisfied(target, baseline.value) || goal.equals(baseline.value))
    return none('baseline-satisfies');
  if (baseline.year >= year || !actual || actual.end <= day(baseline.year, 12, 31))
    return none('no-newer-result');
  const way: Way = {
    from: baseline.value,
    to: goal,
    now: actual.value,
    ...spans(input.baseline!, actual.end, year),
    year,
  };
  if (method === 'linear') return linear(way, actual.end);
  if (baseline.value.equals(0)) return none('zero-baseline');
  if (!isPositive(way.to.div(way.from)) || isPositive(way.now.div(way.from).neg()))
    return none('sign-change');
  return compound(way, actual.end) ?? none('too-steep');
}

/** Of the year's total so much is expected as of the year has passed, in months. */
function accumulating(
  target: NumericTarget,
  year: number,
  { value, end, method }: { value: Exact; end: Day; method: PaceMethod },
): Pace {
  if (isAtMost(target)) return { verdict: 'not-computable', method, reason: 'beyond-cap' };
  const goal = targetNumber(target);
  const months = Number(end.slice(5, 7));
  const expected = goal.mul(months).div(12);
  if (expected.equals(0)) return { verdict: 'not-computable', method, reason: 'zero-baseline' };
  const progress = value.div(expected);
  const perYear = value.mul(12).div(months);
  return {
    method,
    isYearTotal: true,
    verdict: paceVerdict(progress),
    expected: toNumber(expected),
    progress: toNumber(progress),
    neededPerYear:
      months < 12
        ? toNumber(
            goal
              .sub(value)
              .mul(12)
              .div(12 - months),
          )
        : null,
    achievedPerYear: toNumber(perYear),
    left: leftOf(goal.sub(value), end, year),
    reaches: compare(perYear, goal) < 0 ? null : dayAt(exact(year).add(goal.div(perYear))),
  };
}

function leftOf(amount: Exact, end: Day, year: number): { amount: number; months: number } {
  const months = (year - yearOf(end)) * 12 + 12 - Number(end.slice(5, 7));
  return { amount: toNumber(amount), months };
}

/** Values in the unit, times in years. */
interface Way {
  from: Exact;
  to: Exact;
  now: Exact;
  elapsed: Exact;
  whole: Exact;
  /** The target year. */
  year: number;
}

function spans(baseline: Baseline, end: Day, targetYear: number) {
  const start = exact(baseline.year + 1);
  return { elapsed: yearPosition(end).sub(start), whole: exact(targetYear + 1).sub(start) };
}

/** A day's end on the scale of years: 31 December 2023 is 2024. */
function yearPosition(date: Day): Exact {
  const year = yearOf(date);
  const gone = daysBetween(day(year, 1, 1), date) + 1;
  return exact(year).add(exact(gone).div(daysInYear(year)));
}

function linear(way: Way, end: Day): Pace {
  const expected = way.from.add(way.to.sub(way.from).mul(way.elapsed).div(way.whole));
  const progress = way.now.sub(way.from).div(expected.sub(way.from));
  return {
    method: 'linear',
    isYearTotal: false,
    verdict: paceVerdict(progress),
    expected: toNumber(expected),
    progress: toNumber(progress),
    ...straightLine(way, end),
  };
}

/** `undefined` where the growth of a few days makes more in a year than a number holds. */
function compound(way: Way, end: Day): Pace | undefined {
  const required = growth(way, way.to, way.whole);
  const progress = growth(way, way.now, way.elapsed) / required;
  if (!Number.isFinite(progress)) return undefined;
  return {
    method: 'cagr',
    isYearTotal: false,
    verdict: paceVerdict(exact(progress.toFixed(12))),
    expected: toNumber(way.from) * (1 + required) ** toNumber(way.elapsed),
    progress,
    ...straightLine(way, end),
  };
}

/** The compound growth a year; through logarithms, which do not lose a small change in the one. */
function growth({ from }: Way, to: Exact, years: Exact): number {
  return Math.expm1(Math.log1p(toNumber(to.sub(from).div(from))) / toNumber(years));
}

function paceVerdict(progress: Exact): 'on-track' | 'at-risk' | 'off-track' {
  if (compare(progress, exact(ON_TRACK)) >= 0) return 'on-track';
  return compare(progress, exact(AT_RISK)) >= 0 ? 'at-risk' : 'off-track';
}

function straightLine(way: Way, end: Day) {
  const left = way.whole.sub(way.elapsed);
  const achieved = way.now.sub(way.from).div(way.elapsed);
  const missing = way.to.sub(way.now);
  return {
    neededPerYear: isPositive(left) ? toNumber(missing.div(left)) : null,
    achievedPerYear: toNumber(achieved),
    left: leftOf(missing, end, way.year),
    reaches: reachingDay(missing, achieved, end),
  };
}

function reachingDay(missing: Exact, perYear: Exact, end: Day): Day | null {
  if (perYear.equals(0) || isPositive(missing.div(perYear).neg())) return null;
  return dayAt(yearPosition(end).add(missing.div(perYear)));
}

/** The day at whose end that much of the scale of years has passed. */
function dayAt(years: Exact): Day | null {
  const year = toNumber(years.floor());
  if (year > LAST_YEAR) return null;
  const daysIn = years.sub(year).mul(daysInYear(year)).ceil();
  return addDays(day(year, 1, 1), toNumber(daysIn) - 1);
}
