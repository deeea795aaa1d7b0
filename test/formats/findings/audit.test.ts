import { describe, expect, test } from 'vitest';
import { audit } from '../../../src/audit.ts';
import { type CheckReport, checkReport } from '../../../src/check-report.ts';
import { exact } from '../../../src/exact.ts';
import type { FindingsFormatName } from '../../../src/formats/findings/index.ts';
import { FINDING_FORMATS } from '../../../src/formats/findings/index.ts';
import { say } from '../../../src/words/say.ts';
import { anIndicator, aPart, aPlan, aResult, baseline } from '../../build.ts';
import { SPEECH } from '../../speech.ts';
import { context } from './samples.ts';

const FILE = 'test.results.csv';

/** One finding of every kind of the audit, notes among them. */
function findings() {
  const parts = [aPart('x', { 2023: 100 }), aPart('y', { 2023: 'done' }, { unit: null })];
  const older = aPlan([anIndicator({ 2023: 90 }, { measure: 'm' })], {
    id: 'older',
    issued: '2022-01-01',
    file: 'older.yaml',
  });
  const plan = aPlan(
    [
      anIndicator({ 2023: 80 }, { measure: 'm', baseline: baseline(2022, 50) }),
      anIndicator({}, { id: 'b', parts }),
      anIndicator({ 2023: 20 }, { id: 'c' }),
    ],
    {
      file: 'plan.yaml',
      claims: [
        {
          kind: 'counted',
          text: '3 [nhóm](chỉ tiêu) {0}',
          source: 'II',
          path: ['claims', 0],
          counted: 2,
          equals: 3,
        },
      ],
    },
  );
  const counts = { numerator: exact(1), denominator: exact(3) };
  const results = [
    aResult({ value: 70, status: 'met', source: '1/BC', file: FILE, line: 2 }),
    aResult({ value: 72, source: '2/BC', file: FILE, line: 3 }),
    aResult({ indicator: 'b/x', value: 90, source: '1/BC', file: FILE, line: 4 }),
    aResult({ indicator: 'b', status: 'met', source: '1/BC', file: FILE, line: 5 }),
    aResult({ indicator: 'c', value: '15', period: '2022', source: 'I.1', file: FILE, line: 6 }),
    aResult({ indicator: 'c', status: 'met', source: 'I.1', file: FILE, line: 7 }),
    aResult({
      indicator: 'c',
      value: '33.3',
      printed: exact('34'),
      counts,
      period: '2021',
      file: FILE,
      line: 8,
    }),
  ];
  const measures = new Map();
  const inputs = [
    { plan: older, results: [], progress: null, measures },
    { plan, results, progress: null, measures },
  ];
  return audit(inputs, { asOf: '2024-02-01', tolerance: exact(0) }).findings;
}

function reportOf(): CheckReport {
  return checkReport([FILE, 'plan.yaml', 'older.yaml'], findings(), []);
}

describe('findings of the audit are findings like all others', () => {
  test('there is one of every kind, under the rule of that name', () => {
    const kinds = new Set(findings().map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'claim-mismatch',
      'declared-mismatch',
      'ratio-mismatch',
      'source-conflict',
      'stale-result',
      'target-conflict',
    ]);
    for (const { kind, rule, message } of findings())
      expect([rule, message.code]).toEqual([kind, kind]);
  });

  test('each stands where it is shown first, and names its rivals', () => {
    const told = findings().map(({ rule, place, path, about, related }) => ({
      at: `${place.file}:${place.line}`,
      rule,
      path: path.join('/'),
      about,
      related: related.map((one) => `${one.message.code} ${one.place.file}:${one.place.line}`),
    }));
    expect(told).toContainEqual({
      at: `${FILE}:2`,
      rule: 'source-conflict',
      path: 'value',
      about: 'a',
      related: [`figure-here ${FILE}:3`],
    });
    expect(told).toContainEqual({
      at: 'plan.yaml:1',
      rule: 'claim-mismatch',
      path: 'claims/0/equals',
      about: null,
      related: [],
    });
    expect(told.find(({ rule }) => rule === 'target-conflict')).toMatchObject({
      path: 'indicators/0/targets/2023',
      about: null,
      related: ['target-here older.yaml:1'],
    });
  });

  test.each(['en', 'vi'] as const)('all of it can be said in %s', (lang) => {
    for (const { message, related } of findings())
      for (const one of [message, ...related.map((other) => other.message)]) {
        expect(say(one, SPEECH[lang])).not.toMatch(/undefined|null|\[object|\u00a0/);
        expect(JSON.parse(JSON.stringify(one))).toEqual(one);
      }
  });

  test.each(Object.keys(FINDING_FORMATS) as FindingsFormatName[])(
    '%s prints them',
    async (name) => {
      const render = await FINDING_FORMATS[name].load();
      const printed = [...render(reportOf(), context())].join('');
      for (const { kind } of findings()) expect(printed).toContain(kind);
      expect(printed).toContain(FILE);
    },
  );
});
