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
  and: 'và',
  or: 'hoặc',
  nameOf: ({ name }) => name,
} satisfies Style;
