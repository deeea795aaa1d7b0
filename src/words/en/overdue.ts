import type { Day } from '../../calendar.ts';
import type { DeadlineState, OnTime, TaskCounts } from '../../overdue.ts';
import type { ProgressStatus } from '../../progress.ts';
import { formatDay, formatNumber, formatPercent, plural } from '../numbers.ts';
import { list } from '../quote.ts';

/** The columns of the table of deadlines that people read. */
export type OverdueColumn =
  | 'standing'
  | 'due'
  | 'item'
  | 'title'
  | 'kind'
  | 'lead'
  | 'reported'
  | 'timeline';

/** One of the longest overdue. */
export interface LongestOverdue {
  title: string;
  id: string;
  lead: readonly string[];
  due: Day;
  days: number;
  /** The reason given; empty where there is none. */
  note: string;
}

const day = (date: string) => formatDay(date, 'en');
const number = (count: number) => formatNumber(count, 'en');
const days = (count: number) => plural(count, 'day', 'days');

const STATES = {
  overdue: () => 'overdue',
  'due-soon': (within) => `due within ${days(within)}`,
  upcoming: () => 'due later',
  done: () => 'done',
  'done-late': () => 'done late',
  continuous: () => 'continuous',
  undated: () => 'without a date',
  cancelled: () => 'cancelled',
} as const satisfies Record<DeadlineState, (within: number) => string>;

const REPORTED = {
  done: 'done',
  'in-progress': 'in progress',
  'not-started': 'not started',
  extended: 'extended',
  cancelled: 'cancelled',
};

const ITEMS = { task: ['task', 'tasks'], report: ['report duty', 'report duties'] } as const;

/** What a reader looks for is told even where it is none. */
const ALWAYS: readonly DeadlineState[] = ['overdue', 'due-soon', 'done', 'done-late'];
const ORDER: readonly DeadlineState[] = [
  'overdue',
  'due-soon',
  'upcoming',
  'done',
  'done-late',
  'continuous',
  'undated',
  'cancelled',
];

function share({ onTime, judged, rate }: OnTime): string {
  const percent = rate === null ? '' : ` (${formatPercent(rate, 'en')})`;
  return `${number(onTime)} of ${number(judged)}${percent}`;
}

function leftOut({ leftOut: unknown, ahead }: OnTime): string {
  const told = [
    ...(unknown === 0 ? [] : [`${number(unknown)} done, without the day or without a due day`]),
    ...(ahead === 0 ? [] : [`${number(ahead)} done ahead of a day still to come`]),
  ];
  return told.length === 0 ? '' : `; left out: ${told.join(', ')}`;
}

function totalOf(kind: 'task' | 'report', counts: TaskCounts, told: string): string {
  const [one, many] = ITEMS[kind];
  const times =
    counts.occurrences === counts.items
      ? ''
      : `, ${plural(counts.occurrences, 'occurrence', 'occurrences')}`;
  return `${plural(counts.items, one, many)}${times}: ${told}.`;
}

const pastDate = (count: number) => `${number(count)} past ${count === 1 ? 'its' : 'their'} date`;

