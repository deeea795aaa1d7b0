import { describe, expect, test } from 'vitest';
import { audit } from '../src/audit.ts';
import { evaluate } from '../src/evaluation.ts';
import { exact, toNumber } from '../src/exact.ts';
import { explainIndicator } from '../src/explain.ts';
import { observedText, parseObserved } from '../src/observation.ts';
import { formatResult } from '../src/words/figures.ts';
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

describe('what the areas’ figures prove of the whole', () => {
  const number = (text: string) => parseObserved(text)!;
  function joined(kind: 'sum' | 'mean' | 'lowest', ...texts: string[]) {
    const plan = {
      ...aPlan([anIndicator({ 2024: 100 }, { id: 'a', unit: 'tổ', whole: kind })]),
      areas: ['x', 'y', 'z'],
    };
    const rows = texts.map((text, at) => ({
      ...of(plan.areas[at]!, 0),
      value: number(text),
    }));
    const { indicators, notCounted } = evaluate(plan, rows, new Map(), {
      asOf: '2024-12-01',
      year: 2024,
    });
    const { actual, latest } = indicators[0]!;
    const told = notCounted.map(({ reason, text }) => `${reason} ${text}`);
    const figure = actual ?? latest;
    return figure ? [observedText(figure.value)] : told;
  }

  test.each([
    ['sum', ['30', '12', '> 20'], ['> 62']],
    ['sum', ['30', '>= 12', '> 20'], ['> 62']],
    ['sum', ['30', '>= 12'], ['>= 42']],
    ['sum', ['~ 30', '12'], ['~ 42']],
    ['sum', ['> 30', '< 12'], ['not-addable > 30', 'not-addable < 12']],
    ['sum', ['> 30', '~ 12'], ['not-addable > 30', 'not-addable ~ 12']],
    ['mean', ['30', '> 20'], ['> 25']],
    ['mean', ['< 30', '<= 20'], ['< 25']],
    ['lowest', ['40', '~ 45', '> 50'], ['40']],
    ['lowest', ['40', '> 30'], ['> 30']],
    ['lowest', ['40', '< 50'], ['<= 40']],
    ['lowest', ['40', '< 30', '> 10'], ['< 30']],
    ['lowest', ['~ 40', '45'], ['~ 40']],
  ] as const)('%s of %j is %j', (kind, texts, made) => {
    expect(joined(kind, ...texts)).toEqual(made);
  });

  const RATIO = {
    ...aPlan([anIndicator({ 2024: 80 }, { id: 'a', whole: 'ratio' })]),
    areas: ['x', 'y'],
  };
  const counted = (area: string, n: number, d: number) => ({
    ...of(area, (100 * n) / d),
    counts: { numerator: exact(n), denominator: exact(d) },
  });
  const ratioOf = (...results: ReturnType<typeof of>[]) =>
    evaluate(RATIO, results, new Map(), { asOf: '2024-12-01', year: 2024 });

  test('the ratio is of all counts, and none where an area gives only a share, which is told', () => {
    const { indicators } = ratioOf(counted('x', 90, 100), counted('y', 10, 100));
    expect(observedText(indicators[0]!.actual!.value)).toBe('50');
    const without = ratioOf(counted('x', 90, 100), of('y', 10));
    expect(without.indicators[0]!.actual).toBeNull();
    expect(without.notCounted.map(({ reason }) => reason)).toEqual(['not-addable', 'not-addable']);
  });

  test('what is not yet known, or no share, goes into no whole', () => {
    const plan = {
      ...aPlan([anIndicator({ 2024: 80 }, { id: 'a', whole: 'mean' })]),
      areas: ['x', 'y', 'z'],
    };
    const rows = [of('x', 70), of('y', 150), { ...of('z', 90), published: '2024-12-20' }];
    const { indicators, notCounted } = evaluate(plan, rows, new Map(), {
      asOf: '2024-12-01',
      year: 2024,
    });
    expect(observedText(indicators[0]!.actual!.value)).toBe('70');
    expect(indicators[0]!.actual!.coverage).toEqual({ areas: ['x'], missing: ['y', 'z'] });
    expect(notCounted.map(({ reason }) => reason)).toEqual(['out-of-range', 'after-as-of']);
  });

  test('is explained as made, and names each that goes into it', () => {
    const rows = [of('x', 40), of('y', 30)];
    const question = { asOf: '2024-12-01', year: 2024 };
    const { main } = explainIndicator(PLAN, 'a', rows, new Map(), question)!;
    expect(main.results.map(({ standing }) => standing)).toEqual([
      'counts',
      'of-whole',
      'of-whole',
    ]);
    expect(main.results[0]!.result.source).toBe('BC x; BC y');
  });
});

test('a mean without an end is printed with two digits, apart from its target', () => {
  const plan = {
    ...aPlan([anIndicator({ 2024: '90.17' }, { id: 'a', whole: 'mean' })]),
    areas: ['x', 'y', 'z'],
  };
  const printed = (...values: number[]) => {
    const rows = ['x', 'y', 'z'].map((area, index) => of(area, values[index]!));
    const { actual, target } = evaluate(plan, rows, new Map(), { asOf: '2024-12-01', year: 2024 })
      .indicators[0]!;
    return formatResult(actual!, { unit: '%', target }, 'en', { done: '', notDone: '' });
  };
  expect(printed(90.1, 90.2, 90.3)).toBe('90.2%');
  expect(printed(80.1, 90.2, 90.2)).toBe('86.83%');
  expect(printed(90.1, 90.2, 90.2)).toBe('90.167%');
});

describe('a whole of which another source gives an area otherwise', () => {
  const on = { asOf: '2024-12-01', year: 2024 };
  const rivalsOf = (...rows: ReturnType<typeof of>[]) =>
    evaluate(PLAN, rows, new Map(), on).indicators[0]!.rivals.map(({ result, total, verdict }) => [
      `${result.area} ${observedText(result.value)}`,
      total && observedText(total.value),
      verdict,
    ]);

  test('is disputed, with the figure that it would have', () => {
    const rows = [of('x', 60), of('y', 30), of('y', 10, 'BC khác')];
    expect(rivalsOf(...rows)).toEqual([['y 10', '70', 'in-progress']]);
  });

  test('by each of very many sources, though it is not asked of all what it would be', () => {
    const areas = Array.from({ length: 600 }, (_, at) => `z${at}`);
    const plan = { ...PLAN, areas };
    const rows = areas.flatMap((area) => [of(area, 1), of(area, 3, `Khác ${area}`)]);
    const { rivals } = evaluate(plan, rows, new Map(), on).indicators[0]!;
    expect(rivals).toHaveLength(600);
    expect(rivals[0]!.total && observedText(rivals[0]!.total.value)).toBe('602');
    expect(rivals.at(-1)).toMatchObject({ total: null, verdict: 'exceeded' });
  });

  test('so is its own figure, where all areas make another', () => {
    const own = of('danang', 90, 'BC chung');
    expect(rivalsOf(own, of('x', 40), of('y', 30))).toEqual([['danang 70', null, 'in-progress']]);
    expect(rivalsOf(own, of('x', 40))).toEqual([]);
    const { considered } = evaluate(PLAN, [own, of('x', 40)], new Map(), on).indicators[0]!;
    expect(considered.map(({ standing }) => standing)).toEqual(['counts', 'behind-whole']);
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
