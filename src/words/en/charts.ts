import type { Day } from '../../calendar.ts';
import type { DeadlineState } from '../../overdue.ts';
import type { Verdict } from '../../verdict.ts';
import { formatDay, formatNumber, plural } from '../numbers.ts';
import { type Otherwise, wouldBe } from './evidence.ts';
import { documentName } from './report-headline.ts';

const number = (count: number) => formatNumber(count, 'en');

/** The English words of pictures and of the pages that they stand on. */
export const charts = {
  titles: {
    status: (document: string) => `Where ${documentName(document)} stands`,
    statusOfSeveral: (plans: number) => `Where ${plural(plans, 'plan stands', 'plans stand')}`,
    overdue: (document: string) => `Deadlines of ${documentName(document)}`,
    overdueOfSeveral: (plans: number) => `Deadlines of ${plural(plans, 'plan', 'plans')}`,
    areas: (document: string) => `${documentName(document)} by area`,
    areasOfSeveral: (plans: number) => `${plural(plans, 'plan', 'plans')} by area`,
  },
  facts: (asOf: Day, year: number) => `As of ${formatDay(asOf, 'en')}, target year ${year}.`,
  asOf: (asOf: Day) => `As of ${formatDay(asOf, 'en')}.`,
  figures: {
    reached: 'met or exceeded',
    'in-progress': 'in progress',
    missed: 'missed',
    'no-data': 'no usable data',
    overdue: 'overdue',
    'due-soon': 'due soon',
  } satisfies Partial<Record<Verdict | DeadlineState | 'reached', string>>,
  /** Instead of “overdue” where there is no progress file. */
  unreported: 'past the date, nothing reported',
  shareOfJudged: (percent: string) => `${percent} of those with data`,
  noneJudged: 'none has usable data',
  ofAll: (all: number) => `of ${plural(all, 'indicator', 'indicators')}`,
  ofDeadlines: (all: number) => `of ${plural(all, 'deadline', 'deadlines')}`,
  within: (days: number) => `in the next ${plural(days, 'day', 'days')}`,
  all: 'All',
  group: 'Group',
  plan: 'Plan',
  waived: 'waived',
  groups: 'Verdicts by group',
  table: 'In detail',
  basis: 'What this rests on',
  plans: 'Verdicts by plan',
  sharesSaid: (title: string, rows: number) =>
    `${title}: ${plural(rows, 'bar', 'bars')}; the figures stand in the table below.`,
  indicators: (year: number) => `Indicators against their targets for ${year}`,
  earlier: 'of an earlier year',
  provisional: 'provisional: no figure of the year’s last quarter',
  disputed: (figure: string, source: string, otherwise: Otherwise) =>
    `disputed: ${figure}${source === '' ? '' : ` (${source})`}${wouldBe(otherwise)}`,
  estimate: 'an estimate',
  declared: (status: string) => `officially: ${status}`,
  waivedUntil: (day: string) => `waived until ${day}`,
  trend: 'How it went',
  trendSaid: (points: readonly string[], goal: string | null) =>
    `${points.join('; ')}${goal === null ? '' : `; target ${goal}`}`,
  timeline: 'Tasks and reports on a line of time',
  timelineSaid: (count: number, asOf: Day) =>
    `${plural(count, 'deadline', 'deadlines')} by month and by item, with a line for ${formatDay(asOf, 'en')}; the days stand in the table below.`,
  today: (day: string) => `As of ${day}`,
  dueOn: (day: string) => `due ${day}`,
  noDay: 'no day',
  states: {
    overdue: 'overdue',
    'due-soon': 'due soon',
    upcoming: 'due later',
    done: 'done',
    'done-late': 'done late',
    continuous: 'continuous',
    undated: 'without a date',
    cancelled: 'cancelled',
  } satisfies Record<DeadlineState, string>,
  dots: (unit: string) => `Targets side by side${unit === '' ? '' : ` (${unit})`}`,
  dotsSaid: (rows: number, plans: number) =>
    `${plural(rows, 'target', 'targets')} as ${number(plans)} plans set them; all figures stand in the table.`,
  heat: (year: number) => `Attainment of the targets for ${year}, area by area`,
  area: 'Area',
  ranking: 'Areas by attainment',
  measure: 'Measure',
};

export type ChartWords = typeof charts;
