import type { Day } from '../../calendar.ts';
import { formatDay, formatNumber, formatPercent, plural } from '../numbers.ts';
import { list } from '../quote.ts';
import type { Assignment, Comparison, DeadlineKind, WorkFacts } from '../report-facts.ts';
import { evidence } from './evidence.ts';
import { documentName } from './report-headline.ts';

const number = (count: number) => formatNumber(count, 'en');
const day = (date: Day) => formatDay(date, 'en');
const and = (items: readonly string[]) => list(items, 'and');

const NOUNS: Record<DeadlineKind, readonly [one: string, many: string]> = {
  task: ['task', 'tasks'],
  report: ['report', 'reports'],
};

function noun(kind: DeadlineKind, count: number): string {
  return plural(count, ...NOUNS[kind]);
}

function standing(facts: WorkFacts, kind: DeadlineKind, asOf: Day): string {
  const { items, occurrences, done, late, undatedDone, underWay, overdue, cancelled, isReported } =
    facts;
  const rest = occurrences - done - late - underWay - overdue - cancelled;
  const told = [
    [done + late, 'done'],
    [underWay, 'under way and not past the due day'],
    [overdue, isReported ? 'overdue' : 'past their day with nothing reported'],
    [cancelled, 'cancelled'],
    [rest, 'not yet due or without a date'],
  ] as const;
  const counts = told.filter(([count]) => count > 0).map(([count, so]) => `${number(count)} ${so}`);
  const times = occurrences === items ? '' : ` (${plural(occurrences, 'due day', 'due days')})`;
  const when = [
    ...(late > 0 ? [`${number(late)} of those done ${late === 1 ? 'was' : 'were'} late`] : []),
    ...(undatedDone > 0 ? [`${number(undatedDone)} without the day`] : []),
  ];
  const { onTime, judged } = facts.onTime;
  const rate =
    judged === 0 || !isReported
      ? ''
      : ` Done in time: ${number(onTime)} of ${number(judged)} that have fallen due (${formatPercent(onTime / judged, 'en')}).`;
  return `As of ${day(asOf)}, of ${noun(kind, items)}${times}: ${and(counts)}${when.length === 0 ? '' : `; ${when.join(', ')}`}.${rate}`;
}

