import { describe, expect, it } from 'vitest';
import { evaluate } from '../src/evaluation.ts';
import type { Indicator } from '../src/indicator.ts';
import { deadlinesOf } from '../src/overdue.ts';
import { paceClassOf } from '../src/pace-class.ts';
import type { Plan, Task } from '../src/plan.ts';
import { type PlanReport, reportOf } from '../src/report.ts';
import type { Result } from '../src/result.ts';
import { anIndicator, aPart, aPlan, aResult, baseline } from './build.ts';

const ASOF = '2024-06-30';

function reportOn(
  indicators: Indicator[],
  results: readonly Result[],
  over: Partial<Plan> = {},
): PlanReport {
  const plan = aPlan(indicators, over);
  const situation = {
    whole: plan,
    scope: { lead: [], group: [], area: null },
    areas: new Map(),
    measures: new Map(),
    results,
    evaluation: evaluate(plan, results, new Map(), { asOf: ASOF, year: 2024 }),
    deadlines: deadlinesOf(plan, [], { asOf: ASOF }),
    sources: { results: [], progress: [], unreadResults: 0, unreadProgress: 0 },
    questions: [],
    asked: new Set<string>(),
    ignored: [],
    before: null,
    courses: null,
  };
  return reportOf([situation], { asOf: ASOF, since: null, alignment: null }).plans[0]!;
}

const of = (id: string, over: Partial<Indicator> = {}) =>
  anIndicator({ 2024: 50 }, { id, ...over });
const is = (indicator: string, value: number | string, period = '2024-06') =>
  aResult({ indicator, value, period });

describe('tallies', () => {
  const waived = [{ until: '2024-12-31', reason: 'r', decision: 'd' }];
  const report = reportOn(
    [
      of('a', { group: 'x' }),
      of('b', { group: 'x' }),
      of('c', { group: 'y' }),
      of('d', { group: 'y' }),
      of('e', { group: 'y', waived }),
      anIndicator({ 2025: 1 }, { id: 'f' }),
    ],
    [is('a', 60), is('b', 50, '2023'), is('c', 10), is('e', 60)],
  );

  it('add up, and say what a share is a share of', () => {
    expect(report.tally).toMatchObject({
      indicators: 6,
      exceeded: 1,
      met: 1,
      'in-progress': 1,
      'no-data': 1,
      'no-target': 1,
      waived: 1,
      targeted: 4,
      judged: 3,
      reached: 2,
    });
    expect(report.groups.map(({ code, tally }) => [code, tally.targeted, tally.reached])).toEqual([
      ['x', 2, 2],
      ['y', 2, 0],
      [null, 0, 0],
    ]);
  });

  it('count what rests on earlier years, and keep waived ones apart', () => {
    expect(report.earlier).toBe(1);
    expect(report.byVerdict.exceeded.map(({ address }) => address)).toEqual(['a']);
    expect(report.waived.map(({ address }) => address)).toEqual(['e']);
  });
});

describe('what stands out', () => {
  const groups = (x: readonly number[], y: readonly number[]) => {
    const all = [...x.map((value) => ['x', value] as const), ...y.map((v) => ['y', v] as const)];
    return reportOn(
      all.map(([group], index) => of(`i-${index}`, { group })),
      all.flatMap(([, value], index) => (value < 0 ? [] : [is(`i-${index}`, value)])),
    ).standouts;
  };

  it('is the group with the largest share, half at least', () => {
    expect(groups([50, 50], [50, 10]).strongest?.code).toBe('x');
    expect(groups([50, 10, 10], [10]).strongest).toBeNull();
  });

  it('is nothing where two share the first place', () => {
    expect(groups([50, 10], [50, 50, 10, 10]).strongest).toBeNull();
    expect(groups([-1, 50], [-1]).leastKnown).toBeNull();
    expect(groups([-1, -1], [-1]).leastKnown?.code).toBe('x');
    expect(groups([60], [60]).highest).toBeNull();
    expect(groups([60], [61]).highest?.address).toBe('i-1');
    expect(groups([40], [41]).lowest?.address).toBe('i-0');
  });

  it('is a part, too, also of an indicator of which another part has no figure', () => {
    const parts = ['x', 'y'].map((id) => aPart(id, { 2024: 50 }));
    const indicators = [of('w', {}), of('a', {})].map((one, index) =>
      index === 0 ? { ...one, targets: new Map(), parts } : one,
    );
    const stands = (x: number, a: number) =>
      reportOn(indicators, [is('w/x', x), is('a', a)]).standouts;
    expect(stands(30, 40).lowest?.address).toBe('w/x');
    expect(stands(45, 40).lowest?.address).toBe('a');
    expect(stands(70, 60).highest?.address).toBe('w/x');
  });

  it('needs two groups to compare', () => {
    expect(groups([50, 50], []).strongest).toBeNull();
  });
});

