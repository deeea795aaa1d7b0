import { describe, expect, it } from 'vitest';
import type { Plan, ReportDuty, Task } from '../src/plan.ts';
import { concerns, isNarrow, narrowedPlan, type Scope } from '../src/scope.ts';
import { anIndicator, aPlan } from './build.ts';

const ALL: Scope = { lead: [], group: [], area: null };

const item = { title: '', due: { kind: 'none' }, note: null, source: 'I', path: [] } as const;

const aTask = (over: Partial<Task>): Task => ({
  ...item,
  id: 't',
  group: null,
  lead: [],
  partners: [],
  each: null,
  funding: [],
  ...over,
});

const aDuty = (over: Partial<ReportDuty>): ReportDuty => ({
  ...item,
  id: 'd',
  group: null,
  lead: [],
  to: null,
  each: null,
  ...over,
});

const plan: Plan = aPlan(
  [
    { ...anIndicator({ 2024: '50' }, { id: 'a', lead: ['x'], group: 'g' }) },
    { ...anIndicator({ 2024: '50' }, { id: 'b', lead: ['y', 'x'], group: 'h' }) },
    { ...anIndicator({ 2024: '50' }, { id: 'c' }) },
  ],
  {
    members: new Map([['all', ['x', 'y']]]),
    tasks: [aTask({ id: 't', lead: ['x'], group: 'g' }), aTask({ id: 'u', lead: ['all'] })],
    reports: [aDuty({ id: 'd', lead: ['all'], each: 'lead' })],
  },
);

const ids = ({ indicators, tasks, reports }: Plan) =>
  [...indicators, ...tasks, ...reports].map(({ id }) => id);

describe('a plan within a scope', () => {
  it('is the plan itself where nothing is named', () => {
    expect(narrowedPlan(plan, ALL)).toBe(plan);
    expect(isNarrow(ALL)).toBe(false);
  });

  it('has what the agencies lead, alone or with others', () => {
    expect(ids(narrowedPlan(plan, { ...ALL, lead: ['x'] }))).toEqual(['a', 'b', 't', 'd']);
    expect(ids(narrowedPlan(plan, { ...ALL, lead: ['y'] }))).toEqual(['b', 'd']);
  });

  it('has of what each agency owes the own alone', () => {
    const [duty] = narrowedPlan(plan, { ...ALL, lead: ['y'] }).reports;
    expect(duty!.lead).toEqual(['y']);
    const [whole] = narrowedPlan(plan, { ...ALL, lead: ['all'] }).reports;
    expect(whole!.lead).toEqual(['x', 'y']);
  });

  it('has what is in the groups and led by the agencies', () => {
    expect(ids(narrowedPlan(plan, { ...ALL, group: ['g'] }))).toEqual(['a', 't']);
    expect(ids(narrowedPlan(plan, { ...ALL, group: ['h'], lead: ['x'] }))).toEqual(['b']);
  });

  it('has no tasks of another area', () => {
    expect(ids(narrowedPlan(plan, { ...ALL, area: 'hai-chau' }))).toEqual(['a', 'b', 'c']);
  });

  it('keeps targets that sentences set, with their lines, and no stated totals', () => {
    const claims = [
      { kind: 'counted', counted: 1, equals: 2, text: '', source: '', path: [] },
      {
        kind: 'target',
        indicator: 'a',
        year: 2024,
        target: {},
        reference: null,
        text: '',
        source: '',
        path: [],
      },
    ] as unknown as Plan['claims'];
    const lines = new Map([['#claims.1', 42]]);
    const narrow = narrowedPlan({ ...plan, claims, lines }, { ...ALL, group: ['g'] });
    expect(narrow.claims).toEqual([claims[1]]);
    expect(narrow.lines.get('#claims.0')).toBe(42);
  });

  it('knows which rows concern it, parts too', () => {
    const isOfPlan = concerns(narrowedPlan(plan, { ...ALL, group: ['g'] }));
    expect(['a', 'a/moi', 'b', 'ab'].map(isOfPlan)).toEqual([true, true, false, false]);
  });
});
