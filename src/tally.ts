import { type Counts, countVerdicts, type IndicatorEvaluation } from './evaluation.ts';

/** One group of a plan with its counts. */
export interface ReportGroup {
  code: string | null;
  tally: Tally;
}

/** Verdict counts with the sums that sentences need. */
export interface Tally extends Counts {
  /** With a target for the year and not waived. */
  targeted: number;
  /** Of them, those with a result that counts. */
  judged: number;
  /** Of them, exceeded and met. */
  reached: number;
}

/** Verdict counts with their sums. */
export function tallyOf(indicators: readonly IndicatorEvaluation[]): Tally {
  const counts = countVerdicts(indicators);
  const targeted = counts.indicators - counts.waived - counts['no-target'];
  return {
    ...counts,
    targeted,
    judged: targeted - counts['no-data'],
    reached: counts.exceeded + counts.met,
  };
}
