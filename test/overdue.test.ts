import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addDays, type Day } from '../src/calendar.ts';
import { parseDue, type WrittenDue } from '../src/deadline.ts';
import { toDecimal } from '../src/exact.ts';
import { readPlan } from '../src/load/plan.ts';
import {
  DEADLINE_STATES,
  type DeadlineItem,
  deadlinesOf,
  mostUrgentFirst,
} from '../src/overdue.ts';
import type { Plan, ReportDuty, Task } from '../src/plan.ts';
import {
  type ProgressProblem,
  type ProgressRow,
  progressProblems,
  readProgressStatus,
} from '../src/progress.ts';
import { aPlan } from './build.ts';

interface RawItem {
  id: string;
  title?: string;
  group?: string;
  lead?: string[];
  due: WrittenDue;
}

/** As YAML gives it; a literal `then` would look like a promise to the linter. */
const MAY_THEN_CONTINUOUS: WrittenDue = parse('{ by: 2024-05, then: continuous }');

type Given = Partial<Omit<Plan, 'tasks' | 'reports'>> & { tasks?: RawItem[]; reports?: RawItem[] };

/** A plan with these tasks and duties, of 2024 and issued on 15 April 2024 where not said otherwise. */
function planOf(given: Given): Plan {
  const { tasks = [], reports = [], ...rest } = given;
  const lines = new Map([...tasks, ...reports].map((item, index) => [item.id, index + 10]));
  const own = { id: 'p', title: 'P', document: '93/KH-UBND', issued: '2024-04-15', file: 'p.yaml' };
  return {
    ...aPlan([], { ...own, lines, period: { first: 2024, last: 2024 } }),
    ...rest,
    tasks: tasks.map((item): Task => ({ ...itemOf(item), each: null, partners: [], funding: [] })),
    reports: reports.map((item): ReportDuty => ({ ...itemOf(item), each: null, to: null })),
  };
}

function itemOf({ id, title = id, group, lead = [], due }: RawItem) {
  const read = parseDue(due);
  if (!read) throw new Error(`${id}: ${JSON.stringify(due)}`);
  return { id, title, group: group ?? null, lead, due: read, note: null, source: 'x', path: [] };
}

function realPlan(name: string): Plan {
  const url = new URL(`../plans/${name}.yaml`, import.meta.url);
  const { plan, findings } = readPlan(`plans/${name}.yaml`, readFileSync(url, 'utf8'));
  if (!plan) throw new Error(`${name}: ${JSON.stringify(findings)}`);
  return plan;
}

let line = 1;
function row(task: string, status: ProgressRow['status'], rest: Partial<ProgressRow> = {}) {
  line += 1;
  const empty = { occurrence: null, agency: null, date: null, due: null, source: '', note: '' };
  return { task, status, ...empty, file: 'p.progress.csv', line, ...rest } as ProgressRow;
}

function only(due: WrittenDue, asOf: Day, rows: ProgressRow[] = []): DeadlineItem {
  const { items } = deadlinesOf(planOf({ tasks: [{ id: 'a', due }] }), rows, { asOf });
  expect(items).toHaveLength(1);
  return items[0]!;
}