/** The English words of `overdue`. */
export const overdue = {
  columns: {
    standing: 'State',
    due: 'Due',
    item: 'Code',
    title: 'Task or report duty',
    kind: 'Kind',
    lead: 'Lead',
    reported: 'Reported',
    timeline: 'Timeline',
  },
  /** Columns that only a spreadsheet has. */
  sheet: {
    original: 'First due',
    'days-overdue': 'Days overdue',
    'done-on': 'Done on',
    'days-late': 'Days late',
  },
  /** The heading of the lead column where the table is grouped by lead. */
  otherLeads: 'Also led by',
  /** Behind very many agencies. */
  moreLeads: (more: number) => `and ${formatNumber(more, 'en')} more`,
  kinds: { task: 'task', report: 'report' },
  standing: {
    overdue: (count: number) => `${days(count)} late`,
    /** Today is 0 days ahead. */
    dueIn: (count: number) => (count === 0 ? 'due today' : `in ${days(count)}`),
    /** `null`: on a day that is not known. */
    done: (on: Day | null) => (on === null ? 'done, day unknown' : `done ${day(on)}`),
    doneLate: (on: Day, count: number) => `done ${day(on)}, ${days(count)} late`,
    continuous: 'continuous',
    /** The document that sets the date, where one does. */
    undated: (per: string | null) => (per === null ? 'no date' : `no date: set by ${per}`),
    cancelled: 'cancelled',
  },
  extended: (from: Day) => `extended from ${day(from)}`,
  reported: (status: ProgressStatus, on: Day | null) =>
    `${REPORTED[status]}${on === null ? '' : `, ${day(on)}`}`,
  withoutLead: 'Without a lead agency',
  withoutGroup: 'Without a group',
  duties: 'Report duties',
  /** One group: what of it is overdue and due soon, out of how many, and its on-time rate. */
  subtotal: (name: string, counts: TaskCounts, onTime: OnTime) =>
    `${name}: ${number(counts.overdue)} overdue, ${number(counts['due-soon'])} due soon, ${number(counts.occurrences)} in all${
      onTime.judged === 0 ? '' : `; on time: ${share(onTime)}`
    }`,
  /** One group, of which nothing is reported. */
  subtotalUnreported: (name: string, counts: TaskCounts) =>
    `${name}: ${pastDate(counts.overdue)}, ${number(counts['due-soon'])} due soon, ${number(counts.occurrences)} in all`,
  /** All of a plan's tasks, or all of its duties. */
  total: (kind: 'task' | 'report', counts: TaskCounts, within: number) => {
    const told = ORDER.filter((state) => ALWAYS.includes(state) || counts[state] > 0);
    const all = told.map((state) => `${number(counts[state])} ${STATES[state](within)}`);
    return totalOf(kind, counts, all.join(', '));
  },
  /** The same where there is no progress file, so that only the plan's own dates are known. */
  unreported: (kind: 'task' | 'report', counts: TaskCounts, within: number) => {
    const told = ORDER.filter(
      (state) => state !== 'overdue' && (state === 'due-soon' || counts[state] > 0),
    );
    const others = told.map((state) => `${number(counts[state])} ${STATES[state](within)}`);
    return totalOf(
      kind,
      counts,
      `${pastDate(counts.overdue)}, nothing reported; ${others.join(', ')}`,
    );
  },
  nothing: 'The plan has no tasks and no report duties.',
  /** Of what the plan has, nothing was asked for; by default that is what is overdue or due soon. */
  nothingShown: (byDefault: boolean): string =>
    byDefault
      ? 'Nothing asked for is overdue or due soon (--all shows the rest).'
      : 'Nothing is as asked for.',
  narrowed: (shown: number, all: number) =>
    `The table shows ${number(shown)} of ${plural(all, 'entry', 'entries')}; all counts are of the whole plan.`,
  onTime: (onTime: OnTime) =>
    onTime.judged === 0
      ? `On time: nothing that could be judged has fallen due${leftOut(onTime)}.`
      : `On time: ${share(onTime)} that have fallen due${leftOut(onTime)}.`,
  onTimeOf: (name: string, onTime: OnTime) =>
    `${name}: on time ${share(onTime)}${leftOut(onTime)}.`,
  /** Documents that set the dates of undated items. */
  setElsewhere: (documents: readonly string[]) =>
    `Dates set by other documents, not known here: ${documents.join(', ')}.`,
  severalLeads: (items: number) =>
    `${plural(items, 'entry has', 'entries have')} several lead agencies and stand${items === 1 ? 's' : ''} under each; totals count ${items === 1 ? 'it' : 'them'} once.`,
  judged: (asOf: Day) => `As of ${day(asOf)}. Nothing is overdue on its due day.`,
  sources: (document: string, plan: string, progress: readonly string[]) =>
    `Sources: ${document} (${plan}); progress: ${
      progress.length === 0 ? 'no file, so nothing is reported' : progress.join(', ')
    }.`,
  timeline: (from: Day, to: Day) =>
    `Timeline from ${day(from)} to ${day(to)}: ├ start (of the window, else the plan’s issue), ┤ due, ┃ today, ··· overdue, ✓ done.`,
  /** How many of the overdue are named, the longest overdue first; is anything reported? */
  longest: (named: number, count: number, reported: boolean) => {
    const what = reported ? 'overdue' : 'past the date';
    return named === count
      ? `${reported ? 'Overdue' : 'Past the date'}:`
      : `Longest ${what}, ${number(named)} of ${number(count)}:`;
  },
  longestItem: ({ title, id, lead, due, days: count, note }: LongestOverdue) =>
    `✗ ${days(count)} late (due ${day(due)}): ${title} (${[id, ...lead].join('; ')})${note === '' ? '' : `; reason given: ${note}`}`,
  progressFrom: (files: readonly string[]) =>
    files.length === 0
      ? 'Progress of these: no file, so nothing is reported.'
      : `Progress of these: ${files.join(', ')}.`,
  hidden: (titles: readonly string[]) => `Not shown at this width: ${titles.join(', ')}.`,
  /** The lines of a calendar entry. */
  entry: {
    note: (note: string) => `Reason given: ${note}`,
    lead: (names: readonly string[]) => `Lead: ${names.join('; ')}`,
    plan: (document: string, title: string) => `Plan: ${document}, ${title}`,
    item: (kind: 'task' | 'report', id: string) =>
      `${kind === 'task' ? 'Task' : 'Report duty'}: ${id}`,
    standing: (standing: string, asOf: Day) => `As of ${day(asOf)}: ${standing}`,
    originalDue: (due: Day) => `Extended; due in the plan: ${day(due)}`,
    name: (documents: readonly string[]) => `Deadlines of ${list(documents, 'and')}`,
  },
};

export type OverdueWords = typeof overdue;
