import { hasYearEnded } from './attainment.ts';
import type { Day } from './calendar.ts';
import { periodYear } from './period.ts';
import type { Observation } from './result.ts';
import { isBeyond, isCap, type Target } from './target.ts';
import type { Verdict } from './verdict.ts';

/** The rule that decides a verdict; domain.md, "Verdicts". */
export type VerdictReason =
  /** Strictly beyond the printed number. */
  | 'beyond'
  /** Reached, and not beyond it. */
  | 'reached'
  /** Reached; the target itself is the cap, 100% of a share. */
  | 'cap'
  /** Reached by an approximate result, which never exceeds. */
  | 'about'
  /** A milestone that was done: it can be met, never exceeded. */
  | 'milestone'
  /** A milestone done after its target year. */
  | 'milestone-late'
  /** Not reached, and the target year has not ended. */
  | 'still-open'
  /** Not reached, judged on an earlier year's result; the target year has not ended. */
  | 'still-open-earlier'
  /** Not reached, and the target year has ended. */
  | 'year-ended'
  /** No result at all that counts. */
  | 'no-result'
  /** The target year has ended, and all that is known is of other years. */
  | 'other-years-only'
  | 'no-target'
  /** The parts decide together. */
  | 'parts';

/** What a verdict was reached on. */
export interface Reached {
  verdict: Verdict;
  target: Target | null;
  actual: Observation | null;
  latest: Observation | null;
  year: number;
  asOf: Day;
  isShare: boolean;
  /** Does the verdict come from parts, for want of a target of its own? */
  byParts: boolean;
}

/** The rule that made this verdict of this target and result. */
export function reasonOf(reached: Reached): VerdictReason {
  const { verdict, target, actual, latest } = reached;
  if (reached.byParts) return 'parts';
  if (!target || verdict === 'no-target') return 'no-target';
  if (!actual) return latest ? 'other-years-only' : 'no-result';
  if (target.op === 'done') return milestoneReason(reached, actual);
  if (verdict === 'exceeded') return 'beyond';
  if (verdict === 'met') return metReason(target, actual, reached.isShare);
  if (verdict === 'missed') return 'year-ended';
  return periodYear(actual.period) < reached.year ? 'still-open-earlier' : 'still-open';
}

function milestoneReason({ verdict, year, asOf }: Reached, actual: Observation): VerdictReason {
  if (actual.value.kind === 'milestone' && actual.value.done)
    return verdict === 'met' ? 'milestone' : 'milestone-late';
  return hasYearEnded(year, asOf) ? 'year-ended' : 'still-open';
}

function metReason(
  target: Exclude<Target, { op: 'done' }>,
  { value }: Observation,
  isShare: boolean,
): VerdictReason {
  if (isCap(target, isShare)) return 'cap';
  if (value.kind !== 'number' || !isBeyond(target, value.value)) return 'reached';
  return 'about';
}
