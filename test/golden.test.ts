import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluate, type IndicatorEvaluation } from '../src/evaluation.ts';
import { exact, toDecimal } from '../src/exact.ts';
import { readText } from '../src/load/files.ts';
import { readPlan } from '../src/load/plan.ts';
import { frameOf } from '../src/load/result-frame.ts';
import { readResults } from '../src/load/results.ts';
import { deadlinesOf } from '../src/overdue.ts';
import type { Plan } from '../src/plan.ts';
import { hasValue, type Result } from '../src/result.ts';
import { planOf } from './figures-of.ts';
import { run } from './run.ts';

/** Figures that the documents themselves print; they must come out exactly. */
const ROOT = path.resolve(import.meta.dirname, '..');

async function load(name: string): Promise<{ plan: Plan; results: Result[] }> {
  const file = `plans/${name}.yaml`;
  const content = readText(file, ROOT);
  if (!('text' in content)) throw new Error(`${file}: ${content.problem}`);
  const { plan } = readPlan(file, content.text);
  if (!plan) throw new Error(`${file} has errors`);
  const results: Result[] = [];
  const how = { decimal: null, delimiter: null, encoding: null, areas: null, cwd: ROOT };
  const rows = `plans/${name}.results.csv`;
  const reading = await readResults(rows, frameOf(plan), how, (r) => results.push(r));
  expect(reading.findings).toEqual([]);
  return { plan, results };
}

describe('56/KH-UBND as reported on 15/12/2023', () => {
  let indicators: IndicatorEvaluation[];
  let results: Result[];
  beforeAll(async () => {
    const loaded = await load('danang-2023');
    results = loaded.results;
    indicators = evaluate(loaded.plan, results, new Map(), { asOf: '2023-12-15' }).indicators;
  });

  const inGroup = (group: string) => indicators.filter((one) => one.indicator.group === group);
  const declared = (list: IndicatorEvaluation[]) =>
    ['exceeded', 'met', 'in-progress'].map(
      (status) => list.filter((one) => one.declared?.status === status).length,
    );

  test('39 indicators: 12 declared exceeded, 14 met, 13 in progress', () => {
    expect(indicators).toHaveLength(39);
    expect(declared(indicators)).toEqual([12, 14, 13]);
  });

  test.each([
    ['du-lieu-so', 8, [1, 3, 4]],
    ['chinh-quyen-so', 13, [8, 3, 2]],
    ['kinh-te-so', 6, [1, 3, 2]],
    ['xa-hoi-so', 12, [2, 5, 5]],
  ])('%s: %i indicators, declared %j', (group, size, counts) => {
    expect(inGroup(group)).toHaveLength(size);
    expect(declared(inGroup(group))).toEqual(counts);
  });

  test('Chính quyền số, computed: nine exceeded, two met, two in progress', () => {
    const items = (verdict: string) =>
      inGroup('chinh-quyen-so').flatMap((one, index) =>
        one.verdict === verdict ? [index + 1] : [],
      );
    expect(items('exceeded')).toEqual([2, 3, 4, 5, 6, 8, 9, 11, 12]);
    expect(items('met')).toEqual([1, 13]);
    expect(items('in-progress')).toEqual([7, 10]);
  });

  test('of Chính quyền số only item 2, 96 against 95, differs from its declared status', () => {
    const different = inGroup('chinh-quyen-so').filter((one) => one.declared?.agrees === false);
    expect(different.map((one) => [one.indicator.id, one.verdict, one.declared?.status])).toEqual([
      ['cqs-2', 'exceeded', 'met'],
    ]);
  });

  test('of Chính quyền số, Appendix II says of two items what Appendix I does not', async () => {
    const { plan } = await load('danang-2023');
    const later = evaluate(plan, results, new Map(), { asOf: '2024-04-15', year: 2023 });
    const rivals = later.indicators
      .filter((one) => one.declared?.rival)
      .map((one) => [one.indicator.id, one.declared?.status, one.declared?.rival?.status]);
    expect(rivals).toEqual([
      ['cqs-2', 'exceeded', 'met'],
      ['cqs-3', 'met', 'exceeded'],
    ]);
    expect(declared(later.indicators)).toEqual([12, 14, 13]);
  });

  test('the results that only Part II prints are not known on that day', () => {
    const counts = ['exceeded', 'met', 'in-progress', 'no-data'].map(
      (verdict) => indicators.filter((one) => one.verdict === verdict).length,
    );
    expect(counts).toEqual([11, 6, 8, 14]);
  });

  test.each([
    ['190', '1919', '9.9'],
    ['180', '1919', '9.4'],
    ['131', '219', '59.8'],
    ['2569', '7290', '35.2'],
    ['638311', '714797', '89.3'],
  ])('%s of %s is %s%', (numerator, denominator, percent) => {
    const row = results.find((result) => result.counts?.numerator.toString() === numerator);
    expect(row?.counts?.denominator.toString()).toBe(denominator);
    if (!row || !hasValue(row) || row.value.kind !== 'number') throw new Error('no such value');
    expect(toDecimal(row.value.value, 1)).toBe(percent);
  });
});

