import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { observedText, parseObserved, type Qualifier, wordingOf } from '../src/observation.ts';
import type { ResultValue } from '../src/result.ts';

/** In the signs of a plan's file. */
function plain(value: ResultValue | null | undefined): string | null | undefined {
  if (!value) return value;
  const sign = `${value.about ? '~ ' : ''}${value.bound ? `${value.bound} ` : ''}`;
  if (value.kind === 'milestone')
    return value.share ? `${sign}${value.share.mul(100)}%` : value.done ? 'done' : 'not-done';
  return `${sign}${value.value}`;
}

describe('a result expression of a plan', () => {
  test.each([
    [96, '96'],
    ['96.50', '96.5'],
    ['~ 8.2', '~ 8.2'],
    ['~8.2', '~ 8.2'],
    ['> 90', '> 90'],
    ['>= 90', '>= 90'],
    ['≥90', '>= 90'],
    ['< 50', '< 50'],
    ['<= 5', '<= 5'],
    ['> -3', '> -3'],
    ['done', 'done'],
    ['not-done', 'not-done'],
    ['60%', '60%'],
    ['100%', 'done'],
    ['>= 100%', 'done'],
    ['> 60%', '> 60%'],
    ['~ 60%', '~ 60%'],
    ['< 100%', '< 100%'],
    ['~ 100%', '~ 100%'],
    ['> 100%', undefined],
    ['none', null],
    ['101%', undefined],
    ['8,2', undefined],
    ['1e-7', undefined],
    ['trên 90', undefined],
    ['', undefined],
  ])('%j is %j', (written, expected) => {
    expect(plain(parseObserved(written))).toBe(expected);
  });

  test('keeps how finely it is written', () => {
    expect(parseObserved('> 96.50')).toMatchObject({ bound: '>', about: false, decimals: 2 });
    expect(parseObserved('96')).toEqual(expect.not.objectContaining({ bound: expect.anything() }));
  });

  test('is written as it is read', () => {
    const number = fc
      .stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,12})?$/)
      .filter((n) => n !== '-0');
    const share = fc.nat(9999).map((n) => `${(n / 100).toFixed(2).replace(/\.?0+$/, '')}%`);
    const sign = fc.constantFrom('', '~ ', '> ', '>= ', '< ', '<= ');
    const text = fc.oneof(
      fc.tuple(sign, number).map(([before, n]) => before + n),
      fc.tuple(sign, share).map(([before, n]) => before + n),
      fc.constantFrom('done', 'not-done', 'none'),
    );
    fc.assert(
      fc.property(text, (written) => {
        const value = parseObserved(written);
        expect(value).not.toBeUndefined();
        expect(parseObserved(observedText(value!))).toEqual(value);
      }),
    );
  });

  test('comes back from its own signs', () => {
    const sign = fc.constantFrom('', '~ ', '> ', '>= ', '< ', '<= ');
    const number = fc.tuple(fc.integer(), fc.nat(9)).map(([n, digit]) => `${n}.${digit}1`);
    fc.assert(
      fc.property(sign, number, (before, text) => {
        expect(plain(parseObserved(before + text))).toBe(before + text);
      }),
    );
  });
});

describe('the words of results', () => {
  const signed = ({ about, bound, figure }: Qualifier & { figure: string }) =>
    `${about ? '~' : ''}${bound ?? ''}[${figure}]`;
  const said = (text: string) => {
    const wording = wordingOf(text);
    switch (wording.kind) {
      case 'figure':
        return signed(wording);
      case 'milestone':
        return wording.done ? 'done' : 'not-done';
      case 'share':
        return `share ${signed(wording)}`;
      case 'none':
        return 'none';
    }
  };

  const CASES: [string, string][] = [
    ['đạt 18,3%', '[18,3%]'],
    ['18,3%', '[18,3%]'],
    ['khoảng 45%', '~[45%]'],
    ['ước 45%', '~[45%]'],
    ['Ước đạt 18,3%', '~[18,3%]'],
    ['xấp xỉ 9,4', '~[9,4]'],
    ['trên dưới 80%', '~[80%]'],
    ['vào khoảng 80%', '~[80%]'],
    ['n.a.', 'none'],
    ['~ 45', '~[45]'],
    ['trên 90%', '>[90%]'],
    ['hơn 12', '>[12]'],
    ['vượt 90%', '>[90%]'],
    ['đạt trên 90%', '>[90%]'],
    ['từ 90% trở lên', '>=[90%]'],
    ['90% trở lên', '>=[90%]'],
    ['từ 20 doanh nghiệp trở lên', '>=[20 doanh nghiep]'],
    ['ít nhất 90%', '>=[90%]'],
    ['không dưới 90%', '>=[90%]'],
    ['gần 80%', '<[80%]'],
    ['dưới 50', '<[50]'],
    ['chưa đến 50%', '<[50%]'],
    ['chưa tới 50%', '<[50%]'],
    ['không quá 5', '<=[5]'],
    ['từ 5 trở xuống', '<=[5]'],
    ['đã ban hành', 'done'],
    ['Đã hoàn thành.', 'done'],
    ['chưa', 'not-done'],
    ['chưa ban hành', 'not-done'],
    ['hoàn thành 60%', 'share [60%]'],
    ['hoàn thành trên 60%', 'share >[60%]'],
    ['Đã hoàn thành được khoảng 60% khối lượng', 'share ~[60%]'],
    ['hoàn thành từ 60% trở lên', 'share >=[60%]'],
    ['hoàn thành gần 60% tiến độ', 'share <[60%]'],
    ['chưa có số liệu', 'none'],
    ['chưa thống kê', 'none'],
    ['Chưa tổng hợp được', 'none'],
    ['Đang triển khai', 'not-done'],
    ['N/A', 'none'],
    ['–', 'none'],
    ['-', 'none'],
    ['…', 'none'],
    ['-5', '[-5]'],
    ['khoảng hơn 45%', '~[hon 45%]'],
    ['chưa rõ', '[chua ro]'],
  ];

  test.each(CASES)('%s', (text, expected) => {
    for (const written of [text, text.normalize('NFD'), text.toUpperCase(), `  ${text} `])
      expect(said(written)).toBe(expected);
  });

  test('without accents too', () => {
    expect(['khoang 45%', 'uoc dat 45%', 'tren 45', 'gan 45', 'da ban hanh'].map(said)).toEqual([
      '~[45%]',
      '~[45%]',
      '>[45]',
      '<[45]',
      'done',
    ]);
  });

  test('any text has a reading, and none of them throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordingOf(text)).toHaveProperty('kind');
      }),
    );
  });
});
