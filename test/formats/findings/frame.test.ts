import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { codeFrameOf } from '../../../src/formats/findings/frame.ts';
import { place } from './samples.ts';

function frame(line: string, marked: string, budget: number | null = null) {
  const column = line.indexOf(marked) + 1;
  return codeFrameOf(line, place('a', 1, column, column + marked.length), budget);
}

test.each([
  ['ASCII', 'id: cqs-2', 'cqs-2', '    ^^^^^'],
  ['composed Vietnamese', 'tên: Đà Nẵng đủ', 'đủ', '             ^^'],
  [
    'decomposed Vietnamese',
    'tên: Đà Nẵng đủ'.normalize('NFD'),
    'đủ'.normalize('NFD'),
    '             ^^',
  ],
  ['wide characters before', '越南: x', 'x', '      ^'],
  ['wide characters in it', 'a: 越南', '越南', '   ^^^^'],
  ['a tab before', 'a\tb', 'b', '    ^'],
  ['a tab at a tab stop', 'wxyz\tb', 'b', '        ^'],
  ['an emoji of two units', '👍 x', 'x', '   ^'],
  ['an invisible character shown', 'a\u200Bb', 'b', '         ^'],
])('carets stand under %s', (_, line, marked, carets) => {
  expect(frame(line, marked).carets).toBe(carets);
});

test('a place inside a character marks the whole character', () => {
  const line = 'xệy'.normalize('NFD');
  expect(codeFrameOf(line, place('a', 1, 3, 4), null).carets).toBe(' ^');
});

test('an empty place is marked by one caret, also behind the end of the line', () => {
  expect(codeFrameOf('id:', place('a', 1, 4, 4), null).carets).toBe('   ^');
  expect(codeFrameOf('id:', place('a', 1, 1, 1), null).carets).toBe('^');
  expect(codeFrameOf('', place('a', 1, 1, 1), null)).toEqual({ source: '', carets: '^' });
});

test('a place over several lines is marked to the end of its first line', () => {
  const over = { file: 'a', line: 1, column: 4, endLine: 3, endColumn: 2 };
  expect(codeFrameOf('id: "ab', over, null).carets).toBe('   ^^^^');
});

test('what could steer a terminal is shown as its code point', () => {
  expect(frame('a\u001B[31mb', 'b').source).toBe('a<U+001B>[31mb');
  expect(frame('a\u202Eb', 'b').source).toBe('a<U+202E>b');
});

test('a byte order mark and a carriage return do not show', () => {
  expect(codeFrameOf('\uFEFFid: a\r', place('a', 1, 6, 7), null)).toEqual({
    source: 'id: a',
    carets: '    ^',
  });
});

test('a long line is cut around the carets', () => {
  const line = `${'a'.repeat(100)}HERE${'b'.repeat(100)}`;
  expect(frame(line, 'HERE', 20)).toEqual({
    source: '…aaaaaaaHEREbbbbbbb…',
    carets: '        ^^^^',
  });
  expect(frame(line, 'a'.repeat(100), 10)).toEqual({
    source: 'aaaaaaaa…',
    carets: '^^^^^^^^',
  });
  expect(frame(line, 'b'.repeat(100), 10)).toEqual({
    source: '…bbbbbbbb…',
    carets: ' ^^^^^^^^',
  });
});

test('a long line is not cut without a budget', () => {
  expect(frame('a'.repeat(500), 'a').source).toBe('a'.repeat(500));
});

test('whatever the line, a frame fits its budget and its carets stand under the marked text', () => {
  const character = fc.constantFrom('a', ' ', 'ệ', 'ệ'.normalize('NFD'), '越', '\t', '👍', 'đ');
  fc.assert(
    fc.property(
      fc.array(character, { maxLength: 80 }),
      fc.nat(),
      fc.integer({ min: 12, max: 60 }),
      (characters, at, budget) => {
        const target = 'X';
        const before = characters.slice(0, at % (characters.length + 1)).join('');
        const after = characters.slice(at % (characters.length + 1)).join('');
        const column = before.length + 1;
        const { source, carets } = codeFrameOf(
          before + target + after,
          place('a', 1, column, column + 1),
          budget,
        );
        expect(stringWidth(source)).toBeLessThanOrEqual(budget);
        expect(carets).toMatch(/^ *\^$/);
        expect(stringWidth(source.slice(0, source.indexOf(target)))).toBe(carets.length - 1);
      },
    ),
  );
});

test('in a very long line each place is shown with what is near it', () => {
  const line = Array.from({ length: 900 }, (_, at) => `${at}\u200b`).join(' ');
  for (const at of [3, 150, 151, 499, 500, 898]) {
    const column = line.indexOf(` ${at}\u200b`) + 2;
    const { source, carets } = codeFrameOf(line, place('a', 1, column, column + 1), null);
    expect(source.slice(carets.indexOf('^'))).toMatch(new RegExp(`^${at}<U\\+200B>`));
    expect(source.startsWith('…')).toBe(at > 30);
    expect(source.endsWith('…')).toBe(at < 870);
  }
});
