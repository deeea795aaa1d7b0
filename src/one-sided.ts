import { compare } from './exact.ts';
import type { NumberValue } from './result.ts';
import type { Threshold } from './target.ts';

/** What a figure proves of a threshold: that it lies beyond it, that it does not, or neither. */
export type Proof = 'yes' | 'no' | 'unknown';

/**
 * Does the figure lie on the threshold's side? A number answers itself; of a one-sided one ("trên
 * 90%", "gần 50%") only the side is known on which it lies of its number.
 */
export function proves({ value, bound }: NumberValue, { op, number }: Threshold): Proof {
  const order = compare(value, number);
  if (bound === undefined) return holds(order, op) ? 'yes' : 'no';
  const isUpward = op === '>' || op === '>=';
  const isAbove = bound === '>' || bound === '>=';
  const edge = holds(order, op);
  const isEdgeExcluded = bound === '>' || bound === '<';
  if (isAbove === isUpward) {
    const reachesFromEdge = edge || (isEdgeExcluded && order === 0);
    return reachesFromEdge ? 'yes' : 'unknown';
  }
  const failsFromEdge = !edge || (isEdgeExcluded && order === 0);
  return failsFromEdge ? 'no' : 'unknown';
}

function holds(order: number, op: Threshold['op']): boolean {
  switch (op) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '<':
      return order < 0;
  }
}

/** Can two figures both be true? A number within the side that the other one leaves open can. */
export function areCompatible(a: NumberValue, b: NumberValue): boolean {
  const sided = a.bound !== undefined ? a : b;
  const other = sided === a ? b : a;
  if (sided.bound === undefined) return false;
  return proves(other, { op: sided.bound, number: sided.value }) !== 'no';
}
