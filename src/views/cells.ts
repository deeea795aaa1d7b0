import type { Day } from '../calendar.ts';
import { type Exact, exact } from '../exact.ts';
import type { Cell } from '../formats/document.ts';
import { numbersOf, type Target } from '../target.ts';
import type { Lang } from '../words/langs.ts';
import { formatDay, formatNumber } from '../words/numbers.ts';
import { printedNumber } from '../words/printed-number.ts';

/** A text that prints a number, `≥ 95%`, and the number of which it is the print, here 95. */
export function numberCell(text: string, number: Exact | number, lang: Lang): Cell {
  const printed = printedNumber(text, typeof number === 'number' ? exact(number) : number, lang);
  return printed === null ? { text } : { text, value: { number: printed } };
}

/** A text that prints a target; of a range and a milestone nothing but the text is known. */
export function targetCell(text: string, target: Target, lang: Lang): Cell {
  const [number, ...more] = target.op === 'done' ? [] : numbersOf(target);
  return number === undefined || more.length > 0 ? { text } : numberCell(text, number, lang);
}

/** A count of things. */
export function countCell(count: number, lang: Lang): Cell {
  return numberCell(formatNumber(count, lang), count, lang);
}

/** A year: its thousands are not set apart. */
export function yearCell(year: number, lang: Lang): Cell {
  return numberCell(String(year), year, lang);
}

/** A calendar day; the text may say more of it. */
export function dayCell(day: Day, lang: Lang, text = formatDay(day, lang)): Cell {
  return { text, value: { day } };
}
