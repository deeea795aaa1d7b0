import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Area } from '../src/area.ts';
import { type DiffQuestion, diffPlans, endedPlans, type Relation } from '../src/diff.ts';
import { chosenRows, countRelations, hasRelation, shownRows } from '../src/diff-view.ts';
import type { Indicator } from '../src/indicator.ts';
import type { Measure, MeasureCatalogue } from '../src/measure.ts';
import type { Plan } from '../src/plan.ts';
import { anIndicator, aPart, aPlan } from './build.ts';

function aMeasure(code: string, over: Partial<Measure> = {}): Measure {
  return {
    code,
    name: code,
    nameEn: code,
    definition: code,
    unit: '%',
    direction: 'up',
    kind: 'share',
    similar: [],
    partOf: null,
    note: null,
    ...over,
  };
}

const MEASURES: MeasureCatalogue = new Map(
  [
    aMeasure('m'),
    aMeasure('rank', { unit: 'hạng', direction: 'down', kind: 'rank' }),
    aMeasure('adults', { similar: ['workers'] }),
    aMeasure('workers', { similar: ['adults'] }),
  ].map((measure) => [measure.code, measure]),
);

type Targets = Record<number, number | string>;
const on = (measure: string, targets: Targets, over: Partial<Indicator> = {}) =>
  anIndicator(targets, { measure, id: measure, ...over });
const plan = (id: string, ...indicators: Indicator[]) => aPlan(indicators, { id });

const rowsOf = (plans: Plan[], question: DiffQuestion = {}) =>
  diffPlans(plans, MEASURES, question).rows.filter((row) => row.resembles === null);

function relation(own: Indicator, other: Indicator): Relation | undefined {
  const [row] = rowsOf([plan('a', own), plan('b', other)]);
  return row?.cells.get('b')?.relation;
}

describe('relations against the first plan', () => {
  test.each([
    [80, 80, 'same'],
    [80, 100, 'stricter'],
    [80, 70, 'looser'],
    [50, '> 50', 'stricter'],
    ['> 50', 50, 'looser'],
    [45, '~ 45', 'looser'],
    ['2..3', 2, 'same'],
    [80, 'done', 'incomparable'],
    ['done', 'done', 'same'],
  ])('%s, then %s: %s', (own, other, expected) => {
    expect(relation(on('m', { 2025: own }), on('m', { 2025: other }))).toBe(expected);
  });

  test('a smaller rank is the stricter one', () => {
    const rank = (text: string) => on('rank', { 2025: text }, { unit: 'hạng' });
    expect(relation(rank('<= 15'), rank('<= 10'))).toBe('stricter');
    expect(relation(rank('<= 10'), rank('<= 15'))).toBe('looser');
    expect(relation(rank('<= 10'), rank('< 10'))).toBe('stricter');
  });

  test('a target against the measure’s direction compares with nothing', () => {
    const rank = (text: string | number) => on('rank', { 2025: text }, { unit: 'hạng' });
    expect(relation(rank(15), rank(10))).toBe('incomparable');
    expect(relation(rank('<= 15'), rank(10))).toBe('incomparable');
  });

  test('figures in other units are not compared', () => {
    const rows = rowsOf([
      plan('a', on('m', { 2025: 5 })),
      plan('b', on('m', { 2025: 5 }, { unit: 'người' })),
    ]);
    expect(rows[0]!.cells.get('b')).toMatchObject({ relation: 'incomparable', why: 'unit' });
  });

  test('not asked yet of a plan issued before, unless it implements the reference', () => {
    const reference = aPlan([on('m', { 2025: 80 })], {
      id: 'r',
      document: 'R',
      issued: '2022-03-31',
    });
    const other = (issued: string, own: string[]) =>
      aPlan([on('rank', { 2025: '<= 5' })], { id: 'o', issued, implements: own });
    const relationOf = (held: Plan) =>
      rowsOf([reference, held])
        .find(({ measure }) => measure === 'm')
        ?.cells.get('o')?.relation;
    expect(relationOf(other('2020-09-21', []))).toBe('not-yet');
    expect(relationOf(other('2020-09-21', ['R']))).toBe('missing');
    expect(relationOf(other('2022-05-16', []))).toBe('missing');
  });
  test('missing in one plan, only in the other', () => {
    const rows = rowsOf([
      plan('a', on('m', { 2025: 5 })),
      plan('b', on('rank', { 2025: '<= 5' }, { unit: 'hạng' })),
    ]);
    const relations = rows.map(({ cells }) => [...cells.values()].map((cell) => cell.relation));
    expect(relations).toEqual([
      ['only', 'missing'],
      ['missing', 'only'],
    ]);
  });

  test('the same measure at another year is shown with that year', () => {
    const plans = [
      plan('a', on('m', { 2025: 5 })),
      plan('b', on('m', { 2030: 9 })),
      plan('c', on('m', { 2025: 5, 2030: 9 })),
    ];
    const [in2025, in2030] = rowsOf(plans);
    expect(in2025!.cells.get('b')).toMatchObject({
      relation: 'other-year',
      asked: { year: 2030 },
    });
    expect(in2025!.cells.get('c')!.relation).toBe('same');
    expect(in2030!.year).toBe(2030);
    expect(in2030!.cells.get('a')).toMatchObject({ relation: 'other-year', asked: { year: 2025 } });
    expect(in2030!.cells.get('b')!.relation).toBe('other-year');
  });

  test('strictness turns round when the plans change places', () => {
    const opposite = {
      same: 'same',
      stricter: 'looser',
      looser: 'stricter',
      incomparable: 'incomparable',
    };
    const target = fc
      .tuple(fc.constantFrom('>= ', '> ', '~ ', '<= ', '< '), fc.integer({ min: 0, max: 20 }))
      .map(([op, value]) => `${op}${value}`);
    fc.assert(
      fc.property(target, target, (one, other) => {
        const a = on('m', { 2025: one });
        const b = on('m', { 2025: other });
        const there = relation(a, b)!;
        expect(relation(b, a)).toBe(opposite[there as keyof typeof opposite]);
      }),
    );
  });
});

