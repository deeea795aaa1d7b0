import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditKeeper } from '../src/audit/keeper.ts';
import { evaluate } from '../src/evaluation.ts';
import { exact, toNumber } from '../src/exact.ts';
import type { Indicator } from '../src/indicator.ts';
import type { Measure } from '../src/measure.ts';
import { defaultYear } from '../src/plan.ts';
import type { Result } from '../src/result.ts';
import { resultKeeper } from '../src/result-keeper.ts';
import { combineVerdicts, VERDICT_CODES, type Verdict } from '../src/verdict.ts';
import { anIndicator, aPart, aPlan, aResult, baseline } from './build.ts';

const NO_MEASURES = new Map();

function judgeOne(indicator: Indicator, results: Result[], asOf: string, year?: number) {
  const question = year === undefined ? { asOf } : { asOf, year };
  const evaluation = evaluate(aPlan([indicator]), results, NO_MEASURES, question);
  return evaluation.indicators[0]!;
}

function verdict(
  target: number | string,
  value: number | string | boolean | null,
  asOf = '2023-12-31',
) {
  const results = value === null ? [] : [aResult({ value })];
  return judgeOne(anIndicator({ 2023: target }), results, asOf, 2023).verdict;
}

describe('verdicts', () => {
  test.each([
    [80, 80, 'met'],
    [80, 81, 'exceeded'],
    [80, 79, 'in-progress'],
    [100, 100, 'met'],
    [100, 101, 'no-data'],
    ['> 50', 51, 'exceeded'],
    ['~ 45', 44, 'met'],
    ['~ 45', 46, 'exceeded'],
    [80, '~81', 'met'],
    ['done', true, 'met'],
    ['done', false, 'in-progress'],
    ['2..3', 3, 'met'],
    ['2..3', 4, 'exceeded'],
    [80, null, 'no-data'],
  ])('target %s, result %s: %s', (target, value, expected) => {
    expect(verdict(target, value)).toBe(expected);
  });

  test('a number not reached is missed from 1 January of the next year', () => {
    expect(verdict(80, 79, '2023-12-31')).toBe('in-progress');
    expect(verdict(80, 79, '2024-01-01')).toBe('missed');
  });

  test('growth of 100% is no cap, a share of 100% is', () => {
    const growth = { code: 'growth', kind: 'growth' } as Measure;
    const indicator = anIndicator({ 2023: 100 }, { measure: 'growth' });
    const results = [aResult({ value: 120 })];
    const measures = new Map([['growth', growth]]);
    const question = { asOf: '2023-12-31', year: 2023 };
    expect(evaluate(aPlan([indicator]), results, measures, question).counts.exceeded).toBe(1);
    const asShare = evaluate(aPlan([indicator]), results, NO_MEASURES, question);
    expect(asShare.counts['no-data']).toBe(1);
    expect(asShare.notCounted).toMatchObject([{ reason: 'out-of-range', text: '120' }]);
  });

  test('no target for the year', () => {
    const one = judgeOne(anIndicator({ 2025: 80 }), [aResult({ value: 90 })], '2023-12-31', 2023);
    expect(one).toMatchObject({ verdict: 'no-target', actual: null, attainment: null });
    expect(one.latest?.line).toBe(2);
  });
});

describe('which result counts', () => {
  const indicator = anIndicator({ 2024: 80 }, { baseline: baseline(2023, 50) });
  const counting = (results: Result[], asOf: string) =>
    judgeOne(indicator, results, asOf, 2024).actual;

  test('the baseline, where nothing newer is known', () => {
    expect(counting([], '2024-06-01')).toMatchObject({ basis: 'baseline' });
  });
  test('the results file before the baseline, year before quarter before month before day', () => {
    const on = (time: string, line: number) => aResult({ period: time, value: line, line });
    const rows = [
      on('2023-12-31', 2),
      on('2023-12', 3),
      on('2023-Q4', 4),
      on('2023', 5),
      aResult({ period: '2023', value: 6, line: 6, source: 'another' }),
    ];
    expect(counting(rows, '2024-06-01')?.line).toBe(5);
    expect(counting(rows.slice(0, 3), '2024-06-01')?.line).toBe(1);
    const later = aResult({ period: '2024-01-01', value: 7, line: 7 });
    expect(counting([...rows, later], '2024-06-01')?.line).toBe(7);
  });
  test('nothing after the as-of date, nothing after the target year', () => {
    const rows = [
      aResult({ period: '2024-03', value: 60, line: 2 }),
      aResult({ period: '2024-09', value: 70, line: 3 }),
    ];
    expect(counting(rows, '2024-06-01')?.line).toBe(2);
    expect(
      counting([...rows, aResult({ period: '2025', value: 90, line: 4 })], '2025-12-31')?.line,
    ).toBe(3);
  });
  test('once the year has ended, only a result of that very year; the latest is shown', () => {
    const one = judgeOne(indicator, [], '2025-01-01', 2024);
    expect(one).toMatchObject({ verdict: 'no-data', actual: null, gap: null });
    expect(one.latest).toMatchObject({ basis: 'baseline', period: { text: '2023' } });
  });
  test('another area’s results do not count', () => {
    expect(
      judgeOne(anIndicator({ 2023: 1 }), [aResult({ value: 2, area: 'hanoi' })], '2023-12-31', 2023)
        .verdict,
    ).toBe('no-data');
  });
});

