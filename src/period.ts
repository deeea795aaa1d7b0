import { type Day, day, endOfMonth, isRealDay, yearOf } from './calendar.ts';
import { foldText } from './fold.ts';

/** The time that a result speaks of. */
export interface Period {
  kind: 'year' | 'half' | 'quarter' | 'span' | 'month' | 'day';
  /** Canonical text: `2023`, `2023-H1`, `2023-Q4`, `2023-01..2023-09`, `2023-12`, `2023-12-15`. */
  text: string;
  /** The period's first day. */
  start: Day;
  /** The period's last day. */
  end: Day;
}

/** Why a text is no period that can be used. */
export type PeriodProblem =
  /** It is not written as one. */
  | 'form'
  /** It is, but the calendar has no such time. */
  | 'calendar'
  /** What Excel makes of a month or day by itself, `Dec-23`. */
  | 'excel-month'
  /** What Excel keeps of a date, a number of days. */
  | 'excel-serial'
  /** A day with the month before it, `12/15/2023`. */
  | 'month-first';

/** The whole calendar year. */
export function yearPeriod(year: number): Period {
  return monthsPeriod({ year, month: 1 }, { year, month: 12 }) as Period;
}

/** From the first day of one period to the last of a later one. */
export function periodFromTo(first: Period, last: Period): Period {
  if (made?.start !== first.start || made.end !== last.end)
    made = monthsPeriod(monthOf(first.start), monthOf(last.end)) as Period;
  return made;
}

/** The one that was made last: thousands of totals may be of the same time. */
let made: Period | null = null;

function monthOf(date: Day): Month {
  return { year: yearOf(date), month: Number(date.slice('yyyy-'.length, 'yyyy-mm'.length)) };
}

interface Month {
  year: number;
  month: number;
}

const ALL_MONTHS = 12;
const HALF = 6;
const QUARTER = 3;

/** From the first day of one month to the last of another, under the name that the calendar has for it. */
function monthsPeriod(first: Month, last: Month): Period | PeriodProblem {
  if (![first, last].every(({ month }) => month >= 1 && month <= ALL_MONTHS)) return 'calendar';
  const start = day(first.year, first.month, 1);
  const end = endOfMonth(last.year, last.month);
  if (start > end) return 'calendar';
  return { ...named(first, last), start, end };
}

function named(first: Month, last: Month): Pick<Period, 'kind' | 'text'> {
  const { year, month } = last;
  const months = (year - first.year) * ALL_MONTHS + month - first.month + 1;
  const isWhole = month % months === 0;
  if (months === ALL_MONTHS && isWhole) return { kind: 'year', text: String(year) };
  if (months === HALF && isWhole) return { kind: 'half', text: `${year}-H${month / HALF}` };
  if (months === QUARTER && isWhole)
    return { kind: 'quarter', text: `${year}-Q${month / QUARTER}` };
  if (months === 1) return { kind: 'month', text: monthText(last) };
  return { kind: 'span', text: `${monthText(first)}..${monthText(last)}` };
}

function monthText({ year, month }: Month): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** So many months of the year from its `first`, which runs from 1. */
function stretch(year: number, first: number, months: number): Period | PeriodProblem {
  return monthsPeriod({ year, month: first }, { year, month: first + months - 1 });
}

function dayPeriod(year: number, month: number, date: number): Period | PeriodProblem {
  const text = day(year, month, date);
  if (isRealDay(text)) return { kind: 'day', text, start: text, end: text };
  return 'calendar';
}

type Reader = (numbers: readonly number[]) => Period | PeriodProblem;

const ROMAN = { i: 1, ii: 2, iii: 3, iv: 4 } as const;
/** English months, by the letters that tell them apart. */
const MONTHS = {
  ...{ january: 1, february: 2, march: 3, april: 4, may: 5, june: 6, july: 7, august: 8 },
  ...{ september: 9, october: 10, november: 11, december: 12 },
} as const;
const NAMED: ReadonlyMap<string, number> = new Map(Object.entries({ ...ROMAN, ...MONTHS }));
const MONTH_NAMES = `(${Object.keys(MONTHS).join('|')})`;
const QUARTERS = '(iv|i{1,3}|\\d)';
/** What stands between the name of a period and its year. */
const OF = '(?:\\s*[/.-]\\s*|,?\\s+nam\\s+|\\s*)';
const YEAR = '(\\d{4})';

