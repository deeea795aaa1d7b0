import type { Style } from '../style.ts';

const QUARTERS = ['I', 'II', 'III', 'IV'];

export const style = {
  locale: /^vi(_|\.|$)/i,
  group: '.',
  decimal: ',',
  day: (year, month, day) => `${day}/${month}/${year}`,
  dayOfYear: (month, day) => `${day}/${month}`,
  month: (year, month) => `${month}/${year}`,
  quarter: (year, quarter) => `quý ${QUARTERS[quarter - 1]}/${year}`,
  half: (year, half) => `6 tháng ${half === 1 ? 'đầu' : 'cuối'} năm ${year}`,
  months: (first, last) => {
    if (first.year !== last.year)
      return `từ ${first.month}/${first.year} đến ${last.month}/${last.year}`;
    return first.month === 1
      ? `${last.month} tháng đầu năm ${last.year}`
      : `từ tháng ${first.month} đến tháng ${last.month}/${last.year}`;
  },
  and: 'và',
  or: 'hoặc',
  nameOf: ({ name }) => name,
} satisfies Style;
