import { describe, expect, test } from 'vitest';
import { judge, wouldReach } from '../src/attainment.ts';
import { contradicting, type Instead } from '../src/contradiction.ts';
import { exact, toFraction } from '../src/exact.ts';
import type { NumberObservation, Observation, Result } from '../src/result.ts';
import { parseTarget } from '../src/target.ts';
import { aResult } from './build.ts';

interface Asked {
  target?: number | string | null;
  asOf?: string;
  isShare?: boolean;
}

/** Judges a target of 2023, of a count unless it is said to be a share. */
function judged(rows: readonly Result[], asked: Asked = {}) {
  const { target = 80, asOf = '2023-12-31', isShare = false } = asked;
  const read = target === null ? null : parseTarget(target)!;
  const { attainment, gap, ...rest } = judge({ target: read, year: 2023, asOf, isShare }, rows);
  return {
    ...rest,
    attainment: attainment && toFraction(attainment),
    gap: gap && toFraction(gap),
  };
}

const count = (period: string, value: number | string, line = 2, more: Partial<Result> = {}) => ({
  ...aResult({ period, value, line }),
  ...more,
});
const step = (period: string, done: boolean, line = 2) => aResult({ period, value: done, line });
const lines = (results: readonly { result: Result }[]) => results.map(({ result }) => result.line);

describe('attainment and gap', () => {
  test.each([
    [95, 96, '96/95', '1'],
    ['> 50', 50, '1', '0'],
    ['~ 45', 44, '44/45', '-1'],
    ['2..4', 3, '3/2', '1'],
    ['<= 15', 10, '3/2', '-5'],
    ['< 15', 20, '3/4', '5'],
    [80, -5, '-1/16', '-85'],
  ])('target %s, result %s', (target, value, attainment, gap) => {
    expect(judged([count('2023', value)], { target })).toMatchObject({ attainment, gap });
  });

  test.each([
    [0, 5, '5'],
    [-10, -5, '5'],
    ['<= 0', 5, '5'],
    ['<= -4', -2, '2'],
    ['<= 15', 0, '-15'],
    ['<= 15', -5, '-20'],
    ['-3..2', -1, '2'],
  ])('target %s, result %s: no ratio, but a gap', (target, value, gap) => {
    expect(judged([count('2023', value)], { target })).toMatchObject({ attainment: null, gap });
  });
});

describe('a milestone', () => {
  const on = (rows: readonly Result[], asOf = '2024-06-01') =>
    judged(rows, { target: 'done', asOf });

  test('was done on the earliest day that says so, in whatever row', () => {
    const rows = [step('2022-05', true, 2), step('2023-06', true, 3)];
    for (const order of [rows, rows.toReversed()])
      expect(on(order)).toMatchObject({ verdict: 'met', reason: 'milestone', actual: { line: 2 } });
  });

  test('done in its year is not late because a later row says so too', () => {
    const rows = [step('2024-02', true, 2), step('2023-11', true, 3), step('2024-03', true, 4)];
    expect(on(rows)).toMatchObject({
      verdict: 'met',
      attainment: '1',
      gap: null,
      latest: null,
      actual: { line: 3 },
    });
    expect(on(rows).considered.map(({ standing }) => standing)).toEqual([
      'done-already',
      'counts-done',
      'done-already',
    ]);
  });

  test('of two rows of one day the first in the file tells', () => {
    const rows = [step('2023-06-30', true, 2), step('2023-06', true, 3)];
    expect(on(rows).actual?.line).toBe(2);
  });

  test('done only after its year is missed, with nothing attained', () => {
    expect(on([step('2024-02', true)])).toMatchObject({
      verdict: 'missed',
      reason: 'milestone-late',
      attainment: '0',
    });
  });

  test('in its year it is open, whatever the year of the row that says not done', () => {
    expect(on([step('2022', false)], '2023-06-01')).toMatchObject({
      verdict: 'in-progress',
      reason: 'still-open',
      attainment: '0',
      actual: { line: 2 },
      lastReaches: null,
    });
  });

  test('after its year only a row of that year or later tells that it is not done', () => {
    expect(on([step('2022', false, 2), step('2023-03', false, 3)])).toMatchObject({
      verdict: 'missed',
      reason: 'year-ended',
      actual: { line: 3 },
    });
    expect(on([step('2022', false)])).toMatchObject({
      verdict: 'no-data',
      reason: 'other-years-only',
      actual: null,
      latest: { line: 2 },
      lastReaches: null,
    });
    expect(on([])).toMatchObject({ reason: 'no-result', latest: null });
  });

  test('is not told by a number', () => {
    const numbers = on([count('2023', 5)]);
    expect(numbers).toMatchObject({ verdict: 'no-data', attainment: null });
    expect(numbers.considered).toMatchObject([{ standing: 'other-kind' }]);
  });

  test('once done it stays done, so that an early day is not provisional', () => {
    expect(on([step('2023-02', true)]).isProvisional).toBe(false);
    expect(on([step('2023-02', false)]).isProvisional).toBe(true);
  });
});

