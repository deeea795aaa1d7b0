import { type Day, day, endOfMonth, isRealDay, yearOf } from './calendar.ts';

/** The time that a result speaks of. */
export interface Period {
  kind: 'year' | 'quarter' | 'month' | 'day';
  /** Canonical text: `2023`, `2023-Q4`, `2023-12`, `2023-12-15`. */
  text: string;
  /** The period's last day. */
  end: Day;
}

/** Why a text is no period: it is not written as one, or it is but the calendar has no such time. */
export type PeriodProblem = 'form' | 'calendar' | 'excel-month';

/** Coarser periods first: on equal ends a year's figure counts before a day's. */
const COARSENESS = { year: 0, quarter: 1, month: 2, day: 3 } as const;

/** The whole calendar year. */
export function yearPeriod(year: number): Period {
  return { kind: 'year', text: String(year), end: day(year, 12, 31) };
}

function quarterPeriod(year: number, quarter: number): Period {
  return {
    kind: 'quarter',
    text: `${year}-Q${quarter}`,
    end: endOfMonth(year, quarter * 3),
  };
}

function monthPeriod(year: number, month: number): Period | PeriodProblem {
  if (month < 1 || month > 12) return 'calendar';
  return {
    kind: 'month',
    text: `${year}-${String(month).padStart(2, '0')}`,
    end: endOfMonth(year, month),
  };
}

function dayPeriod(year: number, month: number, date: number): Period | PeriodProblem {
  const text = day(year, month, date);
  return isRealDay(text) ? { kind: 'day', text, end: text } : 'calendar';
}

const EXCEL_MONTH =
  /^([A-Za-z]{3,9}|T\d{1,2}|Thg\s?\d{1,2})[-\s]\d{2,4}$|^\d{1,2}-[A-Za-z]{3}(-\d{2,4})?$/;

/**
 * Reads a period: `2023`, `2023-Q4`, `2023-12`, `2023-12-15`, and as Excel users in Vietnam write
 * them, `12/2023` and `15/12/2023`. What Excel makes of them by itself (`Dec-23`) is told apart
 * as `excel-month`, so that the message can say so.
 */
export function parsePeriod(text: string): Period | PeriodProblem {
  const written = text.trim();
  const quarter = /^(\d{4})-?[Qq]([1-4])$/.exec(written);
  if (quarter) return quarterPeriod(Number(quarter[1]), Number(quarter[2]));
  if (/^(\d{4})-?[Qq]\d+$/.test(written)) return 'calendar';
  if (/^\d{4}$/.test(written)) return yearPeriod(Number(written));
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(written);
  if (iso) return fromNumbers(iso[1]!, iso[2]!, iso[3]);
  const vietnamese = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(written);
  if (vietnamese) return fromNumbers(vietnamese[3]!, vietnamese[2]!, vietnamese[1]);
  return EXCEL_MONTH.test(written) ? 'excel-month' : 'form';
}

function fromNumbers(
  year: string,
  month: string,
  date: string | undefined,
): Period | PeriodProblem {
  return date === undefined
    ? monthPeriod(Number(year), Number(month))
    : dayPeriod(Number(year), Number(month), Number(date));
}

/** The calendar year in which the period ends. */
export function periodYear(period: Period): number {
  return yearOf(period.end);
}

/**
 * Orders periods by how much they say, latest first: the later end, then the coarser period
 * (year before quarter before month before day).
 */
export function latestFirst(a: Period, b: Period): number {
  if (a.end !== b.end) return a.end < b.end ? 1 : -1;
  return COARSENESS[a.kind] - COARSENESS[b.kind];
}
