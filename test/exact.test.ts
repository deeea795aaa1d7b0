import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compare,
  type Exact,
  exact,
  fromFraction,
  fromParts,
  ratio,
  sum,
  toDecimal,
  toFraction,
  toNumber,
  toRatio,
} from '../src/exact.ts';

const third = exact(1).div(3);
const fraction = (written: string | number | bigint) => toFraction(exact(written));

describe('a number is what was written', () => {
  test.each([
    ['0.1', '1/10'],
    ['12.50', '25/2'],
    ['-3', '-3'],
    ['-0', '0'],
    ['+3', '3'],
    ['007', '7'],
    [' 7\n', '7'],
    ['9007199254740993', '9007199254740993'],
    ['9007199254740993.01', '900719925474099301/100'],
    [0.1, '1/10'],
  ])('%j is %s', (written, expected) => {
    expect(fraction(written)).toBe(expected);
  });

  test('a whole number of any size too', () => {
    expect(fraction(9007199254740993n)).toBe('9007199254740993');
  });

  test.each([
    [1e21, '1000000000000000000000'],
    [1.5e-7, '3/20000000'],
    ['1e3', '1000'],
    ['25E+2', '2500'],
    ['2.50e-1', '1/4'],
    ['-12e10', '-120000000000'],
  ])('with its power of ten: %s is %s', (written, expected) => {
    expect(fraction(written)).toBe(expected);
  });

  test.each([
    ...['', '-', '1.', '.5', '1,5', '1/3', '0.(3)', '1 000', '--1', '1-', 'x1', '1x', '1\n2'],
    ...['e5', '1e', '1e2.5', '1e2x', '1e+', '1ee2', '1.x', 'NaN', 'Infinity', '0x10'],
  ])('%j is no decimal number', (written) => {
    expect(() => exact(written)).toThrow(new RangeError(`not a decimal number: ${written}`));
  });

  test.each(['1e1000', '1e-1000', '1e0001'])(
    'nor is %s: no power of ten has four digits',
    (written) => {
      expect(() => exact(written)).toThrow(RangeError);
    },
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('nor is %s', (number) => {
    expect(() => exact(number)).toThrow(RangeError);
  });
});

describe('reckoning', () => {
  test('is that of decimals, not of binary fractions', () => {
    expect(exact(0.1).add(exact(0.2)).equals(0.3)).toBe(true);
    expect(ratio(exact(29), exact(100))?.mul(100).equals(29)).toBe(true);
  });

  test('a quotient by zero is none', () => {
    expect(ratio(exact(1), exact(0))).toBeUndefined();
    expect(ratio(exact(0), exact(7))?.equals(0)).toBe(true);
  });

  test('order', () => {
    expect(compare(exact('0.30'), exact(0.3))).toBe(0);
    expect(compare(third, exact('0.3333333333333333333333'))).toBeGreaterThan(0);
    expect(compare(exact(-2), exact(1))).toBeLessThan(0);
  });

  test('the nearest binary number is for JSON', () => {
    expect(toNumber(third)).toBe(1 / 3);
    expect(toNumber(exact('-0.05'))).toBe(-0.05);
    expect(toNumber(exact(1e300))).toBe(1e300);
    expect(toNumber(exact(1).div(2n ** 1000n))).toBe(2 ** -1000);
  });

  test('also of numbers whose digits alone no binary number holds', () => {
    const digits = exact(10n ** 400n);
    expect(toNumber(digits.add(1).div(digits.mul(8)))).toBe(0.125);
    expect(toNumber(digits.neg().div(digits.mul(3).add(1)))).toBeCloseTo(-1 / 3, 15);
    expect(toNumber(exact(1).div(digits))).toBe(0);
  });

  test('the sum of many shares stays a number', () => {
    const counts = Array.from({ length: 90 }, (_, at) => exact(50_000).div(100_003 + 2 * at));
    expect(toNumber(sum(counts).div(counts.length))).toBeCloseTo(0.4995, 4);
  });

  test('a sum is that of its numbers in any order, and of none zero', () => {
    const written = fc.array(fc.integer({ min: -999, max: 999 }), { maxLength: 20 });
    fc.assert(
      fc.property(written, (hundredths) => {
        const parts = hundredths.map((one) => exact(one).div(100));
        const expected = exact(hundredths.reduce((all, one) => all + one, 0)).div(100);
        expect(toFraction(sum(parts))).toBe(toFraction(expected));
      }),
    );
    expect(sum([]).equals(0)).toBe(true);
  });
});

describe('as decimal text', () => {
  test.each([
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['2.4999', 0, '2'],
    ['120', 0, '120'],
    ['0.4', 0, '0'],
    ['-0.4', 0, '0'],
    ['0', 3, '0'],
    ['19.50', 2, '19.5'],
    ['19.505', 2, '19.51'],
    ['100', 2, '100'],
    ['0.05', 2, '0.05'],
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['-0.004', 2, '0'],
    ['0.0101', 4, '0.0101'],
    ['1000.001', 6, '1000.001'],
  ])('%s with %i places is %s', (written, places, text) => {
    expect(toDecimal(exact(written), places)).toBe(text);
  });

  test('of what has no end in decimals', () => {
    expect(toDecimal(third, 4)).toBe('0.3333');
    expect(toDecimal(exact(2).div(3), 4)).toBe('0.6667');
  });

  test('holds the whole number where the places suffice, and is never farther off than half of one', () => {
    const millionths = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(millionths, fc.integer({ min: 0, max: 9 }), (given, places) => {
        const value = exact(given).div(1_000_000);
        const off = exact(toDecimal(value, places)).sub(value).abs();
        expect(off.mul(10n ** BigInt(places)).compare(0.5)).toBeLessThanOrEqual(0);
        if (places >= 6) expect(off.equals(0)).toBe(true);
      }),
    );
  });
});