test('56/KH-UBND with the seven results of 2023 that only Part II of 93/KH-UBND prints', async () => {
  const { plan, results } = await load('danang-2023');
  const at = { asOf: '2024-04-15', year: 2023 };
  const { indicators, counts } = evaluate(plan, results, new Map(), at);
  expect(counts).toMatchObject({
    exceeded: 12,
    met: 9,
    'no-data': 7,
    missed: 11,
    'in-progress': 0,
  });
  const printed = indicators
    .filter((one) => one.actual?.source.startsWith('93/KH-UBND II.'))
    .map((one) => [one.indicator.id, one.actual?.source, one.verdict]);
  expect(printed).toEqual([
    ['dls-5', '93/KH-UBND II.I.15', 'missed'],
    ['cqs-3', '93/KH-UBND II.I.3', 'exceeded'],
    ['kts-1', '93/KH-UBND II.II.3', 'missed'],
    ['kts-4', '93/KH-UBND II.II.8', 'exceeded'],
    ['xhs-3', '93/KH-UBND II.III.4', 'missed'],
    ['xhs-7', '93/KH-UBND II.III.6', 'met'],
    ['xhs-8', '93/KH-UBND II.III.7', 'met'],
    ['xhs-10', '93/KH-UBND II.III.9', 'met'],
    ['xhs-12', '93/KH-UBND II.III.12', 'missed'],
  ]);
});

test('93/KH-UBND has 48 indicators in three groups, judged on the baselines of 2023', async () => {
  const { plan, results } = await load('danang-2024');
  const { indicators, counts } = evaluate(plan, results, new Map(), { asOf: '2024-04-15' });
  const sizes = ['chinh-quyen-so', 'kinh-te-so', 'xa-hoi-so'].map(
    (group) => indicators.filter((one) => one.indicator.group === group).length,
  );
  expect(sizes).toEqual([20, 12, 16]);
  expect(counts.indicators).toBe(48);
  const used = indicators.filter((one) => one.actual);
  expect(used.length).toBeGreaterThan(20);
  const others = used.filter((one) => one.actual?.period.text !== '2023');
  // The table prints no result for households with a smartphone; 2780/QĐ-UBND does.
  expect(others.map((one) => [one.indicator.id, one.actual?.source])).toEqual([
    ['xhs-3', '2780/QĐ-UBND II.2.1'],
  ]);
});

