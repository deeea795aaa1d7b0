import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluate, type IndicatorEvaluation } from '../src/evaluation.ts';
import { toDecimal } from '../src/exact.ts';
import { readText } from '../src/load/files.ts';
import { readPlan } from '../src/load/plan.ts';
import { frameOf } from '../src/load/result-frame.ts';
import { readResults } from '../src/load/results.ts';
import { deadlinesOf } from '../src/overdue.ts';
import type { Plan } from '../src/plan.ts';
import { hasValue, type Result } from '../src/result.ts';

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

test('93/KH-UBND has 48 indicators in three groups, judged on the baselines of 2023', async () => {
  const { plan, results } = await load('danang-2024');
  const { indicators, counts } = evaluate(plan, results, new Map(), { asOf: '2024-04-15' });
  const sizes = ['chinh-quyen-so', 'kinh-te-so', 'xa-hoi-so'].map(
    (group) => indicators.filter((one) => one.indicator.group === group).length,
  );
  expect(sizes).toEqual([20, 12, 16]);
  expect(counts.indicators).toBe(48);
  const used = indicators.filter((one) => one.actual).map((one) => one.actual);
  expect(used.length).toBeGreaterThan(20);
  expect(used.every((actual) => actual?.period.text === '2023')).toBe(true);
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

  test('report duties of 93/KH-UBND as of 2024-10-15: 2 overdue', async () => {
    expect((await overdueOn('danang-2024', '2024-10-15')).reports.overdue).toBe(2);
  });
});
