import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact, toDecimal } from '../../src/exact.ts';
import { type DecimalMark, readNumber } from '../../src/load/numeral.ts';
import { formatNumber } from '../../src/words/numbers.ts';

/** The number as plain text, with `~` where it is about; else what kind of reading it is. */
function read(text: string, decimal: DecimalMark | null = null, unit: string | null = '%'): string {
  const reading = readNumber(text, { decimal, unit });
  if (reading.kind === 'number')
    return `${reading.about ? '~' : ''}${toDecimal(reading.value, 20)}`;
  if (reading.kind === 'ambiguous') return `${reading.asThousands} or ${reading.asDecimal}`;
  return reading.kind;
}

describe('without a declared mark a number is read where one reading exists', () => {
  test.each([
    ['0', '0'],
    ['05', '5'],
    ['1919', '1919'],
    ['19,7', '19.7'],
    ['19.7', '19.7'],
    ['19,67', '19.67'],
    ['1234.567', '1234.567'],
    ['1.919.000', '1919000'],
    ['1,919,000', '1919000'],
    ['1,919.5', '1919.5'],
    ['1.919,5', '1919.5'],
    ['1.919,500', '1919.5'],
    ['12.345.678,9', '12345678.9'],
    ['0.125', '0.125'],
    ['0,125', '0.125'],
    ['00.125', '0.125'],
    ['-0,125', '-0.125'],
    ['1 919', '1919'],
    ['638 311', '638311'],
    ['1\u00a0919,5', '1919.5'],
    ['1\u202f919\u202f000', '1919000'],
    ['1 919,500', '1919.5'],
    ['  8,2\u00a0', '8.2'],
    ['~ 8.2', '~8.2'],
    ['~8,2', '~8.2'],
    ['≈ 8', '~8'],
    ['~ -3', '~-3'],
    ['+7', '7'],
    ['-3', '-3'],
    ['\u22123', '-3'],
    ['\u20133,5', '-3.5'],
    ['\ufe633', '-3'],
    ['45%', '45'],
    ['45,5 %', '45.5'],
    ['~ 45 %', '~45'],
  ])('%s', (text, number) => {
    expect(read(text)).toBe(number);
  });

  test.each([
    ['1.919', '1919 or 1.919'],
    ['1,919', '1919 or 1.919'],
    ['-1.000', '-1000 or -1.000'],
    ['~ 75.000', '75000 or 75.000'],
    ['98.125%', '98125 or 98.125'],
  ])('%s has two', (text, readings) => {
    expect(read(text)).toBe(readings);
  });

  test.each([
    '12.34.567',
    '1.919.00',
    '1,2,3',
    '1.2.3',
    '1.919 000',
    '1 91',
    '19 7',
    '0.125.000',
    '.5',
    '5,',
    '1e5',
    '1,97E+05',
    '--3',
    '3-4',
    '12 doanh nghiệp',
    'mười',
    '~',
    '%',
    '-',
    '∞',
    '5%%',
    '#REF!',
  ])('%s has none', (text) => {
    expect(read(text)).toBe('not-a-number');
  });

  test('an empty cell is empty', () => {
    expect([read(''), read('  '), read('\u00a0')]).toEqual(['empty', 'empty', 'empty']);
  });
});

describe('with a declared mark only its reading counts', () => {
  test.each([
    ['1.000', ',', '1000'],
    ['1.000', '.', '1'],
    ['1,000', '.', '1000'],
    ['1,000', ',', '1'],
    ['1.919', ',', '1919'],
    ['1.919', '.', '1.919'],
    ['19,7', ',', '19.7'],
    ['19,7', '.', 'not-a-number'],
    ['19.7', ',', 'not-a-number'],
    ['1.919.000', '.', 'not-a-number'],
    ['1 919', '.', '1919'],
    ['0.125', ',', 'not-a-number'],
  ] as const)('%s with %s', (text, decimal, number) => {
    expect(read(text, decimal)).toBe(number);
  });
});

describe('the percent sign', () => {
  test('belongs to numbers whose unit it is', () => {
    expect(read('45%', null, 'doanh nghiệp')).toBe('percent-unit');
    expect(read('45%', null, null)).toBe('percent-unit');
    expect(read('x%', null, null)).toBe('not-a-number');
  });
});

describe('the mark that a number shows', () => {
  test.each([
    ['19,7', ','],
    ['19.7', '.'],
    ['1.919.000', ','],
    ['1,919,000', '.'],
    ['1919', null],
    ['1 919', null],
  ])('%s', (text, mark) => {
    expect(readNumber(text, { decimal: null, unit: null })).toMatchObject({ mark });
  });
});

describe('every number', () => {
  const number = fc
    .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => exact(digits).div(10 ** places));
  const styles = [
    ['vi', ','],
    ['en', '.'],
  ] as const;

  test('written in Vietnamese or English style comes back with the declared mark', () => {
    fc.assert(
      fc.property(number, fc.constantFrom(...styles), (value, [lang, decimal]) => {
        const text = formatNumber(value, lang, { places: 6 });
        expect(read(text, decimal)).toBe(toDecimal(value, 6));
      }),
    );
  });

  test('without a declared mark is itself or has two readings, never another', () => {
    fc.assert(
      fc.property(number, fc.constantFrom(...styles), (value, [lang]) => {
        const reading = read(formatNumber(value, lang, { places: 6 }));
        const plain = toDecimal(value, 6);
        const readings = reading.split(' or ').map((text) => toDecimal(exact(text), 6));
        expect(readings).toContain(plain);
        expect(
          readings.length === 1 ||
            /^-?\d{1,3}[.,]\d{3}$/.test(formatNumber(value, lang, { places: 6 })),
        ).toBe(true);
      }),
    );
  });
});
