import type { NumberValue } from './result.ts';
import { passes, type Threshold } from './target.ts';

/** What a figure proves of a threshold: that it lies beyond it, that it does not, or neither. */
export type Proof = 'yes' | 'no' | 'unknown';

/**
 * Does the figure lie on the threshold's side? A number answers itself; of a one-sided one ("trên
 * 90%", "gần 50%") only the side is known on which it lies of its number.
 */
export function proves({ value, bound }: NumberValue, threshold: Threshold): Proof {
  const { op, number } = threshold;
  const edge = passes(value, threshold);
  if (bound === undefined) return edge ? 'yes' : 'no';
  const isUpward = op === '>' || op === '>=';
  const isAbove = bound === '>' || bound === '>=';
  const startsBeyondEdge = (bound === '>' || bound === '<') && value.equals(number);
  if (isAbove === isUpward) return edge || startsBeyondEdge ? 'yes' : 'unknown';
  return !edge || startsBeyondEdge ? 'no' : 'unknown';
}

const WHOLE = 100n;

/** Can no share of a whole, in percent, be so: beyond 0 to 100, or known only to be (`> 100`)? */
export function isNoShare({ value, bound }: Pick<NumberValue, 'value' | 'bound'>): boolean {
  // Every row of a table is asked: no other number is made to compare with.
  const { s, n, d } = value;
  const whole = WHOLE * d;
  if (n > whole || (s < 0n && n > 0n)) return true;
  return (n === whole && bound === '>') || (n === 0n && bound === '<');
}

/**
 * What is known of the sum or mean of figures beside its number: of "more than 20" and 30 that it is
 * more. `null` where that is nothing: of "more than" beside "less than", or beside "about".
 */
export function sumSaid(
  numbers: readonly NumberValue[],
): Pick<NumberValue, 'about' | 'bound'> | null {
  const bounds = numbers.flatMap(({ bound }) => bound ?? []);
  const about = numbers.some((number) => number.about);
  const [first] = bounds;
  if (first === undefined) return { about };
  const isOneSide = bounds.every((bound) => bound[0] === first[0]);
  if (about || !isOneSide) return null;
  return { about, bound: bounds.find((bound) => bound === '>' || bound === '<') ?? first };
}

/** Can two figures both be true? A number within the side that the other one leaves open can. */
export function areCompatible(a: NumberValue, b: NumberValue): boolean {
  const sided = a.bound !== undefined ? a : b;
  const other = sided === a ? b : a;
  if (sided.bound === undefined) return false;
  return proves(other, { op: sided.bound, number: sided.value }) !== 'no';
}
