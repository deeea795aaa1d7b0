import { describe, expect, test } from 'vitest';
import { readAreas, readMeasures } from '../../src/load/catalogue-file.ts';
import { readPlan } from '../../src/load/plan.ts';
import { say } from '../../src/words/say.ts';
import { SPEECH } from '../speech.ts';

const HEAD = `format: plan/1
id: x
title: T
document: 1/KH-UBND
issued: 2024-01-15
area: danang
period: 2024
`;

/** The faults of a plan with these lines, as `line:column text` with the head left out of the count. */
function faults(body: string, lang: 'en' | 'vi' = 'en'): string[] {
  return readPlan('x.yaml', HEAD + body).findings.map(
    ({ place, message }) => `${place.line - 7}:${place.column} ${say(message, SPEECH[lang])}`,
  );
}

const indicator = (lines: string) =>
  `indicators:\n  - id: a\n    name: A\n    unit: "%"\n    source: I.1\n${lines}`;
const task = (due: string) => `tasks:\n  - id: a\n    title: A\n    source: I.1\n    due: ${due}\n`;
const claim = (keys: string) => `claims:\n  - { text: t, source: I.1, ${keys} }\n`;

describe('each fault of form says what was found, what is expected and how to mend it', () => {
  test.each([
    // additionalProperties
    ['notes: x\n', '1:1 unknown key “notes”; did you mean “note”?'],
    [indicator('    partners: [a]\n'), /^6:5 unknown key “partners”; valid here: id, measure,/],
    [indicator('    trọng: 1\n'), /^6:5 unknown key “trọng”; valid here: id,/],
    // A missing key that is misspelt is one fault.
    [
      'tasks:\n  - { id: a, name: A, due: 2024, source: I.1 }\n',
      '2:14 unknown key “name”; did you mean “title”?',
    ],
    [
      'tasks:\n  - { id: a, title: A, deadline: 2024, source: I.1 }\n',
      '2:24 unknown key “deadline”; did you mean “due”?',
    ],
    // required
    [
      'tasks:\n  - id: a\n    title: A\n    due: 2024\n',
      '2:5 the task “a” has no “source”; add “source:”, such as III.3.d',
    ],
    [
      'tasks:\n  - title: A\n    due: 2024\n    source: x\n',
      '2:5 task no. 1 has no “id”; add “id:”',
    ],
    [indicator('    parts:\n      - { id: b }\n'), '7:11 the part “b” has no “name”; add “name:”'],
    // type
    [
      indicator('    lead: so-tttt\n'),
      '6:11 “lead” must be a list, but this is text; write [so-tttt]',
    ],
    [
      indicator('    targets: 98\n'),
      '6:14 “targets” must be a map of keys and values, such as { 2024: 98, 2025: 100 }, but this is a number',
    ],
    [indicator('    note: 12\n'), '6:11 “note” must be text, but this is a number; write "12"'],
    [indicator('    note: true\n'), '6:11 “note” must be text, but this is true or false'],
    [
      'indicators: [text]\n',
      '1:14 each entry of “indicators” must be a map of keys and values, but this is text',
    ],
    ['indicators:\n', '1:12 “indicators” is empty; write a list, or leave the key out'],
    ['groups: [a]\n', '1:1 “groups” must be a map of keys and values, but this is a list'],
    // minLength, minItems, minProperties, maxProperties, uniqueItems
    [indicator('    note: ""\n'), '6:11 “note” is empty; write text, or leave the key out'],
    [indicator('    parts: []\n'), '6:5 “parts” needs at least 1 entry, or leave the key out'],
    [
      indicator('    targets: {}\n'),
      '6:5 “targets” needs at least 1 entry, such as { 2024: 98, 2025: 100 }, or leave the key out',
    ],
    [indicator('    lead: [a, b, a]\n'), '6:18 “a” is in “lead” twice; keep one'],
    // enum and const
    [
      indicator('    origin: Local\n'),
      '6:13 “origin” is “Local”; valid here: national, local; did you mean “local”?',
    ],
    [indicator('    every: quarter\n'), '6:12 “every” is “quarter”; valid here: year'],
    ['decimal: ;\n', '1:10 “decimal” is “;”; valid here: “,”, “.”'],
    // pattern: targets, baselines, codes, years
    [
      indicator('    targets: { 2024: trên 50% }\n'),
      '6:22 “trên 50%” is no target; did you mean "> 50"?',
    ],
    [
      indicator('    targets: { 2024: cao }\n'),
      /^6:22 “cao” is no target; write a number \(at least\), "> 50",/,
    ],
    [indicator('    targets: { 2024: true }\n'), '6:22 “true” is no target; did you mean “done”?'],
    [
      indicator('    targets: { 2024: [5] }\n'),
      /^6:16 “2024” must be a number or text, such as 98, but this is a list$/,
    ],
    [
      indicator('    targets: { năm 2024: 5 }\n'),
      '6:16 “năm 2024” is no year; keys here are years such as 2025; did you mean “2024”?',
    ],
    [indicator('    targets: { 2024: 1e300 }\n'), /^6:22 “1e300” is no target; write a number/],
    [
      indicator('    targets: { 2024: 80 }\n    baseline: { 2023: 60% }\n'),
      '7:23 “60%” is for milestones, but the targets of “a” are numbers; write 60',
    ],
    [
      indicator('    baseline: { 2023: 160% }\n'),
      '6:23 “160%” is more than the whole of a milestone; write at most 100%, or done',
    ],
    [
      indicator('    per: 1000\n'),
      '6:10 a: “per” is 1000, but “%” is per 100 already; leave “per” out',
    ],
    [indicator('    whole: max\n'), '6:12 “whole” is “max”; valid here: sum, ratio, mean, lowest'],
    ['agencies: { so: { nme: Sở } }\n', '1:19 unknown key “nme”; did you mean “name”?'],
    [
      'agencies: { so: { members: [a] } }\n',
      '1:13 the agency “so” has no “name”; add “name:”, such as "Các sở, ban, ngành"',
    ],
    [indicator('    baseline: { 2023: "8,2" }\n'), '6:23 “8,2” is no value; did you mean “8.2”?'],
    [
      indicator('    group: Chính quyền số\n'),
      /^6:12 “Chính quyền số” in “group” is no code; .* did you mean “chinh-quyen-so”\?$/,
    ],
    [
      indicator('    lead: [Sở TT&TT]\n'),
      /^6:12 “Sở TT&TT” in “lead” is no code; .* did you mean “so-tt-tt”\?$/,
    ],
    [
      'agencies: { Sở Y tế: Sở Y tế }\n',
      /^1:13 “Sở Y tế” in “agencies” is no code; .* did you mean “so-y-te”\?$/,
    ],
    [
      indicator('    waived: [{ year: 24, until: 2024-12-31, reason: r, decision: d }]\n'),
      '6:22 “24” in “year” is no year; write four digits, 2025',
    ],
    [
      indicator('    waived: [{ until: 31/12/2024, reason: r, decision: d }]\n'),
      '6:23 “31/12/2024” in “until” is no date; did you mean “2024-12-31”?',
    ],
    // due
    [task('Tháng 7/2024'), '5:10 “Tháng 7/2024” is no due date; did you mean “2024-07”?'],
    [task('sớm'), /^5:10 “sớm” is no due date; write 2024, 2024-07, /],
    [
      task('[2024]'),
      /^5:5 “due” must be a whole number, text or a map of keys and values, such as/,
    ],
    [task('{ yearly: [6-30] }'), '5:21 “6-30” is no day of the year; did you mean “06-30”?'],
    [task('{ yearly: [30/6] }'), '5:21 “30/6” is no day of the year; did you mean “06-30”?'],
    [task('{ by: 2024-05 }'), '5:12 “by” needs “then” beside it'],
    [task('{ by: 2024-05, than: continuous }'), '5:25 unknown key “than”; did you mean “then”?'],
    [
      task('{ by: tháng 5/2024, then: continuous }'),
      '5:16 “tháng 5/2024” is no due date; did you mean “2024-05”?',
    ],
    [
      task('{ per: x, by: 2024, then: continuous }'),
      '5:5 “per” must be alone; remove the other keys beside it',
    ],
    [task('{}'), /^5:5 “due” needs at least 1 entry, such as/],
    [task('19'), /^5:10 “19” is no due date; write/],
    // anyOf and dependentRequired: claims
    [claim('equals: 3'), '2:7 claim no. 1 needs one of count, counted or indicator'],
    [claim('count: indicators'), '2:29 “count” needs “equals” beside it'],
    [
      claim('indicator: a'),
      ['2:29 “indicator” needs “year” beside it', '2:29 “indicator” needs “target” beside it'],
    ],
    [claim('cuont: indicators, equals: 3'), '2:29 unknown key “cuont”; did you mean “count”?'],
    [claim('counted: -1, equals: 3'), '2:38 “counted” is -1; it must be >= 0'],
    [
      claim('year: 2024, target: 5'),
      ['2:29 “year” needs “indicator” beside it', '2:41 “target” needs “indicator” beside it'],
    ],
  ])('%s', (body, expected) => {
    const found = faults(body);
    if (expected instanceof RegExp) {
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(expected);
    } else expect(found).toEqual([expected].flat());
  });

  test('all of them in one go, in Vietnamese too', () => {
    const body = `${indicator('    targets: { 2024: khoảng 5% }\n    lead: a\n')}tasks:\n  - title: A\n`;
    expect(faults(body, 'vi')).toEqual([
      '6:22 “khoảng 5%” không phải mục tiêu; có phải ý là "~ 5"?',
      '7:11 “lead” phải là danh sách, nhưng ở đây là văn bản; hãy viết [a]',
      '9:5 nhiệm vụ thứ 1 thiếu “id”; hãy thêm “id:”',
      '9:5 nhiệm vụ thứ 1 thiếu “due”; hãy thêm “due:”, ví dụ 2024-07',
      '9:5 nhiệm vụ thứ 1 thiếu “source”; hãy thêm “source:”, ví dụ III.3.d',
    ]);
  });

  test('a file of another version is told so and nothing else', () => {
    const { findings } = readPlan('x.yaml', 'format: plan/2\nindicators: 5\n');
    expect(findings.map(({ message }) => say(message, SPEECH.en))).toEqual([
      'this file\'s format is “plan/2”; this program reads "format: plan/1"',
    ]);
  });

  test.each([
    ['period: 22-25', '22-25” is no period; write a year, 2024, or 2022..2025'],
    ['period: 2022-2025', '2022-2025” is no period; did you mean “2022..2025”?'],
    ['issued: 15/4/2024', '15/4/2024” in “issued” is no date; did you mean “2024-04-15”?'],
    ['issued: 2024', '2024” in “issued” is no date; write year, month and day, 2024-04-15'],
    ['issued:', 'issued” is empty; write text'],
  ])('%s', (line, said) => {
    const key = line.slice(0, line.indexOf(':') + 1);
    const text = HEAD.replace(new RegExp(`^${key}.*$`, 'm'), line);
    expect(readPlan('x.yaml', text).findings.map(({ message }) => say(message, SPEECH.en))).toEqual(
      [`“${said}`],
    );
  });

  test('a suggestion can be written in place of what was found', () => {
    const text = `${HEAD}${indicator('    targets: { 2024: trên 50% }\n    lead: a\n    note: 12\n')}`;
    const { findings } = readPlan('x.yaml', text);
    const lines = text.split('\n');
    for (const { place, suggestion } of [...findings].reverse()) {
      const line = lines[place.line - 1]!;
      lines[place.line - 1] =
        line.slice(0, place.column - 1) + suggestion + line.slice(place.endColumn - 1);
    }
    expect(findings).toHaveLength(3);
    expect(readPlan('x.yaml', lines.join('\n')).findings).toEqual([]);
  });
});

