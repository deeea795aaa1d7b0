import { describe, expect, test } from 'vitest';
import { judge } from '../src/attainment.ts';
import { exact } from '../src/exact.ts';
import type { MeasureKind } from '../src/measure.ts';
import { hasValue } from '../src/result.ts';
import { sensitivityOf } from '../src/sensitivity.ts';
import { parseTarget } from '../src/target.ts';
import { aResult } from './build.ts';

interface Given {
  target: number | string;
  value: string;
  decimals?: number;
  unit?: string;
  kind?: MeasureKind;
  counts?: boolean;
  asOf?: string;
}

function otherwise({
  target,
  value,
  decimals,
  unit = '%',
  kind,
  counts,
  asOf = '2023-12-31',
}: Given) {
  const row = aResult({ value });
  if (row.value?.kind === 'number' && decimals !== undefined) row.value.decimals = decimals;
  if (counts) row.counts = { numerator: exact(4), denominator: exact(5) };
  if (!hasValue(row)) throw new Error('no value');
  const judging = { target: parseTarget(target)!, year: 2023, asOf, isShare: unit === '%' };
  const { verdict, actual } = judge(judging, [row]);
  return (
    sensitivityOf({ ...judging, actual, verdict, unit, kind: kind ?? null })?.otherwise ?? null
  );
}

describe('verdicts that the printed precision could tip', () => {
  test.each<[string, Given, string[] | null]>([
    ['clearly beyond', { target: 95, value: '96' }, null],
    ['on the number: it may be 79.6', { target: 80, value: '80' }, ['in-progress', 'exceeded']],
    ['the year has ended', { target: 80, value: '80', asOf: '2024-06-01' }, ['missed', 'exceeded']],
    ['just below, coarsely printed', { target: '20.3', value: '20' }, ['met', 'exceeded']],
    ['just below, finely printed', { target: 20, value: '19.67' }, null],
    [
      'a trailing zero makes it fine',
      { target: '20.04', value: '20', decimals: 1 },
      ['met', 'exceeded'],
    ],
    ['more than', { target: '> 50', value: '50' }, ['exceeded']],
    ['a share ends at 100%', { target: 100, value: '100' }, ['in-progress']],
    ['six results are six', { target: 5, value: '5', unit: 'kết quả' }, null],
    ['so are they by the catalogue', { target: 5, value: '5', unit: 'hạng', kind: 'rank' }, null],
    [
      'a growth in percent is none',
      { target: 7, value: '7', kind: 'growth' },
      ['in-progress', 'exceeded'],
    ],
    [
      'a count with decimals is a mean',
      { target: 2.3, value: '2.3', unit: 'x', kind: 'count' },
      ['in-progress', 'exceeded'],
    ],
    ['counts are exact', { target: 80, value: '80', counts: true }, null],
    ['about 45 from 42.75 up', { target: '~ 45', value: '43' }, ['in-progress']],
    ['an estimate never exceeds', { target: 80, value: '~80' }, ['in-progress']],
  ])('%s', (_, given, expected) => {
    expect(otherwise(given)).toEqual(expected);
  });

  test('a half is rounded up: the upper end itself is printed otherwise', () => {
    expect(otherwise({ target: '80.5', value: '80' })).toEqual(null);
    expect(otherwise({ target: '79.5', value: '80' })).toEqual(['met']);
    expect(otherwise({ target: '79.4', value: '80' })).toEqual(null);
  });
});
