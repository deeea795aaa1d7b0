import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, ratio, toDecimal } from '../../src/exact.ts';
import { type Period, parsePeriod } from '../../src/period.ts';
import {
  formatDay,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatSigned,
  plural,
} from '../../src/words/numbers.ts';

const period = (text: string) => parsePeriod(text) as Period;

describe('formatNumber', () => {
  it.each([
    ['1919', '1.919', '1,919'],
    ['19.67', '19,67', '19.67'],
    ['-1234567.5', '-1.234.567,5', '-1,234,567.5'],
    ['0.125', '0,13', '0.13'],
    ['-0.125', '-0,13', '-0.13'],
    ['-0.001', '-0,001', '-0.001'],
    ['0.0000001', '0,0000001', '0.0000001'],
    ['0', '0', '0'],
    ['999', '999', '999'],
    ['100.00', '100', '100'],
  ])('%s', (written, vi, en) => {
    expect(formatNumber(exact(written), 'vi')).toBe(vi);
    expect(formatNumber(exact(written), 'en')).toBe(en);
  });

  it('keeps as many digits as are asked', () => {
    expect(formatNumber(exact('0.5346'), 'vi', { places: 4 })).toBe('0,5346');
    expect(formatNumber(9.5, 'en', { places: 0 })).toBe('10');
  });

  it('never rounds onto a number that the value must be told from', () => {
    const apartFrom = [exact(95)];
    expect(formatNumber(exact('94.998'), 'en', { apartFrom })).toBe('94.998');
    expect(formatNumber(exact('94.99999'), 'en', { apartFrom })).toBe('94.99999');
    expect(formatNumber(exact(100).div(3), 'en', { apartFrom: [exact('33.3333')] })).toBe(
      '33.33333',
    );
    expect(formatNumber(exact(95), 'en', { apartFrom })).toBe('95');
    expect(formatNumber(exact('94.994'), 'en', { apartFrom })).toBe('94.99');
  });

  it('gives the same decimal back in both languages', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 15n), 10n ** 15n),
        fc.integer({ min: 0, max: 6 }),
        (n, places) => {
          const value = exact(n).div(10 ** places);
          const en = formatNumber(value, 'en', { places });
          expect(en.replaceAll(',', '')).toBe(toDecimal(value, places));
          const vi = formatNumber(value, 'vi', { places });
          expect(vi.replaceAll('.', '').replace(',', '.')).toBe(toDecimal(value, places));
        },
      ),
    );
  });

  it('refuses what is no number', () => {
    expect(() => formatNumber(Number.NaN, 'en')).toThrow(RangeError);
  });
});

describe('formatPercent and formatSigned', () => {
  it('prints a ratio with one digit', () => {
    expect(formatPercent(ratio(exact(96), exact(95))!, 'vi')).toBe('101,1%');
    expect(formatPercent(0.1967, 'en', { places: 2 })).toBe('19.67%');
  });

  it('does not call nearly all of it all', () => {
    const apartFrom = [exact(1)];
    expect(formatPercent(exact('0.9997'), 'en', { apartFrom })).toBe('99.97%');
    expect(formatPercent(exact(1), 'en', { apartFrom })).toBe('100%');
  });

  it('signs a difference, but not zero', () => {
    expect(formatSigned(exact('1'), 'vi')).toBe('+1');
    expect(formatSigned(exact('-0.33'), 'vi')).toBe('-0,33');
    expect(formatSigned(exact('0'), 'vi')).toBe('0');
    expect(formatSigned(exact('-0.001'), 'en', { apartFrom: [exact(0)] })).toBe('-0.001');
  });
});

describe('formatDay and formatPeriod', () => {
  it.each([
    ['2023', '2023', '2023'],
    ['2023-Q4', 'quý IV/2023', 'Q4 2023'],
    ['2023-12', '12/2023', 'Dec 2023'],
    ['2024-01-05', '05/01/2024', '5 Jan 2024'],
  ])('%s', (text, vi, en) => {
    expect(formatPeriod(period(text), 'vi')).toBe(vi);
    expect(formatPeriod(period(text), 'en')).toBe(en);
  });

  it('prints a day', () => {
    expect(formatDay('2023-12-15', 'vi')).toBe('15/12/2023');
    expect(formatDay('2023-12-15', 'en')).toBe('15 Dec 2023');
  });
});

it('plural chooses the form', () => {
  expect(plural(1, 'row', 'rows')).toBe('1 row');
  expect(plural(0, 'row', 'rows')).toBe('0 rows');
  expect(plural(1919, 'row', 'rows')).toBe('1,919 rows');
});
