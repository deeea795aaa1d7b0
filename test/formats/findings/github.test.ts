import { expect, test } from 'vitest';
import { checkReport } from '../../../src/check-report.ts';
import { renderGithub } from '../../../src/formats/findings/github.ts';
import { STEP_SUMMARY_BYTES, stepSummary } from '../../../src/formats/findings/step-summary.ts';
import { SPEECH } from '../../speech.ts';
import { context, duplicate, emptyReport, many, sampleReport, withText } from './samples.ts';

const annotations = (text: string, command: string) =>
  text.split('\n').filter((line) => line.startsWith(`::${command} `));

test('annotations are commands, the worst first', () => {
  const lines = renderGithub(sampleReport(), context()).trimEnd().split('\n');
  expect(lines.map((line) => line.slice(0, line.indexOf(' ')))).toEqual([
    '::error',
    '::error',
    '::warning',
    '::notice',
  ]);
  expect(lines[0]).toMatch(
    /^::error file=plans\/đà nẵng\.yaml,line=4,col=5,endLine=4,endColumn=11,title=schema::./,
  );
});

test('the rival of a finding is in its annotation', () => {
  const text = renderGithub(checkReport([], [duplicate()], []), context());
  expect(text).toContain('%0Afirst here: plans/đà nẵng.yaml:3:9\n');
});

test('what would end a property or a command is escaped', () => {
  const place = { file: './a:b,c%\n.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };
  const text = renderGithub(
    checkReport([], [withText('50% a:b, ::error::', { place })], []),
    context(),
  );
  expect(text).toMatch(/^::error file=a%3Ab%2Cc%25%0A\.yaml,line=1,/);
  expect(text).toContain('50%25 a:b, ::error::');
  expect(text.trimEnd()).not.toContain('\n');
});

test('a place over several lines has no columns, which GitHub would refuse', () => {
  const place = { file: 'a.yaml', line: 2, column: 3, endLine: 4, endColumn: 1 };
  const text = renderGithub(checkReport([], [withText('x', { place })], []), context());
  expect(text).toMatch(/^::error file=a\.yaml,line=2,endLine=4,title=schema::/);
});

test('within the limits nothing is dropped', () => {
  const full = checkReport(
    [],
    [...many(10, 'error'), ...many(10, 'warning'), ...many(10, 'info')],
    [],
  );
  const text = renderGithub(full, context());
  expect(text.trimEnd().split('\n')).toHaveLength(30);
  expect(text).not.toContain('::group::');
});

test('beyond the limits it says what was dropped, and the log lists it', () => {
  const findings = [...many(12, 'error'), ...many(3, 'warning'), ...many(10, 'info')];
  const text = renderGithub(checkReport([], findings, []), context());
  expect(annotations(text, 'error')).toHaveLength(10);
  expect(annotations(text, 'warning')).toHaveLength(3);
  const notices = annotations(text, 'notice');
  expect(notices).toHaveLength(10);
  expect(notices.at(-1)).toContain('not shown: 2 errors and 1 info');
  const [, group = ''] = /::group::.*\n([\s\S]*)::endgroup::\n$/.exec(text) ?? [];
  expect(group.trimEnd().split('\n')).toHaveLength(3);
  expect(group).toContain(':11:1: error schema');
});

test('the list in the log obeys no command that a file holds', () => {
  const place = { file: '::error::a', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const findings = Array.from({ length: 11 }, () => withText('##[error]x', { place }));
  const plain = renderGithub(checkReport([], findings, []), context())
    .split('\n')
    .filter((line) => line.startsWith('- '));
  expect(plain).toHaveLength(1);
  expect(plain[0]).not.toContain('##[');
});

test('the step summary is one table, the worst first', () => {
  const lines = stepSummary(sampleReport(), context()).split('\n');
  expect(lines[0]).toBe('## Check of the plan files');
  expect(lines[2]).toBe('Found 2 errors, 1 warning and 1 info in 3 files; 1 finding suppressed.');
  expect(lines.slice(4, 6)).toEqual([
    '| Level | Place | Rule | Message |',
    '| --- | --- | --- | --- |',
  ]);
  expect(lines.slice(6, 10).map((line) => line.split(' | ')[0])).toEqual([
    '| error',
    '| error',
    '| warning',
    '| info',
  ]);
  expect(stepSummary(emptyReport(['a']), context())).toBe(
    '## Check of the plan files\n\nFound nothing in 1 file.\n',
  );
});

test('a step summary ends at a whole row below its limit and says how many were left out', () => {
  const count = 20_000;
  const report = checkReport([], many(count, 'error'), []);
  for (const lang of ['en', 'vi'] as const) {
    const text = stepSummary(report, context({ speech: SPEECH[lang] }));
    const size = Buffer.byteLength(text);
    expect(size).toBeLessThanOrEqual(STEP_SUMMARY_BYTES);
    expect(size).toBeGreaterThan(STEP_SUMMARY_BYTES - 500);
    const rows = text.split('\n').filter((line) => /^\| (error|lỗi) /.test(line));
    expect(rows.every((row) => row.endsWith(' |'))).toBe(true);
    const leftOut = count - rows.length;
    const [, said = ''] = /(\d+[.,]\d+)[^|]*\n$/.exec(text) ?? [];
    expect(Number(said.replace(/[.,]/, ''))).toBe(leftOut);
  }
});

test('a text of a file becomes no markup in the summary', () => {
  const text = stepSummary(
    checkReport([], [withText('a|b <img src=x> `c` [d](https://e) @f')], []),
    context(),
  );
  const row = text.split('\n').find((line) => line.startsWith('| error'))!;
  expect(row.replaceAll('\\|', '').match(/\|/g)).toHaveLength(5);
  expect(row).not.toMatch(/(?<!\\)[`<[](?!!)/);
});
