import { expect, test } from 'vitest';
import { checkReport } from '../../../src/check-report.ts';
import { renderJunit } from '../../../src/formats/findings/junit.ts';
import { SPEECH } from '../../speech.ts';
import { CLEAN, CSV, emptyReport, PLAN, sampleReport, suppressed, withText } from './samples.ts';
import { parseXml } from './xml.ts';

const suites = (report = sampleReport()) =>
  parseXml([...renderJunit(report, { speech: SPEECH.en, command: 'check' })].join(''));

test('a suite a file, counted', () => {
  const root = suites();
  expect(root.attributes).toEqual({
    name: 'dti-eval check',
    tests: '6',
    failures: '3',
    errors: '0',
    skipped: '1',
  });
  expect(
    root.children.map(({ attributes: a }) => [a.name, a.tests, a.failures, a.skipped]),
  ).toEqual([
    [CLEAN, '1', '0', '0'],
    [CSV, '3', '1', '1'],
    [PLAN, '2', '2', '0'],
  ]);
});

test('errors and warnings fail, infos pass, suppressed ones are skipped', () => {
  const outcomes = suites().children.map(({ children }) =>
    children.map((testcase) => testcase.children[0]?.name ?? 'passed'),
  );
  expect(outcomes).toEqual([
    ['passed'],
    ['system-out', 'skipped', 'failure'],
    ['failure', 'failure'],
  ]);
});

test('a failure names its place and the rival place', () => {
  const failure = suites().children[2]!.children[1]!.children[0]!;
  expect(failure.attributes.type).toBe('error');
  expect(failure.text.split('\n')).toEqual([
    expect.stringContaining(`${PLAN}:5:9: error duplicate-key `),
    `${PLAN}:3:9: first here`,
  ]);
});

test('without findings, and without files, it is still a document', () => {
  expect(suites(emptyReport()).children).toEqual([]);
  expect(suites(emptyReport(['a.yaml'])).children[0]!.children).toHaveLength(1);
});

test('a finding in a file that could not be read has its suite', () => {
  expect(suites(checkReport([], [withText('x')], [])).children).toHaveLength(1);
});

test('any text is escaped, and what XML cannot hold is removed', () => {
  const text = `<a href="x">&amp;'\u0000\u0008\uFFFF\uD800</a>`;
  const left = `<a href="x">&amp;'</a>`;
  const failure = suites(checkReport([], [withText(text)], [])).children[0]!.children[0]!
    .children[0]!;
  expect(failure.attributes.message).toContain(left);
  expect(
    renderJunit(checkReport([], [withText(text)], []), { speech: SPEECH.en, command: 'check' }),
  ).not.toContain('\u0000');
  const reason = 'first\nsecond\t<';
  const skipped = { ...suppressed(withText('x')), suppression: { by: 'plan', reason } } as const;
  const outcome = suites(checkReport([], [], [skipped])).children[0]!.children[0]!.children[0]!;
  expect(outcome.attributes.message).toBe(reason);
});