describe('milestones', () => {
  const indicator = anIndicator({ 2023: 'done' }, { unit: null });
  const at = (rows: [string, boolean][], asOf: string) =>
    judgeOne(
      indicator,
      rows.map(([time, value]) => aResult({ period: time, value })),
      asOf,
      2023,
    );

  test('done once stays done', () => {
    expect(
      at(
        [
          ['2022-05', true],
          ['2023-06', false],
        ],
        '2024-06-01',
      ).verdict,
    ).toBe('met');
  });
  test('done after its year is missed, with the date', () => {
    const one = at([['2024-01-11', true]], '2024-02-01');
    expect(one.verdict).toBe('missed');
    expect(one.actual?.period.text).toBe('2024-01-11');
    expect(at([['2024-01-11', true]], '2023-12-15').verdict).toBe('no-data');
  });
  test('not done in its year, or later, is missed; unknown is no data', () => {
    expect(at([['2023-12', false]], '2024-01-01').verdict).toBe('missed');
    expect(at([['2024-03', false]], '2024-04-01').verdict).toBe('missed');
    expect(at([['2022-12', false]], '2024-01-01').verdict).toBe('no-data');
  });
});

describe('attainment and gap', () => {
  test.each([
    [95, 96, 96 / 95, 1],
    ['<= 15', 10, 1.5, -5],
    ['2..3', 3, 1.5, 1],
    ['~ 45', 44, 44 / 45, -1],
    [0, 5, null, 5],
    ['<= 15', 0, null, -15],
  ])('%s against %s', (target, value, attainment, gap) => {
    const one = judgeOne(anIndicator({ 2023: target }), [aResult({ value })], '2023-12-31', 2023);
    expect(one.attainment === null ? null : toNumber(one.attainment)).toBe(attainment);
    expect(toNumber(one.gap!)).toBe(gap);
  });
});

describe('parts', () => {
  const parts = [
    aPart('tinh', { 2024: 90 }),
    aPart('xa', { 2024: 60 }),
    aPart('sau', { 2025: 100 }),
  ];
  const indicator = anIndicator({ 2025: 100 }, { parts });
  const rows = [aResult({ indicator: 'a/tinh', period: '2024', value: 95 })];

  test('a year has the parts’ targets or its own; parts without a target are skipped', () => {
    const enough = [...rows, aResult({ indicator: 'a/xa', period: '2024', value: 60 })];
    const one = judgeOne(indicator, enough, '2024-12-31', 2024);
    expect(one).toMatchObject({ verdict: 'exceeded', target: null, actual: null, gap: null });
    expect(toNumber(one.attainment!)).toBe(1);
    expect(one.parts.map((part) => part.verdict)).toEqual(['exceeded', 'met', 'no-target']);
  });
  test('a part without data makes the whole no-data', () => {
    const one = judgeOne(indicator, rows, '2024-12-31', 2024);
    expect(one).toMatchObject({ verdict: 'no-data', attainment: null });
  });
  test('the whole’s own target decides for its year', () => {
    const own = [aResult({ period: '2025', value: 100 })];
    const whole = anIndicator({ 2025: 100 }, { parts: parts.slice(0, 2) });
    expect(judgeOne(whole, own, '2025-12-31', 2025).verdict).toBe('met');
  });

  test('the rule holds for any mix', () => {
    const mix = fc.array(fc.constantFrom<Verdict>(...VERDICT_CODES), { maxLength: 8 });
    fc.assert(
      fc.property(mix, (verdicts) => {
        const whole = combineVerdicts(verdicts);
        const counted = verdicts.filter((v) => v !== 'no-target');
        if (counted.length === 0) return whole === 'no-target';
        if (counted.includes('missed')) return whole === 'missed';
        if (counted.includes('no-data')) return whole === 'no-data';
        if (counted.includes('in-progress')) return whole === 'in-progress';
        return whole === (counted.includes('exceeded') ? 'exceeded' : 'met');
      }),
    );
  });
});

