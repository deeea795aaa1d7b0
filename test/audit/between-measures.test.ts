import { describe, expect, test } from 'vitest';
import type { Audited, AuditFinding } from '../../src/audit/finding.ts';
import { audit } from '../../src/audit.ts';
import { exact } from '../../src/exact.ts';
import type { Indicator } from '../../src/indicator.ts';
import type { Measure, MeasureCatalogue } from '../../src/measure.ts';
import type { Plan } from '../../src/plan.ts';
import type { Result } from '../../src/result.ts';
import { parseTarget } from '../../src/target.ts';
import { anIndicator, aPart, aPlan, aResult } from '../build.ts';

function aMeasure(code: string, over: Partial<Measure> = {}): Measure {
  const named = { name: code, nameEn: code, definition: code, unit: '%', note: null };
  const kind = 'share' as const;
  return { code, ...named, direction: 'up', kind, similar: [], partOf: null, ...over };
}

const MEASURES: MeasureCatalogue = new Map(
  [
    aMeasure('economy', { similar: ['look-alike'] }),
    aMeasure('industry', { partOf: 'economy' }),
    aMeasure('chips', { partOf: 'industry' }),
    aMeasure('look-alike'),
    aMeasure('growth', { kind: 'growth' }),
    aMeasure('growth-of-part', { kind: 'growth', partOf: 'growth' }),
  ].map((measure) => [measure.code, measure]),
);

function of(measure: string, over: Partial<Indicator> = {}, targets = {}): Indicator {
  return anIndicator(targets, { id: measure, name: measure, measure, ...over });
}

function input(indicators: Indicator[], over: Partial<Plan> = {}, results: Result[] = []): Audited {
  return { plan: aPlan(indicators, over), results, progress: null, measures: MEASURES };
}

function findings(...inputs: Audited[]): AuditFinding[] {
  return audit(inputs, { asOf: '2026-01-01', tolerance: exact(0) }).findings;
}

const told = (found: AuditFinding[]) =>
  found.map(({ kind, address, isNote, message: { args } }) => [
    kind,
    address,
    isNote,
    'why' in args ? args.why : 'agreement' in args ? args.agreement : null,
  ]);

test('the sum of a half year is no rival of its last quarter', () => {
  const summed = anIndicator({}, { id: 's', unit: 'lớp', accumulates: 'sum' });
  const row = (period: string, value: number, source: string) =>
    aResult({ indicator: 's', period, value, source });
  const rows = [row('2024-H1', 60, 'a'), row('2024-Q2', 30, 'b')];
  expect(findings(input([summed], {}, rows))).toEqual([]);
  const rivals = [row('2024-H1', 60, 'a'), row('2024-H1', 50, 'b')];
  expect(told(findings(input([summed], {}, rivals)))).toEqual([
    ['source-conflict', 's', false, 'different'],
  ]);
});

