import type { Day } from '../../calendar.ts';
import type { Years } from '../../deadline.ts';
import type { ResultStanding } from '../../standing.ts';
import type { NumericTarget } from '../../target.ts';
import { formatDay, formatNumber, plural } from '../numbers.ts';
import { type Otherwise, wouldBe } from './evidence.ts';

const day = (date: string) => formatDay(date, 'en');

/** How a target is to be understood, by its numbers and the least or greatest that reaches it. */
const TARGET_READINGS: Record<
  NumericTarget['op'],
  (first: string, last: string, reaching: string) => string
> = {
  '>=': (number) => `at least ${number}; beyond it is exceeded`,
  '>': (number) => `more than ${number}; ${number} itself does not reach it`,
  '<=': (number) => `at most ${number}; below it is exceeded`,
  '<': (number) => `less than ${number}; ${number} itself does not reach it`,
  '~': (number, _, least) => `about ${number}: five hundredths less still count, from ${least} up`,
  '..': (lower, upper) => `at least ${lower}; beyond ${upper} is exceeded`,
};

/** The English words of `explain` for an indicator or a task. */
export const explain = {
  labels: {
    indicator: 'Indicator',
    part: 'Part',
    plan: 'Plan',
    place: 'Place',
    group: 'Group',
    lead: 'Lead',
    measure: 'Measure',
    note: 'Note',
    target: 'Target',
    targets: 'Other years',
    wording: 'As worded',
    readAs: 'Read as',
    baseline: 'Baseline',
    result: 'Result',
    reason: 'Rule',
    disputed: 'Disputed',
    doubted: 'Doubted',
    corrected: 'Corrected',
    provisional: 'Provisional',
    attainment: 'Attained',
    gap: 'Gap',
    verdict: 'Verdict',
    rounding: 'Rounding',
    next: 'Next better',
    waiver: 'Waiver',
    notCounted: 'Not counted',
    declared: 'Declared',
    computedThen: 'Computed then',
    linear: 'Linear',
    cagr: 'Compound',
    yearTotal: 'Year so far',
    task: 'Task',
    report: 'Report duty',
    partners: 'Partners',
    to: 'To',
    due: 'Due',
    dueDays: 'Due days',
    state: 'State',
    reported: 'Reported',
    funding: 'Funding',
  },
  headings: {
    target: 'Target',
    results: 'Results',
    computation: 'Computation',
    verdict: 'Verdict',
    pace: 'Pace',
    declared: 'Official word',
    parts: 'Parts',
    due: 'Deadline',
  },
  at: (cited: string, place: string) => `${cited} (${place})`,
  asOf: (asOf: Day, year: number, area: string | null) =>
    `As of ${day(asOf)}, target year ${year}${area === null ? '' : `, results of ${area}`}.`,
  done: 'done',
  notDone: 'not done',
  milestone: 'to be done',
  points: 'pp',
  /** How a target is to be understood, with what qualifies it. */
  readings: {
    ofTarget: TARGET_READINGS,
    cap: (number: string) => `at least ${number}, which is also the most there can be`,
    milestone: 'an end without a figure: done or not done, never exceeded',
    everyYear: (written: number) =>
      `must hold in every year up to ${written}, for which it is written`,
    eachSector: 'must hold in each sector: the lowest sector decides',
    parts: 'no figure of its own for this year: the parts decide together',
    none: (years: string) =>
      years === '' ? 'the document sets no figure' : `none for this year; there are for ${years}`,
  },
  standing: {
    counts: 'counts: the latest period known, and not after the target year',
    'counts-of-year': 'counts: the target year has ended, and only its own results decide',
    'counts-done': 'counts: done first on this day, and once done it stays done',
    'no-value': 'a status without a figure',
    'other-area': 'does not count: of another area',
    'after-as-of': 'does not count: later than the day of judgement',
    'after-target-year': 'does not count: after the target year',
    'other-year': 'does not count: the target year has ended, and this is of another year',
    older: 'does not count: a later period is known',
    unproved: 'does not count: known only to be more or less, which settles nothing here',
    'finer-period': 'does not count: of equal ends the longer period goes first',
    'behind-results': 'does not count: a reported result goes before the plan’s baseline',
    'later-row': 'does not count: another source stands earlier in the file for the same period',
    corrected: 'does not count: the same source corrects it in another row',
    'area-ended': 'does not count: the latest known, but the plan’s area had ended',
    'published-before': 'does not count: a figure published later is known for the same period',
    'out-of-range': 'does not count: no share lies outside 0–100%',
    'answered-none': 'an answer without a figure',
    'on-parts': 'does not count: the year’s targets stand on the parts',
    'of-total': 'goes into the total of the year so far',
    'in-total': 'does not count: a longer period goes before it in the total of the year so far',
    'behind-whole': 'does not count: the whole has a figure of its own for the same period',
    'of-whole': 'goes into the figure of the whole',
    'not-joinable':
      'does not count: the areas’ figures make no whole (a ratio needs the numerator and denominator of each; “>” and “<” add up to nothing known)',
    'not-addable':
      'does not count: a month before it lacks a figure, or “>” and “<” add up to nothing known',
    'other-kind': 'does not count: not of the target’s kind',
    'done-already': 'does not count: it was done before',
    'no-target': 'nothing to hold it against in this year',
  } satisfies Record<ResultStanding, string>,
  madeOf: ({ areas, missing }: { areas: readonly string[]; missing: readonly string[] }) =>
    `made of the figures of ${areas.join(', ')}${missing.length === 0 ? '' : `; nothing from ${missing.join(', ')}`}`,
  baselineOf: (period: string) => `${period}, baseline`,
  noResults: 'none',
  more: (count: number) => `… and ${formatNumber(count, 'en')} more; all of them: --format json`,
  unlisted: (rows: number) =>
    `and ${plural(rows, 'more row', 'more rows')}, not listed: none decides`,
  statusOnly: (status: string) => `status “${status}”`,
  noSource: 'no source given',
  roundingSafe: 'the printed precision cannot tip the verdict',
  roundingSafeAlone: 'the printed precision cannot tip the verdict; what another source says would',
  /** What another source says; `verdict` is what its figure would give, where that is another one. */
  rival: (figure: string, cited: string, otherwise: Otherwise) =>
    `‡ ${figure} in ${cited}${wouldBe(otherwise) || ', with the same verdict'}`,
  /** What the source of the figure that counts said before. */
  corrected: (figure: string, cited: string) => `was ${figure} in ${cited}`,
  provisional: (year: number) =>
    `† the figure that decides is of before the last quarter of ${year}`,
  rounding: (from: string, below: string, verdicts: string) =>
    `≈ could tip the verdict: a figure printed so stands for ${from} up to ${below}, and could be judged ${verdicts}`,
  next: {
    best: 'nothing is better than exceeded',
    cap: 'none: 100% is the most there can be',
    milestone: 'none: a milestone is not exceeded',
    measured: (verdict: string, wanted: string) =>
      `“${verdict}” with a measured figure of ${wanted}, not an estimate`,
    number: (verdict: string, wanted: string, change: string | null) =>
      `“${verdict}” with ${wanted}${change === null ? '' : `, ${change} from the present figure`}`,
    done: (verdict: string) => `“${verdict}” once it is done`,
    tooLate: 'none: it was done after its target year',
    result: (year: number, ofYear: boolean) =>
      ofYear ? `a result of ${year} itself` : 'any result known by this day',
    successor: 'figures of the area that followed, once the plan names it: “succeeded-by”',
    parts: (addresses: string) => `what holds the whole back: ${addresses}`,
    none: 'nothing to be judged',
  },
  /** `at least 20%`, `more than 20%`, … */
  wanted: {
    '>=': (number: string) => `at least ${number}`,
    '>': (number: string) => `more than ${number}`,
    '<=': (number: string) => `at most ${number}`,
    '<': (number: string) => `less than ${number}`,
  },
  pace: {
    expected: (expected: string, on: string) => `expected by ${on}: ${expected}`,
    progress: (formula: string) => `progress ${formula}`,
    growth: (progress: string) => `actual over required yearly growth: ${progress}`,
    needed: (perYear: string) => `needed from here: ${perYear} a year`,
    left: (amount: string, months: number) =>
      `still missing: ${amount} in ${plural(months, 'month', 'months')}`,
    achieved: (perYear: string) => `so far: ${perYear} a year`,
    reaches: (date: Day) => `at that speed the target is reached on ${day(date)}`,
    notInYear: (total: string) => `at that rate the year ends with ${total}`,
    never: 'at that speed the target is never reached',
    disagree: (linear: string, cagr: string) =>
      `The two methods disagree: linear says “${linear}”, compound “${cagr}”.`,
  },
  declared: (status: string, period: string, cited: string) => `“${status}” (${period}), ${cited}`,
  computedThen: (verdict: string, why: string) => `“${verdict}”: ${why}`,
  agrees: 'The two agree.',
  differs: '≠ The two differ.',
  unproved: 'There is no figure to hold it against.',
  waived: (until: Day, reason: string, decision: string) =>
    `until ${day(until)}: ${reason} (${decision})`,
  waiverOver: (until: Day, reason: string, decision: string) =>
    `ended on ${day(until)}: ${reason} (${decision})`,
  verdictWaived: (verdict: string) => `waived, so that it leaves the counts (${verdict})`,
  due: {
    date: (written: string, on: Day) => `${written}: by ${day(on)}, that day included`,
    window: (from: Day, to: Day) => `from ${day(from)} to ${day(to)}; due on the last day`,
    recurring: {
      year: 'every year of the plan, by 31 December',
      quarter: 'every quarter of the plan, by its last day',
      month: 'every month of the plan, by its last day',
    },
    dated: (days: string, years: Years | undefined) =>
      `every year${years === undefined ? '' : ` from ${years.first} to ${years.last}`} on ${days}`,
    thenContinuous: (on: Day) => `by ${day(on)}, and continuously afterwards`,
    continuous: 'continuous: never overdue',
    per: (document: string) => `set by ${document}: undated here`,
    none: 'the document gives no date: never overdue',
  },
  noOccurrence: 'none',
  beforeIssue: (issued: Day) =>
    `An occurrence before the plan was issued on ${day(issued)} does not exist.`,
  noReport: 'nothing is reported',
};

export type ExplainWords = typeof explain;
