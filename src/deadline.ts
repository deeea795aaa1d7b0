import { type Day, daysInMonth, endOfMonth, isRealDay } from './calendar.ts';

/** A month and a day of every year, `MM-DD`. */
export type MonthDay = string;

/** A point or a stretch of calendar time, as written: year, quarter, month or day. */
export type DueDate = string;

/** The first and the last of some years. */
export interface Years {
  first: number;
  last: number;
}

/** How a task or a report duty is due; see plan-format.md for the written forms. */
export type Due =
  | { kind: 'date'; date: DueDate }
  | { kind: 'window'; from: DueDate; to: DueDate }
  | { kind: 'recurring'; every: 'year' | 'quarter' | 'month' }
  /** Days of each year: of the plan's period, or of the years that the document names. */
  | { kind: 'dated'; days: readonly MonthDay[]; years?: Years }
  | { kind: 'then-continuous'; by: DueDate }
  | { kind: 'continuous' }
  | { kind: 'per'; document: string }
  | { kind: 'none' };

/** The form of a due value as YAML holds it. */
export type WrittenDue =
  | string
  | number
  | { yearly: readonly MonthDay[]; years?: string | number }
  | { by: string | number; then: 'continuous' }
  | { per: string };

/** One day on which something is due. */
export interface Occurrence {
  /** The last day on which it is in time: nothing is overdue on its due day. */
  due: Day;
  /** The first day of a window; `null` where the document gives only an end. */
  start: Day | null;
}

/** The bounds of a plan's deadlines: its day of issue, and its first and last year. */
export interface Horizon {
  issued: Day;
  period: Years;
}

/**
 * What is impossible in a written due value. `path` leads from the value to the part: `[]` for a
 * plain text, `['by']`, `['yearly', 1]`. `nearest` is what the part could say instead.
 */
export type DueProblem = { path: readonly (string | number)[] } & (
  | { kind: 'impossible-date'; found: string; nearest: string }
  | { kind: 'inverted-window'; from: DueDate; to: DueDate }
);

const WORDS: Record<string, Due> = {
  yearly: { kind: 'recurring', every: 'year' },
  quarterly: { kind: 'recurring', every: 'quarter' },
  monthly: { kind: 'recurring', every: 'month' },
  continuous: { kind: 'continuous' },
  none: { kind: 'none' },
};

/** The months at whose end a recurring item is due. */
const CLOSING_MONTHS = {
  year: [12],
  quarter: [3, 6, 9, 12],
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
} as const;

/** A year in which a day exists only if it exists in every year. */
export const COMMON_YEAR = 2023;

/** Does the text name a year, quarter, month or day that the calendar has? */
export function isDueDate(text: string): boolean {
  return /^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/.test(text) || isRealDay(text);
}

/** Does the text name a month and day of every year? 29 February is not one. */
function isMonthDay(text: string): boolean {
  return isRealDay(`${COMMON_YEAR}-${text}`);
}

/** The first day of the year, quarter, month or day; the text must be an {@link isDueDate}. */
export function firstDayOf(date: DueDate): Day {
  const { year, quarter, month } = piecesOf(date);
  if (month === undefined && quarter === undefined) return `${year}-01-01`;
  if (quarter !== undefined) return `${year}-${twoDigits(quarter * 3 - 2)}-01`;
  return isRealDay(date) ? date : `${date}-01`;
}

/**
 * The last day of the year, quarter, month or day, which is when something so dated is due; the
 * text must be an {@link isDueDate}.
 */
export function lastDayOf(date: DueDate): Day {
  const { year, quarter, month } = piecesOf(date);
  if (isRealDay(date)) return date;
  return endOfMonth(Number(year), quarter !== undefined ? quarter * 3 : (month ?? 12));
}

/** Is the item due again and again, so that a report must say which occurrence it means? */
export function isRecurring(due: Due): due is Extract<Due, { kind: 'recurring' | 'dated' }> {
  return due.kind === 'recurring' || due.kind === 'dated';
}

/**
 * The days on which something is due, ascending. A recurring item has one at every closing day of
 * the plan's years, but none before the plan's issue; a one-off is kept even then. What is
 * continuous, set by another document or without a date has none.
 */
export function dueDates(due: Due, horizon: Horizon): Occurrence[] {
  switch (due.kind) {
    case 'date':
      return [{ due: lastDayOf(due.date), start: null }];
    case 'window':
      return [{ due: lastDayOf(due.to), start: firstDayOf(due.from) }];
    case 'then-continuous':
      return [{ due: lastDayOf(due.by), start: null }];
    case 'recurring':
    case 'dated':
      return recurrences(due, horizon);
    case 'continuous':
    case 'per':
    case 'none':
      return [];
  }
}

function recurrences(due: Due, { issued, period }: Horizon): Occurrence[] {
  const occurrences: Occurrence[] = [];
  const { first, last } = (due.kind === 'dated' ? due.years : undefined) ?? period;
  for (let year = first; year <= last; year += 1) {
    for (const closing of closingDays(due, year)) {
      if (closing >= issued) occurrences.push({ due: closing, start: null });
    }
  }
  return occurrences;
}

/**
 * The days of one year on which a recurring item is due, whatever the plan's bounds; none of a year
 * that the item itself leaves out.
 */
export function closingDays(due: Due, year: number): Day[] {
  if (due.kind === 'recurring')
    return CLOSING_MONTHS[due.every].map((month) => endOfMonth(year, month));
  if (due.kind !== 'dated' || !isAmong(due.years, year)) return [];
  return [...new Set(due.days)].sort().map((day) => `${String(year).padStart(4, '0')}-${day}`);
}