describe('the plans, nothing reported done', () => {
  const danang = realPlan('danang-2024');
  const thanhhoa = realPlan('thanhhoa-2022');
  const comms = realPlan('danang-comms-2022');

  it.each([
    ['2024-07-15', 10],
    ['2024-07-31', 10],
    ['2024-08-01', 13],
    ['2024-12-31', 18],
    ['2025-01-01', 54],
    ['2026-01-01', 63],
  ])('93/KH-UBND as of %s has %i tasks overdue', (asOf, overdue) => {
    const { tasks } = deadlinesOf(danang, [], { asOf });
    expect(tasks).toMatchObject({ items: 63, occurrences: 63, overdue });
  });

  it('93/KH-UBND as of 2024-10-15 has two report duties overdue', () => {
    const { items, reports } = deadlinesOf(danang, [], { asOf: '2024-10-15' });
    const late = items.filter((item) => item.kind === 'report' && item.state === 'overdue');
    expect(late.map((item) => item.occurrence)).toEqual(['2024-06-30', '2024-09-30']);
    expect(reports).toMatchObject({ items: 3, occurrences: 6, overdue: 2, undated: 2 });
  });

  it.each([
    ['2023-01-01', 6],
    ['2024-01-01', 9],
    ['2026-01-01', 38],
  ])('134/KH-UBND as of %s has %i overdue occurrences', (asOf, overdue) => {
    const { tasks } = deadlinesOf(thanhhoa, [], { asOf });
    expect(tasks).toMatchObject({ items: 31, occurrences: 40, overdue, undated: 2 });
  });

  it('134/KH-UBND names the documents that set its undated tasks', () => {
    const { items } = deadlinesOf(thanhhoa, [], { asOf: '2023-01-01' });
    const undated = items.filter((item) => item.kind === 'task' && item.state === 'undated');
    expect(undated.map((item) => item.per)).toEqual(['53/KH-UBND', '106/KH-UBND']);
  });

  it('2780/QĐ-UBND has 17 yearly projects, one window and two undated', () => {
    const kinds = comms.tasks.map((task) => task.due.kind);
    const count = (kind: string) => kinds.filter((each) => each === kind).length;
    expect([count('recurring'), count('window'), count('none')]).toEqual([17, 1, 2]);
    const { tasks } = deadlinesOf(comms, [], { asOf: '2026-01-01' });
    expect(tasks).toMatchObject({ items: 20, occurrences: 71, overdue: 69, undated: 2 });
  });

  it('2780/QĐ-UBND has half-yearly reports from the first after its issue', () => {
    const { items } = deadlinesOf(comms, [], { asOf: '2023-06-02' });
    const halfYearly = items.filter((item) => item.id === 'bc-6-thang');
    expect(halfYearly.map((item) => item.due).slice(0, 3)).toEqual([
      '2022-12-01',
      '2023-06-01',
      '2023-12-01',
    ]);
    expect(halfYearly.filter((item) => item.state === 'overdue')).toHaveLength(2);
  });
});

describe('states', () => {
  it('nothing is overdue on its due day, and is on the day after', () => {
    expect(only('2024-07', '2024-07-31')).toMatchObject({ state: 'due-soon', daysOverdue: 0 });
    expect(only('2024-07', '2024-08-01')).toMatchObject({ state: 'overdue', daysOverdue: 1 });
    expect(only('2024-07', '2024-08-31').daysOverdue).toBe(31);
  });

  it('due soon counts its last day', () => {
    expect(only('2024-07-31', '2024-07-01').state).toBe('due-soon');
    expect(only('2024-07-31', '2024-06-30').state).toBe('upcoming');
    const plan = planOf({ tasks: [{ id: 'a', due: '2024-07-31' }] });
    const within = (days: number) =>
      deadlinesOf(plan, [], { asOf: '2024-07-17', within: days }).items[0]?.state;
    expect([within(14), within(13), within(0)]).toEqual(['due-soon', 'upcoming', 'upcoming']);
  });

  it('a one-off due before the issue is overdue', () => {
    expect(only('2024-03', '2024-04-15')).toMatchObject({ state: 'overdue', daysOverdue: 15 });
  });

  it('what is continuous or undated is never overdue', () => {
    expect(only('continuous', '2099-01-01').state).toBe('continuous');
    expect(only('none', '2099-01-01').state).toBe('undated');
    expect(only({ per: '53/KH-UBND' }, '2099-01-01')).toMatchObject({
      state: 'undated',
      per: '53/KH-UBND',
      due: null,
    });
  });

  it('says where the item stands in the plan', () => {
    expect(only('2024', '2024-05-01')).toMatchObject({
      plan: 'p',
      kind: 'task',
      file: 'p.yaml',
      line: 10,
      occurrence: null,
    });
  });
});

