import { toNumber } from '../exact.ts';
import type { ResultValue } from '../result.ts';
import type { Target } from '../target.ts';

/** A target as every JSON output has it: the canonical text, the operator and its value. */
export function targetJson(target: Target | null) {
  if (!target) return null;
  return { text: target.text, op: target.op, value: targetValue(target) };
}

function targetValue(target: Target): number | [number, number] | true {
  if (target.op === 'done') return true;
  return target.op === '..'
    ? [toNumber(target.lower), toNumber(target.upper)]
    : toNumber(target.value);
}

/** A result's value: a number, or whether the milestone is done. */
export function observationValue(value: ResultValue): { value: number | boolean; about: boolean } {
  return value.kind === 'number'
    ? { value: toNumber(value.value), about: value.about }
    : { value: value.done, about: false };
}
