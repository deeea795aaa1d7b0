import { describe, expect, test } from 'vitest';
import { audit } from '../src/audit.ts';
import { evaluate } from '../src/evaluation.ts';
import { exact, toNumber } from '../src/exact.ts';
import { anIndicator, aPlan, aResult } from './build.ts';

const PLAN = {
  ...aPlan([anIndicator({ 2024: 100 }, { id: 'a', unit: 'tổ', whole: 'sum' })]),
  areas: ['x', 'y'],
};
const of = (area: string, value: number, source = `BC ${area}`) =>
  aResult({ indicator: 'a', period: '2024-Q3', area, value, source });

function whole(...results: ReturnType<typeof of>[]) {
  const { indicators } = evaluate(PLAN, results, new Map(), { asOf: '2024-12-01', year: 2024 });
  const { actual } = indicators[0]!;
  return actual?.value.kind === 'number'
    ? { value: toNumber(actual.value.value), coverage: actual.coverage }
    : null;
}

describe('a whole made of its areas', () => {
  test('takes one figure an area, of several sources the one that counts', () => {
    expect(whole(of('x', 40), of('x', 45, 'BC khác'), of('y', 30))).toEqual({
      value: 70,
      coverage: { areas: ['x', 'y'], missing: [] },
    });
  });

  test('says which areas sent nothing', () => {
    expect(whole(of('x', 40))?.coverage).toEqual({ areas: ['x'], missing: ['y'] });
  });
});

describe('a whole that reports its own figure', () => {
  const conflicts = (...results: ReturnType<typeof of>[]) => {
    const input = { plan: PLAN, measures: new Map(), areas: new Map(), results, progress: null };
    const question = { asOf: '2024-12-01', tolerance: exact(0) };
    return audit([input], question)
      .findings.filter(({ kind }) => kind === 'source-conflict')
      .map((found) =>
        'accounts' in found ? found.accounts.map(({ observation }) => observation.source) : [],
      );
  };

  test('is held against what all its areas make', () => {
    expect(conflicts(of('danang', 80, 'BC chung'), of('x', 40), of('y', 30))).toEqual([
      ['BC chung', 'x + y'],
    ]);
  });

  test('is not held against some of them, nor against what agrees', () => {
    expect(conflicts(of('danang', 80, 'BC chung'), of('x', 40))).toEqual([]);
    expect(conflicts(of('danang', 70, 'BC chung'), of('x', 40), of('y', 30))).toEqual([]);
  });
});
