import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf, yearOf } from '../../src/load/plain-figures.ts';
import { MOST_STRETCHES, stretchesBetween } from '../../src/load/year-stretches.ts';

const day = fc
  .date({ min: new Date('1999-12-30'), max: new Date('2001-01-03'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const numberOf = (text: string) => dayOf(Buffer.from(text), 0, text.length);

it('days lie in one stretch where they are of one year and no border parts them', () => {
  fc.assert(
    fc.property(fc.array(day), day, day, (borders, one, other) => {
      const [first, last] = one < other ? [one, other] : [other, one];
      const isParted = borders.some((border) => first <= border && border < last);
      const stretchOf = stretchesBetween([...borders, 'no day']);
      const [a, b] = [numberOf(first), numberOf(last)];
      expect(stretchOf(a) === stretchOf(b)).toBe(yearOf(a) === yearOf(b) && !isParted);
      expect(Math.max(stretchOf(a), stretchOf(b))).toBeLessThan(MOST_STRETCHES);
    }),
  );
});

it('a border for each day parts all of them', () => {
  const borders = Array.from({ length: 366 }, (_, at) =>
    new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10),
  );
  const stretchOf = stretchesBetween(borders);
  expect(new Set(borders.map((one) => stretchOf(numberOf(one)))).size).toBe(366);
});