describe('a number', () => {
  test('is not told by a milestone', () => {
    const one = judged([step('2023', true, 2), count('2022', 70, 3)]);
    expect(one).toMatchObject({ verdict: 'in-progress', actual: { line: 3 } });
    expect(one.considered.map(({ standing }) => standing)).toEqual(['other-kind', 'counts']);
    expect(judged([step('2023', true)])).toMatchObject({ verdict: 'no-data', reason: 'no-result' });
  });

  test.each([
    [90, '2023-12-31', 'exceeded', 'beyond'],
    ['~90', '2023-12-31', 'met', 'about'],
    [80, '2023-12-31', 'met', 'reached'],
    [79, '2023-12-31', 'in-progress', 'still-open'],
    [79, '2024-01-01', 'missed', 'year-ended'],
  ])('%s of 80 on %s: %s, because %s', (value, asOf, verdict, reason) => {
    expect(judged([count('2023', value)], { asOf })).toMatchObject({ verdict, reason });
  });

  test('of an earlier year keeps the target open, with that reason', () => {
    expect(judged([count('2022', 70)])).toMatchObject({
      verdict: 'in-progress',
      reason: 'still-open-earlier',
      isProvisional: false,
    });
  });

  test('of 100% of a share is met and no more, of a count exceeded', () => {
    const hundred = { target: '> 100' };
    expect(judged([count('2023', 101)], hundred)).toMatchObject({ verdict: 'exceeded' });
    const share = { target: 100, isShare: true };
    expect(judged([count('2023', 100)], share)).toMatchObject({ verdict: 'met', reason: 'cap' });
    expect(judged([count('2023', 99)], share)).toMatchObject({ verdict: 'in-progress' });
  });

  test.each([
    ['2023-09-30', true],
    ['2023-10-01', false],
  ])('up to %s is provisional after the year: %s', (period, isProvisional) => {
    expect(judged([count(period, 70)], { asOf: '2024-01-01' })).toMatchObject({ isProvisional });
    expect(judged([count(period, 70)])).toMatchObject({ isProvisional: false });
  });

  test('without a target is only the last known', () => {
    const rows = [count('2021', 1, 2), count('2023', 3, 3)];
    expect(judged(rows, { target: null })).toMatchObject({
      verdict: 'no-target',
      reason: 'no-target',
      actual: null,
      latest: { line: 3 },
      lastReaches: null,
      attainment: null,
      gap: null,
      rivals: [],
      isEstimate: false,
      isProvisional: false,
    });
    expect(judged([], { target: null })).toMatchObject({ latest: null });
  });
});

describe('the last known value of other years, which is no verdict', () => {
  const last = (target: number | string, value: number | string, more: Partial<Result> = {}) =>
    judged([count('2022', value, 2, more)], { target, asOf: '2024-01-01' });

  test('would or would not reach the target', () => {
    expect(last(80, 80)).toMatchObject({ verdict: 'no-data', lastReaches: true });
    expect(last(80, 79)).toMatchObject({ reason: 'other-years-only', lastReaches: false });
  });

  test('or that cannot be told of a one-sided one', () => {
    const more = { value: { ...count('2022', 70).value, kind: 'number', bound: '>' } };
    expect(last(80, 70, more as Partial<Result>).lastReaches).toBeNull();
  });
});

describe('rivals', () => {
  const other = { source: 'another' };
  const numbers = (value: number | string, more: Partial<Result> = other) =>
    judged([count('2023', 70, 2), count('2023', value, 3, more)]);
  const bounded = (value: number, bound: '>' | '<') => ({
    ...other,
    value: { kind: 'number', value: exact(value), about: false, bound } as const,
  });

  test('are figures of other sources for the same period that differ', () => {
    expect(numbers(90)).toMatchObject({ rivals: [{ result: { line: 3 }, verdict: 'exceeded' }] });
    expect(numbers(75).rivals).toMatchObject([{ verdict: 'in-progress' }]);
    expect(numbers('70.2').rivals).toEqual([]);
  });

  test('not those of another period or, as a correction, of the same source', () => {
    const rows = [count('2023', 70, 2), count('2023-06', 60, 3, other)];
    expect(judged(rows).rivals).toEqual([]);
    expect(numbers(90, {})).toMatchObject({ actual: { line: 3 }, rivals: [] });
  });

  test('a one-sided figure is one where both cannot be true', () => {
    expect(numbers(0, bounded(60, '>')).rivals).toEqual([]);
    expect(numbers(0, bounded(75, '>')).rivals).toMatchObject([{ result: { line: 3 } }]);
    expect(numbers(0, bounded(75, '<')).rivals).toEqual([]);
  });

  test('and one that proves nothing has them, too', () => {
    const unproved = { ...count('2023', 60, 2), ...bounded(60, '>'), source: 'one' };
    const outcome = judged([unproved, count('2023', 50, 3)]);
    expect(outcome).toMatchObject({ verdict: 'no-data', actual: null });
    expect(outcome.rivals).toMatchObject([{ result: { line: 3 }, verdict: 'in-progress' }]);
  });

  test('so is a milestone that is done for one source and not for the other', () => {
    const rows = (done: boolean) => [
      step('2023', true, 2),
      { ...step('2023', done, 3), ...other },
      { ...count('2023', 5, 4), source: 'a third' },
    ];
    const on = { target: 'done' };
    expect(lines(judged(rows(false), on).rivals)).toEqual([3]);
    expect(judged(rows(false), on).rivals).toMatchObject([{ verdict: 'in-progress' }]);
    expect(judged(rows(true), on).rivals).toEqual([]);
  });
});

