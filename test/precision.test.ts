import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact, toDecimal, toNumber } from '../src/exact.ts';
import { agreement, decimalsOf, type Figure, printedRange } from '../src/precision.ts';

const figure = (text: string): Figure => ({
  value: exact(text),
  decimals: text.split('.')[1]?.length ?? 0,
});
const NONE = exact(0);

describe('agreement', () => {
  test.each([
    ['19.67', '19.67', 'equal'],
    ['9.4', '9', 'rounding'],
    ['2.27', '2.3', 'rounding'],
    ['19.67', '20', 'rounding'],
    ['12.57', '12.7', 'different'],
    ['98.8', '100', 'different'],
    ['8.4', '8', 'rounding'],
    ['8.4', '8.0', 'different'],
    ['8.04', '8.0', 'rounding'],
    ['9.5', '9', 'different'],
    ['-9.4', '-9', 'rounding'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(agreement(figure(a), figure(b), NONE)).toBe(expected);
    expect(agreement(figure(b), figure(a), NONE)).toBe(expected);
  });

  test('a quotient of counts is as fine as can be', () => {
    const quotient = { value: exact(180).div(1919).mul(100), decimals: null };
    expect(agreement(quotient, figure('9'), NONE)).toBe('rounding');
    expect(agreement(quotient, figure('9.3'), NONE)).toBe('different');
    const other = { value: exact(181).div(1919).mul(100), decimals: null };
    expect(agreement(quotient, other, NONE)).toBe('different');
  });

  test('the tolerance is the last resort and includes its own size', () => {
    expect(agreement(figure('94'), figure('93.5'), exact('0.5'))).toBe('rounding');
    expect(agreement(figure('94.0'), figure('93.5'), exact('0.5'))).toBe('tolerance');
    expect(agreement(figure('94.0'), figure('93.4'), exact('0.5'))).toBe('different');
  });
});

describe('the print', () => {
  test.each([
    ['80', 79.5, 80.5],
    ['19.67', 19.665, 19.675],
    ['8.0', 7.95, 8.05],
  ])('%s stands for %s up to %s', (text, from, below) => {
    const range = printedRange(figure(text));
    expect(range && [toNumber(range.from), toNumber(range.below)]).toEqual([from, below]);
  });

  test('everything within the range prints as the figure, its end does not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99999 }),
        fc.integer({ min: 0, max: 3 }),
        (n, places) => {
          const value = exact(n).div(10 ** places);
          const range = printedRange({ value, decimals: places })!;
          expect(exact(toDecimal(range.from, places)).equals(value)).toBe(true);
          expect(exact(toDecimal(range.below, places)).equals(value)).toBe(false);
        },
      ),
    );
  });

  test('how many digits a number needs', () => {
    expect(decimalsOf(exact('20'))).toBe(0);
    expect(decimalsOf(exact('2.50'))).toBe(1);
    expect(decimalsOf(exact(1).div(3))).toBe(null);
  });
});
