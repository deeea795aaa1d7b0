import type { Day } from '../../calendar.ts';
import type { Verdict } from '../../verdict.ts';
import { formatDay, formatNumber, plural } from '../numbers.ts';
import { list } from '../quote.ts';
import type { ChangeCounts, DeadlineFacts, SinceText, UncomputedReason } from '../report-facts.ts';
import { appendix } from './report-appendix.ts';
import { chapters } from './report-chapters.ts';
import {
  documentName,
  headline,
  overdueText,
  sentence,
  share,
  shortHeadline,
} from './report-headline.ts';
import { method } from './report-method.ts';
import { status } from './status.ts';

const number = (count: number) => formatNumber(count, 'en');
const day = (date: string) => formatDay(date, 'en');
const and = (items: readonly string[]) => list(items, 'and');

const REASONS: Record<UncomputedReason, readonly [one: string, many: string]> = {
  'no-baseline': ['has no baseline', 'have no baseline'],
  'no-newer-result': ['has no result after the baseline', 'have no result after the baseline'],
  'baseline-satisfies': [
    'has a baseline that already meets the target',
    'have a baseline that already meets the target',
  ],
  'zero-baseline': ['has a baseline of zero', 'have a baseline of zero'],
  'sign-change': ['changes its sign', 'change their sign'],
  'too-steep': [
    'grew in so few days that no rate for a year follows',
    'grew in so few days that no rate for a year follows',
  ],
  'beyond-cap': ['is a year’s total beyond its cap', 'are years’ totals beyond their caps'],
  milestone: [
    'is a milestone, which has no pace in numbers',
    'are milestones, which have no pace in numbers',
  ],
  parts: ['has parts without a pace', 'have parts without a pace'],
};

const since = (what: SinceText) =>
  'day' in what ? day(what.day) : `the results in ${what.files.join(', ')}`;

function noneWith(verdicts: readonly Verdict[], year: number): string {
  const words = verdicts.map((verdict) => `“${status.verdicts[verdict]}”`);
  return `No indicator with a target for ${year} is ${list(words, 'or')}.`;
}

function uncomputed(
  count: number,
  all: number,
  reasons: readonly { reason: UncomputedReason; count: number }[],
): string {
  const said = (one: { reason: UncomputedReason; count: number }) =>
    `${number(one.count)} ${REASONS[one.reason][one.count === 1 ? 0 : 1]}`;
  const [only] = reasons;
  const of = `${number(count)} of the ${plural(all, 'indicator', 'indicators')} in progress`;
  if (reasons.length === 1 && only)
    return `The pace of ${of} cannot be computed: ${count === 1 ? 'it' : 'they'} ${REASONS[only.reason][count === 1 ? 0 : 1]}.`;
  return `The pace of ${of} cannot be computed: ${reasons.map(said).join('; ')}.`;
}

function changes({ directions, results, deadlines }: ChangeCounts, what: SinceText): string {
  const told = [
    [directions.improved, 'verdict improved', 'verdicts improved'],
    [directions.worsened, 'verdict worsened', 'verdicts worsened'],
    [directions.known, 'indicator can now be judged', 'indicators can now be judged'],
    [
      directions.unknown,
      'indicator no longer has usable data',
      'indicators no longer have usable data',
    ],
    [
      results,
      'new result leaves the verdict as it was',
      'new results leave the verdicts as they were',
    ],
    [deadlines?.finished ?? 0, 'item was finished', 'items were finished'],
    [deadlines?.newlyOverdue ?? 0, 'item became overdue', 'items became overdue'],
    [deadlines?.extended ?? 0, 'item was extended', 'items were extended'],
    [deadlines?.cancelled ?? 0, 'item was cancelled', 'items were cancelled'],
  ] as const;
  const parts = told
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => plural(count, one, many));
  const tasks = deadlines === null ? ' Tasks were not compared.' : '';
  return `Compared with ${since(what)}: ${and(parts)}.${tasks}`;
}

