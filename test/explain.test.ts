import { describe, expect, test } from 'vitest';
import { exact, toNumber } from '../src/exact.ts';
import { explainIndicator, explainKeeper } from '../src/explain.ts';
import { explainTask } from '../src/explain-task.ts';
import type { Indicator } from '../src/indicator.ts';
import type { ReportDuty } from '../src/plan.ts';
import type { Result } from '../src/result.ts';
import { resultKeeper } from '../src/result-keeper.ts';
import { anIndicator, aPart, aPlan, aResult, baseline } from './build.ts';

function explain(indicator: Indicator, results: Result[], asOf = '2023-12-15', year = 2023) {
  const plan = aPlan([indicator]);
  return explainIndicator(plan, indicator.id, results, new Map(), { asOf, year })!;
}

const standings = (indicator: Indicator, results: Result[], asOf?: string, year?: number) =>
  explain(indicator, results, asOf, year).main.results.map(({ standing }) => standing);

describe('which result counts, and why the others do not', () => {
  const indicator = anIndicator({ 2023: 80 }, { baseline: baseline(2022, 50) });

  test('each result says what became of it', () => {
    const rows = [
      aResult({ value: 60, period: '2023-06' }),
      aResult({ value: 70, period: '2023-11-30', line: 3 }),
      aResult({ value: 71, period: '2023-11', line: 4 }),
      aResult({ value: 72, period: '2023-11', line: 5, source: 'another' }),
      aResult({ value: 75, period: '2024-01', line: 6 }),
      aResult({ value: 99, period: '2023-11', area: 'hoa-vang', line: 7 }),
      aResult({ status: 'met', period: '2023-12', line: 8 }),
    ];
    expect(standings(indicator, rows)).toEqual([
      'older',
      'finer-period',
      'counts',
      'later-row',
      'after-as-of',
      'other-area',
      'no-value',
      'older',
    ]);
  });
  test('the baseline stands behind a result of its own year', () => {
    const rows = [aResult({ value: 51, period: '2022' })];
    expect(standings(indicator, rows)).toEqual(['counts', 'behind-results']);
  });
  test('once the year has ended only its own results decide', () => {
    const rows = [aResult({ value: 70 }), aResult({ value: 90, period: '2024', line: 3 })];
    expect(standings(indicator, rows, '2025-01-01')).toEqual([
      'counts-of-year',
      'after-target-year',
      'other-year',
    ]);
  });
  test('a milestone counts where it was done first', () => {
    const rows = [
      aResult({ value: false, period: '2023-03' }),
      aResult({ value: true, period: '2023-05', line: 3 }),
      aResult({ value: true, period: '2023-08', line: 4 }),
    ];
    const milestone = anIndicator({ 2023: 'done' }, { unit: null });
    expect(standings(milestone, rows)).toEqual(['done-already', 'counts-done', 'done-already']);
  });
  test('without a target there is nothing to hold it against', () => {
    expect(standings(anIndicator({ 2025: 1 }), [aResult({ value: 1, period: '2023-06' })])).toEqual(
      ['no-target'],
    );
  });
  test('the keeper keeps every row of one indicator and its parts', () => {
    const keeper = explainKeeper('a', resultKeeper('2031-01-01'));
    for (const id of ['a', 'a/p', 'ab', 'b'])
      keeper.add(aResult({ indicator: id, value: 1, period: '2030' }));
    expect(keeper.kept().map(({ indicator: id }) => id)).toEqual(['a', 'a/p']);
  });

  test('of very many rows the first and those that can decide are kept, the others counted', () => {
    const asOf = '2023-12-31';
    const keeper = explainKeeper('a', resultKeeper(asOf, undefined, undefined, { ends: [asOf] }));
    const value = (at: number) => aResult({ indicator: 'a', value: at % 100, line: at + 2 });
    for (let at = 0; at < 12_345; at += 1) keeper.add(value(at));
    const kept = keeper.kept();
    expect(kept.length).toBeLessThan(10_010);
    expect(kept.at(-1)).toMatchObject({ line: 12_346 });
    const { main } = explain(anIndicator({ 2023: 60 }), kept, asOf);
    expect(main.unlisted).toBe(12_345 - kept.length);
    expect(main.evaluation.actual?.line).toBe(12_346);
  });

  test('of all indicators, too, each tells how many rows of its own are not listed', () => {
    const asOf = '2023-12-31';
    const ends = { ends: [asOf], most: 100 };
    const keeper = explainKeeper(null, resultKeeper(asOf, undefined, undefined, ends));
    for (let at = 0; at < 900; at += 1)
      keeper.add(aResult({ indicator: at % 3 === 0 ? 'a' : 'b', value: at % 100, line: at + 2 }));
    const kept = keeper.kept();
    const listed = (id: string) => kept.filter(({ indicator }) => indicator === id);
    for (const [id, all] of [
      ['a', 300],
      ['b', 600],
    ] as const) {
      const unlisted = listed(id).reduce((sum, { more }) => sum + (more?.unlisted ?? 0), 0);
      expect(listed(id).length + unlisted).toBe(all);
      expect(unlisted).toBeGreaterThan(0);
    }
  });
});