describe('every year', () => {
  const indicator = anIndicator({ 2025: 7, 2030: 8 }, { every: 'year' });
  test('a target holds in each year after the one before it', () => {
    const at = (year: number) => judgeOne(indicator, [], '2022-06-01', year).target?.text;
    expect([2021, 2022, 2025, 2026, 2030, 2031].map(at)).toEqual([
      undefined,
      '>= 7',
      '>= 7',
      '>= 8',
      '>= 8',
      undefined,
    ]);
  });
  test('each year has its own verdict', () => {
    const rows = [aResult({ period: '2023', value: 6 }), aResult({ period: '2024', value: 9 })];
    expect(judgeOne(indicator, rows, '2025-06-01', 2023).verdict).toBe('missed');
    expect(judgeOne(indicator, rows, '2025-06-01', 2024).verdict).toBe('exceeded');
  });
});

describe('declared status', () => {
  test('is held against the numbers of its own day', () => {
    const rows = [
      aResult({ period: '2023-12-15', value: 94, status: 'met' }),
      aResult({ period: '2023-12-31', value: 96, line: 3 }),
    ];
    const one = judgeOne(anIndicator({ 2023: 95 }), rows, '2024-02-01', 2023);
    expect(one.verdict).toBe('exceeded');
    expect(one.declared).toMatchObject({
      status: 'met',
      judgement: { verdict: 'in-progress' },
      agrees: false,
    });
  });
  test('speaks of the first target year not before it', () => {
    const rows = [aResult({ period: '2023-12-15', value: 90, status: 'met' })];
    const indicator = anIndicator({ 2023: 90, 2025: 100 });
    expect(judgeOne(indicator, rows, '2023-12-31', 2023).declared?.status).toBe('met');
    expect(judgeOne(indicator, rows, '2023-12-31', 2025).declared).toBeNull();
  });
});

describe('waivers', () => {
  const waived = [{ until: '2023-06-30', reason: 'r', decision: 'd', year: 2023 }];
  const counts = (asOf: string) =>
    evaluate(
      aPlan([anIndicator({ 2023: 80 }, { waived })]),
      [aResult({ period: '2022', value: 90 })],
      NO_MEASURES,
      { asOf, year: 2023 },
    );

  test('leave the counts and stay visible with the real verdict, until their last day', () => {
    const during = counts('2023-06-30');
    expect(during.counts).toMatchObject({ indicators: 1, waived: 1, exceeded: 0 });
    expect(during.indicators[0]?.verdict).toBe('exceeded');
    expect(counts('2023-07-01').counts).toMatchObject({ waived: 0, exceeded: 1 });
  });
});

describe('the default year', () => {
  const plan = aPlan([anIndicator({ 2023: 1, 2025: 1, 2030: 1 })]);
  test.each([
    [2021, 2023],
    [2023, 2023],
    [2024, 2025],
    [2026, 2030],
    [2031, 2025],
  ])('as of %s: %s', (asOf, year) => {
    expect(defaultYear(plan, asOf)).toBe(year);
  });
});

const VALUE = fc.integer({ min: -500, max: 5000 }).map((n) => n / 10);
const TARGET = fc
  .tuple(fc.constantFrom('>=', '>', '<=', '<', '~'), fc.integer({ min: 1, max: 1000 }))
  .map(([op, n]) => `${op} ${n / 10}`);
const RANK: Record<Verdict, number> = {
  exceeded: 3,
  met: 2,
  'in-progress': 1,
  missed: 1,
  'no-data': 0,
  'no-target': 0,
};

