import type { AuditKind, TargetConflict } from '../audit/finding.ts';
import type { Day } from '../calendar.ts';
import type { Lang } from '../message/message.ts';
import { audit as en } from './en/audit.ts';
import { audit as vi } from './vi/audit.ts';

/** The columns of the audit's table. */
export type AuditColumn = 'indicator' | 'name' | 'finding';

/** What a reader is asked after a statement. */
export type AuditRequest =
  | 'give-figure'
  | 'review-status'
  | 'give-current'
  | 'which-figure'
  | 'which-target'
  | 'which-total'
  | 'which-value'
  | 'none';

/** A declared status, the period of its report, and what was computed and why. */
export interface DeclaredSaid {
  status: string;
  period: string;
  verdict: string;
  why: string;
}

/** How many findings there are, by kind. */
export type AuditCounts = Readonly<Record<AuditKind, number>>;

/** The words of `audit` in one language; figures and dates come in as they are printed. */
export interface AuditWords {
  title: string;
  columns: Readonly<Record<AuditColumn, string>>;
  kinds: Readonly<Record<AuditKind, string>>;
  kindHeading: (kind: string, count: number) => string;
  notes: (count: number) => string;
  done: string;
  notDone: string;
  /** A target that is an end without a figure, where the document's wording is not known. */
  milestone: string;
  noSource: string;
  /** What the declaring row says, and what its figures make of it, in two lines. */
  declared: (status: string, period: string) => string;
  computed: (verdict: string) => string;
  against: (actual: string, target: string) => string;
  onlyTarget: (target: string) => string;
  /** The same in one sentence for a letter: with a figure, without one, by parts, by the rule alone. */
  declaredFigure: (said: DeclaredSaid & { actual: string; target: string }) => string;
  declaredNoFigure: (said: DeclaredSaid & { target: string | null }) => string;
  declaredParts: (said: DeclaredSaid & { parts: readonly string[] }) => string;
  declaredRule: (said: DeclaredSaid) => string;
  /** One part's verdict among several. */
  partVerdict: (part: string, verdict: string) => string;
  staleEarlier: (status: string, period: string, shown: string) => string;
  staleAfter: (status: string, period: string, shown: string) => string;
  results: (year: number, values: readonly string[]) => string;
  agreed: Readonly<Record<'rounding' | 'tolerance', string>>;
  targets: (year: number, values: readonly string[]) => string;
  targetNote: Readonly<
    Record<Exclude<TargetConflict['why'], 'different' | 'later-looser'>, string>
  >;
  laterLooser: (later: string, year: number, earlier: string, earlierYear: number) => string;
  total: (said: string, found: number, listed: boolean) => string;
  ratio: (printed: string, quotient: string, computed: string) => string;
  ofArea: (area: string) => string;
  requests: Readonly<Record<AuditRequest, string>>;
  /** The lines of the summary. */
  nothing: string;
  summary: (counts: AuditCounts) => string;
  notesLine: (notes: number) => string;
  /** What the plans' own `ignore` leaves out, with the reasons. */
  ignored: (findings: number, reasons: readonly string[]) => string;
  sensitive: (verdicts: number, addresses: string) => string;
  otherTimes: (figures: number) => string;
  unreadRows: (rows: number) => string;
  scope: (asOf: Day, plans: readonly string[]) => string;
  tolerance: (tolerance: string) => string;
  narrowed: (what: string) => string;
  hidden: (titles: readonly string[]) => string;
  /** The letter. */
  letter: {
    title: string;
    opening: (questions: number, asOf: Day) => string;
    to: (lead: string) => string;
    noLead: string;
    about: (name: string, document: string, code: string) => string;
    aboutPlan: (document: string) => string;
    notesHeading: string;
    sourcesHeading: string;
    closing: string;
  };
}

const WORDS: Record<Lang, AuditWords> = { en, vi };

/** The words in one language. */
export function auditWords(lang: Lang): AuditWords {
  return WORDS[lang];
}
