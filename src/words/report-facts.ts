import type { Day } from '../calendar.ts';
import type { NotCountedReason } from '../not-counted.ts';
import type { PaceReason } from '../pace.ts';
import type { DeclaredTally } from '../report.ts';
import type { Direction } from '../since.ts';
import type { Tally } from '../tally.ts';

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
  /** That another source says otherwise of the value, or that it may be a ratio. */
  doubt: 'disputed' | 'doubted' | null;
}

/** What the headline says of tasks or duties. */
export interface DeadlineFacts {
  /** Tasks or duties, and how many of them have something overdue. */
  items: number;
  overdueItems: number;
  /** Those that have a date: what the overdue can be a share of. */
  dated: number;
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
  /** Is it told of a part of the plan alone? */
  isNarrow: boolean;
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
  /** How the last known values stand where the target year has ended without a figure of its own. */
  lastKnown: readonly string[];
  /** Verdicts that another source's figure disputes, and those of them that it would change. */
  disputed: { count: number; tipped: number };
  provisional: number;
  /** Verdicts on shares that may have been written as ratios. */
  doubted: number;
  /** What was read and does not count, with how much of it there is. */
  notCounted: readonly { reason: NotCountedReason; count: number }[];
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

export type DeadlineKind = 'task' | 'report';

/** What a plan sets. */
export interface Assignment {
  document: string;
  issued: Day;
  /** What it implements. */
  serves: readonly string[];
  indicators: number;
  tasks: number;
  duties: number;
  /** The agencies that lead something. */
  leads: number;
  /** Are these a part of what it sets? */
  isNarrow: boolean;
}

/** What became of tasks or duties, in occurrences. */
export interface WorkFacts {
  items: number;
  occurrences: number;
  done: number;
  late: number;
  /** Of those done, how many tell no day. */
  undatedDone: number;
  underWay: number;
  overdue: number;
  cancelled: number;
  onTime: { onTime: number; judged: number };
  /** Is there a progress file? Without one nothing is known of the agencies. */
  isReported: boolean;
}

/** A figure against its target, as they are printed in a sentence. */
export interface Comparison {
  name: string;
  value: string;
  period: string | null;
  target: string | null;
  attained: string | null;
}
