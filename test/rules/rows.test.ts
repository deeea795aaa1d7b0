import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/calendar.ts';
import { parseDue } from '../../src/deadline.ts';
import { exact } from '../../src/exact.ts';
import { countAll, type Finding } from '../../src/finding.ts';
import type { ProgressRow } from '../../src/progress.ts';
import { openRows } from '../../src/rules/index.ts';
import { anIndicator, aPart, aPlan, aResult } from '../build.ts';
import { findingsIn } from './run.ts';

const place = { file: 'r.csv', line: 2, column: 1, endLine: 2, endColumn: 2 };

/** The findings of rows of an indicator `a` in %, and of `b` in units. */
function check(...rows: Parameters<typeof aResult>[0][]): Finding[] {
  const plan = aPlan([
    anIndicator({ 2025: 20 }, { parts: [aPart('p', { 2025: 10 })] }),
    anIndicator({ 2025: 20 }, { id: 'b', unit: 'bộ' }),
    anIndicator({ 2025: 20 }, { id: 'g', measure: 'labour-productivity-growth' }),
  ]);
  const growth = { kind: 'growth' } as never;
  const measures = new Map([['labour-productivity-growth', growth]]);
  const opened = openRows({ plan, measures, areas: new Map() });
  for (const row of rows) opened.add(aResult(row), () => place);
  return opened.findings();
}

const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

describe('csv-share', () => {
  test('0 and 100 are shares, what lies beyond is none', () => {
    expect(check({ value: 0 }, { value: 100, period: '2022' })).toEqual([]);
    expect(rules(check({ value: '100.01' }))).toEqual(['csv-share']);
    expect(rules(check({ value: '-0.5' }))).toEqual(['csv-share']);
    expect(rules(check({ indicator: 'a/p', value: 1967 }))).toEqual(['csv-share']);
  });

  test('nor is what is known only to lie beyond the whole', () => {
    const sided = (bound: '>' | '>=') => ({
      kind: 'number' as const,
      value: exact(100),
      about: false,
      bound,
    });
    const checked = (bound: '>' | '>=') => {
      const opened = openRows({
        plan: aPlan([anIndicator({ 2025: 20 })]),
        measures: new Map(),
        areas: new Map(),
      });
      opened.add({ ...aResult(), value: sided(bound) }, () => place);
      return rules(opened.findings());
    };
    expect(checked('>')).toEqual(['csv-share']);
    expect(checked('>=')).toEqual([]);
  });

  test('counts, growth and milestones are no shares', () => {
    expect(check({ indicator: 'b', value: 500 })).toEqual([]);
    expect(check({ indicator: 'g', value: -3 })).toEqual([]);
    expect(check({ value: true })).toEqual([]);
  });
});

describe('csv-duplicate-row', () => {
  test('finds repeats among more rows than it keeps, and counts those beyond the first', () => {
    const at = (line: number) => () => ({ ...place, line });
    const opened = openRows({
      plan: aPlan([anIndicator({})]),
      measures: new Map(),
      areas: new Map(),
    });
    const rows = Array.from({ length: 50_000 }, (_, row) =>
      aResult({ value: row % 90, source: `s${row < 35_000 ? row : row - 15_000}`, line: row + 2 }),
    );
    for (const row of rows) opened.add(row, at(row.line));
    const again = opened.again();
    for (const row of rows) again?.(row, at(row.line));
    const found = opened.findings();
    expect(countAll(found)).toBe(15_000);
    expect(found.length).toBeLessThan(11_000);
    expect(found[0]).toMatchObject({
      place: { line: 35_002 },
      message: { args: { line: 20_002, said: { first: '20', here: '80' }, counts: 'here' } },
    });
  });

  test('rows that do not repeat are not asked for again, however many', () => {
    const opened = openRows({
      plan: aPlan([anIndicator({})]),
      measures: new Map(),
      areas: new Map(),
    });
    for (let line = 2; line < 25_000; line += 1)
      opened.add(aResult({ value: 1, source: `s${line}`, line }), () => place);
    expect(opened.again()).toBeNull();
    expect(opened.findings()).toEqual([]);
  });

  test('says where the first one stands, also in another file', () => {
    const [one] = check({ value: 1, line: 7, file: 'x.csv' }, { value: 2, line: 3, file: 'y.csv' });
    expect(one?.message.args).toMatchObject({ indicator: 'a', period: '2023', line: 7 });
    expect(one?.related[0]?.place).toMatchObject({ file: 'x.csv', line: 7 });
  });

  test.each([
    ['indicator', { indicator: 'b' }],
    ['part', { indicator: 'a/p' }],
    ['period', { period: '2023-12-31' }],
    ['area', { area: 'haiphong' }],
    ['source', { source: 'PL2' }],
  ])('another %s is another figure', (_, other) => {
    expect(check({ value: 1 }, { value: 1, ...other })).toEqual([]);
  });

  test('a figure and a status of one source may stand on two rows, not two of a kind', () => {
    expect(check({ value: 1 }, { status: 'met' })).toEqual([]);
    expect(rules(check({ status: 'met' }, { status: 'exceeded' }))).toEqual(['csv-duplicate-row']);
    expect(rules(check({ value: 1, status: 'met' }, { value: 1, status: 'met' }))).toEqual([
      'csv-duplicate-row',
    ]);
  });
});