describe('declared statuses', () => {
  it('are told apart from those that no figure supports', () => {
    const declared = (indicator: string, value: number | null, status: Result['status']) =>
      aResult({ indicator, value, status, period: ASOF });
    const { declared: tally } = reportOn(
      [of('a'), of('b'), of('c'), of('d')],
      [
        declared('a', 60, 'exceeded'),
        declared('b', 60, 'met'),
        declared('c', null, 'met'),
        declared('d', null, 'no-data'),
      ],
    );
    expect(tally).toEqual({
      declared: 4,
      statuses: { exceeded: 1, met: 2, 'in-progress': 0, missed: 0, 'no-data': 1 },
      differing: 1,
      unsupported: 1,
    });
  });
});

describe('pace', () => {
  const classOf = (values: readonly (number | null)[]) => {
    const parts = values.map((_, index) =>
      aPart(`p-${index}`, { 2024: 60 }, { baseline: baseline(2023, 40) }),
    );
    const results = values.flatMap((value, index) =>
      value === null ? [] : [is(`a/p-${index}`, value, ASOF)],
    );
    const { evaluation } = reportOn([anIndicator({}, { parts })], results);
    return paceClassOf(evaluation.indicators[0]!);
  };

  it('of a whole is the worst of its parts that are in progress', () => {
    expect(classOf([50, 60])).toBe('on-track');
    expect(classOf([50, 47])).toBe('at-risk');
    expect(classOf([47, 41])).toBe('off-track');
  });

  it('of a part without a newer result hides a good one, not a bad one', () => {
    expect(classOf([50, null])).toBe('not-computable');
    expect(classOf([41, null])).toBe('off-track');
  });
});

describe('deadlines', () => {
  const task = (id: string, due: string, ...lead: string[]): Task => ({
    id,
    title: id,
    group: null,
    lead,
    partners: [],
    due: { kind: 'date', date: due },
    each: null,
    funding: [],
    note: null,
    source: '',
    path: [],
  });
  const on = (...tasks: Task[]) => reportOn([], [], { tasks });

  it('overdue ones stand under each agency that leads them, the most first', () => {
    const { overdue } = on(
      task('a', '2024-06-01', 'x'),
      task('b', '2024-05-01', 'y'),
      task('c', '2024-04-01', 'y'),
      task('d', '2024-04-01', 'x', 'y'),
      task('e', '2024-03-01'),
      task('f', '2024-07-01', 'x'),
    );
    expect(overdue.map(({ lead, items }) => [lead, items.map(({ id }) => id)])).toEqual([
      ['y', ['c', 'd', 'b']],
      ['x', ['d', 'a']],
      [null, ['e']],
    ]);
  });

  it('next is what is due soon, else all of the nearest day', () => {
    const soon = on(task('a', '2024-07-30'), task('b', '2024-07-31')).dueNext;
    expect([soon.soon.map(({ id }) => id), soon.later]).toEqual([['a'], []]);
    const far = on(task('b', '2024-12-31'), task('c', '2025'), task('d', '2024-12-31')).dueNext;
    expect([far.soon, far.later.map(({ id }) => id)]).toEqual([[], ['b', 'd']]);
  });
});
