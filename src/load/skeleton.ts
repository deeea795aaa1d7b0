import type { Indicator, Measurable, Path } from '../indicator.ts';
import type { Plan } from '../plan.ts';
import { parseTarget, type Target } from '../target.ts';
import type { YamlFile } from './yaml.ts';

type Raw = Record<string, unknown>;

/**
 * What of a plan with faults is enough to read its results: ids, units, kinds of targets. `null`
 * where the syntax is broken or an id cannot be read, since then a row's id could not be judged.
 * For anything but reading results it says too little.
 */
export function skeletonOf({ data, file }: YamlFile): Plan | null {
  if (!isMap(data)) return null;
  const indicators = listOf(data, 'indicators');
  const parts = indicators?.flatMap((item) => listOf(item, 'parts') ?? [null]);
  if (![...(indicators ?? [null]), ...(parts ?? [])].every(hasId)) return null;
  const { area, decimal } = data;
  return {
    id: '',
    title: '',
    document: '',
    issued: '1900-01-01',
    area: typeof area === 'string' ? area : '',
    period: { first: 1900, last: 2999 },
    implements: [],
    note: null,
    agencies: new Map(),
    groups: new Map(),
    indicators: indicators!.map((item, i) => indicatorOf(item!, ['indicators', i])),
    tasks: [],
    reports: [],
    claims: [],
    ignore: [],
    decimal: decimal === ',' || decimal === '.' ? decimal : null,
    file,
    lines: new Map(),
  };
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

function indicatorOf(raw: Raw, path: Path): Indicator {
  const parts = listOf(raw, 'parts') ?? [];
  return {
    ...measurableOf(raw, path),
    group: null,
    lead: [],
    origin: null,
    reference: new Map(),
    parts: parts.map((part, i) => measurableOf(part!, [...path, 'parts', i])),
    every: null,
    each: null,
    source: '',
  };
}

/** With an unreadable target anything is taken, and with an unreadable unit a percent sign too. */
function measurableOf(raw: Raw, path: Path): Measurable {
  return {
    id: raw.id as string,
    name: '',
    unit: typeof raw.unit === 'string' ? raw.unit : '%',
    measure: null,
    baseline: null,
    targets: targetsOf(raw.targets),
    wording: new Map(),
    waived: [],
    note: null,
    path,
  };
}

function targetsOf(written: unknown): Map<number, Target> {
  if (!isMap(written)) return new Map();
  const targets = Object.entries(written).map(
    ([year, target]) => [Number(year), parseTarget(target as string)] as const,
  );
  const isSound = targets.every(([, target]) => target !== undefined);
  return new Map(isSound ? (targets as [number, Target][]) : []);
}