describe('the next better verdict', () => {
  const next = (
    target: number | string,
    value: number | string | boolean | null,
    asOf?: string,
  ) => {
    const rows = value === null ? [] : [aResult({ value, period: '2023-12-01' })];
    const unit = target === 'done' ? null : '%';
    const step = explain(anIndicator({ 2023: target }, { unit }), rows, asOf).main.next;
    if (!('threshold' in step)) return step;
    const { op, number } = step.threshold;
    const change = step.kind === 'number' && step.change ? toNumber(step.change) : null;
    return [step.kind, step.kind === 'number' ? step.verdict : null, op, toNumber(number), change];
  };

  test.each<[number | string, number | string | boolean | null, unknown]>([
    [20, 19.67, ['number', 'met', '>=', 20, 0.33]],
    [20, 20, ['number', 'exceeded', '>', 20, 0]],
    [20, 21, { kind: 'best' }],
    ['> 50', 50, ['number', 'exceeded', '>', 50, 0]],
    ['<= 15', 20, ['number', 'met', '<=', 15, -5]],
    ['<= 15', 15, ['number', 'exceeded', '<', 15, 0]],
    ['~ 45', 40, ['number', 'met', '>=', 42.75, 2.75]],
    ['2..3', 3, ['number', 'exceeded', '>', 3, 0]],
    [100, 100, { kind: 'cannot-exceed', why: 'cap' }],
    [20, '~21', ['measured', null, '>', 20, null]],
    ['done', true, { kind: 'cannot-exceed', why: 'milestone' }],
    ['done', false, { kind: 'done' }],
    [20, null, { kind: 'result', ofYear: false }],
  ])('target %s, result %s', (target, value, expected) => {
    expect(next(target, value)).toEqual(expected);
  });

  test('after the year', () => {
    expect(next(20, null, '2024-01-01')).toEqual({ kind: 'result', ofYear: true });
    const milestone = anIndicator({ 2023: 'done' }, { unit: null });
    const late = explain(milestone, [aResult({ value: true, period: '2024-02' })], '2024-06-01');
    expect(late.main).toMatchObject({
      next: { kind: 'too-late' },
      evaluation: { reason: 'milestone-late' },
    });
  });
  test('of a whole: the parts that hold it back', () => {
    const parts = [aPart('x', { 2023: 100 }), aPart('y', { 2023: 30 })];
    const rows = [aResult({ indicator: 'a/x', value: 100 })];
    const { main, parts: explained } = explain(anIndicator({}, { parts }), rows, '2023-12-31');
    expect(main).toMatchObject({
      evaluation: { reason: 'parts' },
      next: { kind: 'parts', addresses: ['a/y'] },
    });
    expect(explained.map(({ evaluation }) => evaluation.reason)).toEqual(['cap', 'no-result']);
  });
});

