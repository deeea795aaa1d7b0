import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuditKeeping, auditKeeper } from '../src/audit/keeper.ts';
import { audit } from '../src/audit.ts';
import { evaluate } from '../src/evaluation.ts';
import { exact } from '../src/exact.ts';
import { countAll } from '../src/finding.ts';
import { countNotCounted } from '../src/not-counted.ts';
import type { Result } from '../src/result.ts';
import { anIndicator, aPlan, aResult } from './build.ts';

const plan = aPlan([
  anIndicator({ 2022: 60, 2023: 80 }),
  anIndicator({ 2023: 'done' }, { id: 'b', unit: null }),
  anIndicator({ 2023: 140 }, { id: 'c', unit: 'doanh nghiệp' }),
]);
const isShare = (address: string) => address === 'a';

/** What is kept of the rows, shown a second time where that is asked for. */
function kept(rows: readonly Result[], asOf: string, keeping: AuditKeeping = {}): Result[] {
  const keeper = auditKeeper(asOf, keeping);
  rows.forEach(keeper.add);
  const again = keeper.again?.() ?? null;
  if (again) rows.forEach(again);
  return keeper.kept();
}

function judged(results: Result[], asOf: string) {
  const { indicators, notCounted } = evaluate(plan, results, new Map(), { asOf, year: 2023 });
  const told = { asOf, tolerance: exact(0) };
  const { findings } = audit([{ plan, results, measures: new Map(), progress: null }], told);
  return {
    verdicts: indicators.map(({ verdict, actual, latest, declared, rivals }) => [
      verdict,
      ...[actual, latest, declared?.row].map((row) => row?.line),
      declared?.judgement.verdict,
      declared?.standing,
      ...rivals.map(({ result }) => result.line),
    ]),
    notCounted: notCounted.map(({ reason, line }) => [reason, line]),
    findings: findings
      .filter((found) => !('why' in found))
      .map(({ kind, message, place }) => [kind, place.line, message]),
  };
}

const row = fc.record({
  period: fc.constantFrom(
    '2021',
    '2022-Q4',
    '2023-03',
    '2023-06-15',
    '2023',
    '2023-12-31',
    '2024-02',
  ),
  value: fc.constantFrom(null, 59, 60, 79, 80, 81, 150, true, false),
  status: fc.constantFrom(null, null, 'met' as const, 'in-progress' as const),
  indicator: fc.constantFrom('a', 'b', 'c'),
  source: fc.constantFrom('A', 'B'),
});

type Raw = typeof row extends fc.Arbitrary<infer One> ? One : never;

/** What was found once: a figure within 100 corrects one beyond it; words beside figures and without them. */
const FOUND: [Raw[], string][] = [
  [
    [
      { period: '2023-12-31', value: 150, status: null, indicator: 'b', source: 'A' },
      { period: '2023-12-31', value: 59, status: null, indicator: 'b', source: 'A' },
      { period: '2023', value: 59, status: null, indicator: 'b', source: 'A' },
    ],
    '2024-03-01',
  ],
  [
    [
      { period: '2021', value: false, status: null, indicator: 'a', source: 'A' },
      { period: '2023-06-15', value: null, status: 'in-progress', indicator: 'a', source: 'A' },
      { period: '2023-06-15', value: null, status: 'met', indicator: 'a', source: 'A' },
      { period: '2023-06-15', value: true, status: 'in-progress', indicator: 'a', source: 'A' },
    ],
    '2023-07-01',
  ],
];

describe('a keeper of more rows than it holds', () => {
  test('tells what one tells that holds them all', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 30 }),
        fc.constantFrom('2023-07-01', '2023-12-31', '2024-03-01'),
        (raw, asOf) => {
          const rows = raw.map((one, index) => aResult({ ...one, line: index + 2 }));
          expect(judged(kept(rows, asOf, { most: 1, isShare }), asOf)).toEqual(
            judged(kept(rows, asOf), asOf),
          );
        },
      ),
      { numRuns: 300, examples: FOUND },
    );
  });

  test('counts corrections and unknown rows beyond those that it lists', () => {
    const rows = Array.from({ length: 30_000 }, (_, at) =>
      aResult({
        value: at % 90,
        period: `20${10 + (at % 10)}-01`,
        source: `s${at >> 1}`,
        line: at + 2,
      }),
    );
    const results = kept(rows.toReversed(), '2024-03-01', { most: 10 });
    const told = { asOf: '2024-03-01', tolerance: exact(0) };
    const { findings, counts } = audit(
      [{ plan, results, measures: new Map(), progress: null }],
      told,
    );
    expect(counts.notes).toBe(countAll(findings.filter(({ isNote }) => isNote)));
    const later = rows.map((one) => ({ ...one, published: '2025-01-01' }));
    const { notCounted } = evaluate(plan, kept(later, '2024-03-01'), new Map(), {
      asOf: '2024-03-01',
    });
    expect(notCounted.length).toBeLessThan(11_000);
    expect(countNotCounted(notCounted)).toBe(30_000);
  });
});
