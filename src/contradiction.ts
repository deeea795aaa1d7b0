import { exact } from './exact.ts';
import { areCompatible } from './one-sided.ts';
import { agreement, figureOf } from './precision.ts';
import type { NumberObservation, Observation } from './result.ts';

/** What another source says of a part of a figure that others are made into, and what they would make then. */
export interface Instead {
  figure: Observation;
  /** `null` where nothing is known then. */
  made: NumberObservation | null;
}

/** The figures of other sources for the same period that cannot be true beside it. */
export function contradicting<R extends Observation>(
  actual: Observation,
  known: readonly R[],
): R[] {
  return known.filter(
    (other) =>
      other !== actual &&
      other.period.text === actual.period.text &&
      other.source !== actual.source &&
      isContradicted(actual, other),
  );
}

function isContradicted(a: Observation, b: Observation): boolean {
  if (a.value.kind === 'milestone' || b.value.kind === 'milestone')
    return a.value.kind === 'milestone' && b.value.kind === 'milestone'
      ? a.value.done !== b.value.done
      : false;
  if (a.value.bound !== undefined || b.value.bound !== undefined)
    return !areCompatible(a.value, b.value);
  return agreement(figureOf(a)!, figureOf(b)!, exact(0)) === 'different';
}
