import { compare, type Exact } from '../exact.ts';
import { foldText } from '../fold.ts';
import { targetFor } from '../indicator.ts';
import { isShare, type MeasureCatalogue } from '../measure.ts';
import { message } from '../message/message.ts';
import { periodYear } from '../period.ts';
import { type Addressed, addresses, type Claim, type Plan } from '../plan.ts';
import { foremost } from '../result.ts';
import {
  compareTargets,
  isCap,
  isMilestone,
  isSatisfied,
  type Target,
  targetNumber,
} from '../target.ts';
import {
  type Account,
  type Audited,
  type AuditQuestion,
  accountsElsewhere,
  auditFinding,
  byAddress,
  NATION,
  placeInPlan,
  type Setting,
  saidResult,
  type TargetConflict,
  wordedTarget,
} from './finding.ts';
import { grouped } from './grouped.ts';
import { lastAccounts } from './sources.ts';

type Why = TargetConflict['why'];

/**
 * Different targets for one measure, area and year, in two plans or in two places of one; and, as
 * a note, a later plan that asks less of a later year than an earlier plan asks of an earlier one.
 */
export function targetConflicts(
  all: readonly Audited[],
  { asOf, tolerance }: AuditQuestion,
): TargetConflict[] {
  const subjects = grouped(all.flatMap(settings), subjectOf);
  const accounts = grouped(
    all.flatMap((one) => lastAccounts(one, asOf)),
    accountSubject,
  );
  const shares = new Map(all.map(({ plan, measures }) => [plan, measures]));
  return [...subjects].flatMap(([key, subject]) => [
    ...alreadyReached(subject, accounts.get(key) ?? [], shares),
    ...[...grouped(subject, (setting) => setting.year).values()].flatMap((same) =>
      conflictOf(same, tolerance),
    ),
    ...stepsBack(subject),
  ]);
}

function settings({ plan }: Audited): Setting[] {
  const indexed = plan.claims.map((claim, index) => ({ claim, index }));
  const known = byAddress(plan);
  return [
    ...addresses(plan).flatMap((addressed) => ownSettings(plan, addressed)),
    ...addresses(plan).flatMap((addressed) => quotedSettings(plan, addressed)),
    ...indexed.flatMap(({ claim, index }) => {
      const addressed = claim.kind === 'target' ? known.get(claim.indicator) : undefined;
      return addressed ? [claimed(plan, addressed, claim as TargetClaim, index)] : [];
    }),
  ];
}

type TargetClaim = Extract<Claim, { kind: 'target' }>;

/** With `every: year` a target holds in the years before it too; they are settings of their own. */
function ownSettings(plan: Plan, { address, indicator, measurable }: Addressed): Setting[] {
  const { first, last } = plan.period;
  const years =
    indicator.every === null
      ? [...measurable.targets.keys()]
      : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years.flatMap((year) => {
    const target = targetFor(measurable, year, indicator.every, first);
    if (!target) return [];
    const written = [...measurable.targets.keys()].find((own) => own >= year) ?? year;
    const place = placeInPlan(plan, `${address}#targets.${written}`, indicator.source);
    const path = [...measurable.path, 'targets', String(written)];
    return [{ target, year, measurable, plan, address, claim: null, place, path }];
  });
}

/**
 * National targets that the plan quotes of a shared measure: held against what other plans quote, and
 * against the national plan's own. A measure has one figure for the whole, never one for each part.
 */
function quotedSettings(plan: Plan, { address, indicator, measurable }: Addressed): Setting[] {
  const targets = indicator.reference.get('national')?.targets;
  if (indicator !== measurable || indicator.measure === null || !targets) return [];
  return [...targets].map(([year, target]) => {
    const place = placeInPlan(plan, `${address}#reference`, indicator.source);
    const path = [...indicator.path, 'reference', 'national', 'targets', String(year)];
    const quoted = { claim: null, quotedOf: NATION };
    return { target, year, measurable, plan, address, place, path, ...quoted };
  });
}

function claimed(
  plan: Plan,
  { address, measurable }: Addressed,
  { target, year, text, source, path }: TargetClaim,
  index: number,
): Setting {
  const place = placeInPlan(plan, `#claims.${index}`, source);
  return { target, year, measurable, plan, address, claim: text, place, path };
}

function subjectOf({ measurable, plan, address, quotedOf }: Setting): string {
  const about = measurable.measure ?? `${plan.file}\n${address}`;
  return [about, foldText(measurable.unit ?? ''), quotedOf ?? plan.area].join('\n');
}

