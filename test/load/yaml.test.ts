import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/load/yaml.ts';
import { say } from '../../src/words/say.ts';
import { SPEECH } from '../speech.ts';

function faults(text: string, lang: 'en' | 'vi' = 'en'): string[] {
  return readYaml('x.yaml', text).findings.map(
    ({ place, rule, message }) =>
      `${place.line}:${place.column} ${rule} ${say(message, SPEECH[lang]).replace('not valid YAML: ', '')}`,
  );
}

describe('syntax errors in the program’s own words', () => {
  test.each([
    [
      'a: > 50\n',
      '1:6 yaml-syntax > 50 without quotes is YAML syntax, not a target; write it in quotes: "> 50"',
    ],
    [
      't: { 2025: > 50 }\n',
      '1:12 yaml-syntax > 50 without quotes is YAML syntax, not a target; write it in quotes: "> 50"',
    ],
    [
      'name: Tỷ lệ: cao\n',
      '1:7 yaml-syntax a text with a colon and a space in it needs quotes around the whole of it',
    ],
    [
      'a:\n\tb: 1\n',
      '2:1 yaml-syntax there is a tab where only spaces are allowed; indent with two spaces',
    ],
    ['a: "x\nb: 1\n', /yaml-syntax the closing quote \("\) is missing$/],
    ["a: 'x\n", /yaml-syntax the closing quote \('\) is missing$/],
    ['a: [1, 2\nb: 3\n', /yaml-syntax the closing \] is missing, or/],
    ['a: {x: 1\nb: 3\n', /yaml-syntax the closing \} is missing, or/],
    ['unit: %\n', '1:7 yaml-syntax a text cannot begin with %; put the whole of it in quotes'],
    ['a: @x\n', '1:4 yaml-syntax a text cannot begin with @; put the whole of it in quotes'],
    ['a: {x: 1 y: 2}\n', /yaml-syntax a comma is missing between two entries/],
    ['a: "\\q"\n', /yaml-syntax “\\q” is no escape inside double quotes/],
    ['a: 1\n b: 2\n', /yaml-syntax the indentation does not fit/],
    ['a\nb: 1\n', /yaml-syntax this line has no “key: value”/],
    ['a: 1\n---\nb: 2\n', /yaml-syntax --- begins a second document/],
    ['a: "x" "y"\n', /yaml-syntax the text goes on behind its closing quote/],
    ['a: ]\n', /yaml-syntax “\]” is not expected here/],
    ['a: &x &y 1\n', /yaml-syntax a text cannot begin with &/],
    ['? [a]\n: b\n', /yaml-syntax a key must be a plain text/],
    ['a: *x\n', '1:4 yaml-syntax *x refers to an anchor &x that does not come before it'],
    ['a: &a [*a]\n', /yaml-syntax the aliases/],
    ['%YAML 9\n---\na: 1\n', /yaml-syntax a line that begins with % is an instruction/],
    [
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      '1:201 over-limit more than 200 lists or maps stand in each other here, the most that is read',
    ],
    ['- '.repeat(20_000), /over-limit more than 200 lists or maps/],
  ])('%.40s', (text, expected) => {
    const found = faults(text);
    expect(found.length).toBeGreaterThan(0);
    if (typeof expected === 'string') expect(found).toContain(expected);
    else expect(found.filter((one) => expected.test(one))).not.toEqual([]);
  });

  test.each([
    ['targets: { 2024: 0x1F }', 'YAML reads 0x1F as 31, other readers may not; write 31'],
    ['per: 0o17', 'YAML reads 0o17 as 15, other readers may not; write 15'],
    ['due: 02024', 'YAML reads 02024 as 2024, other readers may not; write 2024'],
  ])('a number in another base: %s', (text, said) => {
    expect(faults(`${text}\n`)).toEqual([expect.stringContaining(`ambiguous-number ${said}`)]);
  });

  test('all of them, one for each line', () => {
    const found = faults('a: "x" "y" "z"\nb: @x\nc: 1\nc: 2\nd: ]\n');
    expect(found.map((one) => one.split(' ', 2).join(' '))).toEqual([
      '1:4 yaml-syntax',
      '2:4 yaml-syntax',
      '5:4 yaml-syntax',
      '4:1 duplicate-key',
    ]);
  });

  test('never in the parser’s English when Vietnamese is asked for', () => {
    const texts = [
      'a:\n\tb: 1\n',
      'a: "x\n',
      'a: [1\nb: 3\n',
      'a: %\n',
      'a: 1\n b: 2\n',
      'a: *x\n',
    ];
    for (const text of texts)
      for (const said of faults(text, 'vi'))
        expect(said).toMatch(
          /yaml-syntax sai cú pháp YAML: .*[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/,
        );
  });

  test('aliases are values; a bomb of them is a fault, and does not explode', () => {
    expect(readYaml('x.yaml', 'a: &a [1]\nb: *a\n').data).toEqual({ a: [1], b: [1] });
    const levels = Array.from({ length: 12 }, (_, level) => {
      const items =
        level === 0
          ? '1'
          : Array(9)
              .fill(`*a${level - 1}`)
              .join(',');
      return `a${level}: &a${level} [${items}]`;
    });
    expect(faults(levels.join('\n'))).toEqual([
      expect.stringContaining(
        'over-limit the file has more than 50,000 keys, those that its aliases',
      ),
    ]);
  });

  test('the suggestion for a colon in a text can be written in its place', () => {
    const { findings } = readYaml('x.yaml', 'name: Tỷ lệ: "cao" # x\n');
    expect(findings[0]!.suggestion).toBe('"Tỷ lệ: \\"cao\\""');
  });
});
