/** How a language writes numbers, dates and lists; names that a catalogue has in several languages. */
export interface Style {
  /** The locale names (`LC_ALL`, `LANG`) that ask for the language. */
  locale: RegExp;
  /** What stands between groups of three digits, and before the decimals. */
  group: string;
  decimal: string;
  /** A calendar day; month and day as two digits. */
  day: (year: string, month: string, day: string) => string;
  /** Day and month of a day that recurs every year. */
  dayOfYear: (month: string, day: string) => string;
  month: (year: number, month: string) => string;
  quarter: (year: number, quarter: number) => string;
  half: (year: number, half: number) => string;
  /** From a month to another of the same year or a later one; months run from 1. */
  months: (first: { year: number; month: number }, last: { year: number; month: number }) => string;
  and: string;
  or: string;
  /** The name of a catalogue's entry in the language. */
  nameOf: (entry: { name: string; nameEn: string }) => string;
}
