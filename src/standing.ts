import { type Day, hasYearEnded } from './calendar.ts';
import { isNoShare } from './one-sided.ts';
import { latestFirst, periodYear } from './period.ts';
import { correctedBy, isKnown, type Observation, type Result } from './result.ts';
import { isMilestone, type Target } from './target.ts';

/** What became of a result when the verdict was made; domain.md, "Which result counts". */
export type ResultStanding =
  /** It decides: the latest period end known by then and not after the target year. */
  | 'counts'
  /** It decides: the target year has ended, and it is of that very year. */
  | 'counts-of-year'
  /** It decides: the milestone was done first on that day. */
  | 'counts-done'
  /** It would decide, but the plan's area had ended, and the plan names none that is judged in its place. */
  | 'area-ended'
  /** It gives a status and no figure. */
  | 'no-value'
  /** It is of another area, and was not looked at. */
  | 'other-area'
  | 'after-as-of'
  | 'after-target-year'
  /** The target year has ended, and it is of another. */
  | 'other-year'
  /** A later one counts. */
  | 'older'
  /** Only a side of it is known, which neither proves nor refutes the target. */
  | 'unproved'
  /** Of equal ends the coarser period counts: a year's figure before a day's. */
  | 'finer-period'
  /** Of equal periods the results file counts before the plan's baseline. */
  | 'behind-results'
  /** Of equal periods the first source of the file counts. */
  | 'later-row'
  /** A later row of its own source stands in its place. */
  | 'corrected'
  /** Of equal periods the figure published last counts. */
  | 'published-before'
  /** No share can be so. */
  | 'out-of-range'
  /** The source answers that it has no figure. */
  | 'answered-none'
  /** The targets of the year stand on the indicator's parts. */
  | 'on-parts'
  /** It is part of a total that lacks a month. */
  | 'not-addable'
  /** It is a part of the year, and goes into the total since January. */
  | 'of-total'
  /** Its months are in the total since January through another figure. */
  | 'in-total'
  /** It is of an area, and the whole reports a figure of its own. */
  | 'behind-whole'
  /** It is of an area, and goes into the figure of the whole. */
  | 'of-whole'
  /** It is of an area, and cannot be joined with the others to a figure of the whole. */
  | 'not-joinable'
  /** A number for a milestone, or the other way round. */
  | 'other-kind'
  /** The milestone was done before. */
  | 'done-already'
  /** There is no target to hold it against. */
  | 'no-target';

/** A result with what became of it in the judgement. */
export interface Considered {
  result: Result;
  standing: ResultStanding;
}

/** What a result is held against. */
export interface Judging {
  target: Target | null;
  /** The target year. */
  year: number;
  asOf: Day;
  /** Is the unit a share, which ends at 100%? */
  isShare: boolean;
}

/** Is it a share below nothing or beyond the whole? Such a figure is never judged. */
export function isOutOfRange({ value }: Result, { isShare }: Pick<Judging, 'isShare'>): boolean {
  return isShare && value?.kind === 'number' && isNoShare(value);
}

/** Why the result counts, or why it does not; `actual` is the one that does. */
export function standingOf(
  result: Result,
  judging: Judging,
  actual: Observation | null,
): ResultStanding {
  const { target, asOf } = judging;
  if (result.value === null) return result.isAnswered ? 'answered-none' : 'no-value';
  if (!isKnown(result, asOf)) return 'after-as-of';
  if (isOutOfRange(result, judging)) return 'out-of-range';
  if (!target) return 'no-target';
  if (isMilestone(target) !== (result.value.kind === 'milestone')) return 'other-kind';
  const isDone = actual?.value.kind === 'milestone' && actual.value.done;
  if (result === actual) return isDone ? 'counts-done' : counting(judging);
  return isDone ? 'done-already' : outdone(result, judging, actual);
}

function counting({ year, asOf }: Judging): ResultStanding {
  return hasYearEnded(year, asOf) ? 'counts-of-year' : 'counts';
}

function outdone(
  result: Result,
  { year, asOf }: Judging,
  actual: Observation | null,
): ResultStanding {
  const resultYear = periodYear(result.period);
  if (resultYear > year) return 'after-target-year';
  if (hasYearEnded(year, asOf) && resultYear !== year) return 'other-year';
  if (!actual) return 'unproved';
  if (actual.period.end !== result.period.end) return 'older';
  if (latestFirst(actual.period, result.period) < 0) return 'finer-period';
  if (correctedBy(actual) === correctedBy(result)) return 'corrected';
  return standingBehind(result, actual);
}

/** Why another source's figure of the same time goes before it. */
export function standingBehind(result: Result, before: Result): ResultStanding {
  if ((before.published ?? '') > (result.published ?? '')) return 'published-before';
  return result.basis === 'baseline' ? 'behind-results' : 'later-row';
}
