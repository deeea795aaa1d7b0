import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPlan } from '../../src/load/plan.ts';
import { withEdits } from '../../src/load/text-edits.ts';
import { readYaml } from '../../src/load/yaml.ts';
import { checkPlan } from '../../src/rules/index.ts';

const PLAN = `format: plan/1
id: p
title: Kế hoạch thử
document: 1/KH-UBND
issued: 2024-01-15
area: danang
period: 2024
agencies:
  so: Sở Thông tin và Truyền thông
  yt: Sở Y tế
groups:
  g: Kinh tế số
indicators:
  - id: a-1
    name: Tỷ lệ A
    group: g
    unit: "%"
    baseline: { 2023: 70 }
    targets: { 2024: 80 }
    lead: [so, yt]
    source: I.1
  - id: a-2
    name: Doanh thu B
    group: g
    unit: tỷ đồng
    targets: { 2024: 10000 }
    lead: [so]
    source: I.2
`;

const TASKS = `tasks:
  - id: t-1
    title: Ban hành
    due: 2024-06
    lead: [so]
    source: II.1
`;
const REPORTS = `reports:
  - { id: r-1, title: Báo cáo, lead: [so], due: 2024-12, to: yt, source: III.1 }
  - { id: r-2, title: Báo cáo nữa, lead: [so], due: 2024-12, source: III.2 }
`;
const CLAIMS = `claims:
  - { text: có 2 chỉ tiêu, source: I, count: indicators, equals: 2 }
`;

/** The rules found, with their lines, of the whole of what is told of a plan's text. */
function found(text: string): string[] {
  const { yaml, plan, partial, findings } = readPlan('p.yaml', text);
  const read = plan === null ? partial : { plan, holes: [] };
  const { locate, edit } = yaml;
  const context = { text, measures: new Map(), areas: new Map(), locate, edit };
  const ruled = read ? checkPlan({ ...context, plan: read.plan }, read.holes) : [];
  return [...findings, ...ruled].map(({ place, rule, message }) => {
    const fault = message.code === 'yaml-syntax' ? ` ${message.args.fault}` : '';
    return `${place.line} ${rule}${fault}`;
  });
}

/** The plan with one of its lines written otherwise. */
function lineAs(number: number, from: string | RegExp, to: string): string {
  const lines = PLAN.split('\n');
  lines[number - 1] = lines[number - 1]!.replace(from, to);
  return lines.join('\n');
}

