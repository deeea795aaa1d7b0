import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { checkReport } from '../../../src/check-report.ts';
import { renderConcise } from '../../../src/formats/findings/concise.ts';
import { renderPretty } from '../../../src/formats/findings/pretty.ts';
import { SPEECH } from '../../speech.ts';
import {
  context,
  duplicate,
  emptyReport,
  PLAN,
  sampleReport,
  suppressed,
  unknownKey,
  withText,
} from './samples.ts';

const twoErrors = () =>
  checkReport([PLAN], [duplicate(), unknownKey()], [suppressed(withText('x'))]);

test('each finding has its message, its frame and its related places; a summary closes', () => {
  expect(renderPretty(twoErrors(), context()).split('\n')).toEqual([
    'plans/đà nẵng.yaml:4:5: error schema',
    '  unknown key “tagets”; did you mean “targets”?',
    '  4 │     tagets: { 2024: 98 }',
    '    │     ^^^^^^',
    '',
    'plans/đà nẵng.yaml:5:9: error duplicate-key',
    '  the key “cqs-2” appears here a second time; keep one of them',
    '  5 │   - id: cqs-2',
    '    │         ^^^^^',
    '',
    '  plans/đà nẵng.yaml:3:9: first here',
    '  3 │   - id: cqs-2',
    '    │         ^^^^^',
    '',
    'Found 2 errors in 1 file; 1 finding suppressed.',
    '',
  ]);
});

test('the same in Vietnamese', () => {
  const lines = renderPretty(twoErrors(), context({ speech: SPEECH.vi })).split('\n');
  expect(lines[0]).toBe('plans/đà nẵng.yaml:4:5: lỗi schema');
  expect(lines[1]).toContain('có phải ý là “targets”?');
  expect(lines.at(-2)).toBe('Kết quả kiểm tra 1 tệp: 2 lỗi; bỏ qua 1 phát hiện.');
});

test('colour adds nothing but colour', () => {
  const plain = renderPretty(sampleReport(), context());
  const coloured = renderPretty(sampleReport(), context({ color: true }));
  expect(coloured).toContain('\u001B[31m');
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test('no line is wider than the terminal or ends in spaces', () => {
  const long = withText('x', { place: { ...unknownKey().place, column: 150, endColumn: 155 } });
  const report = checkReport([PLAN], [long, unknownKey()], []);
  const excerptOf = () => `${'    tỷ lệ 越南 '.repeat(30)}`;
  for (const width of [40, 80, 120]) {
    const lines = renderPretty(report, context({ width, excerptOf })).split('\n');
    for (const line of lines) {
      expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(line).toBe(line.trimEnd());
    }
  }
});

test('a file that cannot be shown has no frame', () => {
  const text = renderPretty(sampleReport(), context({ excerptOf: () => undefined }));
  expect(text).not.toContain('│');
  expect(text).toContain(`${PLAN}:4:5: error schema`);
});

test('a suggestion is said where the message does not say it, and never twice', () => {
  const silent = { ...withText('x'), suggestion: '2024' };
  const text = renderPretty(checkReport([PLAN], [silent, unknownKey()], []), context());
  expect(text).toContain('\n  did you mean “2024”?\n');
  expect(text.match(/targets/g)).toHaveLength(1);
});

test('nothing in a file can steer the terminal', () => {
  const finding = withText('\u001B[2J\u009B', {
    place: { ...unknownKey().place, file: 'a\u0007' },
  });
  const report = checkReport([], [finding], []);
  for (const render of [renderPretty, renderConcise]) {
    const text = render(report, context());
    expect(text).toContain('<U+001B>[2J<U+009B>');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not appear.
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
  }
});

test('a clean run says so', () => {
  expect(renderPretty(emptyReport(['a', 'b']), context())).toBe('Found nothing in 2 files.\n');
  expect(renderPretty(emptyReport(['a']), context({ speech: SPEECH.vi }))).toBe(
    'Kết quả kiểm tra 1 tệp: không có phát hiện nào.\n',
  );
});

test('concise is one line a finding with the level as its code', () => {
  expect(renderConcise(sampleReport(), context({ speech: SPEECH.vi })).split('\n')).toEqual([
    expect.stringMatching(/^plans\/danang\.results\.csv:2:1: info csv-source ./),
    expect.stringMatching(/^plans\/danang\.results\.csv:3:12: warning csv-mixed-decimals ./),
    expect.stringMatching(/^plans\/đà nẵng\.yaml:4:5: error schema ./),
    expect.stringMatching(/^plans\/đà nẵng\.yaml:5:9: error duplicate-key ./),
    '',
  ]);
  expect(
    renderConcise(checkReport([], [withText('a\nb')], []), context()).split('\n'),
  ).toHaveLength(2);
});