describe('progress', () => {
  it('done on the due day is in time, a day later is late by one', () => {
    const done = (date: Day) => only('2024-07', '2024-12-31', [row('a', 'done', { date })]);
    expect(done('2024-07-31')).toMatchObject({ state: 'done', doneOn: '2024-07-31', lateBy: 0 });
    expect(done('2024-08-01')).toMatchObject({ state: 'done-late', lateBy: 1, daysOverdue: 0 });
    expect(done('2024-05-01')).toMatchObject({ state: 'done', lateBy: 0 });
  });

  it('rows dated after the as-of day are ignored', () => {
    const rows = [row('a', 'done', { date: '2024-08-01' })];
    expect(only('2024-07', '2024-07-31', rows).state).toBe('due-soon');
    expect(only('2024-07', '2024-08-01', rows).state).toBe('done-late');
  });

  it('done without a date is done, on no known day', () => {
    expect(only('2024-07', '2024-12-31', [row('a', 'done')])).toMatchObject({
      state: 'done',
      doneOn: null,
      lateBy: null,
    });
  });

  it('in progress and not started leave it overdue, and stay visible', () => {
    const rows = [row('a', 'in-progress', { date: '2024-06-01' })];
    const item = only('2024-07', '2024-08-05', rows);
    expect(item).toMatchObject({ state: 'overdue', daysOverdue: 5 });
    expect(item.reported).toBe(rows[0]);
  });

  it('the latest row wins, whatever its place in the file', () => {
    const done = row('a', 'done', { date: '2024-06-10' });
    const begun = row('a', 'in-progress', { date: '2024-06-01' });
    const undone = row('a', 'in-progress', { date: '2024-06-20' });
    expect(only('2024-07', '2024-07-01', [done, begun]).state).toBe('done');
    expect(only('2024-07', '2024-07-01', [undone, done, begun]).state).toBe('due-soon');
  });

  it('of rows of one day the later in the file wins', () => {
    const date = '2024-06-10';
    const rows = [row('a', 'in-progress', { date }), row('a', 'done', { date })];
    expect(only('2024-07', '2024-07-01', rows).state).toBe('done');
    expect(only('2024-07', '2024-07-01', rows.toReversed()).state).toBe('due-soon');
  });

  it('a row without date is as late as the rows above it', () => {
    const begun = row('a', 'in-progress', { date: '2024-06-01' });
    const done = row('a', 'done');
    expect(only('2024-07', '2024-07-01', [begun, done]).state).toBe('done');
    expect(only('2024-07', '2024-07-01', [done, begun]).state).toBe('due-soon');
    expect(only('2024-07', '2024-05-01', [begun, done]).state).toBe('done');
  });

  it('an extension moves the due day and keeps the old one', () => {
    const rows = [
      row('a', 'extended', { date: '2024-07-20', due: '2024-09-30' }),
      row('a', 'in-progress', { date: '2024-08-10' }),
    ];
    expect(only('2024-07', '2024-07-19', rows)).toMatchObject({
      due: '2024-07-31',
      originalDue: null,
    });
    expect(only('2024-07', '2024-09-30', rows)).toMatchObject({
      due: '2024-09-30',
      originalDue: '2024-07-31',
      state: 'due-soon',
    });
    expect(only('2024-07', '2024-10-01', rows)).toMatchObject({ state: 'overdue', daysOverdue: 1 });
    const done = [...rows, row('a', 'done', { date: '2024-09-30' })];
    expect(only('2024-07', '2024-12-31', done)).toMatchObject({ state: 'done', lateBy: 0 });
  });

  it('the latest of two extensions counts; one without a day changes nothing', () => {
    const twice = [
      row('a', 'extended', { date: '2024-07-20', due: '2024-09-30' }),
      row('a', 'extended', { date: '2024-09-20', due: '2024-11-30' }),
      row('a', 'extended', { date: '2024-09-25' }),
    ];
    expect(only('2024-07', '2024-10-15', twice)).toMatchObject({
      due: '2024-11-30',
      originalDue: '2024-07-31',
    });
    const afterDone = [
      row('a', 'done', { date: '2024-07-01' }),
      row('a', 'extended', { date: '2024-07-02' }),
    ];
    expect(only('2024-07', '2024-10-15', afterDone).state).toBe('done');
  });

  it('an extension gives an undated item its day, but a continuous one none', () => {
    const rows = [row('a', 'extended', { date: '2024-05-01', due: '2024-06-30' })];
    expect(only('none', '2024-07-01', rows)).toMatchObject({
      state: 'overdue',
      due: '2024-06-30',
      originalDue: null,
    });
    expect(only('continuous', '2024-07-01', rows)).toMatchObject({
      state: 'continuous',
      due: null,
      reported: null,
    });
  });

  it('cancelled is cancelled, until a later row says otherwise', () => {
    const rows = [row('a', 'cancelled', { date: '2024-06-01' })];
    expect(only('2024-07', '2024-12-31', rows)).toMatchObject({
      state: 'cancelled',
      daysOverdue: 0,
    });
    rows.push(row('a', 'in-progress', { date: '2024-09-01' }));
    expect(only('2024-07', '2024-12-31', rows).state).toBe('overdue');
  });

  it('a continuous item goes on until it is done or cancelled', () => {
    const said = (status: ProgressRow['status']) =>
      only('continuous', '2024-12-31', [row('a', status, { date: '2024-06-01' })]).state;
    expect([said('in-progress'), said('done'), said('cancelled')]).toEqual([
      'continuous',
      'done',
      'cancelled',
    ]);
  });

  it('what is due by a day and then continuous goes on once that is done', () => {
    const plan = planOf({ tasks: [{ id: 'a', due: MAY_THEN_CONTINUOUS }] });
    const late = deadlinesOf(plan, [], { asOf: '2024-06-01' });
    expect(late.items.map((item) => [item.state, item.due])).toEqual([['overdue', '2024-05-31']]);
    const rows = [row('a', 'done', { date: '2024-05-20' })];
    const done = deadlinesOf(plan, rows, { asOf: '2024-06-01' });
    expect(done.items.map((item) => [item.state, item.due])).toEqual([
      ['done', '2024-05-31'],
      ['continuous', null],
    ]);
    expect(done.tasks).toMatchObject({ items: 1, occurrences: 2, done: 1, continuous: 1 });
  });
});

