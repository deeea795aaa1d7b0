import { describe, expect, test } from 'vitest';
import { asksLess, type Change, countKinds } from '../src/change.ts';
import { parseDue, type WrittenDue } from '../src/deadline.ts';
import type { Plan, Task } from '../src/plan.ts';
import { compareRevisions } from '../src/revision.ts';
import { anIndicator, aPart, aPlan, baseline } from './build.ts';

function aTask(over: Partial<Task> & { due?: Task['due'] } = {}): Task {
  return {
    id: 't',
    title: 'T',
    group: null,
    lead: ['x'],
    partners: [],
    due: { kind: 'none' },
    each: null,
    funding: [],
    note: null,
    source: 'III.1',
    path: ['tasks', 0],
    ...over,
  };
}

const changesOf = (before: Plan, after: Plan) => compareRevisions(before, after).changes;
const told = (changes: readonly Change[]) =>
  changes.map(({ kind, id, field, year }) => [kind, id, field, year].filter((x) => x !== null));

describe('targets', () => {
  const change = (before: number | string, after: number | string) =>
    told(changesOf(aPlan([anIndicator({ 2024: before })]), aPlan([anIndicator({ 2024: after })])));

  test.each([
    [98, 97, 'target-looser'],
    [98, 99, 'target-stricter'],
    ['> 50', 50, 'target-looser'],
    ['<= 15', '<= 10', 'target-stricter'],
    [98, 'done', 'target-changed'],
    [15, '<= 15', 'target-changed'],
    ['2..3', '2..5', 'target-changed'],
    ['2..3', 2, 'target-changed'],
  ])('%s → %s: %s', (before, after, kind) => {
    expect(change(before, after)).toEqual([[kind, 'a', 'targets', 2024]]);
  });

  test('another digit of the same number is no change', () => {
    expect(change('8', '8.0')).toEqual([]);
  });

  test('come and go by year', () => {
    const before = aPlan([anIndicator({ 2024: 1, 2025: 2 })]);
    const after = aPlan([anIndicator({ 2025: 2, 2030: 3 })]);
    expect(told(changesOf(before, after))).toEqual([
      ['target-removed', 'a', 'targets', 2024],
      ['target-added', 'a', 'targets', 2030],
    ]);
  });

  test('in another unit are not compared', () => {
    const before = aPlan([anIndicator({ 2024: 5 })]);
    const after = aPlan([anIndicator({ 2024: 9 }, { unit: 'người' })]);
    expect(told(changesOf(before, after))).toEqual([
      ['target-changed', 'a', 'targets', 2024],
      ['details-changed', 'a', 'unit'],
    ]);
  });

  test('of parts, and what must hold in every year', () => {
    const part = (target: number) => [aPart('p', { 2024: target })];
    const before = aPlan([anIndicator({}, { parts: part(90), every: 'year' })]);
    const after = aPlan([anIndicator({}, { parts: part(80) })]);
    expect(told(changesOf(before, after))).toEqual([
      ['target-looser', 'a', 'every'],
      ['target-looser', 'a/p', 'targets', 2024],
    ]);
  });
});

describe('deadlines', () => {
  const kinds = (before: WrittenDue, after: WrittenDue) =>
    changesOf(
      aPlan([], { tasks: [aTask({ due: parseDue(before)! })] }),
      aPlan([], { tasks: [aTask({ due: parseDue(after)! })] }),
    ).map(({ kind }) => kind);

  test.each<[WrittenDue, WrittenDue, string[]]>([
    ['2024-07', '2024-09', ['deadline-later']],
    ['2024-07', '2024-06-30', ['deadline-earlier']],
    ['2024-07', '2024-07-31', ['deadline-changed']],
    ['2022..2025', '2022..2024', ['deadline-earlier']],
    ['2024', 'continuous', ['deadline-changed']],
    ['none', '2024', ['deadline-changed']],
    ['yearly', 'quarterly', ['deadline-changed']],
    ['yearly', { yearly: ['12-15'] }, ['deadline-earlier']],
    [{ yearly: ['06-01', '12-01'] }, { yearly: ['06-15', '12-01'] }, ['deadline-later']],
    [{ yearly: ['06-01', '12-15'] }, { yearly: ['06-15', '12-01'] }, ['deadline-changed']],
    ['2024-05', 'quarterly', ['deadline-changed']],
    ['2024-05', '2024-05', []],
  ])('%j → %j: %j', (before, after, expected) => {
    expect(kinds(before, after)).toEqual(expected);
  });

  test('a date after which the duty goes on is another kind of deadline', () => {
    const goingOn: Task['due'] = { kind: 'then-continuous', by: '2024-06' };
    const once: Task['due'] = { kind: 'date', date: '2024-05' };
    const [before, after] = [once, goingOn].map((due) => aPlan([], { tasks: [aTask({ due })] }));
    expect(changesOf(before!, after!).map(({ kind }) => kind)).toEqual(['deadline-changed']);
  });
});

