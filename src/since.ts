import type { IndicatorEvaluation, MeasurableEvaluation, PlanEvaluation } from './evaluation.ts';
import { type DeadlineItem, isDone, type PlanDeadlines } from './overdue.ts';
import { type PaceClass, paceClassOf } from './pace-class.ts';
import type { Observation } from './result.ts';
import { VERDICTS } from './verdict.ts';

/** Which way a verdict went; `known` and `unknown` are from and to "no data". */
export type Direction = 'improved' | 'worsened' | 'known' | 'unknown';

/** In the order in which a reader is told. */
export const DIRECTIONS = [
  'improved',
  'worsened',
  'known',
  'unknown',
] as const satisfies readonly Direction[];

/** An indicator whose verdict, or whose pace while it is in progress, is another one than before. */
interface VerdictChange {
  direction: Direction;
  before: IndicatorEvaluation;
  now: IndicatorEvaluation;
}

/** An indicator or part whose latest known value was not known before. */
export interface NewResult {
  whole: IndicatorEvaluation;
  now: MeasurableEvaluation;
  value: Observation;
  /** The value known before. */
  before: Observation | null;
}

/** What of the tasks and duties is another than before. */
interface DeadlineChanges {
  finished: DeadlineItem[];
  newlyOverdue: DeadlineItem[];
  /** Given another due day. */
  extended: DeadlineItem[];
  cancelled: DeadlineItem[];
}

/** What changed between two judgements of one plan for one target year. */
export interface Changes {
  verdicts: VerdictChange[];
  results: NewResult[];
  /** `null` where only results were compared. */
  deadlines: DeadlineChanges | null;
}

/** A plan judged at one time. */
export interface PlanState {
  evaluation: PlanEvaluation;
  /** `null` where the tasks are not to be compared. */
  deadlines: PlanDeadlines | null;
}

/**
 * What changed from one judgement of a plan to another. Both must be of the same plan and target
 * year. Waived indicators and those without a target are left out.
 */
export function changesBetween(then: PlanState, now: PlanState): Changes {
  const earlier = new Map(then.evaluation.indicators.map((one) => [one.address, one]));
  const pairs = now.evaluation.indicators.map((one) => ({
    before: earlier.get(one.address)!,
    now: one,
  }));
  return {
    verdicts: pairs.flatMap(verdictChange),
    results: pairs.flatMap(newResults),
    deadlines:
      then.deadlines && now.deadlines ? deadlineChanges(then.deadlines, now.deadlines) : null,
  };
}

/** Did anything change at all? */
export function hasChanges({ verdicts, results, deadlines }: Changes): boolean {
  const items = deadlines === null ? [] : Object.values(deadlines).flat();
  return verdicts.length + results.length + items.length > 0;
}

interface Pair {
  before: IndicatorEvaluation;
  now: IndicatorEvaluation;
}

const PACE_RANK: Partial<Record<PaceClass, number>> = {
  'off-track': 0,
  'at-risk': 1,
  'on-track': 2,
};

function verdictChange(pair: Pair): VerdictChange[] {
  const direction = directionOf(pair);
  return direction === null ? [] : [{ direction, ...pair }];
}

function directionOf({ before, now }: Pair): Direction | null {
  if (isLeftOut(before) || isLeftOut(now)) return null;
  if (before.verdict === now.verdict) return paceDirection(before, now);
  const [from, to] = [VERDICTS[before.verdict], VERDICTS[now.verdict]];
  if (!from.judged) return 'known';
  if (!to.judged) return 'unknown';
  return to.rank > from.rank ? 'improved' : 'worsened';
}

function isLeftOut({ waiver, verdict }: IndicatorEvaluation): boolean {
  return waiver !== null || !VERDICTS[verdict].targeted;
}

function paceDirection(before: IndicatorEvaluation, now: IndicatorEvaluation): Direction | null {
  if (now.verdict !== 'in-progress') return null;
  const [from, to] = [PACE_RANK[paceClassOf(before)], PACE_RANK[paceClassOf(now)]];
  if (from === undefined || to === undefined || from === to) return null;
  return to > from ? 'improved' : 'worsened';
}

function newResults({ before, now }: Pair): NewResult[] {
  const earlier = new Map([before, ...before.parts].map((one) => [one.address, knownValue(one)]));
  return [now, ...now.parts].flatMap((one) => {
    const value = knownValue(one);
    const old = earlier.get(one.address) ?? null;
    const isNew = value !== null && (old === null || !isSameValue(value, old));
    return isNew ? [{ whole: now, now: one, value, before: old }] : [];
  });
}

/** The value that counts, else the latest known one. */
function knownValue({ actual, latest }: MeasurableEvaluation): Observation | null {
  return actual ?? latest;
}

function isSameValue(a: Observation, b: Observation): boolean {
  return a.period.text === b.period.text && valueText(a) === valueText(b);
}

/** The value in a form that tells different ones apart. */
function valueText({ value }: Observation): string {
  if (value.kind === 'milestone') return String(value.done);
  return `${value.about ? '~' : ''}${value.value.toFraction()}`;
}

function deadlineChanges(then: PlanDeadlines, now: PlanDeadlines): DeadlineChanges {
  const before = new Map(then.items.map((item) => [keyOf(item), item]));
  const among = (is: (item: DeadlineItem) => boolean) =>
    now.items.filter((item) => {
      const old = before.get(keyOf(item));
      return is(item) && !(old && is(old));
    });
  return {
    finished: among(isDone),
    newlyOverdue: among(({ state }) => state === 'overdue'),
    extended: now.items.filter((item) => {
      const old = before.get(keyOf(item));
      return item.originalDue !== null && old !== undefined && old.due !== item.due;
    }),
    cancelled: among(({ state }) => state === 'cancelled'),
  };
}

/** What goes on after it was done has an entry of its own, without a day. */
function keyOf({ kind, id, agency, occurrence, state }: DeadlineItem): string {
  return [
    kind,
    id,
    agency ?? '',
    occurrence ?? '',
    state === 'continuous' ? 'continuous' : '',
  ].join('\n');
}
