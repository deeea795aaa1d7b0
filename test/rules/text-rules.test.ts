import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { readYaml } from '../../src/load/yaml.ts';
import { checkText } from '../../src/rules/index.ts';
import { say } from '../../src/words/say.ts';
import { SPEECH } from '../speech.ts';

function found(text: string): Finding[] {
  return checkText(readYaml('a.yaml', text));
}

/** `rule line:column-endColumn path`. */
const spots = (text: string) =>
  found(text).map(
    ({ rule, place, path }) =>
      `${rule} ${place.line}:${place.column}-${place.endColumn} ${path.join('.')}`,
  );

describe('not-nfc', () => {
  test('points at the first word, shows a few more, counts all', () => {
    const loose = 'tỷ trọng kinh tế số của tỉnh'.normalize('NFD');
    const [one, ...more] = found(`title: xong\nname: ${loose}\n`);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ rule: 'not-nfc', path: ['name'], place: { line: 2, column: 7 } });
    expect(one?.message.args).toEqual({ word: 'tỷ', words: 6 });
    expect(one?.related.map(({ message }) => say(message, SPEECH.vi))).toEqual([
      'cả “trọng”',
      'cả “tế”',
      'cả “số”',
    ]);
  });

  test('finds loose keys, and nothing in a file that is whole', () => {
    expect(spots(`${'số'.normalize('NFD')}: 1\n`)).toEqual(['not-nfc 1:1-5 số']);
    expect(spots('số: Tỷ trọng\n')).toEqual([]);
  });
});

describe('look-alike-letter', () => {
  test('finds the very letter, in values, keys and single-letter marks', () => {
    expect(spots('a:\n  - name: GRD\u0420\n')).toEqual(['look-alike-letter 2:14-15 a.0.name']);
    expect(spots('n\u0430me: x\n')).toEqual(['look-alike-letter 1:2-3 name']);
    expect(spots('source: III.1.\u0430\n')).toEqual(['look-alike-letter 1:15-16 source']);
  });

  test('eth is no Vietnamese letter wherever it stands', () => {
    const [upper, lower] = found('a: \u00d0à Nẵng, tờ \u00f0ơn\n');
    expect(upper?.suggestion).toBe('Đ');
    expect(lower?.suggestion).toBe('đ');
  });

  test('eth within a word of another language is itself', () => {
    expect(spots('a: Nor\u00f0urland, \u00dej\u00f3\u00f0, vi\u00f0\n')).toEqual([]);
    expect(found('a: Q\u00d0-UBND, H\u00d0ND\n').map(({ suggestion }) => suggestion)).toEqual([
      'Đ',
      'Đ',
    ]);
  });

  test('whole words of other alphabets and signs of science are no mistake', () => {
    expect(spots('a: Москва/Moscow, СССР, μg/m3, β-caroten, kΩ, Δt, α, Δν\n')).toEqual([]);
  });

  test('speaks in a file that cannot be parsed', () => {
    expect(spots('a: [1\nb: GRD\u0420\n').filter((spot) => spot.startsWith('look'))).toHaveLength(
      1,
    );
  });
});

describe('stray-character', () => {
  test.each([
    ['\u0007', 'control'],
    ['\u0000', 'control'],
    ['\u0085', 'control'],
    ['\u00ad', 'zero-width'],
    ['\u200b', 'zero-width'],
    ['\u202e', 'direction'],
    ['\u2066', 'direction'],
    ['\ufeff', 'zero-width'],
    ['\ufffd', 'replacement'],
    ['\uf0b7', 'private'],
  ])('%j is a %s character', (character, name) => {
    const [one, ...more] = found(`a: "x${character}y"\n`);
    expect(more).toEqual([]);
    expect(one?.message.args).toMatchObject({ name });
    expect(one?.place).toMatchObject({ line: 1, column: 6, endColumn: 7 });
  });

  test('tabs, line breaks, a byte order mark at the beginning and joined emoji belong there', () => {
    expect(spots('\ufeffa: "x\ty"\r\nb: 👩‍🌾 👩🏽‍🌾 ❤️‍🔥\r\n')).toEqual([]);
  });

  test('comments are looked at too, since they can turn the line', () => {
    expect(spots('a: 1 # \u202e x\n')).toEqual(['stray-character 1:8-9 ']);
  });
});

describe('text-date', () => {
  test.each([
    ['31/11/2022', '30'],
    ['29/02/2023', '28'],
    ['31-4-2024', '30'],
    ['31.6.2023', '30'],
    ['00/05/2023', 'null'],
    ['31 tháng 11 năm 2022', '30'],
    ['12/13/2022', 'null'],
  ])('%s is no day', (written, last) => {
    const [one, ...more] = found(`note: theo Quyết định ngày ${written} của tỉnh\n`);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ rule: 'text-date', path: ['note'] });
    expect(one?.message.args).toEqual({ found: written, last: JSON.parse(last) });
  });

  test.each([
    '30/11/2022',
    '29/2/2024',
    '1/31/11/2022',
    '5-10-15',
    '56/12/KH',
    '2022-11-31',
    '2.14.2021',
    '45.10.2024',
  ])('%s is none of its matter', (written) => {
    expect(spots(`note: số ${written} nhé\n`)).toEqual([]);
  });
});
