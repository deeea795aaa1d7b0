import Fraction from 'fraction.js';

/** An exact rational number. Every comparison of the program is made on these, never on binary fractions. */
export interface Exact {
  /** Its sign (−1 or 1), and numerator and denominator without it, in lowest terms. */
  readonly s: bigint;
  readonly n: bigint;
  readonly d: bigint;
  add(other: Exact | number | bigint | string): Exact;
  sub(other: Exact | number | bigint | string): Exact;
  mul(other: Exact | number | bigint | string): Exact;
  div(other: Exact | number | bigint | string): Exact;
  neg(): Exact;
  abs(): Exact;
  floor(): Exact;
  ceil(): Exact;
  equals(other: Exact | number | bigint | string): boolean;
  /** Negative, zero or positive as this is below, equal to or above the other. */
  compare(other: Exact | number | bigint | string): number;
  /** As a text, `1/3`; a whole number without the line. */
  toFraction(): string;
}

/**
 * The exact value of a number as written.
 *
 * A JavaScript number stands for its shortest decimal text, which is what the file said:
 * `0.1` is one tenth, not the binary fraction nearest to it.
 *
 * @param written decimal text with `.` as its mark, or a finite number
 * @throws RangeError when the text is no decimal number
 */
export function exact(written: string | number | bigint): Exact {
  const text = String(written).trim();
  const short = shortNumber(text);
  if (short !== null) return short;
  const found = DECIMAL.exec(text);
  if (found === null) throw new RangeError(`not a decimal number: ${text}`);
  const number = new Fraction(found[1]!);
  return found[2] === undefined ? number : number.mul(TEN.pow(BigInt(found[2]))!);
}

/** A number of so few digits that they are exact as a binary one, made without big numbers; else `null`. */
function shortNumber(text: string): Exact | null {
  const found = SHORT.exec(text);
  if (found === null) return null;
  const [, sign, whole = '', part = ''] = found;
  const digits = Number(whole + part);
  const scale = 10 ** part.length;
  const common = commonDivisor(digits, scale);
  const isNegative = sign === '-' && digits > 0;
  return fromParts(isNegative ? -1n : 1n, BigInt(digits / common), BigInt(scale / common));
}

const SHORT = /^([-+]?)(\d{1,9})(?:\.(\d{1,6}))?$/;

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** A power of ten has three digits at most, as those of binary numbers have. */
const DECIMAL = /^([-+]?\d+(?:\.\d+)?)(?:e([-+]?\d{1,3}))?$/i;
const TEN = new Fraction(10);

/** The quotient of two counts, exact; `undefined` where the denominator is zero. */
export function ratio(numerator: Exact, denominator: Exact): Exact | undefined {
  return denominator.n === 0n ? undefined : numerator.div(denominator);
}

/** Is the number above zero? */
export function isPositive({ s, n }: Exact): boolean {
  return s * n > 0n;
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Exact, b: Exact): number {
  if (a.d !== b.d || a.s !== b.s) return a.compare(b);
  // Of like denominators, as most are, no products need be made.
  const [less, more] = a.s < 0n ? [b.n, a.n] : [a.n, b.n];
  return less < more ? -1 : less > more ? 1 : 0;
}

/** The sum, exact. Halves are added apart, so that unlike denominators grow late. */
export function sum(numbers: readonly Exact[]): Exact {
  if (numbers.length <= 1) return numbers[0] ?? exact(0);
  if (numbers.every(({ d }) => d === 1n)) return wholeSum(numbers);
  const half = numbers.length >> 1;
  return sum(numbers.slice(0, half)).add(sum(numbers.slice(half)));
}

function wholeSum(numbers: readonly Exact[]): Exact {
  const all = numbers.reduce((before, { s, n }) => before + s * n, 0n);
  return all < 0n ? fromParts(-1n, -all, 1n) : fromParts(1n, all, 1n);
}

/** The nearest binary number, for JSON and for charts. Never compared. */
export function toNumber({ s, n, d }: Exact): number {
  if (d <= LARGE) return Number(s * n) / Number(d);
  const surplus = BigInt(d.toString(16).length * 4 - LARGE_BITS);
  return Number((s * n) >> surplus) / Number(d >> surplus);
}

/** A ratio as a binary number that is 1 only where the ratio is: whoever compares it is not misled. */
export function toRatio(value: Exact): number {
  const ratio = toNumber(value);
  if (ratio !== 1 || value.equals(1)) return ratio;
  return value.compare(1) < 0 ? 1 - Number.EPSILON / 2 : 1 + Number.EPSILON;
}

/** Binary numbers have no place for more: infinity over infinity would be no number. */
const LARGE_BITS = 1000;
const LARGE = 1n << BigInt(LARGE_BITS);

/**
 * Decimal text with at most `places` digits behind the point, halves rounded away from zero,
 * trailing zeros dropped.
 */
export function toDecimal(value: Exact, places: number): string {
  if (value.d === 1n) return value.s < 0n && value.n > 0n ? `-${value.n}` : String(value.n);
  const scale = 10n ** BigInt(places);
  const scaledTwice = (value.n * scale * 2n) / value.d;
  const digits = ((scaledTwice + 1n) / 2n).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const part = places === 0 ? '' : digits.slice(-places).replace(/(?<!0)0+$/, '');
  const text = part ? `${whole}.${part}` : whole;
  return value.s < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}

/** The number as text that holds all of it, `1/3` or `39/2`; {@link fromFraction} reads it. */
export function toFraction(value: Exact): string {
  return value.toFraction();
}

/** The number of a sign (−1 or 1), a numerator and a denominator that are in lowest terms already. */
export function fromParts(s: bigint, n: bigint, d: bigint): Exact {
  const made = Object.create(Fraction.prototype);
  made.s = s;
  made.n = n;
  made.d = d;
  return made;
}

/** The number that {@link toFraction} wrote. */
export function fromFraction(text: string): Exact {
  return new Fraction(text);
}
