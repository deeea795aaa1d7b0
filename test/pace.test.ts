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
  test('is the ratio of the actual to the required rate', () => {
    const pace = paceOf(
      {
        target: target(160),
        year: 2025,
        baseline: baseline(2021, 10),
        actual: at(40, '2023-12-31'),
      },
      'cagr',
    );
    expect(pace).toMatchObject({ verdict: 'on-track', progress: 1 });
    expect((pace as { expected: number }).expected).toBeCloseTo(40, 9);
  });
});
