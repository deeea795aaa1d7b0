import type { Verdict } from '../attainment.ts';
import type { Day } from '../calendar.ts';
import type { Lang } from '../message/message.ts';
import type { PaceReason } from '../pace.ts';
import type { PaceClass } from '../pace-class.ts';
import type { DeclaredTally } from '../report.ts';
import type { Direction } from '../since.ts';
import type { Tally } from '../tally.ts';
import { report as en } from './en/report.ts';
import { report as vi } from './vi/report.ts';

/** A group that stands out. */
export interface GroupFact {
  name: string;
  tally: Tally;
}

/** An indicator that stands out; its figures as they are printed. */
export interface IndicatorFact {
  name: string;
  value: string;
  /** The period of a value that is not of the as-of day itself. */
  period: string | null;
  target: string;
  attained: string;
}

/** What the headline says of tasks or duties. */
export interface DeadlineFacts {
  /** Tasks or duties, and how many of them have something overdue. */
  items: number;
  overdueItems: number;
  /** Occurrences. */
  overdue: number;
  soon: number;
  done: number;
}

/** Everything that the headline of one plan is made of. */
export interface HeadlineFacts {
  asOf: Day;
  year: number;
  document: string;
  tally: Tally;
  earlier: number;
  strongest: GroupFact | null;
  leastKnown: GroupFact | null;
  highest: IndicatorFact | null;
  lowest: IndicatorFact | null;
  declared: DeclaredTally;
  tasks: DeadlineFacts;
  duties: DeadlineFacts;
  /** How many days ahead are soon. */
  within: number;
  /** Was there a progress file at all? */
  hasProgress: boolean;
  longestOverdue: { title: string; days: number } | null;
  unreadRows: number;
}

/** What changed, in numbers. */
export interface ChangeCounts {
  directions: Readonly<Record<Direction, number>>;
  /** Indicators and parts with a newer value. */
  results: number;
  /** `null` where tasks were not compared. */
  deadlines: Readonly<
    Record<'finished' | 'newlyOverdue' | 'extended' | 'cancelled', number>
  > | null;
}

/** What was compared with: a day, or result files. */
export type SinceText = { day: Day } | { files: readonly string[] };

/** Why a pace cannot be computed; a whole of parts and a milestone have none of their own. */
export type UncomputedReason = PaceReason | 'milestone' | 'parts';

/** The columns of the report's tables that `status` does not have. */
export type ReportColumn =
  | 'group'
  | 'indicators'
  | 'reached'
  | 'declaredOtherwise'
  | 'expected'
  | 'needed'
  | 'achieved'
  | 'reaches'
  | 'item'
  | 'title'
  | 'kind'
  | 'due'
  | 'daysLate'
  | 'daysLeft'
  | 'lead'
  | 'direction'
  | 'before'
  | 'now'
  | 'change'
  | 'plan'
  | 'area'
  | 'year'
  | 'overdue';

/** The words of `report` in one language; figures come in as numbers and are put into its style. */
export interface ReportWords {
  /** The document with what it is: a plan, a decision. */
  document: (code: string) => string;
  title: (document: string) => string;
  titleOfSeveral: (plans: number) => string;
  headings: Readonly<
    Record<
      | 'summary'
      | 'comparison'
      | 'alignment'
      | 'groups'
      | 'indicators'
      | 'overdue'
      | 'dueNext'
      | 'questions'
      | 'method'
      | 'scope',
      string
    >
  >;
  /** The chapter of one plan among several. */
  planHeading: (document: string, area: string) => string;
  changesHeading: (since: SinceText) => string;
  /** A heading with how many it is about. */
  counted: (heading: string, count: number) => string;
  paces: Readonly<Record<PaceClass, string>>;
  columns: Readonly<Record<ReportColumn, string>>;
  waivedColumn: string;
  total: string;
  withoutGroup: string;
  withoutLead: string;
  kinds: Readonly<Record<'task' | 'report', string>>;
  facts: {
    document: (code: string, issued: Day, title: string) => string;
    area: (name: string) => string;
    asOf: (asOf: Day, year: number | null, area: string | null) => string;
    sources: (plan: string, results: readonly string[], progress: readonly string[]) => string;
    plans: (documents: readonly string[]) => string;
  };
  /** One paragraph. */
  headline: (facts: HeadlineFacts) => string;
  /** How much of what, with its share: `11/13 (84,6%)`. */
  share: (part: number, of: number) => string;
  /** The verdicts that no indicator has. */
  noneWith: (verdicts: readonly Verdict[], year: number) => string;
  noTargets: (year: number) => string;
  uncomputed: (
    count: number,
    all: number,
    reasons: readonly { reason: UncomputedReason; count: number }[],
  ) => string;
  overdue: (
    facts: { tasks: DeadlineFacts; duties: DeadlineFacts },
    asOf: Day,
    hasProgress: boolean,
  ) => string;
  noDuties: string;
  dueSoon: (count: number, within: number) => string;
  dueLater: (count: number, within: number, due: Day) => string;
  nothingDue: (asOf: Day) => string;
  /** In a cell: the due day was moved from this one. */
  extendedFrom: (due: Day) => string;
  directions: Readonly<Record<Direction, string>>;
  unchanged: (since: SinceText) => string;
  changes: (counts: ChangeCounts, since: SinceText) => string;
  deadlineChanges: Readonly<Record<'finished' | 'newlyOverdue' | 'extended' | 'cancelled', string>>;
  unknownBefore: string;
  perYear: (amount: string) => string;
  never: string;
  alignment: (reference: string, targets: number) => string;
  /** `withoutProgress` is how many have tasks and no progress file. */
  comparison: (plans: number, asOf: Day, withoutProgress: number) => string;
  questions: (count: number, notes: number) => string;
  /** Where something stands. */
  placed: (places: string) => string;
  method: {
    verdicts: string;
    counting: string;
    rounding: string;
    pace: string;
    cagr: string;
    deadlines: (within: number) => string;
    declaredColumn: string;
    noData: (count: number, of: number) => string;
    noTarget: (count: number, year: number, codes: readonly string[]) => string;
    waived: (code: string, decision: string, reason: string, until: Day) => string;
    unreadResults: (rows: number) => string;
    unreadProgress: (rows: number) => string;
    earlier: (count: number, year: number) => string;
    noProgress: string;
    undated: (count: number) => string;
    ignored: (count: number, reasons: readonly string[]) => string;
    note: (note: string) => string;
    version: (version: string) => string;
  };
  appendix: AppendixWords;
}

/** The words of the table of results, as Appendix I of 93/KH-UBND has it. */
export interface AppendixWords {
  title: (year: number) => string;
  number: string;
  indicator: string;
  cityTarget: (year: number) => string;
  referenceTarget: (body: string, year: number) => string;
  lead: string;
  result: (asOf: Day) => string;
  declared: string;
  verdict: string;
  statuses: Readonly<Record<Verdict, string>>;
  done: string;
  notDone: string;
  moreThan: (number: string) => string;
  lessThan: (number: string) => string;
  atMost: (number: string) => string;
  about: (number: string) => string;
  waived: string;
}

const WORDS: Record<Lang, ReportWords> = { en, vi };

/** The words in one language. */
export function reportWords(lang: Lang): ReportWords {
  return WORDS[lang];
}
