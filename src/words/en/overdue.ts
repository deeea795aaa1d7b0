import type { DeadlineState, OnTime } from '../../overdue.ts';
import { formatDay, formatNumber, formatPercent, plural } from '../numbers.ts';
import type { OverdueWords } from '../overdue-words.ts';
import { list } from '../quote.ts';

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

const leftOut = ({ leftOut: count }: OnTime) =>
  count === 0 ? '' : `; left out: ${number(count)} done, without the day or without a due day`;

/** The English words of `overdue`. */
export const overdue: OverdueWords = {
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
  otherLeads: 'Also led by',
  kinds: { task: 'task', report: 'report' },
  standing: {
    overdue: (count) => `${days(count)} late`,
    dueIn: (count) => (count === 0 ? 'due today' : `in ${days(count)}`),
    done: (on) => (on === null ? 'done, day unknown' : `done ${day(on)}`),
    doneLate: (on, count) => `done ${day(on)}, ${days(count)} late`,
    continuous: 'continuous',
    undated: (per) => (per === null ? 'no date' : `no date: set by ${per}`),
    cancelled: 'cancelled',
  },
  extended: (from) => `extended from ${day(from)}`,
  reported: (status, on) => `${REPORTED[status]}${on === null ? '' : `, ${day(on)}`}`,
  withoutLead: 'Without a lead agency',
  withoutGroup: 'Without a group',
  duties: 'Report duties',
  subtotal: (name, counts, onTime) =>
    `${name}: ${number(counts.overdue)} overdue, ${number(counts['due-soon'])} due soon, ${number(counts.occurrences)} in all${
      onTime.judged > 0 ? `; on time: ${share(onTime)}` : ''
    }`,
  total: (kind, counts, within) => {
    const told = ORDER.filter((state) => ALWAYS.includes(state) || counts[state] > 0);
    const [one, many] = ITEMS[kind];
    const items = plural(counts.items, one, many);
    const times =
      counts.occurrences === counts.items
        ? ''
        : `, ${plural(counts.occurrences, 'occurrence', 'occurrences')}`;
    return `${items}${times}: ${told.map((state) => `${number(counts[state])} ${STATES[state](within)}`).join(', ')}.`;
  },
  nothing: 'The plan has no tasks and no report duties.',
  nothingShown: (byDefault) =>
    byDefault
      ? 'Nothing asked for is overdue or due soon (--all shows the rest).'
      : 'Nothing is as asked for.',
  narrowed: (shown, all) =>
    `The table shows ${number(shown)} of ${plural(all, 'entry', 'entries')}; all counts are of the whole plan.`,
  onTime: (onTime) =>
    onTime.judged === 0
      ? `On time: nothing was reported done on a known day${leftOut(onTime)}.`
      : `On time: ${share(onTime)} done by their due day${leftOut(onTime)}.`,
  onTimeOf: (name, onTime) => `${name}: on time ${share(onTime)}${leftOut(onTime)}.`,
  setElsewhere: (documents) =>
    `Dates set by other documents, not known here: ${documents.join(', ')}.`,
  severalLeads: (items) =>
    `${plural(items, 'entry has', 'entries have')} several lead agencies and stand${items === 1 ? 's' : ''} under each; totals count ${items === 1 ? 'it' : 'them'} once.`,
  judged: (asOf) => `As of ${day(asOf)}. Nothing is overdue on its due day.`,
  sources: (document, plan, progress) =>
    `Sources: ${document} (${plan}); progress: ${
      progress.length === 0 ? 'no file, so nothing is reported' : progress.join(', ')
    }.`,
  unreadRows: (rows) =>
    `${plural(rows, 'progress row', 'progress rows')} could not be used and ${rows === 1 ? 'does' : 'do'} not count.`,
  laterRows: (rows, asOf) =>
    `${plural(rows, 'progress row', 'progress rows')} dated after ${day(asOf)} ${rows === 1 ? 'does' : 'do'} not count.`,
  timeline: (from, to) =>
    `Timeline from ${day(from)} to ${day(to)}: ├ start (of the window, else the plan’s issue), ┤ due, ┃ today, ··· overdue, ✓ done.`,
  longest: (named, count) =>
    named === count ? 'Overdue:' : `Longest overdue, ${number(named)} of ${number(count)}:`,
  longestItem: ({ title, id, lead, due, days: count }) =>
    `✗ ${days(count)} late (due ${day(due)}): ${title} (${[id, ...lead].join('; ')})`,
  progressFrom: (files) =>
    files.length === 0
      ? 'Progress of these: no file, so nothing is reported.'
      : `Progress of these: ${files.join(', ')}.`,
  hidden: (titles) => `Not shown at this width: ${titles.join(', ')}.`,
  entry: {
    lead: (names) => `Lead: ${names.join('; ')}`,
    plan: (document, title) => `Plan: ${document}, ${title}`,
    item: (kind, id) => `${kind === 'task' ? 'Task' : 'Report duty'}: ${id}`,
    standing: (standing, asOf) => `As of ${day(asOf)}: ${standing}`,
    originalDue: (due) => `Extended; due in the plan: ${day(due)}`,
    name: (documents) => `Deadlines of ${list(documents, 'and')}`,
  },
};