describe('rivals of what is made of several figures', () => {
  const made = count('2023', 90, 2) as NumberObservation;
  const part = count('2023', 5, 3, { source: 'another' }) as NumberObservation;
  const other = count('2023', 70, 4) as NumberObservation;
  const on = (instead: Instead) =>
    judge(
      { target: parseTarget(80)!, year: 2023, asOf: '2023-12-31', isShare: false },
      [made],
      new Map([[made, [instead]]]),
    ).rivals;

  test.each<[string, Instead, NumberObservation | null, string]>([
    [
      'judged on the whole that they would make',
      { figure: part, made: other },
      other,
      'in-progress',
    ],
    ['no data where they would make none', { figure: part, made: null }, null, 'no-data'],
    ['of the verdict that stands where it was not asked', { figure: part }, null, 'exceeded'],
    ['a total of their own', { figure: part, made: part }, null, 'in-progress'],
  ])('are %s', (_, instead, total, verdict) => {
    expect(on(instead)).toEqual([{ result: part, total, verdict }]);
  });
});

test('whether the last value would reach a target is not known where the two cannot be compared', () => {
  const known = (value: number | boolean) => aResult({ period: '2022', value }) as Observation;
  const ofNumber = { target: parseTarget(80)! };
  expect(wouldReach(ofNumber, known(80))).toBe(true);
  expect(wouldReach(ofNumber, known(79))).toBe(false);
  expect(wouldReach(ofNumber, known(true))).toBeNull();
  expect(wouldReach(ofNumber, null)).toBeNull();
  expect(wouldReach({ target: parseTarget('done')! }, known(true))).toBeNull();
});

test('what cannot be so or is not known yet does not count', () => {
  const rows = [
    count('2023-11', 120, 2),
    count('2023-10', -1, 3),
    count('2023-09', 60, 4),
    aResult({ period: '2023-12', line: 5 }),
    count('2024-01', 90, 6),
  ];
  const one = judged(rows, { isShare: true });
  expect(one).toMatchObject({ verdict: 'in-progress', actual: { line: 4 } });
  expect(one.considered.map(({ standing }) => standing)).toEqual([
    'out-of-range',
    'out-of-range',
    'counts',
    'no-value',
    'after-as-of',
  ]);
});

test('a figure made known before its period ended is about, and an estimate', () => {
  const early = count('2023', 90, 2, { published: '2023-11-01' });
  expect(judged([early], { asOf: '2023-12-01' })).toMatchObject({
    verdict: 'met',
    reason: 'about',
    isEstimate: true,
  });
  expect(judged([count('2023', 90)], { asOf: '2023-12-31' }).isEstimate).toBe(false);
});

describe('what is known of one side only', () => {
  const sided = (value: number, bound: '>' | '<', more: Partial<Result> = {}): Result => ({
    ...count('2023', value, 2, more),
    value: { kind: 'number', value: exact(value), about: false, bound },
  });

  test('and does not tell is no data, with the figure as the last known', () => {
    expect(judged([sided(70, '>')])).toMatchObject({
      verdict: 'no-data',
      reason: 'one-sided',
      actual: null,
      latest: { line: 2 },
      attainment: null,
      gap: null,
    });
  });

  test('and is contradicted by a number on its other side', () => {
    const rows = (value: number) => [
      sided(90, '>'),
      count('2023', value, 3, { source: 'another' }),
    ];
    expect(judged(rows(85)).rivals).toMatchObject([{ result: { line: 3 } }]);
    expect(judged(rows(95)).rivals).toEqual([]);
  });
});

test('a milestone of another source is no rival of a number', () => {
  const rows = [count('2023', 70, 2), { ...step('2023', true, 3), source: 'another' }];
  expect(judged(rows).rivals).toEqual([]);
});

test('a figure told early of the year after the target’s does not count', () => {
  const early = count('2024', 90, 3, { published: '2023-06-01' });
  expect(judged([count('2023-03', 60, 2), early]).actual?.line).toBe(2);
});

test('a source does not contradict itself: its own later figure corrects the earlier', () => {
  const [first, second] = [count('2023', 70), count('2023', 75, 3)] as [Observation, Observation];
  const other = { ...second, source: 'another' };
  expect(contradicting(first, [first, second])).toEqual([]);
  expect(contradicting(first, [first, other])).toEqual([other]);
});