describe('a part and what contains it', () => {
  const plan = [of('economy'), of('industry'), of('chips'), of('growth'), of('growth-of-part')];
  const figures = (values: Record<string, string>) =>
    Object.entries(values).map(([indicator, value]) => aResult({ value, indicator }));

  test('has no greater figure, through any number of steps', () => {
    const rows = figures({ economy: '12', industry: '14', chips: '13' });
    expect(told(findings(input(plan, {}, rows)))).toEqual([
      ['source-conflict', 'chips', false, 'part-greater'],
      ['source-conflict', 'industry', false, 'part-greater'],
    ]);
  });

  test('is told of the nearest one that has less', () => {
    const rows = figures({ economy: '12', industry: '14', chips: '16' });
    const wholes = findings(input(plan, {}, rows)).map(({ message: { args } }) =>
      'whole' in args ? args.whole?.name : null,
    );
    expect(wholes).toEqual(['industry', 'economy']);
  });

  test.each([
    ['equal', { economy: '12', industry: '12' }],
    ['smaller', { economy: '12', industry: '11.9' }],
    ['apart by rounding only', { economy: '12', industry: '12.4' }],
    ['a rate of growth', { growth: '3', 'growth-of-part': '5' }],
  ])('may be %s', (_, values) => {
    expect(findings(input(plan, {}, figures(values)))).toEqual([]);
  });

  test('of one-sided figures only what they prove is told', () => {
    const sided = (bound: '>' | '<', value: number) => ({
      kind: 'number' as const,
      value: exact(value),
      about: false,
      bound,
    });
    const [economy, industry] = figures({ economy: '12', industry: '14' });
    const judged = (part: Partial<Result>, whole: Partial<Result> = {}) =>
      findings(
        input(plan, {}, [
          { ...economy!, ...whole },
          { ...industry!, ...part },
        ]),
      ).length;
    expect(judged({ value: sided('>', 14) })).toBe(1);
    expect(judged({ value: sided('<', 14) })).toBe(0);
    expect(judged({}, { value: sided('<', 12) })).toBe(1);
    expect(judged({}, { value: sided('>', 12) })).toBe(0);
  });

  test('is of one area and month', () => {
    const [economy, industry] = figures({ economy: '12', industry: '14' });
    const elsewhere = { ...industry!, area: 'hai-chau' };
    expect(findings(input(plan, {}, [economy!, elsewhere]))).toEqual([]);
    const earlier = { ...industry!, period: aResult({ period: '2023-06' }).period };
    expect(findings(input(plan, {}, [economy!, earlier]))).toEqual([]);
  });

  test('has no greater target, in whatever plan of the area', () => {
    const whole = input([of('economy', {}, { 2025: 20 })]);
    const part = (target: string) =>
      input([of('industry', {}, { 2025: target })], { id: 'q', file: 'z.yaml' });
    expect(told(findings(whole, part('25')))).toEqual([
      ['target-conflict', 'industry', false, 'part-greater'],
    ]);
    for (const target of ['20', '> 20', '15', '<= 30', 'done'])
      expect(findings(whole, part(target))).toEqual([]);
  });
});

describe('measures that look alike', () => {
  const first = input([of('economy', {}, { 2025: 20 })]);
  const second = (target: string) =>
    input([of('look-alike', {}, { 2025: target })], { id: 'q', file: 'z.yaml' });

  test('have a note where two plans ask different numbers', () => {
    expect(told(findings(first, second('25')))).toEqual([
      ['target-conflict', 'look-alike', true, 'look-alike'],
    ]);
    expect(findings(first, second('~ 20'))).toEqual([]);
  });
  test('have none where a plan has both and names them apart', () => {
    const both = (name: string) =>
      input([
        of('economy', { name: 'Doanh nghiệp nhỏ và vừa sử dụng nền tảng số' }, { 2025: 20 }),
        of('look-alike', { name }, { 2025: 25 }),
      ]);
    expect(findings(both('Người dân có tài khoản'))).toEqual([]);
    const near = both('Doanh nghiệp nhỏ và vừa sử dụng thường xuyên nền tảng số');
    expect(told(findings(near))).toEqual([['target-conflict', 'look-alike', true, 'look-alike']]);
  });
});

describe('what a plan calls local', () => {
  const local = (over: Partial<Plan> = {}) =>
    input([of('economy', { origin: 'local' }, { 2025: 30 })], over);
  const national = (issued: string) =>
    input([of('economy', {}, { 2025: 20 })], { id: 'n', file: 'n.yaml', area: 'vn', issued });
  const reference = new Map([
    ['national', { targets: new Map([[2025, parseTarget('20')!]]), results: new Map() }],
  ]);

  test('has no national target of the same measure when the plan was issued', () => {
    expect(told(findings(national('2021-01-01'), local()))).toEqual([
      ['target-conflict', 'economy', false, 'called-local'],
    ]);
    expect(findings(national('2022-06-01'), local())).toEqual([]);
    expect(findings(national('2021-01-01'), local({ area: 'vn' })).length).toBeGreaterThan(0);
  });
  test('nor one that the plan itself quotes, with or without a measure', () => {
    const quoting = of('economy', { origin: 'local', measure: null, reference }, { 2025: 30 });
    expect(told(findings(input([quoting])))).toEqual([
      ['target-conflict', 'economy', false, 'called-local'],
    ]);
    expect(findings(input([{ ...quoting, origin: 'national' }]))).toEqual([]);
  });
  test('is told of its parts, too', () => {
    const parts = [aPart('p', { 2025: 30 }, { measure: 'economy' })];
    const whole = of('economy', { id: 'w', measure: null, origin: 'local', parts });
    expect(told(findings(national('2021-01-01'), input([whole])))).toEqual([
      ['target-conflict', 'w/p', false, 'called-local'],
    ]);
  });
});
