import type { Day } from '../../calendar.ts';
import { formatDay, formatNumber, plural } from '../numbers.ts';

const number = (count: number) => formatNumber(count, 'en');
const day = (date: string) => formatDay(date, 'en');

/** How the report was made and what it leaves out, in English. */
export const method = {
  verdicts:
    'Exceeded: the result is strictly beyond the target’s number (never where the target is 100% already). Met: the target is satisfied. In progress: not satisfied, and the target year has not ended. Missed: not satisfied, and the target year has ended. No data: there is a target but no usable result; a missing figure is never taken for zero.',
  counting:
    'The result that counts is the latest one that is neither after the as-of day nor after the target year; once the target year has ended, only one of that very year. Results of earlier years are marked *.',
  rounding:
    'Figures are compared exactly as written and rounded only to print; where a numerator and a denominator are given, their quotient counts. Attainment is the result over the target (for “at most” targets the target over the result).',
  pace: 'Pace holds the result against a straight line from the baseline to the target: on track from 95% of the way that should have been made, at risk from 60%, off track below.',
  cagr: 'Pace holds the compound annual growth achieved against the one required: on track from 95%, at risk from 60%, off track below.',
  deadlines: (within: number) =>
    `Nothing is overdue on its due day; due soon is within ${plural(within, 'day', 'days')}.`,
  declaredColumn:
    '“Declared as” tells the official status only where it differs from the verdict by the figures as of its own period.',
  noData: (count: number, of: number) =>
    `${number(count)} of ${plural(of, 'indicator', 'indicators')} ${count === 1 ? 'has' : 'have'} no usable data and ${count === 1 ? 'counts' : 'count'} neither as met nor as not met; the shares “met or exceeded” leave ${count === 1 ? 'it' : 'them'} out.`,
  noTarget: (count: number, year: number, codes: readonly string[]) =>
    `${plural(count, 'indicator has', 'indicators have')} no target for ${year} and ${count === 1 ? 'is' : 'are'} not judged: ${codes.join(', ')}.`,
  waived: (code: string, decision: string, reason: string, until: Day) =>
    `${code} is waived until ${day(until)} by ${decision} (${reason}) and does not count.`,
  earlier: (count: number, year: number) =>
    `${plural(count, 'indicator is', 'indicators are')} judged on results of earlier years (marked *), for want of results for ${year}.`,
  noProgress: 'No progress has been reported: nothing is recorded as done.',
  undated: (count: number) =>
    `${plural(count, 'item has', 'items have')} no due day and can never be overdue.`,
  ignored: (count: number, reasons: readonly string[]) =>
    `${plural(count, 'disagreement is', 'disagreements are')} left out as the plan’s ignore says: ${reasons.join('; ')}.`,
  note: (note: string) => `Note of the plan: ${note}`,
  version: (version: string) => `Made by dti-eval ${version} from the sources named above.`,
};

export type MethodWords = typeof method;
