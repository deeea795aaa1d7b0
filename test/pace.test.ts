import { describe, expect, test } from 'vitest';
import { exact } from '../src/exact.ts';
import { paceOf } from '../src/pace.ts';
import type { NumberTarget } from '../src/target.ts';
import { parseTarget } from '../src/target.ts';
import { baseline } from './build.ts';

const target = (text: string | number) => parseTarget(text) as NumberTarget;
const at = (value: number | string, end: string) => ({ value: exact(value), end });

describe('linear pace', () => {
  test('the path from the baseline to the target, in calendar years', () => {
    const pace = paceOf({
      target: target(100),
      year: 2025,
      baseline: baseline(2021, 20),
      actual: at(50, '2023-12-31'),
    });
    expect(pace).toEqual({
      method: 'linear',
      isYearTotal: false,
      verdict: 'at-risk',
      expected: 60,
      progress: 0.75,
      neededPerYear: 25,
      achievedPerYear: 15,
      left: { amount: 50, months: 24 },
      reaches: '2027-05-02',
    });
  });

  test.each([
    ['58', 'on-track'],
    ['57.9999', 'at-risk'],
    ['44', 'at-risk'],
    ['43.9999', 'off-track'],
    ['10', 'off-track'],
  ])('%s of 60 expected from 20 is %s', (value, verdict) => {
    const input = { target: target(100), year: 2025, baseline: baseline(2021, 20) };
    expect(paceOf({ ...input, actual: at(value, '2023-12-31') }).verdict).toBe(verdict);
  });

  test('a rank falls towards its target', () => {
    const pace = paceOf({
      target: target('<= 10'),
      year: 2025,
      baseline: baseline(2021, 30),
      actual: at(20, '2023-12-31'),
    });
    expect(pace).toMatchObject({
      verdict: 'on-track',
      expected: 20,
      progress: 1,
      reaches: '2025-12-31',
    });
  });

  test('at the end of the target year nothing is needed per year any more', () => {
    const pace = paceOf({
      target: target(100),
      year: 2023,
      baseline: baseline(2022, 50),
      actual: at(90, '2023-12-31'),
    });
    expect(pace).toMatchObject({ neededPerYear: null, expected: 100, progress: 0.8 });
  });

  test('a rank that grows instead never reaches', () => {
    const pace = paceOf({
      target: target('<= 10'),
      year: 2025,
      baseline: baseline(2021, 30),
      actual: at(40, '2022-12-31'),
    });
    expect(pace).toMatchObject({ verdict: 'off-track', progress: -2, reaches: null });
  });

  test.each([
    ['0.01', '9989-12-31'],
    ['0.009', null],
    ['0', null],
  ])('a gain of %s of 80 points in a year reaches on %s', (gain, reaches) => {
    const pace = paceOf({
      target: target(80),
      year: 2025,
      baseline: baseline(1989, 0),
      actual: at(gain, '1990-12-31'),
    });
    expect(pace).toMatchObject({ reaches });
  });

  test('up to the last year that a date can have', () => {
    const pace = paceOf({
      target: target('8009.5'),
      year: 2025,
      baseline: baseline(1989, 0),
      actual: at(1, '1990-12-31'),
    });
    expect((pace as { reaches: string | null }).reaches).toMatch(/^9999-/);
  });

  test('a line that leads away never reaches', () => {
    const pace = paceOf({
      target: target(100),
      year: 2025,
      baseline: baseline(2021, 20),
      actual: at(19, '2022-12-31'),
    });
    expect(pace).toMatchObject({ verdict: 'off-track', reaches: null });
  });
});

describe('not computable, with the reason', () => {
  const input = {
    target: target(100),
    year: 2025,
    baseline: baseline(2021, 20),
    actual: at(50, '2023-12-31'),
  };
  test.each([
    [{ baseline: null }, 'no-baseline'],
    [{ actual: null }, 'no-newer-result'],
    [{ baseline: baseline(2025, 20), actual: at(50, '2026-03-31') }, 'no-newer-result'],
    [{ actual: at(50, '2021-12-31') }, 'no-newer-result'],
    [{ baseline: baseline(2021, 100) }, 'baseline-satisfies'],
    [{ target: target('> 20') }, 'baseline-satisfies'],
  ])('%o', (over, reason) => {
    expect(paceOf({ ...input, ...over })).toEqual({
      verdict: 'not-computable',
      method: 'linear',
      reason,
    });
  });
  test('compound growth from zero', () => {
    const pace = paceOf({ ...input, baseline: baseline(2021, 0) }, 'cagr');
    expect(pace).toMatchObject({ verdict: 'not-computable', reason: 'zero-baseline' });
  });
});

