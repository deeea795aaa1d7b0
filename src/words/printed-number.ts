import type { Exact } from '../exact.ts';
import { toNumber } from '../exact.ts';
import { LANGS, type Lang } from './langs.ts';

/** A number with all that its print adds to it, so that a spreadsheet shows the same text. */
export interface PrintedNumber {
  /** Of a share its ratio: 0.96 for `96%`. */
  number: number;
  isShare: boolean;
  /** Digits behind the decimal mark. */
  places: number;
  /** Are its thousands set apart? Those of a year are not. */
  isGrouped: boolean;
  before: string;
  after: string;
}

/** The first number of a text, with the sign before a negative one. */
const NUMERAL = /-?\d+(?:[.,]\d+)*/;

/**
 * Reads how a text prints a number: `≥ 95%` is 0.95 with two words around it. `number` is the one
 * that the text prints, of `95%` 95. `null` where the text prints none.
 */
export function printedNumber(text: string, number: Exact, lang: Lang): PrintedNumber | null {
  const found = NUMERAL.exec(text);
  if (found === null) return null;
  const [digits] = found;
  const isShare = text[found.index + digits.length] === '%';
  const { group, decimal } = LANGS[lang];
  const isGrouped = digits.includes(group) || Math.abs(toNumber(number)) < 1000;
  return {
    number: toNumber(isShare ? number.div(100) : number),
    isShare,
    places: digits.split(decimal)[1]?.length ?? 0,
    isGrouped,
    before: text.slice(0, found.index),
    after: text.slice(found.index + digits.length + (isShare ? 1 : 0)),
  };
}
