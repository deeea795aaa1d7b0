import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readSchema } from '../scripts/shared-definitions.mjs';
import { coursesOf } from '../src/course.ts';
import { evaluate } from '../src/evaluation.ts';
import { toNumber } from '../src/exact.ts';
import { groupsOf } from '../src/grouping.ts';
import { periodsIn, yearBefore } from '../src/period.ts';
import { periodsJson } from '../src/views/status/periods.ts';
import { anIndicator, aPlan, aResult, baseline } from './build.ts';

const texts = (range: string) => periodsIn(range)?.map(({ text }) => text) ?? null;

describe('a range of periods', () => {
  test.each([
    ['2023-Q3..2024-Q2', ['2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2']],
    ['Quý IV/2023..Quý I/2024', ['2023-Q4', '2024-Q1']],
    ['2022..2024', ['2022', '2023', '2024']],
    ['2023-H2..2024-H1', ['2023-H2', '2024-H1']],
    ['2023-11..2024-02', ['2023-11', '2023-12', '2024-01', '2024-02']],
    ['12/2023..1/2024', ['2023-12', '2024-01']],
    ['2024-Q3', ['2024-Q3']],
    ['2024-Q4..2024-Q1', null],
    ['2024-Q1..2024-06', null],
    ['2024-01-01..2024-01-05', null],
    ['1990..2060', null],
    ['2024-Q1..', null],
  ])('%s', (range, periods) => {
    expect(texts(range)).toEqual(periods);
  });

  test.each([
    ['2024-Q3', '2023-Q3'],
    ['2024', '2023'],
    ['2024-12', '2023-12'],
  ])('a year before %s is %s', (text, before) => {
    expect(yearBefore(periodsIn(text)![0]!)?.text).toBe(before);
  });
});

const RANGE = periodsIn('2024-Q1..2024-Q4')!;

function courses(
  results: ReturnType<typeof aResult>[],
  over: Parameters<typeof anIndicator>[1] = {},
  asOf = '2025-01-31',
) {
  const plan = aPlan([anIndicator({ 2024: 80 }, { id: 'a', ...over })]);
  const evaluation = evaluate(plan, results, new Map(), { asOf, year: 2024 });
  return [coursesOf(evaluation, groupsOf(evaluation), results, RANGE)];
}

function figures(...args: Parameters<typeof courses>) {
  const [{ groups }] = courses(...args) as [ReturnType<typeof coursesOf>];
  return groups[0]!.courses[0]!.figures.map(({ figure, isOlder, change, yearChange }) => [
    figure?.value.kind === 'number' ? toNumber(figure.value.value) : null,
    isOlder ? figure!.period.text : null,
    change && toNumber(change),
    yearChange && toNumber(yearChange),
  ]);
}

const of = (period: string, value: number) => aResult({ indicator: 'a', period, value });

describe('a level over periods', () => {
  test('stands with its last figure where a period has none, marked, without changes', () => {
    expect(figures([of('2024-Q1', 70.1), of('2024-Q2', 70.3), of('2024-Q4', 75)])).toEqual([
      [70.1, null, null, null],
      [70.3, null, 0.2, null],
      [70.3, '2024-Q2', null, null],
      [75, null, null, null],
    ]);
  });

  test('is held against the same period a year before', () => {
    const rows = [of('2023-Q1', 60), of('2023', 66), of('2024-Q1', 70), of('2024-12-31', 75)];
    expect(figures(rows)).toEqual([
      [70, null, null, 10],
      [70, '2024-Q1', null, null],
      [70, '2024-Q1', null, null],
      [75, null, null, 9],
    ]);
  });

  test('what is not known on the day is not there', () => {
    expect(figures([of('2024-Q1', 70), of('2024-Q2', 71)], {}, '2024-05-01')).toEqual([
      [70, null, null, null],
      [70, '2024-Q1', null, null],
      [70, '2024-Q1', null, null],
      [70, '2024-Q1', null, null],
    ]);
  });
});

describe('a figure that accumulates', () => {
  test('to date: is never carried on, and begins anew each year', () => {
    const rows = [of('2023', 400), of('2024-Q1', 100), of('2024-01..2024-06', 250)];
    expect(figures(rows, { accumulates: 'to-date', unit: 'tỷ đồng' })).toEqual([
      [100, null, null, null],
      [250, null, 150, null],
      [null, null, null, null],
      [null, null, null, null],
    ]);
  });

  test('by period: only the very period counts', () => {
    const rows = [of('2023-Q2', 90), of('2024-Q1', 100), of('2024-H1', 250), of('2024-Q2', 120)];
    expect(figures(rows, { accumulates: 'sum', unit: 'tỷ đồng' })).toEqual([
      [100, null, null, null],
      [120, null, 20, 30],
      [null, null, null, null],
      [null, null, null, null],
    ]);
  });
});

test('the JSON is what its schema says', () => {
  const ajv = new Ajv2020({ strict: false });
  const validate = ajv.compile(readSchema('periods.schema.json'));
  const made = periodsJson(courses([of('2024-Q1', 70), of('2024-Q3', 71)]), '2025-01-31');
  expect(validate(JSON.parse(JSON.stringify(made))), JSON.stringify(validate.errors)).toBe(true);
});

test('a figure that another source contradicts keeps its rival; one that rounds to it is none', () => {
  const results = [
    aResult({ indicator: 'a', period: '2024-Q1', value: 70, source: 'x' }),
    aResult({ indicator: 'a', period: '2024-Q1', value: 73, source: 'y' }),
    aResult({ indicator: 'a', period: '2024-Q2', value: 71.2, source: 'x' }),
    aResult({ indicator: 'a', period: '2024-Q2', value: 71, source: 'y' }),
  ];
  const [{ groups }] = courses(results) as [ReturnType<typeof coursesOf>];
  const [q1, q2] = groups[0]!.courses[0]!.figures;
  expect(q1!.rivals.map(({ source }) => source)).toEqual(['y']);
  expect(q2!.rivals).toEqual([]);
});

test('in a year that is not judged, too, a later row of a source corrects its earlier one', () => {
  const results = [aResult({ value: 60, period: '2023' }), aResult({ value: 65, period: '2023' })];
  const plan = aPlan([anIndicator({ 2024: 80 })]);
  const evaluation = evaluate(plan, results, new Map(), { asOf: '2025-01-31', year: 2024 });
  const years = periodsIn('2023')!;
  const { groups } = coursesOf(evaluation, groupsOf(evaluation), results, years);
  const { figure, rivals } = groups[0]!.courses[0]!.figures[0]!;
  expect([figure?.value, rivals]).toEqual([results[1]!.value, []]);
});

test('what the plan prints of a year stands once beside what others say of it', () => {
  const plan = aPlan([anIndicator({ 2024: 80 }, { id: 'a', baseline: baseline(2023, 60) })]);
  const results = [aResult({ indicator: 'a', period: '2023', value: 65, source: 'x' })];
  const evaluation = evaluate(plan, results, new Map(), { asOf: '2025-01-31', year: 2024 });
  const years = periodsIn('2023..2024')!;
  const { groups } = coursesOf(evaluation, groupsOf(evaluation), results, years);
  expect(groups[0]!.courses[0]!.figures[0]!.rivals.map(({ basis }) => basis)).toEqual(['baseline']);
});
