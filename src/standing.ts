import { hasYearEnded } from './attainment.ts';
import type { Day } from './calendar.ts';
import { latestFirst, periodYear } from './period.ts';
import type { Observation, Result } from './result.ts';
import type { Target } from './target.ts';

/** What became of a result when the verdict was made; domain.md, "Which result counts". */
export type ResultStanding =
  /** It decides: the latest period end known by then and not after the target year. */
  | 'counts'
  /** It decides: the target year has ended, and it is of that very year. */
  | 'counts-of-year'
  /** It decides: the milestone was done first on that day. */
  | 'counts-done'
  /** It gives a status and no figure. */
  | 'no-value'
  | 'other-area'
  | 'after-as-of'
  | 'after-target-year'
  /** The target year has ended, and it is of another. */
  | 'other-year'
  /** A later one counts. */
  | 'older'
  /** Of equal ends the coarser period counts: a year's figure before a day's. */
  | 'finer-period'
  /** Of equal periods the results file counts before the plan's baseline. */
  | 'behind-results'
  /** Of equal periods the first row of the file counts. */
  | 'later-row'
  /** A number for a milestone, or the other way round. */
  | 'other-kind'
  /** The milestone was done before. */
  | 'done-already'
  /** There is no target to hold it against. */
  | 'no-target';

/** What the judgement was made with. */
export interface Judged {
  /** The result that counted. */
  actual: Observation | null;
  target: Target | null;
  asOf: Day;
  year: number;
  area: string;
}

/** Why the result counts, or why it does not. */
export function standingOf(result: Result, judged: Judged): ResultStanding {
  const { actual, target, asOf, area } = judged;
  if (result.area !== area) return 'other-area';
  if (result.value === null) return 'no-value';
  if (result.period.end > asOf) return 'after-as-of';
  if (!target) return 'no-target';
  const isMilestone = target.op === 'done';
  if (isMilestone !== (result.value.kind === 'milestone')) return 'other-kind';
  if (actual && isSameRow(actual, result)) return counting(judged, isMilestone);
  if (isMilestone && actual?.value.kind === 'milestone' && actual.value.done) return 'done-already';
  return outdone(result, judged);
}

function isSameRow(a: Result, b: Result): boolean {
  return a.file === b.file && a.line === b.line && a.basis === b.basis;
}

function counting({ actual, year, asOf }: Judged, isMilestone: boolean): ResultStanding {
  if (isMilestone && actual?.value.kind === 'milestone' && actual.value.done) return 'counts-done';
  return hasYearEnded(year, asOf) ? 'counts-of-year' : 'counts';
}

function outdone(result: Result, { actual, year, asOf }: Judged): ResultStanding {
  const resultYear = periodYear(result.period);
  if (resultYear > year) return 'after-target-year';
  if (hasYearEnded(year, asOf) && resultYear !== year) return 'other-year';
  if (!actual || actual.period.end !== result.period.end) return 'older';
  if (latestFirst(actual.period, result.period) < 0) return 'finer-period';
  return result.basis === 'baseline' ? 'behind-results' : 'later-row';
}
