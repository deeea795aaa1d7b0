import type { Spans } from './byte-texts.ts';

/** It is a prime. */
const MOST = 0x7fff_ffff;
const ZERO = 0x30;
const NINE = 0x39;

/** Where the figure of a row stands; -1 for columns that the table does not have. */
export interface SaidColumns {
  value: number;
  numerator: number;
  denominator: number;
}

/**
 * A number for a plain figure, the same for the same one; of figures of up to eight digits no two have one. How
 * many decimals it has belongs to a figure, and of counts what they make. -1 for a row without one.
 */
export function saidIn(
  bytes: Uint8Array,
  cells: Spans,
  { value, numerator, denominator }: SaidColumns,
): number {
  if (value >= 0 && cells.from[value] !== cells.to[value])
    return saidBy(bytes, cells.from[value]!, cells.to[value]!);
  if (numerator < 0 || denominator < 0 || cells.from[numerator] === cells.to[numerator]) return -1;
  const part = numberIn(bytes, cells.from[numerator]!, cells.to[numerator]!);
  const whole = numberIn(bytes, cells.from[denominator]!, cells.to[denominator]!);
  const shared = greatestShared(part, whole);
  return mixed(mixed(0, part / shared), whole / shared) & MOST;
}

/** The greatest number that divides both. */
function greatestShared(part: number, whole: number): number {
  let [one, other] = [part, whole];
  while (other !== 0) [one, other] = [other, one % other];
  return one;
}

function mixed(hash: number, number: number): number {
  let made = Math.imul(hash ^ number, 0x9e3779b1);
  made = Math.imul(made ^ (made >>> 15) ^ Math.floor(number / 2 ** 32), 0x85ebca6b);
  return made ^ (made >>> 13);
}

function saidBy(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from && isDigit(bytes[at - 1]!)) at -= 1;
  const decimals = at === from ? 0 : to - at;
  const said = 3 * numberIn(bytes, from, to) + decimals;
  return said <= MOST ? said : said % MOST;
}

/** The number that the digits make, without the mark among them. */
function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1)
    if (isDigit(bytes[at]!)) number = 10 * number + (bytes[at]! - ZERO);
  return number;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