/** The English words of `report`. */
export const report = {
  /** The document with what it is: a plan, a decision. */
  document: documentName,
  title: (document: string) => `Report on ${documentName(document)}`,
  titleOfSeveral: (plans: number) => `Report on ${plural(plans, 'plan', 'plans')}`,
  headings: {
    summary: 'Summary',
    comparison: 'The plans compared',
    alignment: 'Alignment with the national targets',
    groups: 'Indicators by group',
    indicators: 'Results by indicator',
    overdue: 'Overdue tasks and reports',
    dueNext: 'Due next',
    questions: 'Questions to the agencies',
    method: 'Method and scope',
    scope: 'Scope and remarks',
  },
  /** The chapter of one plan among several. */
  planHeading: (document: string, area: string) => `${documentName(document)} (${area})`,
  changesHeading: (what: SinceText) => `Changes since ${since(what)}`,
  /** A heading with how many it is about. */
  counted: (heading: string, count: number) => `${sentence(heading)} (${number(count)})`,
  paces: {
    'on-track': 'On track',
    'at-risk': 'At risk',
    'off-track': 'Off track',
    'not-computable': 'Pace not computable',
  },
  columns: {
    group: 'Group',
    indicators: 'Indicators',
    reached: 'Met or exceeded, of those with data',
    declaredOtherwise: 'Declared as',
    expected: 'Expected by then',
    needed: 'Still needed a year',
    left: 'Still missing',
    achieved: 'Achieved a year',
    reaches: 'Reached at this pace',
    item: 'Code',
    title: 'Item',
    kind: 'Kind',
    due: 'Due',
    daysLate: 'Days late',
    daysLeft: 'Days left',
    lead: 'Lead agency',
    direction: 'Change',
    before: 'Before',
    now: 'Now',
    change: 'Change',
    plan: 'Plan',
    area: 'Area',
    year: 'Year',
    overdue: 'Tasks overdue',
  },
  /** What is left to the target as it is. */
  leftIn: (amount: string, months: number) =>
    months > 0 ? `${amount} in ${plural(months, 'month', 'months')}` : amount,
  waivedColumn: 'Waived',
  total: 'Total',
  withoutGroup: 'Without a group',
  withoutLead: 'No lead agency named',
  senders: 'Whoever sent these files',
  kinds: { task: 'task', report: 'report' },
  facts: {
    document: (code: string, issued: Day, title: string) =>
      `Document: ${documentName(code)} of ${day(issued)}, ${title}`,
    area: (name: string) => `Area: ${name}`,
    asOf: (asOf: Day, year: number | null, area: string | null) =>
      [
        `As of: ${day(asOf)}`,
        ...(year === null ? [] : [`targets for ${year}`]),
        ...(area === null ? [] : [`results of ${area}`]),
      ].join('; '),
    sources: (plan: string, results: readonly string[], progress: readonly string[]) =>
      `Sources: plan ${plan}; results ${results.length === 0 ? '(no file)' : results.join(', ')}; progress of tasks ${progress.length === 0 ? '(no file)' : progress.join(', ')}`,
    plans: (documents: readonly string[]) => `Documents: ${documents.map(documentName).join('; ')}`,
  },
  /** One paragraph. */
  headline,
  shortHeadline,
  /** How much of what, with its share: `11/13 (84,6%)`. */
  share,
  /** The verdicts that no indicator has. */
  noneWith,
  noTargets: (year: number) => `No indicator has a target for ${year}.`,
  uncomputed,
  /** Items that several agencies lead. */
  severalLeads: (count: number) =>
    `${plural(count, 'item has', 'items have')} several lead agencies and ${count === 1 ? 'stands' : 'stand'} under each of them.`,
  reason: (note: string) => `reason given: ${note}`,
  overdue: (
    { tasks, duties }: { tasks: DeadlineFacts; duties: DeadlineFacts },
    asOf: Day,
    hasProgress: boolean,
  ) => {
    const text = overdueText(tasks, duties);
    const basis = hasProgress
      ? ''
      : ' No progress has been reported, so that it is not known what has been done; everything past its day is listed here.';
    return text === null
      ? `As of ${day(asOf)}, nothing is overdue.`
      : `As of ${day(asOf)}, ${text}.${basis}`;
  },
  noDuties: 'The plan lists no tasks and no duties to report.',
  dueSoon: (count: number, within: number) =>
    `${plural(count, 'item falls', 'items fall')} due in the next ${plural(within, 'day', 'days')}.`,
  dueLater: (count: number, within: number, due: Day) =>
    `Nothing falls due in the next ${plural(within, 'day', 'days')}; the nearest due day is ${day(due)}, with ${plural(count, 'item', 'items')}.`,
  nothingDue: (asOf: Day) => `After ${day(asOf)} nothing has a due day any more.`,
  /** In a cell: the due day was moved from this one. */
  extendedFrom: (due: Day) => `extended from ${day(due)}`,
  directions: {
    improved: 'improved',
    worsened: 'worsened',
    known: 'can now be judged',
    unknown: 'no longer has usable data',
  },
  unchanged: (what: SinceText) => `Nothing has changed since ${since(what)}.`,
  changes,
  deadlineChanges: {
    finished: 'finished',
    newlyOverdue: 'newly overdue',
    extended: 'extended',
    cancelled: 'cancelled',
  },
  unknownBefore: 'none',
  perYear: (amount: string) => `${amount} a year`,
  never: 'never',
  /** A year's total at the present rate. */
  notInYear: (year: number) => `not in ${year}`,
  alignment: (reference: string, targets: number) =>
    `The plans are held against the ${plural(targets, 'target', 'targets')} of ${reference}. Only what is defined alike and set for the same year is compared; targets are compared with targets, not with results.`,
  /** `withoutProgress` is how many have tasks and no progress file. */
  comparison: (plans: number, asOf: Day, withoutProgress: number) =>
    `${plural(plans, 'plan is', 'plans are')} judged as of ${day(asOf)}, each for its own target year. Their targets are defined differently: the table is no ranking.${
      withoutProgress === 0
        ? ''
        : ` ${plural(withoutProgress, 'plan has', 'plans have')} no report of progress: overdue there is whatever is past its day.`
    }`,
  questions: (count: number, notes: number) => {
    const more =
      notes === 0
        ? ''
        : ` There ${notes === 1 ? 'is' : 'are'} also ${plural(notes, 'note', 'notes')} that ${notes === 1 ? 'needs' : 'need'} no answer.`;
    return count === 0
      ? `Holding the sources against each other leaves nothing to clear up.${more}`
      : `Holding the sources against each other leaves ${plural(count, 'point', 'points')} to clear up. The agencies below are asked to check and answer.${more}`;
  },
  /** What was sent of an indicator and does not count. */
  uncounted: (about: string, reasons: readonly string[]) =>
    `${about}: not counted: ${reasons.join('; ')}. Please send the right figure.`,
  /** Where something stands. */
  placed: (places: string) => `Source: ${places}.`,
  method,
  chapters,
  appendix,
};

export type ReportWords = typeof report;
