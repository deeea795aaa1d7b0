import { targetFor } from '../indicator.ts';
import type { TargetWhy } from '../message/audit.ts';
import { message } from '../message/message.ts';
import { type Addressed, addresses, type Claim, type Plan } from '../plan.ts';
import {
  type Account,
  type Audited,
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

/** Every target that the plan sets, quotes of the nation or states in a sentence. */
export function settingsOf({ plan }: Audited): Setting[] {
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
 * National targets that the plan quotes: those of a shared measure are held against what other plans
 * quote, and against the national plan's own. A measure has one figure for the whole, never one for each part.
 */
function quotedSettings(plan: Plan, { address, indicator, measurable }: Addressed): Setting[] {
  const targets = indicator.reference.get('national')?.targets;
  if (indicator !== measurable || !targets) return [];
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
  { target, year, reference, text, source, path }: TargetClaim,
  index: number,
): Setting {
  const place = placeInPlan(plan, `#claims.${index}`, source);
  const quotedOf = reference === 'national' ? NATION : undefined;
  return { target, year, measurable, plan, address, claim: text, quotedOf, place, path };
}

/** Does the plan set it itself, among its indicators? */
export function isOwn({ claim, quotedOf }: Setting): boolean {
  return claim === null && quotedOf === undefined;
}

/** Whose target it is: the plan's own area, or the one that the plan quotes. */
export function areaOf({ plan, quotedOf }: Setting): string {
  return quotedOf ?? plan.area;
}

/** What no two places of one truth can say. */
const CONTRADICTING: ReadonlySet<TargetWhy> = new Set([
  'different',
  'called-local',
  'part-greater',
]);

/** The settings in the order of their plans; whom to ask is the newest of them. */
export function targetConflict(settings: readonly Setting[], why: TargetWhy): TargetConflict {
  const ordered = settings.toSorted(
    (a, b) => compareText(a.plan.issued, b.plan.issued) || a.year - b.year,
  );
  const spokesman = ordered.findLast((one) => leadOf(one).length > 0) ?? ordered.at(-1)!;
  return conflictTold(ordered, why, spokesman);
}

/** The same with the one who is to be asked, and the figure that had reached the target already. */
export function conflictTold(
  settings: readonly Setting[],
  why: TargetWhy,
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
      isNote: !CONTRADICTING.has(why),
      at: place,
      path,
      args: {
        targets: settings.map(saidSetting),
        names: settings.map(({ measurable }) => measurable.name),
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

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
