import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDue } from '../src/deadline.ts';
import { deadlinesOf } from '../src/overdue.ts';
import type { ProgressRow } from '../src/progress.ts';
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
  tasks: [task('once', '2024-06-30'), task('both', '2024-06-30', 'lead')],
});

const row = fc.record({
  task: fc.constantFrom('once', 'both'),
  occurrence: fc.constant(null),
  agency: fc.constantFrom('x', 'y'),
  status: fc.constantFrom('done' as const, 'extended' as const, 'in-progress' as const),
  date: fc.constantFrom(null, '2024-03-01', '2024-06-30', '2024-07-05', '2024-09-01'),
  due: fc.constantFrom(null, '2024-08-31', '2024-10-31'),
  source: fc.constant('S'),
  note: fc.constantFrom('', '', 'chậm', 'vướng'),
  file: fc.constant('p.progress.csv'),
});

test('what is kept of very many rows gives the same deadlines on every day', () => {
  const days = fc.constantFrom('2024-02-01', '2024-06-30', '2024-07-31', '2024-12-31');
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), days, (raw, asOf) => {
      const rows = raw.map((one, at): ProgressRow => ({ ...one, line: at + 2 }));
      const keeper = progressKeeper(5);
      rows.forEach(keeper.add);
      const standing = (all: readonly ProgressRow[]) =>
        deadlinesOf(plan, all, { asOf }).items.map(({ reported, ...item }) => [
          item,
          reported?.line,
        ]);
      expect(standing(keeper.kept())).toEqual(standing(rows));
      const count = keeper.kept().reduce((sum, { more = 0 }) => sum + 1 + more, 0);
      expect(count).toBe(rows.length);
    }),
    { numRuns: 500 },
  );
});

test('rows of few occurrences and days take little room', () => {
  const keeper = progressKeeper(100);
  for (let line = 2; line < 50_000; line += 1)
    keeper.add({
      ...{ task: 'once', occurrence: null, agency: 'x', status: 'in-progress', due: null },
      ...{ date: `2024-03-0${1 + (line % 9)}`, source: 'S', note: '', file: 'p.csv', line },
    });
  expect(keeper.kept().length).toBeLessThan(100);
});
