import { compare, type Exact, toFraction } from '../exact.ts';
import { grouped } from '../grouped.ts';
import type { Measurable } from '../indicator.ts';
import { isShare, type MeasureCatalogue, mergedMeasures } from '../measure.ts';
import { periodYear } from '../period.ts';
import type { Plan } from '../plan.ts';
import { foremost } from '../result.ts';
import {
  compareTargets,
  isCap,
  isMilestone,
  isSatisfied,
  numbersOf,
  OPERATORS,
  type Target,
  targetNumber,
} from '../target.ts';
import { calledLocal } from './called-local.ts';
import {
  type Account,
  type Audited,
  type AuditQuestion,
  byAddress,
  type Setting,
  type TargetConflict,
} from './finding.ts';
import { lookAlikes } from './look-alikes.ts';
import { greaterTargets } from './part-of.ts';
import { areaOf, conflictTold, isOwn, settingsOf, targetConflict } from './settings.ts';
import { lastAccounts, unitOf } from './sources.ts';

type Why = TargetConflict['why'];

/**
 * Different targets for one measure, area and year, in two plans or in two places of one; targets of
 * a part beyond those of its whole; what is called local beside a national target; and, as notes, a
 * later plan that asks less of a later year than an earlier plan asks of an earlier one, what was
 * reached before it was set, and measures that look alike with different targets.
 */
export function targetConflicts(
  all: readonly Audited[],
  { asOf, tolerance }: AuditQuestion,
): TargetConflict[] {
  const settings = all.flatMap(settingsOf);
  const subjects = grouped(settings, subjectOf);
  const accounts = grouped(
    all.flatMap((one) => lastAccounts(one, asOf)),
    accountSubject,
  );
  const shares = new Map(all.map(({ plan, measures }) => [plan, measures]));
  const measures = mergedMeasures(all.map((one) => one.measures));
  return [
    ...[...subjects].flatMap(([key, subject]) => [
      ...alreadyReached(subject, accounts.get(key) ?? [], shares),
      ...[...grouped(subject, (setting) => setting.year).values()].flatMap((same) =>
        conflictOf(same, tolerance),
      ),
      ...stepsBack(subject),
    ]),
    ...greaterTargets(settings, measures),
    ...lookAlikes(settings, measures),
    ...calledLocal(all, settings),
  ];
}

function subjectOf(setting: Setting): string {
  const { measurable, plan, address } = setting;
  const about = measurable.measure ?? `${plan.file}\n${address}`;
  return [about, unitOf(measurable), areaOf(setting)].join('\n');
}

function accountSubject({ observation, measurable, plan, address }: Account): string {
  const about = measurable.measure ?? `${plan.file}\n${address}`;
  return [about, unitOf(measurable), observation.area].join('\n');
}

/**
 * Targets that the last figure of a time before the plan was issued satisfies already. A target at the
 * end of its scale and one for every year is there to be held, and the plan's own baseline is for
 * the check to tell.
 */
function alreadyReached(
  subject: readonly Setting[],
  accounts: readonly Account[],
  measuresOf: ReadonlyMap<Plan, MeasureCatalogue>,
): TargetConflict[] {
  const numbers = accounts.filter(({ observation }) => observation.value.kind === 'number');
  const byQuestion = new Map<string, Account | undefined>();
  const reachedBefore = (setting: Setting) => {
    const { plan, year, measurable } = setting;
    const key = [plan.file, plan.issued, year, measurable.accumulates].join('\n');
    if (!byQuestion.has(key)) byQuestion.set(key, lastBefore(setting, numbers));
    return byQuestion.get(key);
  };
  return subject.flatMap((setting) => {
    const { target, plan, measurable } = setting;
    const measure = measuresOf.get(plan)!.get(measurable.measure ?? '');
    if (!isOwn(setting) || isMilestone(target)) return [];
    if (isCap(target, isShare(measurable.unit, measure)) || isYearly(setting)) return [];
    const reached = reachedBefore(setting);
    if (reached?.observation.value.kind !== 'number') return [];
    return isSatisfied(target, reached.observation.value.value)
      ? [conflictTold([setting], 'already-reached', setting, reached)]
      : [];
  });
}

