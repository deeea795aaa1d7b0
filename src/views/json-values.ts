import { toNumber } from '../exact.ts';
import type { ResultValue } from '../result.ts';
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

/** A result's value: a number, or whether the milestone is done; `bound` where only a side of it is known. */
export function observationValue(value: ResultValue) {
  return value.kind === 'number'
    ? { value: toNumber(value.value), about: value.about, bound: value.bound ?? null }
    : { value: value.done, about: false, bound: null };
}
