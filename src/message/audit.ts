import type { Area } from '../area.ts';
import type { DeclaredStanding } from '../declared.ts';
import type { Period } from '../period.ts';
import type { Agreement } from '../precision.ts';
import type { Bound } from '../result.ts';
import type { DeclaredStatus, Verdict, VerdictReason } from '../verdict.ts';
import type { SaidTarget } from './rule.ts';

/** A result as a message carries it; numbers are exact fractions as text, rounded when they are said. */
export interface SaidResult {
  /** A number, or whether a milestone is done. */
  value: string | boolean;
  about: boolean;
  /** Of a one-sided figure. */
  bound: Bound | null;
  /** How far a milestone is that is not done. */
  share: string | null;
  /** The value as printed beside its counts. */
  printed: string | null;
  counts: SaidCounts | null;
  /** Is it made of the figures of areas? */
  isMade: boolean;
  unit: string | null;
  period: Period;
}

export interface SaidCounts {
  numerator: string;
  denominator: string;
}

/** The target of a year, with the document's own words for it, where the plan keeps them. */
export interface WordedTarget extends SaidTarget {
  year: number;
  wording: string | null;
}

/** What a message of the audit is about. */
interface Subject {
  /** `id` or `id/part`; `null` where the whole plan is meant. */
  id: string | null;
  /** `null` for the plan's own. */
  area: SaidArea | null;
}

/** An area as a message carries it, with its names where they are known. */
export interface SaidArea {
  code: string;
  named: Pick<Area, 'name' | 'nameEn'> | null;
}

/** Why a status or a year is held to stand beside figures of another time. */
export type StaleWhy = 'earlier-year' | 'after-report' | 'repeated';

/** `later-looser`: a later plan asks less of a later year than an earlier plan of an earlier one. */
export type TargetWhy =
  | 'different'
  | 'tolerance'
  | 'wording'
  | 'later-looser'
  /** A result of a time before the plan was issued satisfies it. */
  | 'already-reached'
  /** Called local beside a national target; the first is its own. */
  | 'called-local'
  /** More is asked of a part than of what contains it; the parts come first. */
  | 'part-greater'
  /** Measures that look alike and are defined differently. */
  | 'look-alike';

/** Messages on what is declared against the figures, and on one source against another. */
export interface AuditArgs {
  'declared-mismatch': Subject & {
    declared: DeclaredStatus;
    standing: DeclaredStanding;
    /** Another official word of the same time. */
    rival: DeclaredStatus | null;
    /** Of the report that declares it. */
    period: Period;
    /** What the figures made of it then. */
    verdict: Verdict;
    reason: VerdictReason;
    figure: SaidResult | null;
    target: WordedTarget | null;
    /** The parts that decide together; else none. */
    parts: readonly { name: string; verdict: Verdict }[];
  };
  'stale-result': Subject & {
    /** `null` where a figure is repeated and nothing is declared. */
    declared: DeclaredStatus | null;
    period: Period;
    why: StaleWhy;
    figures: readonly SaidResult[];
  };
  'source-conflict': Subject & {
    year: number;
    figures: readonly SaidResult[];
    /** `part-greater`: the first figures are greater than those of `whole`, of which they are a part. */
    agreement: Exclude<Agreement, 'equal'> | 'corrected' | 'part-greater';
    whole: { name: string; figures: readonly SaidResult[] } | null;
    /**
     * The year's target with the verdict that each figure would give; `null` where all give the same.
     * `totals` are what is judged where the figures are of parts of the year that are added up.
     */
    tipped: {
      target: WordedTarget;
      verdicts: readonly Verdict[];
      totals: readonly (SaidResult | null)[];
    } | null;
    /** One of the figures is another indicator's, of that year; else `null`. */
    mistaken: { figure: SaidResult; of: string; year: number } | null;
  };
  'target-conflict': Subject & {
    targets: readonly WordedTarget[];
    /** The indicators' names, target by target. */
    names: readonly string[];
    why: TargetWhy;
    /** What had reached the target already; else `null`. */
    figure: SaidResult | null;
  };
  'claim-mismatch': Subject & {
    said: string;
    found: number;
    /** Are the things counted in the plan's lists, or one by one in the document? */
    isListed: boolean;
  };
  'ratio-mismatch': Subject & {
    printed: string;
    quotient: string;
    counts: SaidCounts;
    unit: string | null;
  };
  /** What another place says that a finding is about. */
  'figure-here': { figure: SaidResult };
  'target-here': { target: WordedTarget };
  'status-here': { status: DeclaredStatus };
}
