import { type Exact, exact } from '../exact.ts';
import { LIMITS } from '../limits.ts';
import type { Qualifier } from '../observation.ts';
import type { Bound } from '../result.ts';
import { isPercent } from '../unit.ts';

export type DecimalMark = ',' | '.';

/** The decimal marks that are declared: of every table, and of single ones by their files' names. */
export interface Decimals {
  all: DecimalMark | null;
  files: Readonly<Record<string, DecimalMark>>;
}

/** What a cell that should hold a number turned out to be. */
export type NumberReading =
  | {
      kind: 'number';
      value: Exact;
      /** Written with `~`, or in words that say about. */
      about: boolean;
      /** In words that say more, or less. */
      bound: Bound | null;
      /** The decimal mark that the writing shows or, by its thousands, implies. */
      mark: DecimalMark | null;
      /** Digits behind the decimal mark, trailing zeros included. */
      decimals: number;
    }
  | { kind: 'empty' }
  /** One number with one decimal mark, another with the other; both in plain digits and `.`. */
  | { kind: 'ambiguous'; asThousands: string; asDecimal: string }
  /** A `%` behind a number whose unit is another. */
  | { kind: 'percent-unit' }
  /** More digits than {@link LIMITS} allow. */
  | { kind: 'too-long' }
  | { kind: 'not-a-number' };

export interface NumberStyle {
  /** The declared decimal mark; `null` where none is. */
  decimal: DecimalMark | null;
  /** The unit that the number is in; a `%` may be written only where it is percent. */
  unit: string | null;
}

const ABOUT = /^[~≈∼～]\s*/;
/** Hyphens, dashes and the minus sign itself, as word processors put them. */
const MINUS = /^[-‐‑‒–—−﹣－]\s*/;
const PLUS = /^\+\s*/;
const PERCENT = /(?<!\s)\s*(?:[%％]|phần trăm|phan tram|percent)$/i;
const PLAIN = /^\d+$/;

/**
 * A number without thousands, or with thousands in threes of which the first does not start with
 * 0: nobody groups 0.125. The white space class holds the no-break spaces too.
 */
const WITH_DECIMAL: Record<DecimalMark, RegExp> = {
  ',': /^(?:\d+|[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:\s\d{3})+))(?:,\d+)?$/,
  '.': /^(?:\d+|[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\s\d{3})+))(?:\.\d+)?$/,
};

/**
 * Reads a number as people in Vietnam and elsewhere write it: `19,7`, `1.919`, `1 919,5`, `~ 8.2`,
 * `−3`, `45%`. With a declared decimal mark only the reading with that mark counts; without one, a
 * number is read where one reading exists, and nothing is guessed where there are two.
 */
export function readNumber(text: string, style: NumberStyle): NumberReading {
  const written = text.trim();
  if (written === '') return { kind: 'empty' };
  if (isTooLong(written)) return { kind: 'too-long' };
  const about = ABOUT.test(written);
  const bare = about ? written.replace(ABOUT, '') : written;
  const isNegative = MINUS.test(bare);
  const signed = bare.replace(isNegative ? MINUS : PLUS, '');
  const digits = signed.replace(PERCENT, '');
  const reading = readDigits(digits, style.decimal, isNegative ? '-' : '');
  const isOtherUnit = digits !== signed && !isPercent(style.unit);
  if (isOtherUnit && reading.kind !== 'not-a-number') return { kind: 'percent-unit' };
  return about ? qualified(reading, { about, bound: null }) : reading;
}

/** Whatever else such a text says, it is no number that anybody reads. */
export function isTooLong(text: string): boolean {
  return text.length > LIMITS.digits && text.replace(NO_DIGIT, '').length > LIMITS.digits;
}

const NO_DIGIT = /[^\d]+/g;

function readDigits(digits: string, decimal: DecimalMark | null, sign: string): NumberReading {
  if (PLAIN.test(digits)) return numberOf(sign + digits, null);
  const comma = decimal === '.' ? null : plainText(digits, ',', sign);
  const point = decimal === ',' ? null : plainText(digits, '.', sign);
  if (comma === null && point === null) return { kind: 'not-a-number' };
  if (comma === null) return numberOf(point!, shownMark(digits, '.'));
  if (point === null) return numberOf(comma, shownMark(digits, ','));
  return comma === point ? numberOf(comma, null) : twoReadings(comma, point);
}

/** The number in plain digits with `.`, or `null` where it cannot be read with that decimal mark. */
function plainText(digits: string, decimal: DecimalMark, sign: string): string | null {
  if (!WITH_DECIMAL[decimal].test(digits)) return null;
  const grouping = decimal === ',' ? /[.\s]/g : /[,\s]/g;
  return sign + digits.replace(grouping, '').replace(decimal, '.');
}

/** Thousands in spaces say nothing of the decimal mark. */
function shownMark(digits: string, decimal: DecimalMark): DecimalMark | null {
  return /[.,]/.test(digits) ? decimal : null;
}

function numberOf(plain: string, mark: DecimalMark | null): NumberReading {
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { kind: 'number', value: exact(plain), about: false, bound: null, mark, decimals };
}

/** Two readings exist only of one mark before three digits: in one of them it groups thousands. */
function twoReadings(comma: string, point: string): NumberReading {
  const [asThousands, asDecimal] = comma.includes('.') ? [point, comma] : [comma, point];
  return { kind: 'ambiguous', asThousands, asDecimal };
}

/** A number with what its words say of it; what is none, as it is. */
export function qualified(reading: NumberReading, { about, bound }: Qualifier): NumberReading {
  if (reading.kind !== 'number') return reading;
  return { ...reading, about: about || reading.about, bound };
}

/** A number with a point, shortened: `12.500` is `12.5`, `3.00` is `3`. */
export function withoutTrailingZeros(decimal: string): string {
  return decimal.replace(/(?<!0)0+$/, '').replace(/\.$/, '');
}
