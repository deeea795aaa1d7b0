import type { Day } from '../calendar.ts';
import type { Lang } from '../message/message.ts';
import type { OnTime, TaskCounts } from '../overdue.ts';
import type { ProgressStatus } from '../progress.ts';
import { overdue as en } from './en/overdue.ts';
import { overdue as vi } from './vi/overdue.ts';

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

/** Where an occurrence stands, with the figures that its state has. */
export type StandingWords = Readonly<{
  overdue: (days: number) => string;
  /** Today is 0 days ahead. */
  dueIn: (days: number) => string;
  /** `null`: on a day that is not known. */
  done: (on: Day | null) => string;
  doneLate: (on: Day, days: number) => string;
  continuous: string;
  /** The document that sets the date, where one does. */
  undated: (per: string | null) => string;
  cancelled: string;
}>;

/** One of the longest overdue. */
export interface LongestOverdue {
  title: string;
  id: string;
  lead: readonly string[];
  due: Day;
  days: number;
}

/** The words of `overdue` in one language; figures come in as numbers and are put into its style. */
export interface OverdueWords {
  columns: Readonly<Record<OverdueColumn, string>>;
  /** The heading of the lead column where the table is grouped by lead. */
  otherLeads: string;
  kinds: Readonly<Record<'task' | 'report', string>>;
  standing: StandingWords;
  extended: (from: Day) => string;
  reported: (status: ProgressStatus, on: Day | null) => string;
  withoutLead: string;
  withoutGroup: string;
  duties: string;
  /** One group: what of it is overdue and due soon, out of how many, and its on-time rate. */
  subtotal: (name: string, counts: TaskCounts, onTime: OnTime) => string;
  /** All of a plan's tasks, or all of its duties. */
  total: (kind: 'task' | 'report', counts: TaskCounts, within: number) => string;
  nothing: string;
  /** Of what the plan has, nothing was asked for; by default that is what is overdue or due soon. */
  nothingShown: (byDefault: boolean) => string;
  narrowed: (shown: number, all: number) => string;
  onTime: (onTime: OnTime) => string;
  onTimeOf: (name: string, onTime: OnTime) => string;
  /** Documents that set the dates of undated items. */
  setElsewhere: (documents: readonly string[]) => string;
  severalLeads: (items: number) => string;
  judged: (asOf: Day) => string;
  sources: (document: string, plan: string, progress: readonly string[]) => string;
  unreadRows: (rows: number) => string;
  laterRows: (rows: number, asOf: Day) => string;
  timeline: (from: Day, to: Day) => string;
  /** How many of the overdue are named, the longest overdue first. */
  longest: (named: number, overdue: number) => string;
  longestItem: (item: LongestOverdue) => string;
  progressFrom: (files: readonly string[]) => string;
  hidden: (titles: readonly string[]) => string;
  /** The lines of a calendar entry. */
  entry: Readonly<{
    lead: (names: readonly string[]) => string;
    plan: (document: string, title: string) => string;
    item: (kind: 'task' | 'report', id: string) => string;
    standing: (standing: string, asOf: Day) => string;
    originalDue: (due: Day) => string;
    name: (documents: readonly string[]) => string;
  }>;
}

const WORDS: Record<Lang, OverdueWords> = { en, vi };

/** The words in one language. */
export function overdueWords(lang: Lang): OverdueWords {
  return WORDS[lang];
}