describe('everything else', () => {
  test('lead, wording and details, each in its kind', () => {
    const before = aPlan([anIndicator({ 2024: 1 }, { lead: ['x'], baseline: baseline(2023, 5) })]);
    const after = aPlan([
      anIndicator({ 2024: 1 }, { lead: ['y'], name: 'B', baseline: baseline(2023, 6) }),
    ]);
    expect(told(changesOf(before, after))).toEqual([
      ['wording-changed', 'a', 'name'],
      ['details-changed', 'a', 'baseline'],
      ['lead-changed', 'a', 'lead'],
    ]);
  });

  test('things come and go; another order is no change', () => {
    const [a, b] = [anIndicator({ 2024: 1 }), anIndicator({ 2024: 1 }, { id: 'b' })];
    expect(changesOf(aPlan([a, b]), aPlan([b, a]))).toEqual([]);
    const changes = changesOf(aPlan([a]), aPlan([b], { tasks: [aTask()] }));
    expect(told(changes)).toEqual([
      ['removed', 'a'],
      ['added', 'b'],
      ['added', 't'],
    ]);
    expect(countKinds(changes)).toMatchObject({ removed: 1, added: 2, 'target-looser': 0 });
  });

  test('claims and suppressions, whose numbers are exact', () => {
    const claim = { text: 'x', source: 'IV.2', path: ['claims', 0] };
    const target = anIndicator({ 2025: 25 }).targets.get(2025)!;
    const worded = { kind: 'target', indicator: 'a', year: 2025, target, reference: null } as const;
    const claims = [{ ...claim, ...worded }];
    const ignore = [{ rule: 'r', where: 'a', reason: 'w', path: ['ignore', 0] }];
    expect(told(changesOf(aPlan([], { claims }), aPlan([], { ignore })))).toEqual([
      ['removed', 'IV.2'],
      ['added', 'r a'],
    ]);
    expect(changesOf(aPlan([], { claims }), aPlan([], { claims: [...claims] }))).toEqual([]);
  });

  test('the plan itself', () => {
    const before = aPlan([], { agencies: new Map([['x', 'X']]) });
    const after = aPlan([], { title: 'New', agencies: new Map([['x', 'Y']]) });
    expect(told(changesOf(before, after))).toEqual([
      ['wording-changed', 'test', 'title'],
      ['details-changed', 'test', 'agencies'],
    ]);
  });
});

describe('what asks less', () => {
  const looser = (before: Plan, after: Plan) => changesOf(before, after).some(asksLess);
  const to = (target: number | string, over = {}) => aPlan([anIndicator({ 2024: target }, over)]);
  const waived = (until: string, year?: number) => ({
    waived: [{ until, reason: 'r', decision: 'd', ...(year === undefined ? {} : { year }) }],
  });

  test.each([
    ['an operator turned', to(95), to('<= 95'), true],
    ['another unit', to(95, { unit: '%' }), to(95, { unit: '‰' }), true],
    ['the same unit, written otherwise', to(95, { unit: '%' }), to(95, { unit: '％' }), false],
    ['another factor', to(95, { per: 1000 }), to(95, { per: 10_000 }), true],
    [
      'another way to add up',
      to(95, { accumulates: 'sum' }),
      to(95, { accumulates: 'to-date' }),
      true,
    ],
    ['a number that becomes a milestone', to(95), to('done'), true],
    ['a waiver that is new', to(95), to(95, waived('2024-12-31')), true],
    ['a waiver for longer', to(95, waived('2024-12-31')), to(95, waived('2025-06-30')), true],
    [
      'a waiver of all years',
      to(95, waived('2024-12-31', 2024)),
      to(95, waived('2024-12-31')),
      true,
    ],
    [
      'a waiver that ends sooner',
      to(95, waived('2024-12-31')),
      to(95, waived('2024-06-30')),
      false,
    ],
    ['fewer parts', to(1, { parts: [aPart('p', {})] }), to(1), true],
    ['more parts', to(1), to(1, { parts: [aPart('p', {})] }), false],
    ['an area that is asked less', byArea(90), byArea(80), true],
    ['an area that is asked more', byArea(80), byArea(90), false],
    ['a higher number', to(95), to(96), false],
  ])('%s', (_, before, after, isLess) => {
    expect(looser(before, after)).toBe(isLess);
  });

  function byArea(target: number): Plan {
    const targets = aPart('x', { 2024: target }).targets;
    return to(1, { byArea: new Map([['hai-chau', targets]]) });
  }
});

test('a plan asks less where a target is looser or gone, with its indicator too', () => {
  const targeted = aPlan([anIndicator({ 2024: 1 })]);
  const worded = aPlan([anIndicator({})]);
  const less = (before: Plan, after: Plan) => changesOf(before, after).some(asksLess);
  expect(less(targeted, worded)).toBe(true);
  expect(less(targeted, aPlan([]))).toBe(true);
  expect(less(worded, aPlan([]))).toBe(false);
  expect(less(aPlan([]), targeted)).toBe(false);
  expect(less(targeted, aPlan([anIndicator({ 2024: 0.5 })]))).toBe(true);
});
