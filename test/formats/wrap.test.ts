import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { displayWidth, wrapText } from '../../src/formats/wrap.ts';

test.each([
  ['Đà Nẵng', 7],
  ['Đà Nẵng'.normalize('NFD'), 7],
  ['数字', 4],
  ['✔ xong', 6],
  ['👩‍👩‍👧 gia đình', 11],
  ['❤️', 2],
  ['z\u200bw', 2],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('agrees with string-width on letters, marks and wide characters', () => {
  const letters = 'aăâđêôơưẠỆộ̣́漢字한カ“”…₫×·▲'.split('');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters, '\u0301', '\u0323')), (characters) => {
      const text = characters
        .join('')
        .normalize('NFC')
        .replace(/^\p{M}+/u, '');
      expect(displayWidth(text)).toBe(stringWidth(text));
    }),
  );
});

test('what no-break spaces join is broken at them before it is broken between characters', () => {
  const joined = '~ 91% (9\u00a0tháng\u00a0đầu\u00a0năm\u00a02024)';
  expect(wrapText(joined, 27)).toEqual(['~ 91%', '(9\u00a0tháng\u00a0đầu\u00a0năm\u00a02024)']);
  expect(wrapText(joined, 16)).toEqual(['~ 91% (9 tháng', 'đầu năm 2024)']);
});

test('lines are as full as they can be, whatever takes no column or two', () => {
  const characters = fc.constantFrom(
    ...'aấ 漢😀',
    '\u200b',
    '\u0301',
    '\u00a0',
    '👩‍👩‍👧',
    '\ufe0f',
  );
  fc.assert(
    fc.property(
      fc.array(characters, { maxLength: 40 }),
      fc.integer({ min: 2, max: 9 }),
      (all, width) => {
        const text = all.join('');
        const lines = wrapText(text, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/[ \u00a0]/g, '')).toBe(text.replace(/[ \u00a0]/g, ''));
        for (const [at, line] of lines.slice(1).entries()) {
          const [first = ''] = line.split(' ');
          expect(displayWidth(`${lines[at]} ${first}`)).toBeGreaterThan(width);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('thousands of characters that take no column cost no more than others', () => {
  const text = `${'a'.repeat(100)}${'\u200b'.repeat(9000)} b`;
  expect(wrapText(text, 50).map(displayWidth)).toEqual([50, 50, 1]);
}, 2000);