describe('one slip in the layout is one finding, named for what it is', () => {
  test.each<[string, string, string]>([
    ['a tab', lineAs(16, /^ {4}/, '\t'), '16 yaml-syntax tab'],
    ['tabs everywhere', PLAN.replaceAll(/^ {4}/gm, '\t'), '15 yaml-syntax tab'],
    ['a key too far left', lineAs(16, /^ {4}/, '  '), '16 yaml-syntax indent'],
    ['a key at the margin', lineAs(16, /^ {4}/, ''), '16 yaml-syntax indent'],
    ['a key too far right', lineAs(16, /^/, ' '), '16 yaml-syntax indent'],
    ['an agency too far left', lineAs(10, /^ {2}/, ' '), '10 yaml-syntax indent'],
    ['an entry too far left', lineAs(14, /^ {2}/, ' '), '14 yaml-syntax indent'],
    [
      'no-break spaces that indent',
      lineAs(16, /^ {4}/, '\u00a0'.repeat(4)),
      '16 yaml-syntax blank',
    ],
    ['a no-break space behind a dash', lineAs(14, '- ', '-\u00a0'), '14 yaml-syntax blank'],
    ['a no-break space behind a colon', lineAs(16, ': ', ':\u00a0'), '16 yaml-syntax blank'],
    ['a dash without its space', lineAs(14, '- ', '-'), '14 yaml-syntax dash'],
    ['a long dash', lineAs(14, '- ', '– '), '14 yaml-syntax not-a-dash'],
    ['a colon without its space', lineAs(16, ': ', ':'), '16 yaml-syntax after-colon'],
    ['a wide colon', lineAs(16, ': ', '：'), '16 yaml-syntax not-a-colon'],
    ['no colon', lineAs(16, ':', ''), '16 yaml-syntax no-colon'],
    ['a colon in a text', lineAs(15, 'lệ', 'lệ:'), '15 yaml-syntax colon'],
    ['a bracket too many', lineAs(19, ' }', ' }}'), '19 yaml-syntax unexpected'],
    ['a brace too few', lineAs(19, ' }', ''), '19 yaml-syntax unclosed'],
    ['a bracket too few', lineAs(20, ']', ''), '20 yaml-syntax unclosed'],
    ['a quote too few', lineAs(15, 'Tỷ', '"Tỷ'), '15 yaml-syntax quote'],
    [
      'a conflict',
      lineAs(16, /.*/, '<<<<<<< HEAD\n    group: g\n=======\n    group: h\n>>>>>>> b'),
      '16 yaml-syntax conflict',
    ],
    ['a bullet of Word', lineAs(14, '- ', '• '), '14 yaml-syntax list-mark'],
    ['a star', lineAs(14, '- ', '* '), '14 yaml-syntax list-mark'],
    ['a numbered entry', lineAs(14, '- ', '1. '), '14 yaml-syntax list-mark'],
    ['a bullet of a symbol font', lineAs(14, '- ', '\uf0b7 '), '14 yaml-syntax list-mark'],
    ['two dashes', lineAs(22, '- ', '-- '), '22 yaml-syntax list-mark'],
    ['bullets everywhere', PLAN.replaceAll(/^ {2}- /gm, '  • '), '14 yaml-syntax list-mark'],
    [
      'numbers everywhere',
      PLAN.replace('  - id: a-1', '  1. id: a-1').replace('  - id: a-2', '  2. id: a-2'),
      '14 yaml-syntax list-mark',
    ],
    ['no dash', lineAs(22, '- ', '  '), '22 yaml-syntax no-dash'],
    ['no dash in no column', lineAs(22, '  - ', '   '), '22 yaml-syntax no-dash'],
    ['a list without its key', lineAs(13, /.*/, ''), '14 yaml-syntax list-without-key'],
    ['a missing comma', lineAs(19, '80', '80 2025: 90'), '19 yaml-syntax separator'],
    ['a wide comma', lineAs(20, ', ', '，'), '20 schema'],
    ['a wide comma between keys', lineAs(19, '80', '80，2025: 90'), '19 yaml-syntax not-a-comma'],
    ['a text behind its quotes', lineAs(15, 'Tỷ lệ', '"Tỷ lệ"'), '15 yaml-syntax after-quote'],
    ['a bracket that begins a text', lineAs(15, 'Tỷ lệ', '[Tỷ lệ]'), '15 yaml-syntax start'],
    ['an ampersand', lineAs(15, 'Tỷ', '&Tỷ'), '15 yaml-syntax start'],
    ['a tag', lineAs(15, 'Tỷ', '!gấp Tỷ'), '15 yaml-syntax start'],
    ['a single quote too few', lineAs(15, 'Tỷ', "'Tỷ"), '15 yaml-syntax quote'],
    ['the wrong bracket', lineAs(20, ']', '}'), '20 yaml-syntax unclosed'],
    ['an equals sign', lineAs(16, ':', ' ='), '16 yaml-syntax no-colon'],
    ['a text that wraps', lineAs(15, 'lệ A', 'lệ\nA'), '16 yaml-syntax no-colon'],
    ['a mark of a conflict', lineAs(16, /^/, '=======\n'), '16 yaml-syntax conflict-mark'],
    ['a byte order mark in the middle', lineAs(16, /^/, '\ufeff'), '16 yaml-syntax invisible'],
    ['a year without its colon', lineAs(19, '2024:', '2024'), '19 schema'],
    ['a year without its space', lineAs(19, '{ 2024: ', '{2024:'), '19 schema'],
    ['a decimal comma inside { }', lineAs(19, '80', '98,5'), '19 yaml-syntax'],
    ['two of them', lineAs(19, '80', '98,5, 2025: 99'), '19 yaml-syntax'],
    [
      'a comment without its mark',
      lineAs(9, /^/, '  các sở ngành\n').replace(
        '  các sở ngành\nagencies:',
        'agencies:\n  các sở ngành',
      ),
      '9 yaml-syntax no-colon',
    ],
    ['tasks without their key', PLAN + TASKS.replace('tasks:\n', ''), '29 yaml-syntax missing-key'],
    [
      'reports without their key',
      PLAN + TASKS + REPORTS.replace('reports:\n', ''),
      '35 yaml-syntax missing-key',
    ],
    [
      'claims without their key',
      PLAN + TASKS + CLAIMS.replace('claims:\n', ''),
      '35 yaml-syntax missing-key',
    ],
    ['a percent sign before a key', lineAs(3, /^/, '%'), '3 yaml-syntax mark-before-key'],
    ['an at sign before a key', lineAs(16, 'group', '@group'), '16 yaml-syntax mark-before-key'],
    [
      'an entry that stands too far in',
      lineAs(20, '[so, yt]', '\n      - so\n        - yt'),
      '22 yaml-syntax joined-entry',
    ],
    [
      'an entry without its dash, too far in',
      lineAs(20, '[so, yt]', '\n      - so\n        yt'),
      '22 yaml-syntax no-dash',
    ],
    [
      'codes on two lines without a comma',
      lineAs(20, 'so, yt', 'so\n      yt'),
      '21 yaml-syntax separator',
    ],
    ['a comment behind a code', lineAs(16, /$/, '\n      theo Sở'), '17 yaml-syntax no-colon'],
    ['a comment behind a place', lineAs(21, /$/, '\n      trang 5'), '22 yaml-syntax no-colon'],
    ['a comment behind a short name', lineAs(15, /$/, '\n      trang 5'), '16 joined-lines'],
    ['a tag of another language', lineAs(15, 'Tỷ', '!!python/name:x Tỷ'), '15 yaml-syntax tag'],
    ['a tag before a list', lineAs(20, '[so', '!set [so'), '20 yaml-syntax tag'],
    ['a tag before a map below', lineAs(11, 'groups:', 'groups: !x'), '11 yaml-syntax tag'],
    ['a tag before quotes', lineAs(17, '"%"', '!u "%"'), '17 yaml-syntax tag'],
    ['a tag of bytes', lineAs(3, 'title: ', 'title: !!binary '), '3 yaml-syntax tag'],
    ['an instruction that nobody knows', `%FOO bar\n---\n${PLAN}`, '1 yaml-syntax directive'],
    ['an instruction of the future', `%YAML 2.0\n---\n${PLAN}`, '1 yaml-syntax directive'],
    ['a year with an exponent', lineAs(7, '2024', '2e3'), '7 ambiguous-number'],
    ['a year with a fraction', lineAs(7, '2024', '2024.0'), '7 ambiguous-number'],
    ['a year with a sign', lineAs(7, '2024', '+2024'), '7 ambiguous-number'],
    [
      'curly quotes that a comma cuts',
      `${PLAN}reports:\n  - { id: r, title: “B, c”, due: 2024, lead: [so], source: III }\n`,
      '30 yaml-syntax',
    ],
    ['groups without their key', PLAN.replace('groups:\n', ''), '11 unknown-group'],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
    expect(found(text.replaceAll('\n', '\r\n'))).toEqual([expected]);
  });
});