/** Of what is added up only a whole year's figure can be held against a target. */
function isWholeOf({ period }: Account['observation'], { accumulates }: Measurable): boolean {
  return accumulates !== 'sum' || period.kind === 'year';
}

/** The last figure of a time before the plan was issued and before the target’s year. */
function lastBefore(
  { plan, year, measurable }: Setting,
  numbers: readonly Account[],
): Account | undefined {
  const known = numbers.filter(
    ({ observation, plan: other }) =>
      isWholeOf(observation, measurable) &&
      observation.period.end < plan.issued &&
      (observation.published ?? '') <= plan.issued &&
      periodYear(observation.period) < year &&
      !(observation.basis === 'baseline' && other === plan),
  );
  const last = foremost(known.map(({ observation }) => observation));
  return known.find(({ observation }) => observation === last);
}

function isYearly({ plan, address }: Setting): boolean {
  return byAddress(plan).get(address)?.indicator.every != null;
}

const WORST: readonly Why[] = ['different', 'tolerance', 'wording'];

function conflictOf(same: readonly Setting[], tolerance: Exact): TargetConflict[] {
  const why = worstDifference(same, tolerance);
  return why ? [targetConflict(same, why)] : [];
}

function worstDifference(same: readonly Setting[], tolerance: Exact): Why | null {
  const keyOf = (target: Target) =>
    [target.op, ...numbersOf(target).slice(0, 1).map(toFraction)].join(' ');
  const distinct = new Map(same.map(({ target }) => [keyOf(target), target]));
  const targets = [...distinct.values()].toSorted(byNumber);
  // The greatest difference is that from the first, or of two next to each other.
  const found = targets.flatMap((target, at) =>
    [targets[0]!, ...targets.slice(Math.max(0, at - BESIDE), at)].map((other) =>
      differenceOf(other, target, tolerance),
    ),
  );
  return WORST.find((why) => found.includes(why)) ?? null;
}

/** So many targets at most have the number of another: one for each operator. */
const BESIDE = Object.keys(OPERATORS).length;

function byNumber(a: Target, b: Target): number {
  if (isMilestone(a) || isMilestone(b)) return Number(isMilestone(a)) - Number(isMilestone(b));
  return compare(targetNumber(a), targetNumber(b));
}

function differenceOf(a: Target, b: Target, tolerance: Exact): Why | null {
  const order = compareTargets(a, b);
  if (order === 'same') return null;
  if (order === 'incomparable' || isMilestone(a) || isMilestone(b)) return 'different';
  const apart = targetNumber(a).sub(targetNumber(b)).abs();
  if (apart.equals(0)) return 'value' in a && 'value' in b ? 'wording' : 'different';
  return compare(apart, tolerance) <= 0 ? 'tolerance' : 'different';
}

/**
 * A later plan that asks less of a later year than the plan before it asked of an earlier one. Where
 * the earlier plan has a target for that later year too, the two are held against each other as
 * targets of one year, and its own course is its own.
 */
function stepsBack(subject: readonly Setting[]): TargetConflict[] {
  const own = subject.filter(isOwn);
  if (new Set(own.map(({ plan }) => plan.issued)).size < 2) return [];
  const inOrder = own.toSorted(
    (a, b) => a.year - b.year || compareText(a.plan.issued, b.plan.issued),
  );
  const before = new Map(
    [...grouped(own, ({ year }) => year)].map(([year, same]) => {
      const plans = new Set(same.map(({ plan }) => plan));
      return [year, inOrder.filter((one) => one.year < year && !plans.has(one.plan))];
    }),
  );
  return own.flatMap((later) => {
    const last = before.get(later.year)!.findLast((one) => one.plan.issued < later.plan.issued);
    return last && compareTargets(later.target, last.target) === 'looser'
      ? [conflictTold([last, later], 'later-looser', later)]
      : [];
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
