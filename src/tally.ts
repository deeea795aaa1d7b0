import { type Counts, countVerdicts, type IndicatorEvaluation } from './evaluation.ts';
import { VERDICT_CODES, VERDICTS } from './verdict.ts';

/** One group of a plan with its counts. */
export interface GroupTally {
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
  return {
    ...counts,
    targeted: sumOf(counts, 'targeted'),
    judged: sumOf(counts, 'judged'),
    reached: sumOf(counts, 'reached'),
  };
}

function sumOf(counts: Counts, fact: 'targeted' | 'judged' | 'reached'): number {
  return VERDICT_CODES.filter((verdict) => VERDICTS[verdict][fact]).reduce(
    (sum, verdict) => sum + counts[verdict],
    0,
  );
}
