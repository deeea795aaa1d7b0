import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainYaml } from '../../src/load/yaml.ts';
import { parsedYaml } from '../../src/load/yaml-library.ts';

const ROOT = new URL('../../', import.meta.url);
const texts = ['plans/', 'plans/catalogue/'].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [`${folder}${name}`, readFileSync(new URL(folder + name, ROOT), 'utf8')]),
) as [string, string][];

/** What the parser of all of YAML makes of a text that is without fault. */
function whole(text: string) {
  const { tree, faults } = parsedYaml(text);
  const placeOf = (from: number) => ({
    file: 'x.yaml',
    line: 1,
    column: from + 1,
    endLine: 1,
    endColumn: from + 1,
  });
  return { tree, faults: faults(placeOf) };
}

/** Whatever is read here is read alike there; gives whether it was read. */
function readsAlike(text: string): boolean {
  const tree = plainYaml(text);
  if (tree !== null) expect({ tree, faults: [] }).toEqual(whole(text));
  return tree !== null;
}

test.each(texts)('%s is read', (_, text) => {
  expect(readsAlike(text)).toBe(true);
});

describe('what is read is what the parser of all of YAML reads, to the character', () => {
  test('in texts put together of what plans hold, sound or not', () => {
    const sound = fc.constantFrom(
      ...[
        'x',
        'a b',
        'Tỷ lệ, cao',
        '95',
        '-5',
        '0.50',
        '+1',
        '-0',
        '1.2.3',
        '">= 50"',
        "'it''s: [x]'",
        '"q: {x} # y"',
      ],
      ...[
        '~ 5',
        'true',
        'no',
        '2024-03',
        'a#b',
        'a # b',
        'a:b',
        'a :b',
        'https://x.vn/a:b',
        '9007199254740993',
      ],
      ...[
        '[a, b]',
        '[]',
        '{}',
        '{ 2025: ">= 5", b: [x, {c: d}] }',
        '{a: 1}',
        '[ a , "b" , ]',
        '[-5, a:b, e#f]',
      ],
      ...[
        '"x"   ',
        'x   # y',
        '[a] # z',
        '" a  b "',
        "''",
        '""',
        'x"y',
        "x'y",
        'x, y',
        '(x)',
        'a - b',
        'x\u00a0y',
      ],
    );
    const doubtful = fc.constantFrom(
      ...[
        'Tỷ lệ: cao',
        '1e3',
        '.5',
        '1.',
        '> 50',
        '~',
        'null',
        '0o7',
        '0x1F',
        '.inf',
        '[a: b]',
        '[a, b',
        '[x # y',
      ],
      ...[
        ']',
        '}',
        '&x y',
        '*x',
        '!t x',
        '%',
        '@x',
        '',
        ' ',
        '-',
        '- a',
        '>-',
        '|',
        '>+',
        '|2',
        '\u00a0',
        'x: ',
        'x:',
      ],
      ...[
        '"a" b',
        '"a\\n"',
        '?',
        '? a',
        ': a',
        '{',
        ',',
        'a,',
        '"',
        '"x"#',
        '[- 5]',
        '{ a: b: c }',
        'x\ty',
        '\r',
        '---',
      ],
    );
    const scalar = fc.oneof({ weight: 30, arbitrary: sound }, { weight: 1, arbitrary: doubtful });
    const key = fc.oneof(
      {
        weight: 20,
        arbitrary: fc.constantFrom('a', 'b', 'tên', '2025', '"k y"', "'k'", 'x-y', 'a.b', '_'),
      },
      { weight: 1, arbitrary: fc.constantFrom('a b', '', '?', '<<', '-a', '&x a', '"a\\"', 'a#') },
    );
    const between = fc.oneof(
      { weight: 20, arbitrary: fc.constant('') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '\n',
          '# c\n',
          '    # c: d\n',
          '   \n',
          '  x\n',
          '\t\n',
          '...\n',
        ),
      },
    );
    type Block = { map: [string, Value, string][] } | { list: [Value, string][] };
    type Value = string | Block | { folded: [string, string[]] } | { wrapped: readonly string[] };
    const { value } = fc.letrec<{ value: Value; block: Block }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 5, arbitrary: scalar },
        { weight: 2, arbitrary: tie('block') },
        {
          weight: 1,
          arbitrary: fc.record({
            folded: fc.tuple(
              fc.constantFrom('>-', '>', '|', '|-'),
              fc.array(fc.constantFrom('x: y', 'a # b', '- z', '# w', 'câu ', '', '  in'), {
                minLength: 1,
                maxLength: 3,
              }),
            ),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            wrapped: fc.constantFrom(
              ['[', 'a,', 'b: c', ']'],
              ['{', 'a: [x,', 'y],', '}'],
              ['[', 'a,', ']'],
            ),
          }),
        },
      ),
      block: fc.oneof(
        fc.record({
          map: fc.array(fc.tuple(key, tie('value'), between), { minLength: 1, maxLength: 4 }),
        }),
        fc.record({
          list: fc.array(fc.tuple(tie('value'), between), { minLength: 1, maxLength: 3 }),
        }),
      ),
    }));
    const written = (value: Value, indent: number, isItem: boolean): string => {
      const margin = ' '.repeat(indent);
      if (typeof value === 'string') return ` ${value}\n`;
      if ('folded' in value) {
        const [header, lines] = value.folded;
        return ` ${header}\n${lines.map((line) => `${margin}  ${line}\n`).join('')}`;
      }
      if ('wrapped' in value)
        return `${isItem ? ' ' : `\n${margin}  `}${value.wrapped.join(`\n${margin}  `)}\n`;
      const lines =
        'map' in value
          ? value.map.map(
              ([key, inner, after]) => `${key}:${written(inner, indent + 2, false)}${after}`,
            )
          : value.list.map(([inner, after]) => `-${written(inner, indent + 2, true)}${after}`);
      const [first, ...rest] = lines;
      return isItem
        ? ` ${[first, ...rest.map((line) => margin + line)].join('')}`
        : `\n${lines.map((line) => margin + line).join('')}`;
    };
    const end = fc.constantFrom('', '\n', ' ', '# end', '  # end\n');
    const entries = fc.array(fc.tuple(key, value, between), { minLength: 1, maxLength: 4 });
    const text = fc
      .tuple(entries, end, fc.boolean())
      .map(
        ([map, end, isCut]) => written({ map }, 0, false).slice(1, isCut ? -1 : undefined) + end,
      );
    let read = 0;
    fc.assert(
      fc.property(text, (text) => {
        if (readsAlike(text)) read += 1;
      }),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(200);
  });

  test('in real plans with a few characters changed', () => {
    const piece = fc.constantFrom(
      ...[
        ' ',
        '  ',
        '\n',
        '\n\n',
        '\n  ',
        ':',
        ': ',
        ' #',
        '#',
        '-',
        '- ',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
      ],
      ...[
        ',',
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        '?',
        '~',
        '\\',
        '\t',
        '\r',
        '.',
        '0',
        'x',
        'ế',
        '\u00a0',
      ],
    );
    const change = fc.record({ at: fc.nat(2000), removed: fc.nat(3), piece });
    const changed = fc.tuple(
      fc.constantFrom(...texts.map(([, text]) => text)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(change, { minLength: 1, maxLength: 3 }),
    );
    let read = 0;
    fc.assert(
      fc.property(changed, ([text, share, changes]) => {
        const lines = text.split('\n');
        const from = Math.floor(share * lines.length);
        const start = lines.findIndex((line, index) => index >= from && /^\s*- \S/.test(line));
        const some = lines.slice(Math.max(0, start), Math.max(0, start) + 12);
        let mutated = `list:\n${some.join('\n')}\n`;
        for (const { at, removed, piece } of changes) {
          const place = at % mutated.length;
          mutated = mutated.slice(0, place) + piece + mutated.slice(place + removed);
        }
        if (readsAlike(mutated)) read += 1;
      }),
      { numRuns: 1500 },
    );
    expect(read).toBeGreaterThan(20);
  });
});