describe('recurring items', () => {
  const plan = planOf({ reports: [{ id: 'r', due: 'quarterly' }] });
  const states = (asOf: Day, rows: ProgressRow[] = []) =>
    deadlinesOf(plan, rows, { asOf }).items.map((item) => item.state);

  it('a missed occurrence does not vanish when the next one comes', () => {
    expect(states('2024-12-01')).toEqual(['overdue', 'overdue', 'due-soon']);
  });

  it('a row concerns the occurrence that it names', () => {
    const rows = [row('r', 'done', { occurrence: '2024-09-30', date: '2024-10-02' })];
    expect(states('2024-12-01', rows)).toEqual(['overdue', 'done-late', 'due-soon']);
  });

  it('a row without occurrence, or with one that does not exist, decides nothing', () => {
    const rows = [row('r', 'done'), row('r', 'done', { occurrence: '2024-03-31' })];
    expect(states('2024-12-01', rows)).toEqual(['overdue', 'overdue', 'due-soon']);
  });

  it('an extension moves one occurrence, which keeps its name', () => {
    const moved = { occurrence: '2024-06-30', date: '2024-06-20', due: '2024-12-15' };
    const { items } = deadlinesOf(plan, [row('r', 'extended', moved)], { asOf: '2024-12-01' });
    expect(items.map((item) => [item.occurrence, item.due, item.originalDue])).toEqual([
      ['2024-06-30', '2024-12-15', '2024-06-30'],
      ['2024-09-30', '2024-09-30', null],
      ['2024-12-31', '2024-12-31', null],
    ]);
    expect(items.map((item) => item.state)).toEqual(['due-soon', 'overdue', 'due-soon']);
  });
});