/** Is it one of the {@link closingDays} of its year? */
export function isClosingDay(due: Due, day: Day): boolean {
  const year = Number(day.slice(0, 4));
  if (due.kind !== 'dated') return closingDays(due, year).includes(day);
  return isAmong(due.years, year) && due.days.includes(day.slice(5));
}

function isAmong(years: Years | undefined, year: number): boolean {
  return years === undefined || (years.first <= year && year <= years.last);
}

/** Reads `2024` or `2021..2025`. */
export function readYears(written: string | number): Years {
  const [first, last = first] = String(written).split('..');
  return { first: Number(first), last: Number(last) };
}

/**
 * Reads a due value; `undefined` when it has none of the forms, names impossible dates or is a
 * window that ends before it starts. {@link dueProblems} says which.
 */
export function parseDue(written: WrittenDue): Due | undefined {
  if (typeof written === 'number' || typeof written === 'string') return parseText(String(written));
  if ('per' in written) return { kind: 'per', document: written.per };
  if ('by' in written) {
    const by = String(written.by);
    return isDueDate(by) ? { kind: 'then-continuous', by } : undefined;
  }
  if (written.yearly.length === 0 || !written.yearly.every(isMonthDay)) return undefined;
  const dated = { kind: 'dated', days: [...new Set(written.yearly)].sort() } as const;
  if (written.years === undefined) return dated;
  const years = readYears(written.years);
  return years.first > years.last ? undefined : { ...dated, years };
}

function parseText(text: string): Due | undefined {
  const word = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
  if (word) return word;
  const [from, to, ...more] = text.split('..') as [string, ...string[]];
  if (more.length > 0 || !isDueDate(from)) return undefined;
  if (to === undefined) return { kind: 'date', date: from };
  return isDueDate(to) && !isInverted(from, to) ? { kind: 'window', from, to } : undefined;
}

function isInverted(from: DueDate, to: DueDate): boolean {
  return lastDayOf(to) < firstDayOf(from);
}

/**
 * Everything that is impossible in a written due value, in the order written: dates that the
 * calendar does not have, and a window that ends before it starts. Empty for a value that
 * {@link parseDue} reads, and for one without any of the forms, which is another problem.
 */
export function dueProblems(written: WrittenDue): DueProblem[] {
  if (typeof written === 'number' || typeof written === 'string')
    return textProblems(String(written));
  if ('per' in written) return [];
  if ('by' in written) return dateProblems(String(written.by), ['by']);
  const [from, to] = String(written.years ?? '').split('..') as [string, string?];
  const inverted: DueProblem[] =
    to !== undefined && to < from ? [{ kind: 'inverted-window', from, to, path: ['years'] }] : [];
  const impossible = written.yearly.flatMap((text, index): DueProblem[] => {
    const nearest = nearestMonthDay(text);
    return nearest === undefined
      ? []
      : [{ kind: 'impossible-date', found: text, nearest, path: ['yearly', index] }];
  });
  return [...impossible, ...inverted];
}

function textProblems(text: string): DueProblem[] {
  const dates = text.split('..');
  if (dates.length > 2) return [];
  const [from, to = from] = dates as [string, string?];
  if (isDueDate(from) && isDueDate(to) && isInverted(from, to))
    return [{ kind: 'inverted-window', from, to, path: [] }];
  return dates.flatMap((date) => dateProblems(date, []));
}

function dateProblems(found: string, path: DueProblem['path']): DueProblem[] {
  const nearest = nearestDueDate(found);
  return nearest === undefined ? [] : [{ kind: 'impossible-date', found, nearest, path }];
}

/**
 * The nearest date to one that is written well but that the calendar does not have: `2024-02-29`
 * for `2024-02-30`, `2024-06-30` for `2024-30-06`
 * and for `2024-31-06`, `2024-12` for `2024-13`, `2024-Q4` for `2024-Q5`. `undefined` for a real date
 * and for anything that is not written as one.
 */
export function nearestDueDate(text: string): DueDate | undefined {
  if (isDueDate(text) || !/^\d{4}(-Q\d|-\d{2}(-\d{2})?)$/.test(text)) return undefined;
  const { year, quarter, month, date } = piecesOf(text);
  if (quarter !== undefined) return `${year}-Q${within(quarter, 4)}`;
  // A month that there is not is the day, where the day can be a month.
  if (date !== undefined && month! > 12 && date >= 1 && date <= 12)
    return `${year}-${twoDigits(date)}-${twoDigits(within(month!, daysInMonth(Number(year), date)))}`;
  const realMonth = within(month ?? 1, 12);
  if (date === undefined) return `${year}-${twoDigits(realMonth)}`;
  const realDate = within(date, daysInMonth(Number(year), realMonth));
  return `${year}-${twoDigits(realMonth)}-${twoDigits(realDate)}`;
}

/** The nearest day of every year to a `MM-DD` that is not one: `02-28` for `02-29`. */
export function nearestMonthDay(text: string): MonthDay | undefined {
  return text.includes('-') ? nearestDueDate(`${COMMON_YEAR}-${text}`)?.slice(5) : undefined;
}

function piecesOf(date: DueDate) {
  const [year, middle, last] = date.split('-') as [string, string?, string?];
  const quarter = middle?.startsWith('Q') ? Number(middle.slice(1)) : undefined;
  return {
    year,
    quarter,
    month: middle === undefined || quarter !== undefined ? undefined : Number(middle),
    date: last === undefined ? undefined : Number(last),
  };
}

function within(number: number, most: number): number {
  return Math.min(Math.max(number, 1), most);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