/** The words of a report's chapters as officials order them. */
export const chapters = {
  headings: {
    direction: 'Direction and steering',
    results: 'Results',
    tasks: 'Tasks and reporting duties',
    done: 'Done',
    late: 'Done late',
    underWay: 'Under way',
    overdue: 'Overdue',
    shortcomings: 'Shortcomings and their reasons',
    next: 'Work of the next period',
    proposals: 'Proposals',
    taskList: 'All tasks and reporting duties',
    files: 'Files',
  },
  annex: (number: string) => `Annex ${number}`,
  letters: 'abcdefghijklmnopqrstuvwxyz',
  /** Stand where a person must write, in brackets that nobody overlooks. */
  fill: {
    direction: '[To be added: what was directed, issued, inspected and urged in the period.]',
    reasons: '[To be added: reasons that the figures do not show.]',
    next: '[To be added: other work of the next period.]',
    proposals: '[To be added: other proposals.]',
  },
  scope: (leads: readonly string[], groups: readonly string[]) =>
    `Only: ${[
      ...(leads.length === 0
        ? []
        : [`what ${and(leads)} ${leads.length === 1 ? 'leads' : 'lead'}`]),
      ...(groups.length === 0
        ? []
        : [`the ${groups.length === 1 ? 'group' : 'groups'} ${and(groups)}`]),
    ].join('; ')}`,
  /** Why a report on an area has no tasks. */
  noTasksOfArea: 'The plan does not divide its tasks and reports by area: they are not told here.',
  sources: (documents: readonly string[], more: number) =>
    documents.length === 0
      ? 'Sources: no figures yet'
      : `Sources: ${documents.join('; ')}${more > 0 ? `; and ${plural(more, 'other', 'others')}` : ''}`,
  assigned: ({
    document,
    issued,
    serves,
    indicators,
    tasks,
    duties,
    leads,
    isNarrow,
  }: Assignment) => {
    const given = [
      ...(indicators > 0 ? [plural(indicators, 'indicator', 'indicators')] : []),
      ...(tasks > 0 ? [plural(tasks, 'task', 'tasks')] : []),
      ...(duties > 0 ? [plural(duties, 'reporting duty', 'reporting duties')] : []),
    ];
    const serving = serves.length === 0 ? '' : ` and implements ${and(serves)}`;
    const led = leads === 0 ? '' : ` led by ${plural(leads, 'agency', 'agencies')}`;
    return `${documentName(document)} was issued on ${day(issued)}${serving}. ${isNarrow ? 'This report is on' : 'It sets'} ${and(given)}${led}.`;
  },
  standing,
  noProgress: 'No progress has been reported: what is past its day is told as that, not as undone.',
  columns: {
    done: 'Done on',
    late: 'Days late',
    state: 'State',
    note: 'Reason, note',
    number: 'No.',
  },
  states: {
    done: 'done',
    'done-late': 'done late',
    overdue: 'overdue',
    'due-soon': 'due soon',
    upcoming: 'not yet due',
    continuous: 'continuous',
    undated: 'without a date',
    cancelled: 'cancelled',
  },
  /** The state where it is reported so and not past its day. */
  reportedUnderWay: 'under way',
  per: (document: string) => `by ${document}`,
  shortcomings: {
    none: 'The figures show no target missed and no work late.',
    notReached: (count: number, year: number) =>
      `${plural(count, 'indicator has', 'indicators have')} not reached the target for ${year}; the lowest against it:`,
    compared: ({ name, value, period, target, attained }: Comparison) =>
      `${name}: ${value}${period === null ? '' : ` (${period})`}${target === null ? '' : ` against a target of ${target}`}${attained === null ? '' : `, ${attained} of it`}`,
    more: (count: number) => `and ${plural(count, 'other', 'others')}`,
    moreLeads: (count: number) => `and ${plural(count, 'other agency', 'other agencies')}`,
    noData: (count: number, groups: readonly string[]) =>
      `${plural(count, 'indicator has', 'indicators have')} no usable data${groups.length === 0 ? '' : `: ${groups.join('; ')}`}.`,
    counted: (name: string, count: number) => `${name} ${number(count)}`,
    overdue: (kind: DeadlineKind, count: number, isReported: boolean) =>
      isReported
        ? `${noun(kind, count)} ${count === 1 ? 'is' : 'are'} overdue${kind === 'report' ? ' to be sent' : ' and not done'}, by lead agency:`
        : `${noun(kind, count)} ${count === 1 ? 'is' : 'are'} past the due day without a word of progress, by lead agency:`,
    late: (kind: DeadlineKind, count: number, most: number) =>
      `${noun(kind, count)} ${count === 1 ? 'was' : 'were'} done late, by up to ${plural(most, 'day', 'days')}.`,
    disputed: (count: number) =>
      `${plural(count, 'verdict rests', 'verdicts rest')} on a figure that another source contradicts.`,
    provisional: (count: number) =>
      `${plural(count, 'verdict is', 'verdicts are')} provisional, for want of figures of the year’s last quarter.`,
    doubted: (count: number) =>
      `${plural(count, 'verdict rests', 'verdicts rest')} on a percentage that may have been written as a ratio.`,
    reasons: 'Reasons that the agencies give:',
    reason: (title: string, note: string) => `“${title}”: ${note}`,
  },
  next: {
    overdue: (kind: DeadlineKind, count: number, isReported: boolean) =>
      isReported
        ? kind === 'task'
          ? `Finish ${plural(count, 'overdue task', 'overdue tasks')}.`
          : `Send ${plural(count, 'overdue report', 'overdue reports')}.`
        : `Report the progress of ${noun(kind, count)} past the due day.`,
    unreached: (count: number) =>
      `Go on with ${plural(count, 'indicator', 'indicators')} that ${count === 1 ? 'has' : 'have'} not reached the target; still to go:`,
    missing: (name: string, left: string) => `${name}: ${left}`,
    noData: (count: number) =>
      `Collect the figures of ${plural(count, 'indicator', 'indicators')} without data.`,
    disputed: (count: number) =>
      `Settle the ${count === 1 ? 'figure' : 'figures'} of ${plural(count, 'verdict', 'verdicts')} that another source disputes.`,
    nothing: 'From the data nothing is left to do.',
  },
  files: {
    plan: (file: string) => `Plan: ${file}`,
    results: (files: readonly string[]) => `Results: ${files.join(', ') || 'no file'}`,
    progress: (files: readonly string[]) => `Progress of tasks: ${files.join(', ') || 'no file'}`,
  },
  short: { next: (items: readonly string[]) => `Next: ${items.join('; ').replace(/\.$/, '')}.` },
  /** A number of a target in a sentence, by its sign. */
  targets: {
    '≥': (figure: string) => `at least ${figure}`,
    '>': (figure: string) => `more than ${figure}`,
    '≤': (figure: string) => `at most ${figure}`,
    '<': (figure: string) => `less than ${figure}`,
    '~': (figure: string) => `about ${figure}`,
  },
  points: 'percentage points',
  otherYears: (years: readonly { year: number; targets: number }[]) =>
    `${years.map(({ year, targets }) => `${plural(targets, 'target is', 'targets are')} for ${year}`).join('; ')}.`,
  notCounted: evidence.reasons,
  remarks: 'Remarks',
};

export type ChapterWords = typeof chapters;
