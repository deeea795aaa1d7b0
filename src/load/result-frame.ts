import type { Measurable } from '../indicator.ts';
import { codeByName } from '../names.ts';
import { addresses, fullName, type Plan } from '../plan.ts';
import { parseTarget } from '../target.ts';
import { countsFactor, isPercent } from '../unit.ts';
import type { DecimalMark } from './numeral.ts';
import type { YamlFile } from './yaml.ts';

/** What a plan says that its results are read with; a broken one may still say it. */
export interface ResultFrame {
  /** The area that a row is of where it names none. */
  area: string;
  /** How the plan's tables write decimals, where it says so. */
  decimal: DecimalMark | null;
  /** What a result can be, by `id` and `id/part`, in the order of the plan. */
  measured: ReadonlyMap<string, Measured>;
  /** The ids of indicators by their place in the document, where it is of one only. */
  places: ReadonlyMap<string, string>;
  /** The address behind the whole name of an indicator, or of one and its part, where it is of one only. */
  named(name: string): string | null;
}

/** What a result of one address can be. */
export interface Measured {
  unit: string | null;
  isPercent: boolean;
  /** What a quotient of counts is multiplied by; `null` where the plan does not say. */
  factor: number | null;
  takesNumbers: boolean;
  takesMilestones: boolean;
}

/** What a sound plan's results are read with. */
export function frameOf(plan: Plan): ResultFrame {
  const { area, decimal } = plan;
  const measured = addresses(plan).map(
    ({ address, measurable }) => [address, measuredOf(measurable)] as const,
  );
  return {
    ...{ area, decimal, measured: new Map(measured), places: placesOf(plan.indicators) },
    named: codeByName(addresses(plan).map((one) => [one.address, fullName(one)])),
  };
}

function measuredOf({ unit, per, targets }: Measurable): Measured {
  const ops = [...targets.values()].map(({ op }) => op);
  return { ...unitOf(unit, per), ...takenWith(ops) };
}

function unitOf(unit: string | null, per: number | null) {
  return { unit, isPercent: isPercent(unit), factor: countsFactor(unit, per) };
}

function placesOf(indicators: readonly { id: string; source: string }[]): Map<string, string> {
  const places = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { id, source } of indicators) {
    if (places.has(source)) repeated.add(source);
    places.set(source, id);
  }
  for (const source of repeated) places.delete(source);
  return places;
}

/** Without a target of its own a measurable takes both. */
function takenWith(ops: readonly string[]): Pick<Measured, 'takesNumbers' | 'takesMilestones'> {
  return {
    takesNumbers: ops.length === 0 || ops.some((op) => op !== 'done'),
    takesMilestones: ops.length === 0 || ops.includes('done'),
  };
}

type Raw = Record<string, unknown>;

function placeOf(item: Raw | null): { id: string; source: string }[] {
  const { id, source } = item ?? {};
  return typeof id === 'string' && typeof source === 'string' ? [{ id, source }] : [];
}

/**
 * What can still be made out of a plan with faults to read its results with. `null` where a line or
 * an id of its indicators cannot be read, since then a row's id could not be judged.
 * @param lost the paths of what could not be read
 */
export function frameOfBroken({ data, lost }: Pick<YamlFile, 'data' | 'lost'>): ResultFrame | null {
  if (!isMap(data) || lost.some(([list]) => list === undefined || list === 'indicators'))
    return null;
  const indicators = listOf(data, 'indicators') ?? [null];
  const items = indicators.flatMap((item) => [
    { item, within: '', whole: null },
    ...(listOf(item, 'parts') ?? [null]).map((part) => ({
      ...{ item: part, within: `${item?.id}/`, whole: item },
    })),
  ]);
  if (!items.every(({ item }) => hasId(item))) return null;
  const { area, decimal } = data;
  return {
    area: typeof area === 'string' ? area : '',
    decimal: decimal === ',' || decimal === '.' ? decimal : null,
    measured: new Map(items.map(({ item, within }) => [within + item!.id, rawMeasured(item!)])),
    places: placesOf(indicators.flatMap((item) => placeOf(item))),
    named: codeByName(items.flatMap(({ item, within, whole }) => nameOf(item!, within, whole))),
  };
}

/** The name as sheets print it, that of the indicator before its part's. */
function nameOf(item: Raw, within: string, whole: Raw | null): [string, string][] {
  if (typeof item.name !== 'string') return [];
  if (whole === null) return [[String(item.id), item.name]];
  return typeof whole.name === 'string'
    ? [[`${within}${item.id}`, `${whole.name} – ${item.name}`]]
    : [];
}

/** The maps of a list; none where the key is absent, `null` in place of what is no map. */
function listOf(of: Raw | null, key: string): (Raw | null)[] | null {
  const list = of?.[key];
  if (list === undefined) return [];
  return Array.isArray(list) ? list.map((item) => (isMap(item) ? item : null)) : null;
}

function isMap(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasId(item: Raw | null): boolean {
  return typeof item?.id === 'string' && item.id !== '';
}

/** With an unreadable target anything is taken, and with an unreadable unit a percent sign too. */
function rawMeasured({ unit: written, per, targets }: Raw): Measured {
  const parsed = isMap(targets)
    ? Object.values(targets).map((one) => parseTarget(one as string))
    : [];
  const isSound = parsed.every((target) => target !== undefined);
  const ops = isSound ? parsed.map((target) => target!.op) : [];
  const unit = typeof written === 'string' ? written : '%';
  return { ...unitOf(unit, typeof per === 'number' ? per : null), ...takenWith(ops) };
}
