import { type Indicator, type Measurable, targetFor } from './indicator.ts';
import { addresses, type Plan } from './plan.ts';
import type { Target } from './target.ts';

/** A target of an indicator or part, with the address that names it in the plan. */
export interface AskedTarget {
  address: string;
  measurable: Measurable;
  target: Target;
}

/** What a plan asks of one measure in one year. */
export interface Asked {
  year: number;
  /** Of the indicator or part that carries the measure; the first one's where several do. */
  address: string;
  indicator: Indicator;
  unit: string | null;
  /** The one target; `null` where the plan sets several conditions, levels or sectors instead. */
  target: Target | null;
  /** Those several targets; empty where there is one. */
  parts: readonly AskedTarget[];
}

/** An indicator or part that carries a measure. */
export interface Carrier {
  address: string;
  indicator: Indicator;
  measurable: Measurable;
  /** The parts of the indicator, where it carries the measure as a whole. */
  parts: readonly { address: string; measurable: Measurable }[];
}

/** What a plan measures, by measure code in the order of the document. */
export type Carriers = ReadonlyMap<string, readonly Carrier[]>;

/** The indicators and parts of a plan that have a measure of the catalogue, by its code. */
export function carriersOf(plan: Plan): Carriers {
  const carriers = new Map<string, Carrier[]>();
  for (const { address, indicator, measurable } of addresses(plan)) {
    if (measurable.measure === null) continue;
    const isWhole = measurable === indicator;
    const parts = isWhole
      ? indicator.parts.map((part) => ({ address: `${address}/${part.id}`, measurable: part }))
      : [];
    const before = carriers.get(measurable.measure) ?? [];
    carriers.set(measurable.measure, [...before, { address, indicator, measurable, parts }]);
  }
  return carriers;
}

/** Is there no measure on the indicator nor on any of its parts? */
export function isUnmeasured(indicator: Indicator): boolean {
  return [indicator, ...indicator.parts].every(({ measure }) => measure === null);
}

/** The years for which the carriers or their parts print a target, ascending. */
export function askedYears(carriers: readonly Carrier[]): number[] {
  const years = carriers.flatMap(({ measurable, parts }) => [
    ...measurable.targets.keys(),
    ...parts.flatMap((part) => [...part.measurable.targets.keys()]),
  ]);
  return [...new Set(years)].sort((a, b) => a - b);
}

/**
 * What the carriers of one measure ask in a year; `null` where they have no target for it. With
 * `every: year` a target also holds in the years before its own.
 */
export function askedIn(plan: Plan, carriers: readonly Carrier[], year: number): Asked | null {
  const asked = carriers
    .map((carrier) => ({ carrier, ...targetsOf(plan, carrier, year) }))
    .filter(({ parts }) => parts.length > 0);
  const [first] = asked;
  if (first === undefined) return null;
  const { address, indicator, measurable } = first.carrier;
  const target = asked.length === 1 ? first.target : null;
  const parts = target === null ? asked.flatMap((one) => one.parts) : [];
  const unit = measurable.unit ?? parts[0]?.measurable.unit ?? null;
  return { year, address, indicator, unit, target, parts };
}

/** The carrier's own target, else those of its parts. */
function targetsOf(plan: Plan, carrier: Carrier, year: number) {
  const own = targetOf(plan, carrier, carrier, year);
  if (own !== null) return { target: own.target, parts: [own] };
  const parts = carrier.parts.map((part) => targetOf(plan, carrier, part, year));
  return { target: null, parts: parts.filter((part) => part !== null) };
}

function targetOf(
  plan: Plan,
  { indicator }: Carrier,
  { address, measurable }: Pick<Carrier, 'address' | 'measurable'>,
  year: number,
): AskedTarget | null {
  const target = targetFor(measurable, year, indicator.every, plan.period.first);
  return target === undefined ? null : { address, measurable, target };
}

/** What the carriers ask in the year nearest to this one, a later before an earlier one. */
export function askedNear(plan: Plan, carriers: readonly Carrier[], year: number): Asked | null {
  const [nearest] = askedYears(carriers)
    .filter((other) => other !== year)
    .sort((a, b) => Math.abs(a - year) - Math.abs(b - year) || b - a);
  return nearest === undefined ? null : askedIn(plan, carriers, nearest);
}
