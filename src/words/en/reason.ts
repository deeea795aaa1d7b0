import type { VerdictReason } from '../../verdict.ts';

export const reasons = {
  beyond: 'beyond the number that was set',
  reached: 'reached, and not beyond the number that was set',
  cap: 'reached; 100% is the most there can be, so that nothing exceeds it',
  about: 'an approximate figure, which can meet a target and never exceeds it',
  'one-sided': 'a one-sided figure, which proves neither that it is reached nor that it is not',
  'area-ended': 'the plan’s area had ended, and the plan names no successor',
  milestone: 'a milestone that is done; a milestone can be met, not exceeded',
  'milestone-late': 'done after the target year',
  'still-open': 'not reached, and the target year has not ended',
  'still-open-earlier':
    'not reached by the last known figure, which is of an earlier year; the target year has not ended',
  'year-ended': 'not reached by the end of the target year',
  'no-result': 'no figure by which it could be judged',
  'other-years-only': 'the target year has ended, and the figures known are of other years',
  'no-target': 'no target for the year',
  parts: 'decided by its parts',
} satisfies Record<VerdictReason, string>;

export type ReasonWords = typeof reasons;
