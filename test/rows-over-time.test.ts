import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coursesOf, endsOf } from '../src/course.ts';
import { evaluate } from '../src/evaluation.ts';
import { groupsOf } from '../src/grouping.ts';
import { countReasons } from '../src/not-counted.ts';
import { periodsIn } from '../src/period.ts';
import type { Result } from '../src/result.ts';
import { resultKeeper } from '../src/result-keeper.ts';
import { anIndicator, aPlan, aResult } from './build.ts';

const PERIODS = [
  '2022',
  '2022-12',
  '2023-Q1',
  '2023-03',
  '2023-03-15',
  '2023-06',
  '2023-Q2',
  '2023',
];
const LATER = ['2024', '2024-03', '2025-Q1'];

const ROW = fc.record({
  indicator: fc.constantFrom('a', 'b'),
  period: fc.constantFrom(...PERIODS, ...LATER),
  value: fc.constantFrom(10, 20, 30, 120, true, null),
  source: fc.constantFrom('one', 'two'),
  area: fc.constantFrom('danang', 'danang', 'hue'),
  published: fc.constantFrom(null, null, '2023-05-02', '2023-07-02', '2024-02-01'),
});

const ONCE = { indicator: 'a', period: '2022', value: 10, source: 'one', area: 'danang' } as const;
const CORRECTED_TWICE = (['2023-07-02', '2024-02-01', '2024-02-01'] as const).map((published) => ({
  ...ONCE,
  published,
}));

test('courses and counts are those of all rows, whatever is left out', () => {
  const plan = aPlan([anIndicator({ 2023: 60 }), { ...anIndicator({ 2023: 'done' }), id: 'b' }]);
  const periods = periodsIn('2023-Q1..2023-Q3')!;
  const told = (results: Result[], asOf: string) => {
    const evaluation = evaluate(plan, results, new Map(), { asOf, year: 2023 });
    const { groups } = coursesOf(evaluation, groupsOf(evaluation), results, periods);
    const figures = groups.flatMap(({ courses }) =>
      courses.flatMap((course) =>
        course.figures.map(({ figure, isOlder, rivals }) => [
          figure?.line,
          isOlder,
          rivals.map(({ line }) => line),
        ]),
      ),
    );
    return [figures, countReasons(evaluation.notCounted)];
  };
  fc.assert(
    fc.property(
      fc.array(ROW, { maxLength: 40 }),
      fc.constantFrom('2023-12-31', '2024-06-30'),
      (raw, asOf) => {
        const rows = raw.map((row, at) => aResult({ ...row, line: at + 2 }));
        const wanted = { ends: endsOf(periods), most: 0 };
        const keeper = resultKeeper(asOf, undefined, undefined, wanted);
        rows.forEach(keeper.add);
        const kept = keeper.kept();
        expect(told(kept, asOf)).toEqual(told(rows, asOf));
      },
    ),
    { numRuns: 1000, examples: [[CORRECTED_TWICE, '2024-06-30']] },
  );
});