function accountSubject({ observation, measurable, plan, address }: Account): string {
  const about = measurable.measure ?? `${plan.file}\n${address}`;
  return [about, foldText(measurable.unit ?? ''), observation.area].join('\n');
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
  return subject.flatMap((setting) => {
    const { target, year, plan, measurable, claim, quotedOf } = setting;
    const measure = measuresOf.get(plan)!.get(measurable.measure ?? '');
    if (claim !== null || quotedOf !== undefined || isMilestone(target)) return [];
    if (isCap(target, isShare(measurable.unit, measure)) || isYearly(setting)) return [];
    const known = numbers.filter(
      ({ observation, plan: other }) =>
        observation.period.end < plan.issued &&
        (observation.published ?? '') <= plan.issued &&
        periodYear(observation.period) < year &&
        !(observation.basis === 'baseline' && other === plan),
    );
    const last = foremost(known.map(({ observation }) => observation));
    const reached = known.find(({ observation }) => observation === last);
    if (reached?.observation.value.kind !== 'number') return [];
    return isSatisfied(target, reached.observation.value.value)
      ? [conflictTold([setting], 'already-reached', setting, reached)]
      : [];
  });
}

function isYearly({ plan, address }: Setting): boolean {
  return byAddress(plan).get(address)?.indicator.every != null;
}

const WORST: readonly Why[] = ['different', 'tolerance', 'wording'];

function conflictOf(same: readonly Setting[], tolerance: Exact): TargetConflict[] {
  const found = same.flatMap((a, i) =>
    same.slice(i + 1).flatMap((b) => differenceOf(a.target, b.target, tolerance) ?? []),
  );
  const why = WORST.find((kind) => found.includes(kind));
  return why ? [conflict(same, why)] : [];
}

function differenceOf(a: Target, b: Target, tolerance: Exact): Why | null {
  const order = compareTargets(a, b);
  if (order === 'same') return null;
  if (order === 'incomparable' || isMilestone(a) || isMilestone(b)) return 'different';
  const apart = targetNumber(a).sub(targetNumber(b)).abs();
  if (apart.equals(0)) return 'value' in a && 'value' in b ? 'wording' : 'different';
  return compare(apart, tolerance) <= 0 ? 'tolerance' : 'different';
}

/** The settings in the order of their plans; whom to ask is the newest of them. */
function conflict(settings: readonly Setting[], why: Why): TargetConflict {
  const ordered = settings.toSorted(
    (a, b) => compareText(a.plan.issued, b.plan.issued) || a.year - b.year,
  );
  const spokesman = ordered.findLast((one) => leadOf(one).length > 0) ?? ordered.at(-1)!;
  return conflictTold(ordered, why, spokesman);
}

function conflictTold(
  settings: readonly Setting[],
  why: Why,
  spokesman: Setting,
  reached: Account | null = null,
): TargetConflict {
  const { plan, address, place, path } = spokesman;
  return {
    ...auditFinding({
      kind: 'target-conflict',
      plan,
      address,
      area: spokesman.quotedOf ?? plan.area,
      lead: leadOf(spokesman),
      isNote: why !== 'different',
      at: place,
      path,
      args: {
        targets: settings.map(saidSetting),
        why,
        figure: reached && saidResult(reached.observation, reached.measurable),
      },
      elsewhere: [
        ...settings
          .filter((setting) => setting !== spokesman)
          .map((setting) => ({
            place: setting.place,
            message: message('target-here', { target: saidSetting(setting) }),
          })),
        ...(reached === null ? [] : accountsElsewhere([reached], place)),
      ],
    }),
    settings,
    reached,
    why,
  };
}

function saidSetting({ target, measurable, year }: Setting) {
  return wordedTarget(target, measurable, year);
}

function leadOf({ plan, address }: Setting): readonly string[] {
  return byAddress(plan).get(address)?.indicator.lead ?? [];
}

/**
 * A later plan that asks less of a later year than the plan before it asked of an earlier one. Where
 * the earlier plan has a target for that later year too, the two are held against each other as
 * targets of one year, and its own course is its own.
 */
function stepsBack(subject: readonly Setting[]): TargetConflict[] {
  const own = subject.filter(({ claim, quotedOf }) => claim === null && quotedOf === undefined);
  return own.flatMap((later) => {
    const earlier = own.filter(
      (one) =>
        one.plan.issued < later.plan.issued &&
        one.year < later.year &&
        !own.some((other) => other.plan === one.plan && other.year === later.year),
    );
    const before = earlier.toSorted(
      (a, b) => a.year - b.year || compareText(a.plan.issued, b.plan.issued),
    );
    const last = before.at(-1);
    return last && compareTargets(later.target, last.target) === 'looser'
      ? [conflictTold([last, later], 'later-looser', later)]
      : [];
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
