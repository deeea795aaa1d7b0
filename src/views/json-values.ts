import type { Rival } from '../attainment.ts';
import { type Exact, toNumber, toRatio } from '../exact.ts';
import type { Pace } from '../pace.ts';
import type { ResultValue } from '../result.ts';
import type { ShareDoubt } from '../share-doubt.ts';
import { numbersOf, type Target } from '../target.ts';

/** A target as every JSON output has it: the canonical text, the operator and its value. */
export function targetJson(target: Target | null) {
  if (!target) return null;
  return { text: target.text, op: target.op, value: targetValue(target) };
}

function targetValue(target: Target): number | [number, number] | true {
  const [first, last] = numbersOf(target).map(toNumber);
  if (first === undefined) return true;
  return last === undefined ? first : [first, last];
}

/**
 * A result's value: a number, or whether the milestone is done, with the share of it that is;
 * `bound` where only a side of the number or share is known.
 */
export function observationValue(value: ResultValue) {
  return value.kind === 'number'
    ? { value: toNumber(value.value), about: value.about, bound: value.bound ?? null }
    : {
        value: value.done,
        about: value.about ?? false,
        bound: value.bound ?? null,
        ...(value.share && { share: toRatio(value.share) }),
      };
}

/** What would be judged on a rival figure that is of a part of it. */
export function totalJson(total: Rival['total']) {
  return total && observationValue(total.value);
}

/** A pace in the published shape: every key, whether it can be computed or not. */
export function paceJson(pace: Pace | null) {
  if (!pace) return null;
  if (pace.verdict === 'not-computable')
    return { verdict: pace.verdict, ...NOTHING_COMPUTED, reason: pace.reason };
  return {
    verdict: pace.verdict,
    expected: pace.expected,
    progress: pace.progress,
    neededPerYear: pace.neededPerYear,
    achievedPerYear: pace.achievedPerYear,
    left: pace.left,
    reaches: pace.reaches,
    reason: null,
  };
}

const NOTHING_COMPUTED = {
  expected: null,
  progress: null,
  neededPerYear: null,
  achievedPerYear: null,
  left: null,
  reaches: null,
};

/** An exact number as JSON has it. */
export function numberOrNull(value: Exact | null): number | null {
  return value === null ? null : toNumber(value);
}

/** An attainment, which is 1 only where the target's number is just reached. */
export function ratioOrNull(value: Exact | null): number | null {
  return value === null ? null : toRatio(value);
}

/** What is doubted of a share, in percent. */
export function shareDoubtJson(doubt: ShareDoubt | null) {
  return doubt && { of: doubt.of, meant: toNumber(doubt.meant) };
}
