import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact } from '../../src/exact.ts';
import { readPlan } from '../../src/load/plan.ts';
import type { Plan } from '../../src/plan.ts';
import { numbersOf } from '../../src/target.ts';

const HEAD = `format: plan/1
id: x
title: T
document: 1/KH-UBND
issued: 2024-01-15
area: danang
period: 2024
`;

function planOf(body: string): Plan {
  const { plan, findings } = readPlan('x.yaml', HEAD + body);
  expect(findings).toEqual([]);
  return plan!;
}

const indicator = (keys: string) =>
  `indicators:\n  - { id: a, name: A, unit: người, source: I.1, ${keys} }\n`;
const first = (keys: string) => planOf(indicator(keys)).indicators[0]!;

describe('numbers of a plan are read as written', () => {
  const target = (written: string) =>
    numbersOf(first(`targets: { 2024: ${written} }`).targets.get(2024)!)[0]!;

  test.each([
    ['9007199254740993', '9007199254740993'],
    ['0.12345678901234567890', '0.1234567890123456789'],
    ['1e21', '1000000000000000000000'],
    ['1e-7', '0.0000001'],
    ['-2.5e-3', '-0.0025'],
    ['12.5E+2', '1250'],
    ['+5', '5'],
    ['80.50', '80.5'],
    ['"> 9007199254740993"', '9007199254740993'],
  ])('%s', (written, plain) => {
    expect(target(written).equals(exact(plain))).toBe(true);
  });

  test('a baseline with an exponent too, and how finely the others are written', () => {
    expect(first('baseline: { 2023: 1e-7 }').baseline?.value.equals(exact('0.0000001'))).toBe(true);
    expect(first('baseline: { 2023: 96.50 }').baseline?.decimals).toBe(2);
  });

  test('any decimal number, whatever its length', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,30}(\.\d{4,30})?$/);
    fc.assert(
      fc.property(digits, fc.constantFrom('', '-'), (text, sign) => {
        expect(target(sign + text).equals(exact(sign + text))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['1e300', '1e999999999', '.inf', '.nan'])('%s is refused with its place', (written) => {
    for (const key of ['targets', 'baseline']) {
      const { plan, findings } = readPlan(
        'x.yaml',
        HEAD + indicator(`${key}: { 2024: ${written} }`),
      );
      expect(plan).toBeNull();
      expect(findings.map(({ rule, place }) => [rule, place.line])).toEqual([['schema', 9]]);
    }
  });
});

describe('the baseline', () => {
  test('may tell several years, of which the latest number is the start', () => {
    const { baseline, earlier } = first(
      'baseline: { 2023: none, 2021: 70, 2022: "> 80.0" }, targets: { 2025: 90 }',
    );
    expect(baseline).toMatchObject({ year: 2022, about: false, bound: '>', decimals: 1 });
    expect(earlier.map(({ year, value }) => [year, value?.kind ?? null])).toEqual([
      [2021, 'number'],
      [2022, 'number'],
      [2023, null],
    ]);
  });

  test('of a milestone is how far it is', () => {
    const { baseline, earlier } = first('baseline: { 2023: 60% }, targets: { 2025: done }');
    expect(baseline).toBeNull();
    expect(earlier).toMatchObject([{ value: { kind: 'milestone', done: false } }]);
  });
});

test('what a plan says of its figures, its areas and who owes what', () => {
  const plan = planOf(`printed-in: 93/KH-UBND
succeeded-by: danang-2025
areas: [hai-chau, thanh-khe]
agencies:
  so: Sở Thông tin và Truyền thông
  cac-so: { name: Các sở, members: [so] }
indicators:
  - id: a
    name: A
    unit: doanh nghiệp/1000 dân
    per: 1000
    accumulates: to-date
    whole: ratio
    targets: { 2024: 3 }
    by-area: { hai-chau: { 2024: "> 5" } }
    reference: { national: { results: { 2022: "< 80" } } }
    source: I.1
tasks:
  - { id: t, title: T, due: 2024, each: lead, lead: [cac-so], source: II.1 }
claims:
  - { text: 26 trong 39, count: reached, status: declared, equals: 26, of: 39, source: III }
`);
  expect(plan).toMatchObject({
    printedIn: '93/KH-UBND',
    succeededBy: 'danang-2025',
    areas: ['hai-chau', 'thanh-khe'],
    tasks: [{ each: 'lead' }],
    claims: [{ kind: 'count', count: 'reached', equals: 26, of: 39 }],
  });
  expect([...plan.agencies]).toEqual([
    ['so', 'Sở Thông tin và Truyền thông'],
    ['cac-so', 'Các sở'],
  ]);
  expect([...plan.members]).toEqual([['cac-so', ['so']]]);
  const [one] = plan.indicators;
  expect(one).toMatchObject({ per: 1000, accumulates: 'to-date', whole: 'ratio' });
  expect(one!.byArea.get('hai-chau')?.get(2024)?.text).toBe('> 5');
  expect(one!.reference.get('national')?.results.get(2022)).toMatchObject({ bound: '<' });
});
