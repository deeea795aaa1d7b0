import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDue } from '../src/deadline.ts';
import { deadlinesOf } from '../src/overdue.ts';
import { laterRows, type ProgressRow, progressJudge } from '../src/progress.ts';
import { progressKeeper } from '../src/progress-keeper.ts';
import { aPlan } from './build.ts';

const due = (text: string) => parseDue(text)!;

const task = (id: string, at: string, each: 'lead' | null = null) => ({
  ...{
    id,
    title: id,
    group: null,
    lead: ['x', 'y'],
    due: due(at),
    note: null,
    source: '1',
    path: [],
  },
  ...{ each, partners: [], funding: [] },
});

const plan = aPlan([], {
  issued: '2024-01-15',
  period: { first: 2024, last: 2024 },
  agencies: new Map([
    ['x', 'X'],
    ['y', 'Y'],
  ]),
  tasks: [
    task('once', '2024-06-30'),
    task('both', '2024-06-30', 'lead'),
    task('quarterly', 'quarterly'),
    { ...task('sole', '2024-06-30', 'lead'), lead: ['x'] },
  ],
});

const anyRow = fc.record({
  task: fc.constantFrom('once', 'both', 'quarterly', 'sole'),
  occurrence: fc.constantFrom(null, '2024-06-30', '2024-09-30'),
  agency: fc.constantFrom('x', 'y', null),
  status: fc.constantFrom('done' as const, 'extended' as const, 'in-progress' as const),
  date: fc.constantFrom(null, '2024-03-01', '2024-06-30', '2024-07-05', '2024-09-01'),
  due: fc.constantFrom(null, '2024-08-31', '2024-10-31'),
  source: fc.constant('S'),
  note: fc.constantFrom('', '', 'chậm', 'vướng'),
  file: fc.constant('p.progress.csv'),
});

const judge = progressJudge(plan);
const LEFT_IN_FORCE = new Set(['due-not-used', 'extension-not-later']);
/** A row as it is read: what is wrong with it leaves it in force. */
const row = anyRow.filter((one) =>
  judge({ ...one, line: 1 }).every(({ kind }) => LEFT_IN_FORCE.has(kind)),
);

const ofAll = (rows: readonly { more?: number }[]) =>
  rows.reduce((sum, { more = 0 }) => sum + 1 + more, 0);

test('what is kept of very many rows gives the same deadlines on the days that are asked for', () => {
  const day = fc.constantFrom('2024-02-01', '2024-06-30', '2024-07-31', '2024-12-31');
  const days = fc.uniqueArray(day, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), days, fc.nat(8), (raw, asked, most) => {
      const rows = raw.map((one, at): ProgressRow => ({ ...one, line: at + 2 }));
      const keeper = progressKeeper(plan, asked, most);
      rows.forEach(keeper.add);
      const kept = keeper.kept();
      for (const asOf of asked) {
        const standing = (all: readonly ProgressRow[]) =>
          deadlinesOf(plan, all, { asOf }).items.map(({ reported, ...item }) => [
            item,
            reported?.line,
          ]);
        expect(standing(kept)).toEqual(standing(rows));
      }
      expect(kept.slice(0, most).map(({ line }) => line)).toEqual(
        rows.slice(0, most).map(({ line }) => line),
      );
      expect(ofAll(kept)).toBe(rows.length);
      const last = asked.toSorted().at(-1)!;
      expect(ofAll(laterRows(kept, last))).toBe(laterRows(rows, last).length);
    }),
    { numRuns: 500 },
  );
});

test('where no day is asked for all rows are kept', () => {
  const keeper = progressKeeper(plan, null, 2);
  for (let line = 2; line < 12; line += 1) keeper.add(inMarch(line));
  expect(keeper.kept()).toHaveLength(10);
});

function inMarch(line: number): ProgressRow {
  return {
    ...{ task: 'once', occurrence: null, agency: 'x', status: 'in-progress', due: null },
    ...{ date: `2024-03-${10 + (line % 20)}`, source: 'S', note: '', file: 'p.csv', line },
  };
}

test('rows of few occurrences take little room, whatever their days', () => {
  const keeper = progressKeeper(plan, ['2024-12-31'], 10);
  for (let line = 2; line < 50_000; line += 1) keeper.add(inMarch(line));
  expect(keeper.kept().length).toBeLessThan(20);
});