describe('csv-ended-area', () => {
  const PLAN = `indicators:
  - { id: a, name: A, unit: "%", targets: { 2024: 20 }, lead: [x], source: I.1 }
agencies: { x: X }
`;
  const read = (...rows: string[]) =>
    findingsIn({ yaml: PLAN, results: `indicator,period,value,area,source\n${rows.join('\n')}\n` });

  test('the last day of an area is its own, the day after is not', async () => {
    expect(await read('a,30/6/2025,1,,S', 'a,2025-Q2,1,danang,S')).toEqual([]);
    const found = await read('a,1/7/2025,1,,S', 'a,2025,1,danang,S');
    expect(found.map(({ rule, path, suggestion }) => [rule, path[0], suggestion])).toEqual([
      ['csv-ended-area', 'period', null],
      ['csv-ended-area', 'area', 'danang-2025'],
    ]);
  });

  test('an area that did not change goes on', async () => {
    expect(await read('a,2025,1,thanhhoa,S', 'a,2025,1,danang-2025,S')).toEqual([]);
  });
});

describe('csv-progress-twice', () => {
  const task = (at: number) => ({
    ...{ id: `t-${at}`, title: 'T', group: null, lead: ['x', 'y'], due: parseDue('2024')! },
    ...{ note: null, source: '1', path: [], each: null, partners: [], funding: [] },
  });
  const plan = aPlan([], {
    agencies: new Map([
      ['x', 'X'],
      ['y', 'Y'],
    ]),
    tasks: Array.from({ length: 100 }, (_, at) => task(at)),
  });
  const opening = () => openRows({ plan, measures: new Map(), areas: new Map() });
  /** Each is of another task and day than the 35,000 around it. */
  const row = (at: number, more: Partial<ProgressRow>): ProgressRow => ({
    ...{ task: `t-${at % 100}`, occurrence: null, agency: null, status: 'done', due: null },
    ...{ date: addDays('2024-01-01', Math.trunc((at % 35_000) / 100)), source: '', note: '' },
    ...{ file: 'p.csv', line: at + 2 },
    ...more,
  });

  test('finds repeats among more rows than it keeps, and counts those beyond the first', () => {
    const opened = opening();
    const at = (line: number) => () => ({ ...place, line });
    const rows = Array.from({ length: 50_000 }, (_, index) =>
      row(index, { status: index < 35_000 ? 'done' : 'not-started' }),
    );
    for (const one of rows) opened.addProgress(one, at(one.line));
    const again = opened.progressAgain();
    for (const one of rows) again?.(one, at(one.line));
    const found = opened.findings();
    expect(countAll(found)).toBe(15_000);
    expect(found[0]).toMatchObject({
      place: { line: 35_002 },
      message: { args: { line: 2, said: { first: 'done', here: 'not-started' }, isSame: false } },
    });
  });

  test('among more rows than it keeps, too, two who lead together may say the same', () => {
    const said = (second: Partial<ProgressRow>) => {
      const opened = opening();
      const rows = [
        ...Array.from({ length: 30_000 }, (_, index) => row(index, { agency: 'x' })),
        row(25_000, { agency: 'x', line: 90_000, ...second }),
      ];
      for (const one of rows) opened.addProgress(one, () => place);
      const again = opened.progressAgain();
      for (const one of rows) again?.(one, () => place);
      return opened.findings().length;
    };
    expect(said({ agency: 'y' })).toBe(0);
    expect(said({ agency: 'x' })).toBe(1);
    expect(said({ agency: 'y', status: 'in-progress' })).toBe(1);
    expect(said({ agency: 'y', status: 'extended', due: '2024-12-31' })).toBe(1);
  });
});
