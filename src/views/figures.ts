import { type Exact, exact } from '../exact.ts';
import type { Lang } from '../message/message.ts';
import type { Result, ResultValue } from '../result.ts';
import type { Target } from '../target.ts';
import { formatNumber } from '../words/numbers.ts';

/** Decimals as written are kept; so many digits a written figure may have behind its mark. */
const AS_WRITTEN = 6;
/** A quotient of counts is printed with so many. */
const AS_COMPUTED = 2;

const SIGNS = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '~': '~' } as const;

/** The numbers that a target prints. */
export function targetNumbers(target: Target): Exact[] {
  if (target.op === 'done') return [];
  return target.op === '..' ? [target.lower, target.upper] : [target.value];
}

/** `≥ 95%`, `≤ 15`, `~ 45%`, `2–3`; a milestone is the given word. Of the units only `%` is added. */
export function formatTarget(
  target: Target,
  unit: string | null,
  lang: Lang,
  done: string,
): string {
  if (target.op === 'done') return done;
  const numbers = targetNumbers(target).map((n) => formatNumber(n, lang, { places: AS_WRITTEN }));
  const sign = target.op === '..' ? '' : `${SIGNS[target.op]} `;
  return `${sign}${numbers.join('–')}${percent(unit)}`;
}

/** How many digits behind the mark tell a result: those written, or two where counts decide. */
export function placesOf(result: Pick<Result, 'counts'>): number {
  return result.counts === null ? AS_WRITTEN : AS_COMPUTED;
}

/** `96%`, `~ 14%`, `2,3`; never rounded onto a number of the target that it is not. */
export function formatValue(
  { value, places, target }: { value: ResultValue; places: number; target: Target | null },
  unit: string | null,
  lang: Lang,
  words: { done: string; notDone: string },
): string {
  if (value.kind === 'milestone') return value.done ? words.done : words.notDone;
  const apartFrom = target ? targetNumbers(target) : [];
  const number = formatNumber(value.value, lang, { places, apartFrom });
  return `${value.about ? '~ ' : ''}${number}${percent(unit)}`;
}

/** Zero and one, which differences and ratios must not be rounded onto. */
export const ZERO = exact(0);
export const ONE = exact(1);

function percent(unit: string | null): string {
  return unit === '%' ? '%' : '';
}
