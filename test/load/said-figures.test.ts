import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exact } from '../../src/exact.ts';
import { COUNT, DIVISOR, FORMS } from '../../src/load/group-sql.ts';
import { saidIn } from '../../src/load/said-figures.ts';

const COLUMNS = { value: 0, numerator: 1, denominator: 2 };

/** What a row of a value, a numerator and a denominator says. */
function saidOf(...cells: string[]): number {
  const ends = cells.map((_, at) => Buffer.byteLength(cells.slice(0, at + 1).join('')));
  const spans = { from: Int32Array.from([0, ...ends.slice(0, -1)]), to: Int32Array.from(ends) };
  return saidIn(Buffer.from(cells.join('')), spans, COLUMNS);
}

const matching = (form: string) => new RegExp(`^(?:${form})$`);
/** Plain values of every form, short ones mostly: two of them are often alike. */
const VALUE = fc.oneof(
  ...FORMS.flatMap((form) => [
    fc.stringMatching(matching(form)).filter((text) => text.length <= 8),
    fc.stringMatching(/^[0-3]{1,3}([.,][0-3]{1,2})?$/).filter((text) => matching(form).test(text)),
  ]),
);

/** Its number, and how many decimals it is printed with. */
function meaningOf(text: string): string {
  const decimal = text.replace(',', '.');
  return `${exact(decimal).toFraction()} ${decimal.split('.')[1]?.length ?? 0}`;
}

test('two plain values say the same where their numbers and decimals are the same, and only there', () => {
  fc.assert(
    fc.property(VALUE, VALUE, (one, other) => {
      const isSame = meaningOf(one) === meaningOf(other);
      expect(saidOf(one, '', '') === saidOf(other, '', '')).toBe(isSame);
    }),
    { numRuns: 3000 },
  );
});

test('counts say what they make of each other', () => {
  const count = (form: string) =>
    fc.stringMatching(/^[0-9]{1,4}$/).filter((text) => matching(form).test(text));
  fc.assert(
    fc.property(
      count(COUNT),
      count(DIVISOR),
      fc.integer({ min: 1, max: 999 }),
      (part, whole, by) => {
        const times = (text: string) => String(Number(text) * by);
        const said = saidOf('', part, whole);
        expect(said).toBeGreaterThanOrEqual(0);
        expect(saidOf('', times(part), times(whole))).toBe(said);
        expect(saidOf('', String(Number(part) + 1), whole)).not.toBe(said);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a row without a figure says none', () => {
  expect(saidOf('', '', '')).toBe(-1);
});