describe('summaries', () => {
  const plan = planOf({
    agencies: new Map([
      ['x', 'X'],
      ['y', 'Y'],
      ['z', 'Z'],
    ]),
    tasks: [
      { id: 'a', due: '2024-05', lead: ['y', 'x'] },
      { id: 'b', due: '2024-06', lead: ['x', 'x'] },
      { id: 'c', due: '2024-06', lead: ['x'] },
      { id: 'd', due: 'none', lead: ['x'] },
      { id: 'e', due: '2024-06' },
    ],
  });
  const rows = [
    row('a', 'done', { date: '2024-05-31' }),
    row('b', 'done', { date: '2024-07-02' }),
    row('c', 'done'),
    row('d', 'done', { date: '2024-07-02' }),
  ];
  const found = deadlinesOf(plan, rows, { asOf: '2024-08-01' });

  it('count an item once in the totals and under each of its leads', () => {
    expect(found.tasks).toMatchObject({ items: 5, occurrences: 5, done: 3, 'done-late': 1 });
    expect(found.leads.map(({ lead, counts }) => [lead, counts.items, counts.overdue])).toEqual([
      ['x', 4, 0],
      ['y', 1, 0],
      [null, 1, 1],
    ]);
  });

  it('judge as on time what has fallen due, but for what was done on a day that is not known', () => {
    const [x, y, none] = found.leads.map((each) => each.onTime);
    expect(x).toMatchObject({ onTime: 1, judged: 2, leftOut: 2 });
    expect(toDecimal(x!.rate!, 2)).toBe('0.5');
    expect(y).toMatchObject({ onTime: 1, judged: 1, leftOut: 0 });
    expect(none).toMatchObject({ onTime: 0, judged: 1, leftOut: 0, ahead: 0 });
    expect(found.onTime).toMatchObject({ onTime: 1, judged: 3, leftOut: 2 });
  });

  it('have no rate of what is done ahead of a day still to come', () => {
    const early = planOf({ tasks: [{ id: 'a', due: '2024-12' }] });
    const { onTime } = deadlinesOf(early, [row('a', 'done', { date: '2024-05-31' })], {
      asOf: '2024-08-01',
    });
    expect(onTime).toEqual({ onTime: 0, judged: 0, leftOut: 0, ahead: 1, rate: null });
  });

  it('count one late and undone and one done in time as one of two', () => {
    const two = planOf({ reports: [{ id: 'r', due: { yearly: ['06-30', '07-31'] } }] });
    const done = row('r', 'done', { occurrence: '2024-06-30', date: '2024-06-30' });
    const { onTime } = deadlinesOf(two, [done], { asOf: '2024-08-01' });
    expect(onTime).toMatchObject({ onTime: 1, judged: 2 });
  });
});

describe('what each agency owes', () => {
  const base = planOf({
    agencies: new Map([
      ['x', 'X'],
      ['y', 'Y'],
      ['all', 'X và Y'],
    ]),
    members: new Map([['all', ['x', 'y']]]),
    reports: [{ id: 'r', due: '2024-06-30', lead: ['all'] }],
  });
  const plan = {
    ...base,
    reports: base.reports.map((duty) => ({ ...duty, each: 'lead' as const })),
  };
  const told = [
    row('r', 'done', { agency: 'x', date: '2024-06-20' }),
    row('r', 'not-started', { agency: 'y', date: '2024-06-25', note: 'thiếu số liệu' }),
  ];

  it('is one occurrence an agency, and no row settles another’s', () => {
    const { items, leads, onTime } = deadlinesOf(plan, told, { asOf: '2024-07-10' });
    expect(items.map(({ agency, lead, state, note }) => [agency, lead, state, note])).toEqual([
      ['x', ['x'], 'done', ''],
      ['y', ['y'], 'overdue', 'thiếu số liệu'],
    ]);
    expect(leads.map(({ lead, counts }) => [lead, counts.overdue])).toEqual([
      ['x', 0],
      ['y', 1],
    ]);
    expect(onTime).toMatchObject({ onTime: 1, judged: 2 });
  });

  it('needs the agency in each row', () => {
    const rows = [row('r', 'done'), row('r', 'done', { agency: 'z' }), ...told];
    expect(progressProblems(plan, rows).map(({ kind }) => kind)).toEqual([
      'missing-agency',
      'unknown-agency',
    ]);
  });

  it('put the longest overdue first, then what is due next', () => {
    const ordered = planOf({
      tasks: [
        { id: 'undated', due: 'none' },
        { id: 'later', due: '2024-12' },
        { id: 'soon', due: '2024-08-20' },
        { id: 'late', due: '2024-07' },
        { id: 'as-late', due: '2024-07' },
        { id: 'latest', due: '2024-05' },
      ],
      reports: [{ id: 'report', due: '2024-07' }],
    });
    const { items } = deadlinesOf(ordered, [], { asOf: '2024-08-01' });
    expect(items.toSorted(mostUrgentFirst).map((item) => item.id)).toEqual([
      'latest',
      'late',
      'as-late',
      'report',
      'soon',
      'later',
      'undated',
    ]);
  });
});

