import type { Day } from '../../calendar.ts';
import type { NotCountedReason } from '../../not-counted.ts';
import type { ProgressStatus } from '../../progress.ts';
import type { UnmeasuredYear } from '../../unmeasured-year.ts';
import type { DeclaredStatus } from '../../verdict.ts';
import { formatDay, formatNumber, plural } from '../numbers.ts';
import { VERDICTS } from './status.ts';

const number = (count: number) => formatNumber(count, 'en');

const dueAfter = (due: number) =>
  `${plural(due, 'due day of a task or duty comes', 'due days of tasks and duties come')} after that day`;

/** What a rival figure would make of a verdict, in words; each `null` where it is not another. */
export interface Otherwise {
  /** What would be judged, where the rival is of a part of it. */
  result: string | null;
  verdict: string | null;
}

/** Behind a rival figure: what would be judged on it, and how. */
export function wouldBe({ result, verdict }: Otherwise): string {
  if (result === null) return verdict === null ? '' : `, which would be “${verdict}”`;
  const judged = verdict === null ? '' : `, which would be “${verdict}”`;
  return `; on this source’s figures the result would be ${result}${judged}`;
}

/** What a row says where it gives no number. */
export type SaidCode = DeclaredStatus | ProgressStatus | 'not-done';

const SAID: Record<SaidCode, string> = {
  ...VERDICTS,
  done: 'done',
  'not-done': 'not done',
  'not-started': 'not started',
  extended: 'extended',
  cancelled: 'cancelled',
};

