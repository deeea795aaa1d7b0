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

/** A result's value: a number, or whether the milestone is done. */
export function observationValue(value: ResultValue): { value: number | boolean; about: boolean } {
  return value.kind === 'number'
    ? { value: toNumber(value.value), about: value.about }
    : { value: value.done, about: false };
}