const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-06-01', days));
const anyDue = fc.oneof(
  fc.constantFrom<WrittenDue>(
    'yearly',
    'quarterly',
    'monthly',
    'continuous',
    'none',
    '2024',
    '2024-Q3',
    '2024..2025',
    MAY_THEN_CONTINUOUS,
    { yearly: ['06-01', '12-01'] },
  ),
  anyDay,
);
const anyPlan = fc.array(anyDue, { minLength: 1, maxLength: 8 }).map((dues) =>
  planOf({
    period: { first: 2024, last: 2026 },
    tasks: dues.map((due, index) => ({ id: `t${index}`, due })),
  }),
);
const anyRow = fc.record({
  task: fc.nat({ max: 8 }).map((n) => `t${n}`),
  status: fc.constantFrom(
    'done' as const,
    'in-progress' as const,
    'extended' as const,
    'cancelled' as const,
  ),
  date: fc.option(anyDay),
  due: fc.option(anyDay),
  occurrence: fc.option(fc.constantFrom('2024-06-30', '2024-12-31', '2024-12-01', '2024-05-31')),
});

describe('whatever the plan', () => {
  const toRows = (given: (Partial<ProgressRow> & Pick<ProgressRow, 'task' | 'status'>)[]) =>
    given.map(({ task, status, ...rest }) => row(task, status, rest));

  it('what is overdue only grows with time when nothing is reported', () => {
    fc.assert(
      fc.property(anyPlan, anyDay, fc.nat({ max: 900 }), (plan, asOf, days) => {
        const overdue = (day: Day) =>
          deadlinesOf(plan, [], { asOf: day })
            .items.filter((item) => item.state === 'overdue')
            .map((item) => `${item.id} ${item.due}`);
        expect(overdue(addDays(asOf, days))).toEqual(expect.arrayContaining(overdue(asOf)));
      }),
    );
  });

  it('nothing is overdue on its due day, everything is on the day after', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { items } = deadlinesOf(plan, [], { asOf: '2024-01-01' });
        for (const { id, due } of items) {
          if (due === null) continue;
          const on = (asOf: Day) =>
            deadlinesOf(plan, [], { asOf }).items.find(
              (item) => item.id === id && item.due === due,
            );
          expect(on(due)?.state).toBe('due-soon');
          expect(on(addDays(due, 1))).toMatchObject({ state: 'overdue', daysOverdue: 1 });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('the states add up to the occurrences, and days overdue belong to what is overdue', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anyRow, { maxLength: 20 }), anyDay, (plan, given, asOf) => {
        const { items, tasks } = deadlinesOf(plan, toRows(given), { asOf });
        const sum = DEADLINE_STATES.reduce((total, state) => total + tasks[state], 0);
        expect(sum).toBe(tasks.occurrences);
        for (const item of items) {
          expect(item.daysOverdue > 0).toBe(item.state === 'overdue');
          expect(item.lateBy !== null && item.lateBy > 0).toBe(item.state === 'done-late');
        }
      }),
    );
  });

  it('rows dated after the as-of day change nothing', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anyRow, { maxLength: 20 }), anyDay, (plan, given, asOf) => {
        const rows = toRows(given);
        const known = rows.filter((each) => each.date === null || each.date <= asOf);
        expect(deadlinesOf(plan, rows, { asOf }).items).toEqual(
          deadlinesOf(plan, known, { asOf }).items,
        );
      }),
    );
  });
});