describe('compound annual growth', () => {
  const way = (from: number | string, to: number | string, now: number | string, end: string) =>
    paceOf(
      { target: target(to), year: 2025, baseline: baseline(2021, from), actual: at(now, end) },
      'cagr',
    );

  test('is the ratio of the actual to the required rate', () => {
    const pace = way(10, 160, 40, '2023-12-31');
    expect(pace).toMatchObject({ method: 'cagr', isYearTotal: false, verdict: 'on-track' });
    expect(pace).toMatchObject({ neededPerYear: 60 });
    const { progress, expected } = pace as { progress: number; expected: number };
    expect(progress).toBeCloseTo(1, 12);
    expect(expected).toBeCloseTo(40, 9);
  });

  test('of a whole year each: 5% achieved of 10% required is off track, 6% at risk', () => {
    const year = (now: number) =>
      paceOf(
        {
          target: target(110),
          year: 2022,
          baseline: baseline(2021, 100),
          actual: at(now, '2022-12-31'),
        },
        'cagr',
      );
    expect(year(105)).toMatchObject({ verdict: 'off-track' });
    expect(year(106)).toMatchObject({ verdict: 'at-risk', neededPerYear: null });
    expect(year(109.5)).toMatchObject({ verdict: 'on-track' });
  });

  test('a fall is growth below zero', () => {
    expect(way(100, '<= 25', 50, '2023-12-31')).toMatchObject({ verdict: 'on-track' });
    expect(way(-10, -5, -8, '2023-12-31')).toMatchObject({ verdict: 'at-risk' });
  });

  test('all lost is a fall by all, no other sign', () => {
    expect(way(10, 160, 0, '2023-12-31')).toMatchObject({ verdict: 'off-track', progress: -1 });
  });

  test.each([
    [-5, 20, 10],
    [5, 20, -1],
    [-5, 0, -2],
  ])('from %s to %s, now %s: there is no rate across a change of sign', (from, to, now) => {
    expect(way(from, to, now, '2023-12-31')).toEqual({
      verdict: 'not-computable',
      method: 'cagr',
      reason: 'sign-change',
    });
  });

  test('nor one of a few days’ growth that no number holds', () => {
    expect(way(5, 1000, 60, '2022-01-01')).toMatchObject({ reason: 'too-steep' });
    expect(way(5, 1000, 5.001, '2022-01-01')).toMatchObject({ method: 'cagr' });
  });

  test('a target that differs far behind the point still asks for growth', () => {
    const near = way(100, '100.00000000000000000001', 90, '2023-12-31');
    expect(near).toMatchObject({ verdict: 'off-track' });
    expect((near as { progress: number }).progress).toBeLessThan(-1e19);
  });
});

describe('what accumulates within its year', () => {
  const on = (value: number, end: string, goal: number | string = 120) =>
    paceOf({
      target: target(goal),
      year: 2024,
      baseline: null,
      actual: at(value, end),
      accumulates: true,
    });

  test('is held against the months that have passed', () => {
    expect(on(20, '2024-03-31')).toEqual({
      method: 'linear',
      isYearTotal: true,
      verdict: 'at-risk',
      expected: 30,
      progress: 20 / 30,
      neededPerYear: 400 / 3,
      achievedPerYear: 80,
      left: { amount: 100, months: 9 },
      reaches: null,
    });
    expect(on(28.5, '2024-03-31')).toMatchObject({ verdict: 'on-track' });
  });

  test('once the year is over nothing is needed', () => {
    expect(on(100, '2024-12-31')).toMatchObject({ neededPerYear: null, achievedPerYear: 100 });
    expect(on(100, '2024-11-30')).toMatchObject({ neededPerYear: 240 });
  });

  test('of nothing no pace is computed', () => {
    expect(on(-1, '2024-03-31', 0)).toEqual({
      verdict: 'not-computable',
      method: 'linear',
      reason: 'zero-baseline',
    });
  });

  test('a total of another year says nothing of this one', () => {
    expect(on(100, '2023-12-31')).toMatchObject({ reason: 'no-baseline' });
  });
});

describe('the total of a year so far', () => {
  const total = (value: number, end: string, wanted: number | string = 10000) =>
    paceOf({
      target: target(wanted),
      year: 2024,
      baseline: baseline(2023, 9000),
      actual: at(value, end),
      accumulates: true,
    });

  test('is held against the share of the year, from nothing', () => {
    expect(total(7015, '2024-09-30')).toMatchObject({
      verdict: 'at-risk',
      isYearTotal: true,
      expected: 7500,
      left: { amount: 2985, months: 3 },
      reaches: null,
    });
  });

  test('is reached within the year or not at all', () => {
    expect(total(9000, '2024-09-30')).toMatchObject({ verdict: 'on-track', reaches: '2024-10-31' });
    expect(total(7500, '2024-09-30')).toMatchObject({ progress: 1, reaches: '2024-12-31' });
    expect(total(7499, '2024-09-30')).toMatchObject({ verdict: 'on-track', reaches: null });
  });

  test('beyond a cap does not come down', () => {
    expect(total(120, '2024-09-30', '<= 100')).toEqual({
      verdict: 'not-computable',
      method: 'linear',
      reason: 'beyond-cap',
    });
  });
});