const day_: Reader = ([date, month, year]) => {
  const period = dayPeriod(year!, month!, date!);
  const isTurned = period === 'calendar' && isRealDay(day(year!, date!, month!));
  return isTurned ? 'month-first' : period;
};
const month_: Reader = ([month, year]) => stretch(year!, month!, 1);
const quarter_: Reader = ([quarter, year]) => stretch(year!, quarter! * QUARTER - 2, QUARTER);
const isoHalf: Reader = ([year, half]) => stretch(year!, half! * HALF - 5, HALF);
const isoQuarter: Reader = ([year, quarter]) => quarter_([quarter!, year!]);
const firstHalf: Reader = ([year]) => stretch(year!, 1, HALF);
const secondHalf: Reader = ([year]) => stretch(year!, HALF + 1, HALF);

/** How periods are written, folded; the numbers of the groups go to the reader. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [/^(?:(?:ca )?nam )?(\d{4})$/, ([year]) => yearPeriod(year!)],
  [/^(\d{4})[-\s]?h(\d)$/, isoHalf],
  [/^(\d{4})(?: ?- ?| )?q(\d)$/, isoQuarter],
  [new RegExp(`^h(\\d)${OF}${YEAR}$`), ([half, year]) => isoHalf([year!, half!])],
  [new RegExp(`^quarter\\s*${QUARTERS}${OF}${YEAR}$`), quarter_],
  [new RegExp(`^${MONTH_NAMES},?\\s+${YEAR}$`), month_],
  [new RegExp(`^(\\d{1,2})\\s+${MONTH_NAMES},?\\s+${YEAR}$`), day_],
  [
    new RegExp(`^${MONTH_NAMES}\\s+(\\d{1,2}),?\\s+${YEAR}$`),
    ([month, date, year]) => day_([date!, month!, year!]),
  ],
  [/^(\d{4})-(\d{1,2})$/, ([year, month]) => stretch(year!, month!, 1)],
  [
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00)?(?:\.0+)?z?)?$/,
    ([year, month, date]) => dayPeriod(year!, month!, date!),
  ],
  [
    /^(\d{4})-(\d{1,2})\s*\.\.\s*(\d{4})-(\d{1,2})$/,
    ([year, month, lastYear, last]) =>
      monthsPeriod({ year: year!, month: month! }, { year: lastYear!, month: last! }),
  ],
  [
    /^(?:ngay )?(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/,
    ([date, , month, year]) => day_([date!, month!, year!]),
  ],
  [/^ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})$/, day_],
  [
    new RegExp(`^(?:thang|thg|th\\.|th|t)?\\s*(\\d{1,2})(?:\\s*[/-]\\s*|\\s+nam\\s+)${YEAR}$`),
    month_,
  ],
  [new RegExp(`^(?:qu[yi]|q\\.?)\\s*${QUARTERS}${OF}${YEAR}$`), quarter_],
  [/^(iv|i{1,3})\s*[/-]\s*(\d{4})$/, quarter_],
  [new RegExp(`^(?:6 thang dau|nua dau)(?: cua)?${OF}${YEAR}$`), firstHalf],
  [new RegExp(`^(?:6 thang cuoi|nua cuoi)(?: cua)?${OF}${YEAR}$`), secondHalf],
  [
    new RegExp(`^(\\d{1,2})(?: thang(?: dau)?|\\s?t(?=[\\s/]))${OF}${YEAR}$`),
    ([months, year]) => stretch(year!, 1, months!),
  ],
];

/** "Tính đến hết ngày", "luỹ kế": a figure is always of the end of its period. */
const UP_TO = /^(?=(?:luy ke|tinh|den|het) )(?:luy ke )?(?:tinh )?(?:den )?(?:het )?/;

/** "Sáu tháng đầu năm". Without "đầu" it would also be "sau tháng 5", after a month. */
const MONTHS_IN_WORDS = /^(?:ba|sau|chin)(?= thang dau )/;

function wordsToNumber(word: string): string {
  return { ba: '3', sau: '6', chin: '9' }[word] ?? word;
}

const EXCEL_MONTH =
  /^(?:[a-z]{3,9}|t\d{1,2}|thg\s?\d{1,2})[-\s]\d{2,4}$|^\d{1,2}-[a-z]{3}(-\d{2,4})?$/;
