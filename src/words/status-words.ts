import type { Verdict } from '../attainment.ts';
import type { Day } from '../calendar.ts';
import type { PaceReason } from '../pace.ts';
import type { DeclaredStatus } from '../result.ts';

/** The columns of the status table that people read. */
export type StatusColumn =
  | 'indicator'
  | 'name'
  | 'target'
  | 'value'
  | 'attainment'
  | 'gap'
  | 'verdict'
  | 'pace'
  | 'declared'
  | 'lead';

/** A verdict and how many indicators have it. */
export interface VerdictCount {
  verdict: Verdict;
  count: number;
}

/** How many indicators were left out of the counts, by reason. */
export interface LeftOut {
  'no-data': number;
  'no-target': number;
  waived: number;
}

/** The words of `status` in one language; figures come in as numbers and are put into its style. */
export interface StatusWords {
  columns: Readonly<Record<StatusColumn, string>>;
  verdicts: Readonly<Record<Verdict, string>>;
  declared: Readonly<Record<DeclaredStatus, string>>;
  pace: Readonly<Record<'on-track' | 'at-risk' | 'off-track', string>>;
  notComputable: (reason: PaceReason) => string;
  done: string;
  notDone: string;
  /** The unit of a difference between shares. */
  points: string;
  /** A baseline's year, marked as such. */
  baselineOf: (year: string) => string;
  /** The last known value where none counts. */
  latest: (value: string) => string;
  waived: (verdict: string) => string;
  /** A declared status that differs from the verdict of its day, which today's hides. */
  computedThen: (declared: string, verdict: string) => string;
  withoutGroup: string;
  /** Only verdicts that occur are given. */
  subtotal: (
    group: string,
    indicators: number,
    counts: readonly VerdictCount[],
    waived: number,
  ) => string;
  total: (indicators: number, counts: readonly VerdictCount[], waived: number) => string;
  counted: (counted: number, all: number, leftOut: LeftOut, year: number) => string;
  unreadRows: (rows: number) => string;
  judged: (asOf: Day, year: number, area: string | null) => string;
  sources: (document: string, plan: string, results: readonly string[]) => string;
  earlierResults: (results: number, year: number) => string;
  declaredDiffer: (differing: number, declared: number) => string;
  narrowed: (shown: number, all: number) => string;
  hidden: (titles: readonly string[]) => string;
}