describe('parts', () => {
  test('a measure on a part is compared there, with what its indicator says of sectors', () => {
    const sector = { each: 'sector' } as const;
    const whole = anIndicator(
      {},
      { id: 'k', ...sector, parts: [aPart('any', { 2025: 10 }, { measure: 'm' })] },
    );
    const [row] = rowsOf([plan('a', on('m', { 2025: 10 }, sector)), plan('b', whole)]);
    expect(row!.cells.get('b')).toMatchObject({
      relation: 'same',
      asked: { address: 'k/any' },
    });
    expect(relation(on('m', { 2025: 10 }), on('m', { 2025: 10 }, sector))).toBe('incomparable');
  });

  test('several levels in place of one figure are shown and not compared', () => {
    const levels = on(
      'm',
      {},
      { parts: [aPart('city', { 2025: 90 }), aPart('district', { 2025: 80 })] },
    );
    const [row] = rowsOf([plan('a', on('m', { 2025: 85 })), plan('b', levels)]);
    const cell = row!.cells.get('b')!;
    expect(cell).toMatchObject({ relation: 'incomparable', why: 'parts' });
    expect(cell.asked!.target).toBeNull();
    expect(cell.asked!.parts.map(({ address }) => address)).toEqual(['m/city', 'm/district']);
  });

  test('two indicators on one measure are several conditions, not the first of them', () => {
    const twice = [on('m', { 2025: 5 }, { id: 'x' }), on('m', { 2025: 7 }, { id: 'y' })];
    const [row] = rowsOf([plan('a', on('m', { 2025: 5 })), plan('b', ...twice)]);
    expect(row!.cells.get('b')).toMatchObject({ relation: 'incomparable', why: 'parts' });
  });

  test('“every year” holds in the years before its own', () => {
    const yearly = on('m', { 2025: 7 }, { every: 'year' });
    const rows = rowsOf([plan('a', on('m', { 2024: 7 })), plan('b', yearly)], { years: [2024] });
    expect(rows[0]!.cells.get('b')!.relation).toBe('same');
  });
});

test('plans whose area ends before a target year of theirs does, with those years', () => {
  const area = { code: 'danang', validTo: '2025-06-30' } as Area;
  const made = diffPlans(
    [
      plan('a', on('m', { 2024: 1, 2025: 2, 2030: 3 })),
      plan('b', on('m', { 2024: 1, 2025: 2, 2030: 3 })),
    ],
    MEASURES,
  );
  const ended = (areas: [string, Area][]) =>
    endedPlans(made, new Map(areas)).map(({ plan: { id }, years }) => [id, years]);
  expect(ended([['a', area]])).toEqual([['a', [2025, 2030]]]);
  expect(ended([['a', { ...area, validTo: '2030-12-31' }]])).toEqual([]);
  expect(ended([])).toEqual([]);
});

