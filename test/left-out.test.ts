import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditKeeper } from '../src/audit/keeper.ts';
import { evaluate } from '../src/evaluation.ts';
import { countReasons } from '../src/not-counted.ts';
import { resultKeeper } from '../src/result-keeper.ts';
import { anIndicator, aPlan, aResult } from './build.ts';

const ROW = fc.record({
  indicator: fc.constantFrom('a', 'b', 'c'),
  period: fc.constantFrom('2022', '2023-03', '2023-06', '2023-Q2', '2023', '2024-03', '2025-Q1'),
  value: fc.constantFrom(10, 20, 120, true, null),
  source: fc.constantFrom('one', 'two'),
  area: fc.constantFrom('danang', 'hue'),
  published: fc.constantFrom(null, '2023-07-02', '2024-02-01'),
});

test('what does not count is counted as of all rows, whatever is left out', () => {
  const plan = aPlan([
    anIndicator({ 2023: 60 }),
    { ...anIndicator({ 2023: 'done' }), id: 'b' },
    { ...anIndicator({ 2023: 100 }), id: 'c', unit: 'xã' },
  ]);
  const isShare = (address: string) => address !== 'c';
  fc.assert(
    fc.property(
      fc.array(ROW, { maxLength: 40 }),
      fc.constantFrom('2023-12-31', '2024-06-30'),
      (raw, asOf) => {
        const rows = raw.map((row, at) => aResult({ ...row, line: at + 2 }));
        const counts = (results: typeof rows) =>
          countReasons(evaluate(plan, results, new Map(), { asOf, year: 2023 }).notCounted);
        for (const keeper of [
          resultKeeper(asOf, undefined, isShare),
          auditKeeper(asOf, { most: 0 }),
        ]) {
          rows.forEach(keeper.add);
          const again = keeper.again?.();
          if (again) rows.forEach(again);
          expect(counts(keeper.kept())).toEqual(counts(rows));
        }
      },
    ),
    { numRuns: 1000 },
  );
});