describe('catalogues are told of in their own words', () => {
  test('a measure', async () => {
    const text =
      'format: measures/1\nmeasures:\n  - { code: a, name: A, direction: upp, kind: share }\n';
    const { findings, list } = await readMeasures('m.yaml', text);
    expect(findings.map(({ message }) => say(message, SPEECH.en)).sort()).toEqual(
      [
        'the measure “a” has no “name-en”; add “name-en:”, such as Digital economy as a share of GRDP',
        'the measure “a” has no “definition”; add “definition:”, such as Số người trưởng thành có điện thoại thông minh trên dân số trưởng thành.',
        '“direction” is “upp”; valid here: up, down; did you mean “up”?',
        'the measure “a” has no “unit”; add “unit:”',
      ].sort(),
    );
    expect(list).toEqual([]);
  });

  test('an area', async () => {
    const text =
      'format: areas/1\nareas:\n  - { code: a, name: A, name-en: A, type: city, gso: 48x, successor: b }\n';
    const { findings } = await readAreas('a.yaml', text);
    expect(findings.map(({ message }) => say(message, SPEECH.en)).sort()).toEqual(
      [
        '“successor” needs “valid-to” beside it',
        "“48x” does not fit “gso”: Code of Vietnam's General Statistics Office, quoted so that its zeros stay; left out where there is none.",
      ].sort(),
    );
  });

  test('an area that ends on no day, or before it begins', async () => {
    const area = (code: string, days: string) =>
      `  - { code: ${code}, name: A, name-en: A, type: city, ${days} }\n`;
    const text = `format: areas/1\nareas:\n${area('a', 'valid-to: 2025-06-31')}${area('b', 'valid-from: 2025-07-01, valid-to: 2025-06-30')}`;
    const { findings } = await readAreas('a.yaml', text);
    expect(findings.map(({ rule, place, message }) => [place.line, rule, message.code])).toEqual([
      [3, 'impossible-date', 'impossible-date'],
      [4, 'impossible-date', 'inverted-window'],
    ]);
  });
});