describe('rows and years', () => {
  const a = plan('a', on('m', { 2025: 5, 2030: 9 }), on('adults', { 2025: 80 }));
  const b = plan('b', on('m', { 2025: 5 }), anIndicator({ 2025: 1 }, { id: 'own' }));

  test('every year that two plans share', () => {
    expect(diffPlans([a, b], MEASURES).years).toEqual([2025]);
  });

  test('a measure of other years only gets one row, at its first holder’s year', () => {
    const c = plan('c', on('m', { 2028: 5 }));
    const rows = rowsOf([c, plan('d', on('m', { 2029: 5 }))]);
    expect(rows.map(({ year }) => year)).toEqual([2028]);
    expect(rows[0]!.cells.get('d')!.relation).toBe('other-year');
  });

  test('with years asked for, such a measure is counted and has no row', () => {
    const diff = diffPlans([a, b], MEASURES, { years: [2030] });
    expect(diff.rows.map(({ measure }) => measure)).toEqual(['m']);
    expect(diff.untimely).toEqual(['adults']);
  });

  test('measures of two plans, or of the reference, where only those are asked for', () => {
    expect(diffPlans([a, b], MEASURES, { rows: 'shared' }).unasked).toEqual(['adults']);
    const against = diffPlans([a, b], MEASURES, { rows: 'reference', against: 'b' });
    expect(against.plans.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(against.rows.map(({ measure, year }) => [measure, year])).toEqual([['m', 2025]]);
  });

  test('indicators without a measure are counted', () => {
    expect(diffPlans([a, b], MEASURES).unmeasured.get('b')).toEqual({ count: 1, of: 2 });
  });
});

describe('look-alikes', () => {
  const adults = plan('a', on('adults', { 2025: 80 }));
  const workers = plan('b', on('workers', { 2025: 100 }));

  test('stand below what they resemble, and say so', () => {
    const { rows } = diffPlans([adults, workers], MEASURES);
    const alike = rows.find((row) => row.resembles !== null)!;
    expect(rows.indexOf(alike)).toBe(1);
    expect(alike).toMatchObject({ measure: 'workers', resembles: { measure: 'adults' } });
    expect(alike.cells.get('b')!.relation).toBe('stricter');
    expect(alike.cells.get('a')!.asked!.address).toBe('adults');
  });

  test('are not shown to a plan that has the measure itself', () => {
    const both = plan('b', on('adults', { 2025: 90 }), on('workers', { 2025: 100 }));
    const { rows } = diffPlans([adults, both], MEASURES);
    expect(rows.filter((row) => row.resembles !== null)).toEqual([]);
  });

  test('decide nothing', () => {
    const looser = plan('b', on('adults', { 2030: 80 }), on('workers', { 2025: 10 }));
    const diff = diffPlans([adults, looser], MEASURES, { years: [2025], rows: 'reference' });
    const rows = chosenRows(diff, {});
    expect(rows.some((row) => row.cells.get('b')!.relation === 'looser')).toBe(true);
    expect(hasRelation(diff, rows, 'looser')).toBe(false);
    expect(hasRelation(diff, rows, 'diff')).toBe(true);
  });
});

describe('narrowing and counting', () => {
  const a = plan('a', on('m', { 2025: 5 }, { group: 'x' }), on('adults', { 2025: 80 }));
  const b = plan('b', on('m', { 2025: 5 }), on('adults', { 2025: 90 }));
  const diff = diffPlans([a, b], MEASURES);
  const codes = (rows: ReturnType<typeof chosenRows>) => rows.map(({ measure }) => measure);

  test('by measure, by group, by change', () => {
    expect(codes(chosenRows(diff, { measure: ['adults'] }))).toEqual(['adults']);
    expect(codes(chosenRows(diff, { group: ['x'] }))).toEqual(['m']);
    expect(codes(shownRows(diff.rows, { changedOnly: true }))).toEqual(['adults']);
  });

  test('a plan misses nothing where the reference asks nothing', () => {
    const c = plan('c', on('rank', { 2025: '<= 3' }, { unit: 'hạng' }));
    const { rows } = diffPlans([a, b, c], MEASURES);
    expect(countRelations(rows, 'b', 'a')).toMatchObject({ same: 1, stricter: 1, missing: 0 });
    expect(countRelations(rows, 'c', 'a')).toMatchObject({ missing: 2, only: 1 });
  });
});
