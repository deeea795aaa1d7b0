import { exact } from './exact.ts';
import { areCompatible } from './one-sided.ts';
import { agreement, figureOf } from './precision.ts';
import type { NumberObservation, Observation } from './result.ts';

/** What another source says of a part of a figure that others are made into, and what they would make then. */
export interface Instead {
  figure: Observation;
  /** `null` where nothing is known then; absent where it was not asked. */
  made?: NumberObservation | null;
}

/** The figures of other sources for the same period that cannot be true beside it. */
export function contradicting<R extends Observation>(
  actual: Observation,
  known: readonly R[],
): R[] {
  return known.filter(
    (other) =>
      other.period.text === actual.period.text &&
      other.source !== actual.source &&
      isContradicted(actual, other),
  );
}

/** Can the two not both be true? A number and a milestone say nothing of each other. */
export function isContradicted(a: Observation, b: Observation): boolean {
  if (a.value.kind !== b.value.kind) return false;
  const [first, second] = [numberOf(a), numberOf(b)];
  if (first === null || second === null) return isDone(a) !== isDone(b);
  if (first.value.bound !== undefined || second.value.bound !== undefined)
    return !areCompatible(first.value, second.value);
  return agreement(figureOf(first)!, figureOf(second)!, NOTHING) === 'different';
}

const NOTHING = exact(0);

function isDone({ value }: Observation): boolean {
  return value.kind === 'milestone' && value.done;
}

/** Of a milestone how far it is, in percent; `null` where that is not said. */
function numberOf({
  value,
  counts,
}: Observation): Pick<NumberObservation, 'value' | 'counts'> | null {
  if (value.kind === 'number') return { value, counts };
  const { done, share = done ? exact(1) : null, about = false, bound } = value;
  if (share === null) return null;
  const percent = { kind: 'number', value: share.mul(100), about } as const;
  return { value: bound === undefined ? percent : { ...percent, bound }, counts };
}