describe('readProgressStatus', () => {
  it.each<[string, ProgressRow['status'] | undefined]>([
    ['done', 'done'],
    ['In-Progress', 'in-progress'],
    ['not started', 'not-started'],
    ['Đã hoàn thành', 'done'],
    ['đã  hoàn thành.', 'done'],
    ['Đã hoàn thành'.normalize('NFD'), 'done'],
    ['ĐANG TRIỂN KHAI', 'in-progress'],
    ['Chưa triển khai', 'not-started'],
    ['Gia hạn', 'extended'],
    ['Đã hủy', 'cancelled'],
    ['Đã huỷ', 'cancelled'],
    ['chưa hoàn thành', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%s is %s', (text, status) => {
    expect(readProgressStatus(text)).toBe(status);
  });
});

describe('progressProblems', () => {
  const plan = planOf({
    tasks: [
      { id: 'tc-a', due: '2024-07' },
      { id: 'go-on', due: 'continuous' },
      { id: 'open', due: 'none' },
    ],
    reports: [{ id: 'tien-do', due: { yearly: ['03-30', '06-30', '09-30', '12-15', '12-30'] } }],
  });
  const problems = (...rows: ProgressRow[]): Partial<ProgressProblem>[] =>
    progressProblems(plan, rows).map(({ row: _, ...problem }) => problem);

  it('finds nothing in good rows', () => {
    expect(
      problems(
        row('tc-a', 'done', { date: '2024-07-01' }),
        row('tc-a', 'done', { occurrence: '2024-07-31' }),
        row('tc-a', 'extended', { due: '2024-08-31' }),
        row('open', 'extended', { due: '2024-08-31' }),
        row('go-on', 'cancelled'),
        row('tien-do', 'done', { occurrence: '2024-12-15', date: '2024-12-14' }),
      ),
    ).toEqual([]);
  });

  it('names the task that was probably meant, and the row', () => {
    const unknown = row('tien do', 'done');
    expect(progressProblems(plan, [unknown])).toEqual([
      { kind: 'unknown-task', row: unknown, suggestion: 'tien-do' },
    ]);
    expect(problems(row('something-else', 'done'))).toEqual([
      { kind: 'unknown-task', suggestion: null },
    ]);
  });

  it('asks for the occurrence of a recurring item', () => {
    expect(problems(row('tien-do', 'done', { date: '2024-10-02' }))).toEqual([
      { kind: 'missing-occurrence', nearest: ['2024-09-30', '2024-12-15'] },
    ]);
  });

  it.each([
    ['tien-do', '2024-12-31', 'not-produced', ['2024-12-15', '2024-12-30']],
    ['tien-do', '2024-03-30', 'before-issue', ['2024-06-30', '2024-09-30']],
    ['tien-do', '2025-06-30', 'outside-period', ['2024-12-15', '2024-12-30']],
    ['tc-a', '2024-07-30', 'not-recurring', ['2024-07-31']],
    ['open', '2024-07-30', 'undated', []],
    ['go-on', '2024-07-30', 'undated', []],
  ])('%s has no occurrence %s: %s', (task, occurrence, why, nearest) => {
    expect(problems(row(task, 'done', { occurrence }))).toEqual([
      { kind: 'unknown-occurrence', why, nearest },
    ]);
  });

  it('finds extensions that extend nothing', () => {
    expect(problems(row('tc-a', 'extended'))).toEqual([{ kind: 'extension-without-due' }]);
    expect(problems(row('go-on', 'extended', { due: '2024-08-31' }))).toEqual([
      { kind: 'nothing-to-extend' },
    ]);
    expect(problems(row('tc-a', 'extended', { due: '2024-07-31' }))).toEqual([
      { kind: 'extension-not-later', planned: '2024-07-31' },
    ]);
    expect(problems(row('tc-a', 'done', { due: '2024-08-31' }))).toEqual([
      { kind: 'due-not-used' },
    ]);
    const moved = { occurrence: '2024-09-30', due: '2024-07-31' };
    expect(problems(row('tien-do', 'extended', moved))).toEqual([
      { kind: 'extension-not-later', planned: '2024-09-30' },
    ]);
  });

  it('reports every fault of a row', () => {
    expect(problems(row('tien-do', 'extended'))).toMatchObject([
      { kind: 'missing-occurrence' },
      { kind: 'extension-without-due' },
    ]);
  });
});