describe('pace, waivers and the official word', () => {
  const indicator = anIndicator(
    { 2025: 40 },
    {
      baseline: baseline(2021, 5),
      waived: [{ until: '2024-01-31', reason: 'Chờ', decision: '12/QĐ' }],
    },
  );
  const rows = [aResult({ value: 12, status: 'met', source: '1/BC' })];

  test('both methods, and whether they disagree', () => {
    const { paces } = explain(indicator, rows, '2024-01-15', 2025).main;
    expect(paces).toMatchObject({
      linear: { verdict: 'off-track', expected: 22.5, progress: 0.4 },
      cagr: { verdict: 'at-risk' },
      disagree: true,
    });
    expect(explain(anIndicator({ 2023: 40 }), rows).main.paces).toBe(null);
  });
  test('the plan’s baseline is no start for another area', () => {
    const plan = aPlan([indicator]);
    const others = [aResult({ value: 12, area: 'hoa-vang' })];
    const question = { asOf: '2024-01-15', year: 2025, area: 'hoa-vang' };
    const { main } = explainIndicator(plan, 'a', others, new Map(), question)!;
    const none = { verdict: 'not-computable', reason: 'no-baseline' };
    expect(main.evaluation.pace).toMatchObject(none);
    expect(main.paces).toMatchObject({ linear: none, cagr: none, disagree: false });
    expect(main.results.at(-1)).toMatchObject({
      result: { basis: 'baseline' },
      standing: 'other-area',
    });
  });
  test('a waiver is in force through its last day', () => {
    const on = (asOf: string) => explain(indicator, rows, asOf, 2025).main;
    expect(on('2024-01-31')).toMatchObject({
      evaluation: { verdict: 'in-progress', waiver: { decision: '12/QĐ' } },
      waivers: [{ inForce: true }],
    });
    expect(on('2024-02-01')).toMatchObject({
      evaluation: { verdict: 'in-progress', waiver: null },
      waivers: [{ inForce: false }],
    });
  });
  test('the declared status with the rule that decided on its own day', () => {
    const { main } = explain(indicator, rows, '2024-01-15', 2025);
    expect(main).toMatchObject({
      evaluation: {
        declared: {
          status: 'met',
          judgement: { verdict: 'in-progress', reason: 'still-open-earlier' },
          agrees: false,
        },
      },
    });
  });
  test('a verdict that rounding could tip', () => {
    const { sensitivity } = explain(
      anIndicator({ 2023: 80 }),
      [aResult({ value: 80 })],
      '2023-12-31',
    ).main;
    expect(sensitivity?.otherwise).toEqual(['in-progress', 'exceeded']);
    expect(sensitivity?.from.equals(exact('79.5'))).toBe(true);
  });
});

describe('a task or duty', () => {
  const duty: ReportDuty = {
    id: 'bc',
    title: 'Báo cáo',
    group: null,
    lead: [],
    to: null,
    due: { kind: 'dated', days: ['06-30', '12-15'] },
    each: null,
    note: null,
    source: 'V',
    path: ['reports', 0],
  };
  const plan = aPlan([], {
    reports: [duty],
    issued: '2022-07-01',
    period: { first: 2022, last: 2023 },
  });

  test('every due day with its state, none before the issue', () => {
    const { occurrences, recurs } = explainTask(plan, 'bc', [], '2023-06-30')!;
    expect(recurs).toBe(true);
    expect(occurrences.map(({ due, state }) => `${due} ${state}`)).toEqual([
      '2022-12-15 overdue',
      '2023-06-30 due-soon',
      '2023-12-15 upcoming',
    ]);
  });
  test('an id that the plan does not have', () => {
    expect(explainTask(plan, 'x', [], '2023-06-30')).toBe(undefined);
    expect(explainIndicator(plan, 'x', [], new Map(), { asOf: '2023-06-30' })).toBe(undefined);
  });
});