test.each([
  ['a text that is folded', lineAs(15, 'Tỷ lệ A', '>-\n      Tỷ lệ\n      A')],
  ['a text in quotes', lineAs(15, 'Tỷ lệ A', '"Tỷ lệ\n      A"')],
  ['a comment behind a text', lineAs(15, /$/, '\n      # trang 5')],
  ['the tag of a text', lineAs(15, 'Tỷ', '!!str Tỷ')],
  ['the tag of a day', lineAs(5, '2024', '!!timestamp 2024')],
  ['the version of YAML', `%YAML 1.1\n---\n${PLAN}`],
  ['figures with a fraction or an exponent', lineAs(19, '80', '80.0').replace('10000', '1e4')],
])('nothing is said of %s', (_, text) => {
  expect(found(text)).toEqual([]);
});

test('a name that is broken for its length is only noted', () => {
  const long = 'Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận trực tuyến trên tổng số';
  const { findings, plan } = readPlan('p.yaml', lineAs(15, 'Tỷ lệ A', `${long}\n      hồ sơ`));
  const context = { measures: new Map(), areas: new Map() };
  const { yaml } = readPlan('p.yaml', lineAs(15, 'Tỷ lệ A', `${long}\n      hồ sơ`));
  const ruled = checkPlan({ ...context, ...yaml, plan: plan! });
  expect([...findings, ...ruled].map(({ rule, level }) => [rule, level])).toEqual([
    ['joined-lines', 'info'],
  ]);
});

