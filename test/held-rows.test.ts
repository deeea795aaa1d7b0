import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldRows } from '../src/held-rows.ts';
import { latestFirst } from '../src/period.ts';
import { correctedBy, isCorrection, type Result } from '../src/result.ts';
import { aResult } from './build.ts';

const ROW = fc.record({
  period: fc.constantFrom('2023-06', '2023-12', '2023-Q4', '2023'),
  source: fc.constantFrom(...'abcdefghijklmnop'),
  published: fc.constantFrom(null, '2023-07-02', '2024-02-01'),
  basis: fc.constantFrom('result', 'result', 'baseline'),
});

/** What each source says first of the foremost period, and what corrects that. */
function heldOf(rows: readonly Result[]): Set<Result> {
  const [foremost] = rows.toSorted((a, b) => latestFirst(a.period, b.period));
  const said = new Map<string, [Result, Result]>();
  for (const row of rows) {
    if (latestFirst(row.period, foremost!.period) !== 0) continue;
    const own = said.get(correctedBy(row));
    if (own === undefined) said.set(correctedBy(row), [row, row]);
    else if (isCorrection(row, own[1])) own[1] = row;
  }
  return new Set([...said.values()].flat());
}

test('of few and of many sources the first words and their corrections are held', () => {
  fc.assert(
    fc.property(fc.array(ROW, { minLength: 1, maxLength: 60 }), (raw) => {
      const rows = raw.map((row, at) => ({
        ...aResult({ ...row, line: at + 2 }),
        basis: row.basis,
      }));
      const held = heldRows();
      for (const [order, result] of rows.entries()) held.add({ result, order }, 'number', 2023);
      const kept = held.rows().map(({ result }) => result);
      const published = (isPublished: boolean) =>
        rows.filter((row) => (row.published !== null) === isPublished);
      const wanted = [published(true), published(false)].flatMap((own) =>
        own.length === 0 ? [] : [...heldOf(own)],
      );
      expect(new Set(kept)).toEqual(new Set(wanted));
      expect(kept).toHaveLength(wanted.length);
    }),
    { numRuns: 500 },
  );
});
