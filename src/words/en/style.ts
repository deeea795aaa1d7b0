import type { Style } from '../style.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const monthName = (month: string | number) => MONTHS[Number(month) - 1];

export const style = {
  locale: /^en(_|\.|$)/i,
  group: ',',
  decimal: '.',
  day: (year, month, day) => `${Number(day)} ${monthName(month)} ${year}`,
  dayOfYear: (month, day) => `${Number(day)} ${monthName(month)}`,
  month: (year, month) => `${monthName(month)} ${year}`,
  quarter: (year, quarter) => `Q${quarter} ${year}`,
  half: (year, half) => `H${half} ${year}`,
  months: (first, last) =>
    first.year === last.year
      ? `${monthName(first.month)}–${monthName(last.month)} ${last.year}`
      : `${monthName(first.month)} ${first.year}–${monthName(last.month)} ${last.year}`,
  and: 'and',
  or: 'or',
  nameOf: ({ nameEn }) => nameEn,
} satisfies Style;