test('a carriage return alone is one fault of the file', () => {
  expect(found(PLAN.replace('group: g\n', 'group: g\r'))).toEqual(['16 yaml-syntax lone-return']);
});

describe('what is wrong elsewhere is told at the same time', () => {
  const WRONG = PLAN.replace('[so]', '[zz]').replace('id: a-2', 'id: a-1');
  const OTHERS = ['22 duplicate-id', '27 unknown-agency'];

  test.each<[string, [string, string], string]>([
    ['a key that is misspelt', ['source: I.1', 'sourc: I.1'], '21 schema'],
    ['a key that nobody knows', ['source: I.1', 'source: I.1\n    colour: red'], '22 schema'],
    ['a required key that is missing', ['    source: I.1\n', ''], '14 schema'],
    ['a target that is none', ['2024: 80', '2024: viel'], '19 schema'],
    ['a title that is a list', ['title: Kế hoạch thử', 'title: [a]'], '3 schema'],
    ['a day that there is not', ['2024-01-15', '2024-02-30'], '5 impossible-date'],
    ['a period that is none', ['period: 2024', 'period: x'], '7 schema'],
    ['an entry that is a text', ['indicators:\n', 'indicators:\n  - abc\n'], '14 schema'],
    ['a colon in a text', ['lệ A', 'lệ: A'], '15 yaml-syntax colon'],
    ['a range the wrong way round', ['2024: 80', '2024: 3..2'], '19 schema'],
  ])('beside %s', (_, [from, to], expected) => {
    const rules = found(WRONG.replace(from, to)).map((one) => one.replace(/^\d+ /, ''));
    expect(rules).toEqual([
      expected.replace(/^\d+ /, ''),
      ...OTHERS.map((one) => one.replace(/^\d+ /, '')),
    ]);
  });

  test('what belongs together is told together', () => {
    const rules = (text: string) => found(text).map((one) => one.replace(/^\d+ /, ''));
    const without = PLAN.replace('    unit: tỷ đồng\n', '');
    expect(rules(without.replace('name: Doanh thu B', 'name:'))).toEqual(['schema', 'schema']);
    expect(rules(PLAN.replace('unit: tỷ đồng', 'unit: [x]'))).toEqual(['schema']);
  });

  test('nothing is said of what stands where the plan could not be read', () => {
    expect(found(PLAN.replace('agencies:', 'agenturen:'))).toEqual(['8 schema']);
    expect(found(PLAN.replace('  so: Sở', '  So_TT: Sở'))).toEqual(['9 schema']);
    expect(found(PLAN.replace('targets: { 2024: 80 }', 'targets: [80]'))).toEqual(['19 schema']);
    expect(found(PLAN.replace('  - id: a-1', '  - id: [a]'))).toEqual(['14 schema']);
    const twice = 'tasks: [{ id: t, title: Việc, due: 2024-02-30, source: II }]\ntasks: []\n';
    expect(found(PLAN + twice)).toEqual(['30 duplicate-key']);
  });
});