test('a fraction is written and read as the same number', () => {
  const numbers = fc.tuple(fc.bigInt(), fc.bigInt({ min: 1n }));
  fc.assert(
    fc.property(numbers, ([numerator, denominator]) => {
      const value: Exact = exact(numerator).div(exact(denominator));
      expect(fromFraction(toFraction(value)).equals(value)).toBe(true);
    }),
  );
  expect([toFraction(third), toFraction(exact('19.5'))]).toEqual(['1/3', '39/2']);
});

test('a number is made of its parts', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (numerator, denominator) => {
      const value = exact(numerator).div(exact(denominator));
      const made = fromParts(value.s, value.n, value.d);
      expect(made.equals(value)).toBe(true);
      expect(toFraction(made.add(1))).toBe(toFraction(value.add(1)));
    }),
  );
});

describe('a ratio as a binary number', () => {
  test('is 1 only where the ratio is', () => {
    const near = exact('1e-30');
    expect(toRatio(exact(1))).toBe(1);
    expect(toRatio(exact(1).sub(near))).toBe(0.9999999999999999);
    expect(toRatio(exact(1).add(near))).toBe(1.0000000000000002);
  });
  test('stands to 1 as the ratio does, and next to the nearest number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n }), fc.bigInt({ min: 1n }), (n, d) => {
        const value = exact(n).div(exact(d));
        expect(Math.sign(toRatio(value) - 1)).toBe(Math.sign(compare(value, exact(1))));
        expect(Math.abs(toRatio(value) - toNumber(value))).toBeLessThanOrEqual(Number.EPSILON);
      }),
    );
  });
});

test('a short number is the one that a long text of it is', () => {
  const digits = (most: number) => fc.stringMatching(new RegExp(`^\\d{1,${most}}$`));
  const number = fc.tuple(fc.constantFrom('', '-', '+'), digits(12), fc.option(digits(9)));
  fc.assert(
    fc.property(number, ([sign, whole, part]) => {
      const text = `${sign}${whole}${part === null ? '' : `.${part}`}`;
      const parts = ({ s, n, d }: Exact) => ({ s, n, d });
      expect(parts(exact(text))).toEqual(parts(exact(`${text}e0`)));
    }),
  );
});

test('a sum of whole numbers is made of the parts that the number itself is made of', () => {
  const parts = ({ s, n, d }: Exact) => ({ s, n, d });
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 2, maxLength: 6 }), (numbers) => {
      const all = numbers.reduce((before, number) => before + BigInt(number), 0n);
      const made = sum(numbers.map((number) => exact(number)));
      expect({ ...parts(made), isBelow: compare(made, exact(0)) < 0 }).toEqual({
        ...parts(exact(all)),
        isBelow: all < 0n,
      });
    }),
  );
});
