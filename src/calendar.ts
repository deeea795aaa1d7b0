/**
 * A calendar date, `YYYY-MM-DD`. It has no time and no zone: dates are compared as text and
 * counted in whole days, so that a machine in any zone gives the same answer.
 */
export type Day = string;

const MS_PER_DAY = 86_400_000;

function utc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day with these numbers; months run from 1. The numbers must be a real date. */
export function day(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Is the text a date that exists? `2024-02-30` is not. */
export function isRealDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, date] = text.split('-').map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** How many days the month has; months run from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The month's last day. */
export function endOfMonth(year: number, month: number): Day {
  return day(year, month, daysInMonth(year, month));
}

/** The calendar year of a day. */
export function yearOf(date: Day): number {
  return Number(date.slice(0, 4));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / MS_PER_DAY);
}

/** The day that many days later (earlier when negative). */
export function addDays(date: Day, days: number): Day {
  return new Date(utc(date) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** How many days the year has. */
export function daysInYear(year: number): number {
  return 337 + daysInMonth(year, 2);
}

/** The date that a clock in Asia/Ho_Chi_Minh (UTC+7, no daylight saving) shows at this instant. */
export function dayInVietnam(instant: Date): Day {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Has the calendar year ended on this day? From 1 January of the next. */
export function hasYearEnded(year: number, on: Day): boolean {
  return yearOf(on) > year;
}
