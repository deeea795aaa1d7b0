import { type Day, yearOf } from '../calendar.ts';
import { compare, type Exact, exact, toDecimal, toNumber } from '../exact.ts';
import { LIMITS } from '../limits.ts';
import { type Period, periodYear } from '../period.ts';
import { LANGS, type Lang } from './langs.ts';

/** How many digits are printed behind the decimal mark. */
export interface Rounding {
  /** At most so many digits; trailing zeros are dropped. */
  places?: number;
  /**
   * Numbers that the print must not be mistaken for: where rounding would land on one that the
   * value does not equal, or beyond it, more digits are printed.
   */
  apartFrom?: readonly Exact[];
}

const USUAL_PLACES = 2;

/** Beyond so many digits two numbers may look alike. */
const MOST_PLACES = 2 * LIMITS.digits;

/** What is not zero is never printed as zero. */
const NOTHING = exact(0);

/**
 * A number in the language's style, halves rounded away from zero: `1.919` and `19,67` in
 * Vietnamese, `1,919` and `19.67` in English. Two digits behind the mark where nothing is asked.
 *
 * @throws RangeError when a JavaScript number is not finite
 */
export function formatNumber(value: Exact | number, lang: Lang, rounding: Rounding = {}): string {
  const text =
    typeof value === 'number'
      ? toDecimal(exact(value), rounding.places ?? USUAL_PLACES)
      : toDecimal(value, tellingPlaces(value, rounding));
  const [whole = '', part] = text.split('.');
  const { group, decimal } = LANGS[lang];
  const grouped = whole.match(/^-?\d{1,3}(?=(?:\d{3})*$)|\d{3}/g)!.join(group);
  return part === undefined ? grouped : `${grouped}${decimal}${part}`;
}

function tellingPlaces(value: Exact, { places = USUAL_PLACES, apartFrom = [] }: Rounding): number {
  if (10n ** BigInt(places) % value.d === 0n) return places;
  const rivals = [NOTHING, ...apartFrom].filter((rival) => !isFar(rival, value, places));
  const isMistaken = (digits: number) => {
    const printed = exact(toDecimal(value, digits));
    return rivals.some((rival) => compare(printed, rival) !== compare(value, rival));
  };
  let digits = places;
  while (digits < MOST_PLACES && isMistaken(digits)) digits += 1;
  return digits;
}

/** Is it so far from the value that no print of it comes near, or the same? */
function isFar(rival: Exact, value: Exact, places: number): boolean {
  const number = toNumber(value);
  const distance = Math.abs(toNumber(rival) - number);
  return distance > 2 * 10 ** -places + Math.abs(number) / 1e9 || rival.equals(value);
}

/** A ratio that is nearly none or nearly all is not printed as none or all. */
const NONE_AND_ALL = [exact(0), exact(1)];

/**
 * A ratio as a percentage, `1.0526` as `105,3%` and `105.3%`; one digit behind the mark where
 * nothing is asked. `apartFrom` holds ratios too.
 */
export function formatPercent(ratio: Exact | number, lang: Lang, rounding: Rounding = {}): string {
  const number = typeof ratio === 'number' ? exact(ratio) : ratio;
  const { places = 1, apartFrom = [] } = rounding;
  // Most are so far off that no exact number need be made to see it.
  const isClose = (one: Exact) => isNear(toNumber(one), toNumber(number), places + 2);
  const near = [...NONE_AND_ALL, ...apartFrom].filter(isClose);
  const apart = near.map((one) => one.mul(100));
  return `${formatNumber(number.mul(100), lang, { places, apartFrom: apart })}%`;
}

/** May a print of the one with so many digits come near the other? */
export function isNear(one: number, other: number, places: number): boolean {
  // Of numbers too large for the difference nothing is known.
  return !(Math.abs(one - other) > 4 * 10 ** -places + Math.abs(other) / 1e8);
}

/** A difference with its sign; hyphen-minus, so that a copied figure stays a number. */
export function formatSigned(value: Exact | number, lang: Lang, rounding: Rounding = {}): string {
  const text = formatNumber(value, lang, rounding);
  return text.startsWith('-') || text === '0' ? text : `+${text}`;
}

/** `15/12/2023` in Vietnamese, `15 Dec 2023` in English. */
export function formatDay(date: Day, lang: Lang): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  return LANGS[lang].day(year, month, day);
}

/**
 * `2023`, `6 tháng đầu năm 2023` or `H1 2023`, `quý IV/2023` or `Q4 2023`, `9 tháng đầu năm 2023` or
 * `Jan–Sep 2023`, `12/2023` or `Dec 2023`, and days as {@link formatDay} has them.
 */
export function formatPeriod(period: Period, lang: Lang): string {
  switch (period.kind) {
    case 'year':
      return period.text;
    case 'half':
      return LANGS[lang].half(periodYear(period), Number(period.text.slice(-1)));
    case 'span':
      return LANGS[lang].months(monthOf(period.start), monthOf(period.end));
    case 'quarter':
      return LANGS[lang].quarter(periodYear(period), Number(period.text.slice(-1)));
    case 'month':
      return LANGS[lang].month(yearOf(period.end), period.end.slice(5, 7));
    case 'day':
      return formatDay(period.end, lang);
  }
}

function monthOf(date: Day) {
  return { year: yearOf(date), month: Number(date.slice(5, 7)) };
}

/** A count with the English noun or verb in its form: `1 indicator`, `1,919 indicators`. */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count, 'en')} ${count === 1 ? one : many}`;
}
