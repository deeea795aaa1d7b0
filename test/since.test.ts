import { describe, expect, it } from 'vitest';
import { evaluate } from '../src/evaluation.ts';
import type { Indicator } from '../src/indicator.ts';
import { deadlinesOf } from '../src/overdue.ts';
import type { Plan, Task } from '../src/plan.ts';
import type { ProgressRow } from '../src/progress.ts';
import type { Result } from '../src/result.ts';
import { changesBetween, hasChanges, type PlanState } from '../src/since.ts';
import { anIndicator, aPart, aPlan, aResult, baseline } from './build.ts';

const THEN = '2024-03-31';
const NOW = '2024-06-30';

function standing(plan: Plan, results: readonly Result[], asOf: string): PlanState {
  const evaluation = evaluate(plan, results, new Map(), { asOf, year: 2024 });
  return { evaluation, deadlines: deadlinesOf(plan, [], { asOf }) };
}

function changesOf(indicators: Indicator[], results: readonly Result[], now = NOW) {
  const plan = aPlan(indicators);
  return changesBetween(standing(plan, results, THEN), standing(plan, results, now));
}

const directions = (...args: Parameters<typeof changesOf>) =>
  changesOf(...args).verdicts.map(({ direction }) => direction);

const early = (value: number | boolean) => aResult({ value, period: '2024-03' });
const late = (value: number | boolean) => aResult({ value, period: '2024-06' });

describe('verdicts', () => {
  const simple = [anIndicator({ 2024: 50 })];

  it.each([
    ['reached', simple, [early(40), late(50)], ['improved']],
    ['more than reached', simple, [early(50), late(51)], ['improved']],
    ['lost again', simple, [early(50), late(49)], ['worsened']],
    ['the same', simple, [early(40), late(41)], []],
    ['first data', simple, [late(10)], ['known']],
    ['no data at all', simple, [], []],
    ['a milestone', [anIndicator({ 2024: 'done' })], [early(false), late(true)], ['improved']],
    ['no target that year', [anIndicator({ 2025: 50 })], [early(40), late(50)], []],
  ] as const)('%s', (_, indicators, results, expected) => {
    expect(directions([...indicators], results)).toEqual(expected);
  });

  it('a year that ended worsens what was in progress, and takes old figures out', () => {
    expect(directions(simple, [early(40)], '2025-01-01')).toEqual(['worsened']);
    expect(directions(simple, [aResult({ value: 40, period: '2023' })], '2025-01-01')).toEqual([
      'unknown',
    ]);
  });

  it('the pace of what is still in progress', () => {
    const paced = [anIndicator({ 2024: 60 }, { baseline: baseline(2023, 40) })];
    expect(directions(paced, [early(41), late(50)])).toEqual(['improved']);
    expect(directions(paced, [early(45), late(47)])).toEqual(['worsened']);
    expect(directions(paced, [early(45), late(50)])).toEqual([]);
  });

  it('leaves waived indicators out', () => {
    const waived = [{ until: '2024-12-31', reason: 'r', decision: 'd' }];
    expect(directions([anIndicator({ 2024: 50 }, { waived })], [early(40), late(50)])).toEqual([]);
  });
});

describe('results', () => {
  it('are new where the latest known value is another one, of a part too', () => {
    const part = anIndicator({}, { id: 'w', parts: [aPart('p', { 2024: 50 })] });
    const of = (indicator: string, value: number, period: string) =>
      aResult({ indicator, value, period });
    const { results } = changesOf(
      [part, anIndicator({ 2024: 50 })],
      [of('w/p', 10, '2024-03'), of('w/p', 11, '2024-06'), of('a', 5, '2024-03')],
    );
    expect(results.map(({ now, before }) => [now.address, before?.period.text])).toEqual([
      ['w/p', '2024-03'],
    ]);
  });

  it('are new where an older file said another value for the same period', () => {
    const plan = aPlan([anIndicator({ 2024: 50 })]);
    const then = standing(plan, [aResult({ value: '~10', period: '2024' })], '2024-12-31');
    const now = standing(plan, [aResult({ value: 10, period: '2024' })], '2024-12-31');
    expect(changesBetween(then, now).results).toHaveLength(1);
    expect(hasChanges(changesBetween(now, now))).toBe(false);
  });
});

describe('tasks', () => {
  const task = (id: string, due: string): Task => ({
    id,
    title: id,
    group: null,
    lead: [],
    partners: [],
    due: { kind: 'date', date: due },
    each: null,
    funding: [],
    note: null,
    source: '',
    path: [],
  });
  const row = (task: string, status: ProgressRow['status'], date: string, due?: string) => ({
    task,
    occurrence: null,
    agency: null,
    status,
    date,
    due: due ?? null,
    source: '',
    note: '',
    file: 'p.progress.csv',
    line: 2,
  });
  const plan = aPlan([], {
    tasks: [
      task('done', '2024-07-31'),
      task('done-before', '2024-03-01'),
      task('late', '2024-05-31'),
      task('late-before', '2024-02-28'),
      task('moved', '2024-05-31'),
      task('gone', '2024-05-31'),
    ],
  });
  const rows = [
    row('done', 'done', '2024-06-01'),
    row('done-before', 'done', '2024-03-01'),
    row('moved', 'extended', '2024-05-01', '2024-12-31'),
    row('gone', 'cancelled', '2024-05-01'),
  ];
  const at = (asOf: string): PlanState => ({
    evaluation: evaluate(plan, [], new Map(), { asOf, year: 2024 }),
    deadlines: deadlinesOf(plan, rows, { asOf }),
  });

  it('finished, newly overdue, extended and cancelled since then', () => {
    const { deadlines } = changesBetween(at(THEN), at(NOW));
    const ids = Object.entries(deadlines!).map(([kind, items]) => [
      kind,
      items.map((item: { id: string }) => item.id),
    ]);
    expect(Object.fromEntries(ids)).toEqual({
      finished: ['done'],
      newlyOverdue: ['late'],
      extended: ['moved'],
      cancelled: ['gone'],
    });
    expect(hasChanges(changesBetween(at(NOW), at(NOW)))).toBe(false);
  });

  it('are not compared where only results were', () => {
    const bare = { ...at(NOW), deadlines: null };
    expect(changesBetween(bare, at(NOW)).deadlines).toBeNull();
  });
});
