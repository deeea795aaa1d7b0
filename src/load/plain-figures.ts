import type { Spans } from './byte-texts.ts';
import { FORMS, PLAIN_WORDS } from './group-sql.ts';

const ZERO = 0x30;
const NINE = 0x39;
const DASH = 0x2d;
const POINT = 0x2e;
const COMMA = 0x2c;
/** The kinds of numbers, in the order of {@link FORMS}; of those beyond 100 so many more. */
const [WITH_POINT, WHOLE, WITH_COMMA] = [0, 1, 2];
const BEYOND_HUNDRED = 3;
/** The kinds of rows without a value: a status alone, a part of a whole, more than the whole. */
const STATUS = FORMS.length;
const [PART, BEYOND_WHOLE] = [STATUS + 1, STATUS + 2];

/** The columns that say what figure a row has, by their places; -1 for those that the table does not have. */
export interface FigureColumns {
  value: number;
  numerator: number;
  denominator: number;
  status: number;
  /** What it says beside its figure, in any words. */
  words: readonly number[];
}

/**
 * What kind of figure a row has, where every figure of the kind is read alike; -1 where it is not plain.
 * The kinds are those of {@link groupsSql}.
 */
export function kindOf(bytes: Uint8Array, cells: Spans, columns: FigureColumns): number {
  const { value, numerator, denominator, words } = columns;
  for (let at = 0; at < words.length; at += 1)
    if (!isPlainWords(bytes, cells.from[words[at]!]!, cells.to[words[at]!]!)) return -1;
  const hasCounts = !isEmpty(cells, numerator) || !isEmpty(cells, denominator);
  if (hasCounts && (numerator < 0 || denominator < 0)) return -1;
  if (!isEmpty(cells, value))
    return hasCounts ? -1 : kindOfNumber(bytes, cells.from[value]!, cells.to[value]!);
  if (!hasCounts) return isEmpty(cells, columns.status) ? -1 : STATUS;
  const part = countIn(bytes, cells, numerator);
  const whole = countIn(bytes, cells, denominator);
  if (part < 0 || whole <= 0 || bytes[cells.from[denominator]!] === ZERO) return -1;
  return part <= whole ? PART : BEYOND_WHOLE;
}

function isEmpty({ from, to }: Spans, column: number): boolean {
  return column < 0 || from[column] === to[column];
}

/** Three digits behind a mark may be thousands. */
function kindOfNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isDigit(bytes[at]!)) at += 1;
  const whole = at - from;
  if (whole === 0 || whole > 9 || (whole > 2 && bytes[from] === ZERO)) return -1;
  const beyond = whole > 2 && !isHundred(bytes, from, to) ? BEYOND_HUNDRED : 0;
  if (at === to) return WHOLE + beyond;
  const mark = bytes[at]!;
  const decimals = to - at - 1;
  if ((mark !== POINT && mark !== COMMA) || decimals < 1 || decimals > 2) return -1;
  for (at += 1; at < to; at += 1) if (!isDigit(bytes[at]!)) return -1;
  return beyond + (mark === POINT ? WITH_POINT : WITH_COMMA);
}

/** Of a number with nothing but zeros behind its mark that, too. */
function isHundred(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from] !== ZERO + 1) return false;
  for (let at = from + 1; at < to; at += 1)
    if (at === from + 3 ? isDigit(bytes[at]!) : bytes[at] !== ZERO) return false;
  return true;
}

/** A whole number of at most twelve digits; -1 where it is none. */
function countIn(bytes: Uint8Array, { from, to }: Spans, column: number): number {
  const end = to[column]!;
  const digits = end - from[column]!;
  if (digits === 0 || digits > 12) return -1;
  let count = 0;
  for (let at = end - digits; at < end; at += 1) {
    if (!isDigit(bytes[at]!)) return -1;
    count = count * 10 + (bytes[at]! - ZERO);
  }
  return count;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

const PLAIN = new RegExp(`^${PLAIN_WORDS}$`);
/** Letters that take up to three bytes, and whether they are plain. */
const LETTERS = 0x10000;
let plain: Uint8Array | undefined;

function plainLetters(): Uint8Array {
  return Uint8Array.from({ length: LETTERS }, (_, code) =>
    Number(PLAIN.test(String.fromCharCode(code))),
  );
}

/** Has a text of UTF-8 none but plain letters? */
function isPlainWords(bytes: Uint8Array, from: number, to: number): boolean {
  if (from === to) return true;
  plain ??= plainLetters();
  for (let at = from; at < to; at += 1) {
    const first = bytes[at]!;
    if (first < 0x80) {
      if (plain[first] === 0) return false;
    } else if (first < 0xe0) {
      if (plain[((first & 0x1f) << 6) | (bytes[at + 1]! & 0x3f)] === 0) return false;
      at += 1;
    } else if (first < 0xf0) {
      const code =
        ((first & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
      if (plain[code] === 0) return false;
      at += 2;
    } else return false;
  }
  return true;
}

const MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day that is written as `2024-06-30`, as a number in the order of days; -1 for anything else. */
export function dayOf(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 10 || bytes[from + 4] !== DASH || bytes[from + 7] !== DASH) return -1;
  const year = 100 * twoDigits(bytes, from) + twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 5);
  const day = twoDigits(bytes, from + 8);
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > MONTHS[month - 1]!) return -1;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)))
    return -1;
  return (year << 9) | (month << 5) | day;
}

export function yearOf(day: number): number {
  return day >> 9;
}

/** Far less than none where there is anything but digits. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1_000_000;
}
