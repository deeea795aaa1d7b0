import { daysInMonth, isRealDay } from '../calendar.ts';
import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { Rule, TextContext } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'text-date': { found: string; last: number | null };
  }
}

export const textDate: Rule = { level: 'warning', checkText };

/** `31/11/2022`, `31-11-2022`, `31.11.2022` and `31 tháng 11 năm 2022` in the document's own sentences. */
const DATE =
  /(?<![\d/.-])(\d{1,2})(?:([/.-])(\d{1,2})\2|\s+tháng\s+(\d{1,2})\s+năm\s+)((?:19|20)\d{2})(?![\d/-]|\.\d)/giu;
const MONTHS = 12;
const MOST_DAYS = 31;

function* checkText({ text, placeAt, pathAt }: TextContext): Generator<Report> {
  for (const match of text.matchAll(DATE)) {
    const { 0: found, 1: date, 2: mark, 3: figures, 4: words, 5: year, index } = match;
    const month = figures ?? words!;
    const written = [year!, month, date!].map((part) => part.padStart(2, '0')).join('-');
    if (isRealDay(written)) continue;
    const isMonth = Number(month) >= 1 && Number(month) <= MONTHS;
    // A number of versions or places, 2.14.2021, is no date.
    if (mark === '.' && (!isMonth || Number(date) > MOST_DAYS)) continue;
    const last = isMonth && Number(date) > 0 ? daysInMonth(Number(year), Number(month)) : null;
    yield {
      place: placeAt(index, index + found.length),
      path: pathAt(index),
      message: message('text-date', { found, last }),
    };
  }
}
