import { exact } from '../src/exact.ts';
import type { Baseline, Indicator, Measurable } from '../src/indicator.ts';
import { type Period, parsePeriod } from '../src/period.ts';
import type { Plan } from '../src/plan.ts';
import type { Result } from '../src/result.ts';
import { parseTarget } from '../src/target.ts';

/** Builders of plain values for tests; everything not named has an unremarkable default. */
function period(text: string): Period {
  const read = parsePeriod(text);
  if (typeof read === 'string') throw new Error(`no period: ${text}`);
  return read;
}

export function aResult(
  over: Partial<Omit<Result, 'period' | 'value'>> & {
    period?: string;
    value?: number | string | boolean | null;
  } = {},
): Result {
  const { period: time = '2023', value = null, ...rest } = over;
  return {
    indicator: 'a',
    period: period(time),
    value: readValue(value),
    counts: null,
    printed: null,
    status: null,
    area: 'danang',
    published: null,
    source: 'test',
    note: '',
    basis: 'result',
    file: 'test.results.csv',
    line: 2,
    ...rest,
  };
}

function readValue(value: number | string | boolean | null): Result['value'] {
  if (value === null) return null;
  if (typeof value === 'boolean') return { kind: 'milestone', done: value };
  const text = String(value);
  return {
    kind: 'number',
    value: exact(text.replace('~', '')),
    about: text.startsWith('~'),
  };
}

type Targets = Record<number, number | string>;

function measurable(targets: Targets, over: Partial<Measurable>): Measurable {
  return {
    id: 'a',
    name: 'A',
    unit: '%',
    measure: null,
    baseline: null,
    earlier: [],
    accumulates: null,
    per: null,
    whole: null,
    byArea: new Map(),
    targets: new Map(
      Object.entries(targets).map(([year, text]) => [Number(year), parseTarget(text)!]),
    ),
    wording: new Map(),
    waived: [],
    note: null,
    path: ['indicators', 0],
    ...over,
  };
}

export function anIndicator(targets: Targets, over: Partial<Indicator> = {}): Indicator {
  return {
    ...measurable(targets, over),
    group: null,
    lead: [],
    origin: null,
    reference: new Map(),
    parts: [],
    every: null,
    each: null,
    source: 'I.1',
    ...over,
  };
}

export function aPart(id: string, targets: Targets, over: Partial<Measurable> = {}): Measurable {
  return measurable(targets, { id, name: id, ...over });
}

export function baseline(year: number, value: number | string): Baseline {
  return { year, value: exact(value), about: false };
}

export function aPlan(indicators: Indicator[], over: Partial<Plan> = {}): Plan {
  return {
    id: 'test',
    title: 'Test',
    document: '1/KH',
    printedIn: null,
    issued: '2022-01-01',
    area: 'danang',
    succeededBy: null,
    areas: null,
    period: { first: 2022, last: 2025 },
    implements: [],
    note: null,
    agencies: new Map(),
    members: new Map(),
    groups: new Map(),
    indicators,
    tasks: [],
    reports: [],
    claims: [],
    ignore: [],
    decimal: null,
    file: 'test.yaml',
    lines: new Map(),
    ...over,
  };
}
