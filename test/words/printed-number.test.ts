import { describe, expect, it } from 'vitest';
import { exact } from '../../src/exact.ts';
import { printedNumber } from '../../src/words/printed-number.ts';

describe('printedNumber', () => {
  it.each([
    ['96%', '96', 'vi', { number: 0.96, isShare: true, places: 0, before: '', after: '' }],
    ['≥ 19,67%', '19.67', 'vi', { number: 0.1967, places: 2, before: '≥ ', after: '' }],
    ['1.919', '1919', 'vi', { number: 1919, isShare: false, places: 0, isGrouped: true }],
    ['1,919.5', '1919.5', 'en', { number: 1919.5, places: 1, isGrouped: true }],
    ['2025', '2025', 'vi', { number: 2025, isGrouped: false }],
    ['+4,9 điểm %', '4.9', 'vi', { number: 4.9, isShare: false, before: '+', after: ' điểm %' }],
    ['-0.33 pp', '-0.33', 'en', { number: -0.33, before: '', after: ' pp' }],
    ['~ 14%', '14', 'vi', { number: 0.14, before: '~ ' }],
    ['100% = bằng', '100', 'vi', { number: 1, isShare: true, after: ' = bằng' }],
    ['33,33%', '100/3', 'vi', { number: 1 / 3, places: 2 }],
  ] as const)('reads %s', (text, number, lang, expected) => {
    const [numerator, denominator = '1'] = number.split('/');
    const value = exact(numerator!).div(exact(denominator));
    expect(printedNumber(text, value, lang)).toMatchObject(expected);
  });

  it('finds no number in words', () => {
    expect(printedNumber('hoàn thành', exact(1), 'vi')).toBeNull();
  });
});
