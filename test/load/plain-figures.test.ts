import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COUNT, DIVISOR, FORMS } from '../../src/load/group-sql.ts';
import { kindOf } from '../../src/load/plain-figures.ts';

/** A row of a value, a numerator and a denominator, cut into cells. */
function kindOfCells(cells: readonly string[]): number {
  const ends = cells.map((_, at) => cells.slice(0, at + 1).join('').length);
  const spans = {
    from: Int32Array.from([0, ...ends.slice(0, -1)]),
    to: Int32Array.from(ends),
  };
  const columns = { value: 0, numerator: 1, denominator: 2, status: -1, words: [] };
  return kindOf(Buffer.from(cells.join('')), spans, columns);
}

function isWhole(text: string, form: string): boolean {
  return new RegExp(`^(?:${form})$`).test(text);
}

/** What looks like a figure, or nearly. */
const FIGURE = fc.oneof(
  fc.stringMatching(/^[0-9]{1,11}([.,][0-9]{0,3})?$/),
  fc.stringMatching(/^[01]00?0?[.,]?0{0,2}$/),
  fc.string({ unit: fc.constantFrom(...'0123459.,- %'), minLength: 1, maxLength: 6 }),
);

test('a value has the kind of the form that it has in SQL', () => {
  fc.assert(
    fc.property(FIGURE, (text) => {
      expect(kindOfCells([text, '', ''])).toBe(FORMS.findIndex((form) => isWhole(text, form)));
    }),
    { numRuns: 3000 },
  );
});

test('counts are a part of a whole, or more than it', () => {
  const count = fc.oneof(FIGURE, fc.stringMatching(/^[0-9]{1,13}$/));
  fc.assert(
    fc.property(count, count, (part, whole) => {
      const isPlain = isWhole(part, COUNT) && isWhole(whole, DIVISOR);
      const kind =
        FORMS.length + (BigInt(isPlain ? part : 0) <= BigInt(isPlain ? whole : 0) ? 1 : 2);
      expect(kindOfCells(['', part, whole])).toBe(isPlain ? kind : -1);
    }),
    { numRuns: 3000 },
  );
});