/** The days from 1954 to 2064, as Excel counts them. */
const EXCEL_SERIAL = /^[2-5]\d{4}$/;

/**
 * Reads a period: `2023`, `2023-H1`, `2023-Q4`, `2023-12`, `2023-01..2023-09`, `2023-12-15`, and as
 * people in Vietnam write them: `12/2023`, `15/12/2023`, `31.12.2023`, `Quý IV/2023`, `T12/2023`,
 * `6 tháng đầu năm 2023`, `9 tháng năm 2023`, or in English: `Q3 2023`, `H1 2023`, `December 2023`,
 * `15 December 2023`; accents and case do not count. Days stand before months.
 */
export function parsePeriod(text: string): Period | PeriodProblem {
  const written = foldText(text).replace(UP_TO, '').replace(MONTHS_IN_WORDS, wordsToNumber);
  for (const [form, read] of FORMS) {
    const found = form.exec(written);
    if (found) return read(found.slice(1).map(numberOf));
  }
  if (EXCEL_MONTH.test(written)) return 'excel-month';
  return EXCEL_SERIAL.test(written) ? 'excel-serial' : 'form';
}

function numberOf(text: string): number {
  return NAMED.get(text) ?? Number(text);
}

/** Periods of a range are of one kind; more would be no table. */
const MOST_PERIODS = 36;

/** How many there are in a year, of the kinds that a year is made of. */
const IN_A_YEAR = { year: 1, half: 2, quarter: 4, month: ALL_MONTHS } as const;

/**
 * The periods from one to another, `2024-Q1..2024-Q4`, or a single one, each as people write it;
 * `null` where the two are not years, halves, quarters or months alike, or run backwards.
 */
export function periodsIn(text: string): Period[] | null {
  const [from = '', to = from, ...more] = text.split('..').map((end) => parsePeriod(end));
  if (more.length > 0 || typeof from === 'string' || typeof to === 'string') return null;
  const { kind } = from;
  if (kind === 'span' || kind === 'day' || to.kind !== kind || to.end < from.end) return null;
  const perYear = IN_A_YEAR[kind];
  const months = ALL_MONTHS / perYear;
  const numberOf = ({ end }: Period) =>
    yearOf(end) * perYear + Number(end.slice('yyyy-'.length, 'yyyy-mm'.length)) / months - 1;
  const first = numberOf(from);
  const count = numberOf(to) - first + 1;
  if (count > MOST_PERIODS) return null;
  return Array.from({ length: count }, (_, index) => {
    const year = Math.floor((first + index) / perYear);
    return stretch(year, ((first + index) % perYear) * months + 1, months) as Period;
  });
}

/** The same period a year before; `null` for a day that the year before did not have. */
export function yearBefore({ text }: Period): Period | null {
  const before = text.replace(/\d{4}/g, (year) => String(Number(year) - 1));
  const period = parsePeriod(before);
  return typeof period === 'string' ? null : period;
}

/** Is it written as a day that is another one where the month stands before the day: `3/4/2024`? */
export function hasTwoReadings(text: string): boolean {
  const [, date, month] = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/.exec(text.trim()) ?? [];
  return date !== undefined && Number(date) <= ALL_MONTHS && Number(date) !== Number(month);
}

/** The day that a text means whose month stands before the day: `12/15/2023` is `2023-12-15`. */
export function monthFirstDay(text: string): Day | null {
  const [, month, date, year] = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text) ?? [];
  const meant = month === undefined ? '' : day(Number(year), Number(month), Number(date));
  return isRealDay(meant) ? meant : null;
}

/** The day with its month and day the other way round. */
export function dayTurned(date: Day): Day {
  const [year, month, ofMonth] = date.split('-');
  return `${year}-${ofMonth}-${month}`;
}

/** The calendar year in which the period ends. */
export function periodYear(period: Period): number {
  return yearOf(period.end);
}

/**
 * Orders periods by how much they say, latest first: the later end, then the longer period (year
 * before half before quarter before month before day).
 */
export function latestFirst(a: Period, b: Period): number {
  if (a.end !== b.end) return a.end < b.end ? 1 : -1;
  if (a.start === b.start) return 0;
  return a.start < b.start ? -1 : 1;
}
