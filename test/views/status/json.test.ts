import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/evaluation.ts';
import { deadlinesOf } from '../../../src/overdue.ts';
import { statusJson } from '../../../src/views/status/json.ts';
import { anIndicator, aPart, aPlan, aResult, baseline } from '../../build.ts';

const asOf = '2023-12-15';
const plan = aPlan(
  [
    anIndicator({ 2023: 95 }, { id: 'b', group: 'g', lead: ['so-tttt'], measure: 'm' }),
    anIndicator({ 2023: 'done' }, { id: 'a', unit: null }),
    anIndicator({ 2023: '2..3' }, { id: 'c', baseline: baseline(2022, 1) }),
    anIndicator({}, { id: 'd', group: 'g', parts: [aPart('p', { 2023: '~ 50' })] }),
  ],
  { title: 'Kế hoạch' },
);
const results = [
  aResult({ indicator: 'b', value: 96, status: 'met', period: asOf, line: 12 }),
  aResult({ indicator: 'a', value: false, period: asOf }),
  aResult({ indicator: 'c', value: '~1.5', period: '2023-06' }),
];
const json = statusJson([evaluate(plan, results, new Map(), { asOf })], asOf);
const [only] = json.plans;

describe('statusJson', () => {
  it('has the published shape, key by key', () => {
    expect(
      JSON.stringify({ ...json, plans: [{ ...only, indicators: only!.indicators.slice(0, 1) }] }),
    ).toBe(
      JSON.stringify({
        format: 'status/1',
        asOf,
        plans: [
          {
            id: 'test',
            title: 'Kế hoạch',
            document: '1/KH',
            area: 'danang',
            areaEnded: null,
            year: 2023,
            indicators: [
              {
                id: 'b',
                name: 'A',
                group: 'g',
                measure: 'm',
                unit: '%',
                year: 2023,
                lead: ['so-tttt'],
                waived: false,
                target: { text: '>= 95', op: '>=', value: 95 },
                actual: {
                  value: 96,
                  about: false,
                  bound: null,
                  numerator: null,
                  denominator: null,
                  period: asOf,
                  published: null,
                  estimate: false,
                  basis: 'result',
                  source: 'test',
                  file: 'test.results.csv',
                  line: 12,
                },
                latest: null,
                attainment: 96 / 95,
                gap: 1,
                verdict: 'exceeded',
                declared: 'met',
                provisional: false,
                disputed: false,
                rivals: [],
                doubted: null,
                pace: null,
                parts: [],
              },
            ],
            counts: {
              indicators: 4,
              exceeded: 1,
              met: 0,
              'in-progress': 2,
              missed: 0,
              'no-data': 1,
              'no-target': 0,
              waived: 0,
            },
            tasks: null,
            reports: null,
            notCounted: [],
          },
        ],
      }),
    );
  });

  it('writes milestones as booleans and ranges as pairs', () => {
    expect(only!.indicators[1]).toMatchObject({
      target: { text: 'done', op: 'done', value: true },
      actual: { value: false, about: false },
      attainment: 0,
      gap: null,
    });
    expect(only!.indicators[2]).toMatchObject({
      target: { text: '2..3', op: '..', value: [2, 3] },
      actual: { value: 1.5, about: true, period: '2023-06' },
      gap: -0.5,
    });
  });

  it('writes pace with every key, computable or not', () => {
    const keys = [
      ...['verdict', 'expected', 'progress', 'neededPerYear', 'achievedPerYear', 'left', 'reaches'],
      'reason',
    ];
    const { pace } = only!.indicators[2]!;
    expect(Object.keys(pace!)).toEqual(keys);
    expect(pace).toMatchObject({ verdict: 'on-track', reason: null });
    const bare = aPlan([anIndicator({ 2023: 5 })]);
    const rows = [aResult({ value: 1, period: asOf })];
    const other = statusJson([evaluate(bare, rows, new Map(), { asOf })], asOf);
    expect(Object.entries(other.plans[0]!.indicators[0]!.pace!)).toEqual(
      keys.map((key) => [key, { verdict: 'not-computable', reason: 'no-baseline' }[key] ?? null]),
    );
  });

  it('repeats the shape for parts, which keep their own ids', () => {
    const whole = only!.indicators[3]!;
    const [part] = whole.parts;
    expect(Object.keys(part!)).toEqual(Object.keys(whole));
    expect(part).toMatchObject({
      id: 'p',
      group: 'g',
      verdict: 'no-data',
      actual: null,
      parts: [],
    });
    expect(whole).toMatchObject({ target: null, actual: null, gap: null });
  });

  it('carries the counts of tasks and duties that it is given', () => {
    const deadlines = deadlinesOf(plan, [], { asOf });
    const evaluation = evaluate(plan, results, new Map(), { asOf });
    const [known, unknown] = statusJson(
      [evaluation, { ...evaluation, plan: aPlan([]) }],
      asOf,
      new Map([[plan, deadlines]]),
    ).plans;
    expect(JSON.stringify(known!.tasks)).toBe(
      '{"items":0,"occurrences":0,"done":0,"done-late":0,"overdue":0,"due-soon":0,"upcoming":0,"continuous":0,"undated":0,"cancelled":0}',
    );
    expect(known!.reports).toEqual(known!.tasks);
    expect([unknown!.tasks, unknown!.reports]).toEqual([null, null]);
  });
});