/** English words for what a verdict rests on, and for what was read and decides nothing. */
export const evidence = {
  /** A figure made known before its period ended. */
  estimate: (figure: string) => `${figure}, an estimate`,
  /** One disputed verdict. */
  disputed: (address: string, rival: string, source: string, otherwise: Otherwise) =>
    `‡ ${address} is disputed: ${rival} in ${source}${wouldBe(otherwise)}.`,
  /** The same where the indicator is named already. */
  rival: (rival: string, source: string, otherwise: Otherwise) =>
    `${rival} in ${source}${wouldBe(otherwise)}`,
  moreDisputed: (count: number) =>
    `‡ ${plural(count, 'more figure is', 'more figures are')} disputed.`,
  /** A figure made of those of areas: how many sent one, and who did not. */
  coverage: (address: string, sent: number, missing: readonly string[]) =>
    `${address} is made of the figures of ${plural(sent, 'area', 'areas')}${missing.length === 0 ? '' : `; nothing from ${missing.join(', ')}`}.`,
  provisional: (count: number, year: number) =>
    `† ${plural(count, 'verdict is', 'verdicts are')} provisional: the figure that decides is of before the last quarter of ${year}.`,
  /** A share that may have been written as a ratio; `meant` is what it would be then. */
  shareDoubt: (of: 'target' | 'result', figure: string, meant: string) =>
    of === 'target'
      ? `the target is ${figure}, which is doubted: was ${meant} meant?`
      : `${figure} stands beside much larger figures and is doubted: was ${meant} meant?`,
  /** The last known value of a year that has no result of its own, held against its target. */
  lastReaches: 'at target',
  lastBelow: 'below',
  noSource: 'a row without a source',
  /** Above the table: how much was read and does not count. */
  notCounted: (count: number, reasons: readonly string[]) =>
    `Not counted: ${reasons.join('; ')}${count > 0 ? ` (${plural(count, 'entry', 'entries')}, listed below)` : ''}.`,
  said: SAID,
  reasons: {
    unreadable: (count: number) => `${plural(count, 'row', 'rows')} that cannot be read`,
    'file-unread': (count: number) => `${plural(count, 'file', 'files')} that cannot be read`,
    'out-of-range': (count: number) => `${plural(count, 'share', 'shares')} outside 0–100%`,
    'on-parts': (count: number) =>
      `${plural(count, 'figure', 'figures')} for indicators whose targets stand on their parts`,
    'not-addable': (count: number) =>
      `${plural(count, 'figure', 'figures')} that cannot be added up`,
    'after-as-of': (count: number) =>
      `${plural(count, 'row', 'rows')} dated or published after the as-of date`,
    'after-target-year': (count: number) =>
      `${plural(count, 'figure', 'figures')} later than the target year`,
    'other-area': (count: number) => `${plural(count, 'figure', 'figures')} of other areas`,
    'ended-area': (count: number) =>
      `${plural(count, 'row', 'rows')} dated after the end of their area`,
    'answered-none': (count: number) => `${plural(count, 'answer', 'answers')} without a figure`,
  } satisfies Record<NotCountedReason, (count: number) => string>,
  /** One entry of the list below the table. */
  entry: (reason: string, places: string) => `Not counted: ${reason} (${places}).`,
  /** The year has ended without most of its figures; `isSent`: some were, and do not count. */
  yearWithoutFigures: ({ year, targeted, without }: UnmeasuredYear, isSent: boolean) => {
    const figure = `figure of that year${isSent ? ' that counts' : ''}`;
    if (without < targeted)
      return `${year} has ended, and ${number(without)} of the ${number(targeted)} indicators with a target for it have no ${figure}.`;
    return `${year} has ended, and ${
      targeted === 1
        ? `the one indicator with a target for it has no ${figure}`
        : `none of the ${number(targeted)} indicators with a target for it has a ${figure}`
    }.`;
  },
  lastKnown: ({ without, atTarget, below }: UnmeasuredYear) => {
    const unknown = without - atTarget - below;
    if (unknown === without)
      return `Nor is any value known of ${without === 1 ? 'it' : 'them'} that could be held against the target.`;
    if (without === 1)
      return `Its last known value stands ${atTarget === 1 ? 'at or beyond' : 'below'} the target: that is no verdict.`;
    const rest =
      unknown === 0 ? '' : `; of ${number(unknown)} nothing that could be compared is known`;
    return `Of their last known values ${number(atTarget)} ${atTarget === 1 ? 'stands' : 'stand'} at or beyond the target and ${number(below)} below${rest}: that is no verdict.`;
  },
  otherYears: (years: readonly { year: number; targets: number }[], isWithOptions: boolean) =>
    `${years.map(({ year, targets }) => `${year} has ${plural(targets, 'target', 'targets')} of its own${isWithOptions ? ` (--year ${year})` : ''}`).join('; ')}.`,
  /** With an empty year: what is known of the tasks without any progress file. */
  unreported: (tasks: number) =>
    `${plural(tasks, 'task is', 'tasks are')} past ${tasks === 1 ? 'its' : 'their'} date, and nothing is reported.`,
  /** The plan's area, with the code of the area that the plan names to follow it, and how many due days come after its end. */
  areaEnded: (name: string, on: Day, successor: string | null, due: number) =>
    `The plan’s area, ${name}, ended on ${formatDay(on, 'en')}${successor === null ? '' : ` and is followed by ${successor}, which the plan names to be judged`}${due === 0 ? '' : `; ${dueAfter(due)}`}.`,
  /** The area of one plan, or of those named, ended before their last year did. */
  areaOfPlansEnded: (name: string, on: Day, plans: readonly string[]) =>
    `The area ${name}${plans.length === 0 ? '' : ` of ${plans.join(', ')}`} ended on ${formatDay(on, 'en')}: later figures are another area’s.`,
  /** The area ended before the target year did. */
  unjudged: (
    name: string,
    on: Day,
    year: number,
    { targets, due }: { targets: number; due: number },
  ) =>
    `The plan’s area, ${name}, ended on ${formatDay(on, 'en')}, before ${year} did: no figure decides ${targets === 1 ? 'its one target' : `its ${number(targets)} targets`} for ${year}${due === 0 ? '' : `, and ${dueAfter(due)}`}.`,
};

export type EvidenceWords = typeof evidence;