test('93/KH-UBND as the press reports on it in 2024', async () => {
  const { plan, results } = await load('danang-2024');
  const { indicators } = evaluate(plan, results, new Map(), { asOf: '2025-12-31', year: 2024 });
  const reported = indicators
    .filter((one) => one.actual)
    .map((one) => [one.indicator.id, one.verdict, one.isProvisional, one.rivals.length]);
  expect(reported).toEqual([
    ['cqs-3', 'missed', true, 0],
    ['cqs-6', 'missed', true, 0],
    ['cqs-13', 'missed', true, 0],
    ['kts-3', 'exceeded', false, 1],
    ['kts-9', 'missed', true, 0],
    ['kts-10', 'exceeded', true, 0],
    ['xhs-3', 'missed', true, 0],
  ]);
});

describe('tasks and duties, none reported done', () => {
  const overdueOn = async (name: string, asOf: string) =>
    deadlinesOf((await load(name)).plan, [], { asOf });

  test.each([
    ['danang-2024', '2024-07-15', 10],
    ['danang-2024', '2024-07-31', 10],
    ['danang-2024', '2024-08-01', 13],
    ['danang-2024', '2024-12-31', 18],
    ['danang-2024', '2025-01-01', 54],
    ['danang-2024', '2026-01-01', 63],
    ['thanhhoa-2022', '2023-01-01', 6],
    ['thanhhoa-2022', '2024-01-01', 9],
    ['thanhhoa-2022', '2026-01-01', 38],
  ])('tasks of %s as of %s: %i overdue', async (name, asOf, overdue) => {
    expect((await overdueOn(name, asOf)).tasks.overdue).toBe(overdue);
  });

  test('tasks of thanhhoa-2022 without a date: 2; of 93/KH-UBND two are due before its issue', async () => {
    expect((await overdueOn('thanhhoa-2022', '2026-01-01')).tasks.undated).toBe(2);
    const { items, plan } = await overdueOn('danang-2024', '2024-07-15');
    const early = items.filter(({ kind, due }) => kind === 'task' && due! < plan.issued);
    expect(early.map(({ id, state }) => [id, state])).toEqual([
      ['ht-b', 'overdue'],
      ['da-b', 'overdue'],
    ]);
  });

  test('report duties of 93/KH-UBND as of 2024-10-15: 2 overdue', async () => {
    expect((await overdueOn('danang-2024', '2024-10-15')).reports.overdue).toBe(2);
  });
});

test('93/KH-UBND has 63 tasks in 11 sections, 134/KH-UBND 31 in two parts', () => {
  const danang = planOf('danang-2024').tasks;
  expect([danang.length, new Set(danang.map(({ group }) => group)).size]).toEqual([63, 11]);
  const thanhhoa = planOf('thanhhoa-2022').tasks;
  const inPart = (part: string) =>
    thanhhoa.filter(({ source }) => source.startsWith(`PL.${part}.`)).length;
  expect([inPart('A'), inPart('B'), thanhhoa.length]).toEqual([20, 11, 31]);
});

test('20 projects of 2780/QĐ-UBND: 17 yearly, 1 window, 2 undated', () => {
  const kinds = planOf('danang-comms-2022').tasks.map(({ due }) => due.kind);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  expect([kinds.length, count('recurring'), count('window'), count('none')]).toEqual([
    20, 17, 1, 2,
  ]);
});

test.each([
  ['2020', [0.4, 0.3, 0.3], [0.5346, 0.4155, 0.4964], '0.4874'],
  [
    '922, of 2022',
    [0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.15, 0.15],
    [1, 0.9, 0.8253, 0.8487, 0.7578, 0.8575, 0.7836, 0.5197],
    '0.8002',
  ],
] as const)('DTI %s is the weighted sum that is printed', (_, weights, indices, printed) => {
  const sum = indices
    .map((index, at) => exact(index).mul(exact(weights[at]!)))
    .reduce((all, one) => all.add(one));
  expect(toDecimal(sum, 4)).toBe(printed);
});

test('a year without targets is refused with those that have', async () => {
  const { stderr, code } = await run(['status', 'plans/danang-2024.yaml', '--year', '2023'], {
    cwd: ROOT,
  });
  expect(code).toBe(2);
  expect(stderr).toContain('no indicator has a target for 2023; there are targets for 2024, 2025');
});