describe('invariants', () => {
  test('a better result never worsens the verdict', () => {
    fc.assert(
      fc.property(
        TARGET,
        VALUE,
        VALUE,
        fc.constantFrom('2023-12-31', '2024-01-01'),
        (target, a, b, asOf) => {
          const isRank = target.startsWith('<');
          const [worse, better] = a < b !== isRank ? [a, b] : [b, a];
          const count = anIndicator({ 2023: target }, { unit: 'mô hình' });
          const rank = (value: number) =>
            RANK[judgeOne(count, [aResult({ value })], asOf, 2023).verdict];
          return rank(better) >= rank(worse);
        },
      ),
    );
  });

  test('permuting rows of different periods never changes a verdict', () => {
    const periods = ['2022', '2023-Q1', '2023-05', '2023-06-15', '2023-Q3', '2023'];
    const row = (time: string, value: number | null, status: boolean) =>
      aResult({ period: time, value, status: status ? 'met' : null });
    const rows = fc
      .tuple(
        ...periods.map((time) =>
          fc.tuple(fc.option(VALUE), fc.boolean()).map(([v, s]) => row(time, v, s)),
        ),
      )
      .chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
      );
    fc.assert(
      fc.property(rows, TARGET, ([list, shuffled], target) => {
        const judged = (results: Result[]) => {
          const {
            verdict: v,
            actual,
            declared,
          } = judgeOne(anIndicator({ 2023: target }), results, '2023-12-31', 2023);
          return { v, actual: actual?.period.text, declared: declared?.row.period.text };
        };
        expect(judged(shuffled)).toEqual(judged([...list]));
      }),
    );
  });

  test('scaling target and result together never changes a verdict', () => {
    fc.assert(
      fc.property(TARGET, VALUE, fc.integer({ min: 1, max: 1000 }), (target, value, scale) => {
        const [op = '', number = ''] = target.split(' ');
        const scaled = exact(number).mul(scale).toFraction();
        if (scaled.includes('/')) return true;
        const unit = { unit: 'mô hình' };
        const plain = judgeOne(
          anIndicator({ 2023: target }, unit),
          [aResult({ value })],
          '2023-12-31',
          2023,
        );
        const result = aResult({ value: 0 });
        const times = {
          ...result,
          value: { kind: 'number' as const, value: exact(value).mul(scale), about: false },
        };
        const grown = judgeOne(
          anIndicator({ 2023: `${op} ${scaled}` }, unit),
          [times],
          '2023-12-31',
          2023,
        );
        return plain.verdict === grown.verdict;
      }),
    );
  });

  test('what the keeper keeps gives the same evaluation as every row', () => {
    const times = ['2021', '2022-Q4', '2023-03', '2023-06-15', '2023', '2023-12-31', '2024-02'];
    const anyRow = fc.record({
      period: fc.constantFrom(...times),
      value: fc.oneof(fc.constant(null), VALUE, fc.constantFrom(150, -5), fc.boolean()),
      status: fc.constantFrom(null, 'met' as const, 'in-progress' as const),
      indicator: fc.constantFrom('a', 'b'),
      source: fc.constantFrom('A', 'B'),
      published: fc.constantFrom(null, '2023-06-20', '2024-02-10'),
    });
    const plan = aPlan([
      anIndicator({ 2023: 80 }),
      anIndicator({ 2023: 'done' }, { id: 'b', unit: null }),
    ]);
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 40 }),
        fc.constantFrom('2023-07-01', '2023-12-31', '2024-03-01'),
        (raw, asOf) => {
          const question = { asOf, year: 2023 };
          const rows = raw.map((row, index) => aResult({ ...row, line: index + 2 }));
          const ends = ['2022-12-31', '2023-06-30'];
          const overTime = resultKeeper(asOf, undefined, undefined, { ends, most: 0 });
          const kept = [resultKeeper(asOf), overTime, auditKeeper(asOf)].map((keeper) => {
            rows.forEach(keeper.add);
            return keeper.kept();
          });
          const judged = (results: Result[]) => {
            const { indicators, notCounted } = evaluate(plan, results, NO_MEASURES, question);
            const verdicts = indicators.map(({ verdict, actual, latest, declared, rivals }) => [
              verdict,
              ...[actual, latest, declared?.row].map((row) => row?.line),
              ...rivals.map(({ result }) => result.line),
            ]);
            return [verdicts, notCounted.filter(({ reason }) => reason === 'after-as-of')];
          };
          const all = judged(rows);
          expect(kept.map(judged)).toEqual([all, all, all]);
        },
      ),
    );
  });
});