describe('edits of a text', () => {
  const edits = fc
    .tuple(fc.string({ maxLength: 60 }), fc.uniqueArray(fc.nat(60), { maxLength: 8 }), fc.string())
    .map(([text, cuts, put]) => {
      const at = cuts.filter((cut) => cut <= text.length).sort((a, b) => a - b);
      const pairs = at.flatMap((from, i) =>
        i % 2 === 0 && i + 1 < at.length ? [[from, at[i + 1]!]] : [],
      );
      return { text, edits: pairs.map(([from, to]) => ({ from: from!, to: to!, text: put })) };
    });

  test('what is outside of them stays, and is found again both ways', () => {
    fc.assert(
      fc.property(edits, ({ text, edits }) => {
        const edited = withEdits(text, edits);
        for (let at = 0; at < text.length; at += 1) {
          if (edits.some(({ from, to }) => from <= at && at < to)) continue;
          expect(edited.text[edited.asEdited(at)]).toBe(text[at]);
          expect(edited.asWritten(edited.asEdited(at))).toBe(at);
        }
      }),
    );
  });
});

test('whatever is done to a line, the file is read in findings, with places inside it', () => {
  const mangled = fc.tuple(
    fc.nat(PLAN.length),
    fc.nat(6),
    fc.constantFrom(
      '',
      ' ',
      '\t',
      '-',
      ':',
      '"',
      '[',
      '}',
      ',',
      '\n',
      '\u00a0',
      '%',
      '&a',
      '*a',
      '|',
      '? ',
    ),
  );
  fc.assert(
    fc.property(fc.array(mangled, { minLength: 1, maxLength: 3 }), (changes) => {
      const text = changes.reduce(
        (all, [at, length, put]) => all.slice(0, at) + put + all.slice(at + length),
        PLAN,
      );
      const lines = text.split('\n').length;
      for (const { place } of readYaml('p.yaml', text).findings)
        expect(place.line).toBeLessThanOrEqual(lines);
      expect(() => found(text)).not.toThrow();
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('whatever stands in place of a value, the rest is read and nothing is thrown', () => {
  const file = path.join(import.meta.dirname, '../../plans/danang-2024.yaml');
  const whole = parse(readFileSync(file, 'utf8'), { schema: 'core' });
  const small = Object.fromEntries(
    Object.entries(whole).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.slice(0, 4) : value,
    ]),
  );
  const odd = fc.constantFrom(
    null,
    '',
    'x',
    -1,
    1e9,
    true,
    [],
    {},
    [null],
    [{}],
    { a: null },
    '__gone',
  );
  const change = fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }), odd, fc.boolean());
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const data = structuredClone(small);
      for (const [steps, value, isKept] of changes)
        put(data, steps, structuredClone(value), isKept);
      expect(() => found(JSON.stringify(data))).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

/** Walks by positions among the keys, and puts the value where the walk ends, or beside it. */
function put(data: unknown, steps: readonly number[], value: unknown, isBeside: boolean): void {
  let at = data as Record<string, unknown>;
  for (const [index, step] of steps.entries()) {
    const keys = Object.keys(at);
    if (keys.length === 0) return;
    const key = keys[step % keys.length]!;
    const inside = at[key];
    const isLast = index === steps.length - 1 || typeof inside !== 'object' || inside === null;
    if (!isLast) {
      at = inside as Record<string, unknown>;
      continue;
    }
    if (isBeside && !Array.isArray(at)) at[`${key}x`] = value;
    else if (value === '__gone' && !Array.isArray(at)) delete at[key];
    else at[key] = value;
    return;
  }
}
