import { type Exact, exact, isPositive, toNumber } from '../exact.ts';
import { LIMITS } from '../limits.ts';
import type { SaidTarget, SaidValue } from '../message/rule.ts';
import { decimalsOf } from '../precision.ts';
import type { MilestoneValue, NumberValue, Result, ResultValue } from '../result.ts';
import {
  exceeding,
  isMilestone,
  type NumericTarget,
  numbersOf,
  OPERATORS,
  parseTarget,
  reaching,
  type Target,
  targetNumber,
} from '../target.ts';
import { isPercent } from '../unit.ts';
import type { Lang } from './langs.ts';
import { formatNumber, formatPercent, formatPeriod, isNear } from './numbers.ts';

/** Targets are printed with every digit that the document has. */
export const IN_FULL = LIMITS.digits;
/** Decimals as written are kept; so many digits a written figure may have behind its mark. */
export const AS_WRITTEN = 6;
/** A quotient of counts is printed with so many. */
const AS_COMPUTED = 2;

/** One, which ratios must not be rounded onto. */
export const ONE = exact(1);
const WHOLE = exact(100);

/** The numbers at which the verdict on a target turns: a print must not land on one of them. */
export function edgesOf(target: Target): Exact[] {
  if (isMilestone(target)) return [];
  return [...numbersOf(target), reaching(target).number, exceeding(target).number];
}

/** A share of the target, `105.3%`; never rounded onto one at which the verdict turns. */
export function formatAttainment(
  attainment: Exact,
  target: Target | null,
  lang: Lang,
  places = 1,
): string {
  const isClose = (ratio: number) => isNear(ratio, toNumber(attainment), places + 2);
  const edges = target === null || isMilestone(target) ? [] : edgeRatios(target, isClose);
  return formatPercent(attainment, lang, { places, apartFrom: edges });
}

function edgeRatios(target: NumericTarget, isClose: (ratio: number) => boolean): Exact[] {
  const number = targetNumber(target);
  if (!isPositive(number)) return [];
  // The target's own number is all of it, which no print of a percentage lands on.
  return edgesOf(target)
    .filter((edge) => edge !== number && isClose(toNumber(edge) / toNumber(number)))
    .map((edge) => edge.div(number));
}

/** `≥ 95%`, `≤ 15`, `~ 45%`, `2–3`; a milestone is the given word. Of the units only `%` is added. */
export function formatTarget(
  target: Target,
  unit: string | null,
  lang: Lang,
  done: string,
): string {
  if (isMilestone(target)) return done;
  const { form, sign } = OPERATORS[target.op];
  const numbers = numbersOf(target).map((n) => formatNumber(n, lang, { places: IN_FULL }));
  const said = form === 'number' ? `${sign} ${numbers.join('')}` : numbers.join(sign);
  return `${said}${percent(unit)}`;
}

/** A target that a message names, `≥ 95%`; units other than `%` behind a space. */
export function sayTarget({ text, unit }: SaidTarget, lang: Lang): string {
  const target = parseTarget(text);
  if (target === undefined || isMilestone(target)) return text;
  return withUnit(formatTarget(target, unit, lang, text), unit);
}

/** A figure that a message names, `~ 8,2%`; units other than `%` behind a space. */
export function sayValue({ text, unit }: SaidValue, lang: Lang): string {
  const said = text.replace(/[-\d.]+/, (decimal) => sayFigure(decimal, lang));
  return withUnit(`${said}${percent(unit)}`, unit);
}

/** A decimal text with `.` as its mark in the language's style. */
export function sayFigure(decimal: string, lang: Lang): string {
  return formatNumber(exact(decimal), lang, { places: IN_FULL });
}

function withUnit(said: string, unit: string | null): string {
  return unit === null || isPercent(unit) ? said : `${said} ${unit}`;
}

/** What tells how finely a figure is known. */
type Known = Pick<Result, 'counts' | 'coverage'> & { value: ResultValue };

/**
 * How many digits behind the mark tell a result: those written, or two where counts decide, or the
 * figures of areas make one without an end.
 */
export function placesOf({ counts, coverage, value }: Known): number {
  const isMade = coverage !== undefined && value.kind === 'number';
  const isEndless = isMade && decimalsOf(value.value) === null;
  return counts === null && !isEndless ? AS_WRITTEN : AS_COMPUTED;
}

/** The words for a milestone's value. */
export interface MilestoneWords {
  done: string;
  notDone: string;
}

/** `96%`, `~ 14%`, `2,3`; never rounded onto a number of the target that it is not. */
export function formatValue(
  { value, places, target }: { value: ResultValue; places: number; target: Target | null },
  unit: string | null,
  lang: Lang,
  words: MilestoneWords,
): string {
  if (value.kind === 'milestone') return milestoneText(value, lang, words);
  const ends = isPercent(unit) ? [WHOLE] : [];
  const apartFrom = [...ends, ...(target ? edgesOf(target) : [])];
  const number = formatNumber(value.value, lang, { places, apartFrom });
  return `${signOf(value)}${number}${percent(unit)}`;
}

function milestoneText(value: MilestoneValue, lang: Lang, words: MilestoneWords): string {
  const { done, share } = value;
  if (done) return words.done;
  if (share === undefined) return words.notDone;
  return `${words.notDone} (${signOf(value)}${formatPercent(share, lang, { places: AS_WRITTEN })})`;
}

/** `> ` of a one-sided figure, with the signs that targets have; `~ ` of one that is about. */
function signOf({ bound, about }: Pick<NumberValue | MilestoneValue, 'bound' | 'about'>): string {
  if (bound !== undefined) return `${OPERATORS[bound].sign} `;
  return about ? '~ ' : '';
}

/** The value of a result, {@link formatValue}, with as many digits as the result tells. */
export function formatResult(
  result: Known,
  { unit, target }: { unit: string | null; target: Target | null },
  lang: Lang,
  words: MilestoneWords,
): string {
  const said = { value: result.value, places: placesOf(result), target };
  return formatValue(said, unit, lang, words);
}

/**
 * `96% (15/12/2023)`, `96% (2023, baseline)`: a figure never stands without its period. `keep`
 * protects the period from being broken over lines.
 */
export function withPeriod(
  value: string,
  { period, basis }: Pick<Result, 'period' | 'basis'>,
  lang: Lang,
  { baselineOf, keep = (text) => text }: PeriodLook = {},
): string {
  const said = keep(formatPeriod(period, lang));
  return `${value} (${baselineOf && basis === 'baseline' ? baselineOf(said) : said})`;
}

interface PeriodLook {
  /** Marks a baseline's year as such. */
  baselineOf?: (year: string) => string;
  keep?: (text: string) => string;
}

/** `180/1.919`: a numerator over its denominator. */
export function formatCounts(
  { numerator, denominator }: NonNullable<Result['counts']>,
  lang: Lang,
) {
  const number = (value: Exact) => formatNumber(value, lang, { places: AS_WRITTEN });
  return `${number(numerator)}/${number(denominator)}`;
}

function percent(unit: string | null): string {
  return isPercent(unit) ? '%' : '';
}
