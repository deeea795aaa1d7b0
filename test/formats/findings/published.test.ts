import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsOfGitlab, faultsOfJunit, faultsOfSarif } from '../../../scripts/fuzz/published.mjs';
import { type CheckReport, checkReport } from '../../../src/check-report.ts';
import { renderGitlab } from '../../../src/formats/findings/gitlab.ts';
import { renderJunit } from '../../../src/formats/findings/junit.ts';
import { renderSarif } from '../../../src/formats/findings/sarif.ts';
import { run } from '../../run.ts';
import {
  context,
  emptyReport,
  many,
  sampleReport,
  suppressed,
  unknownKey,
  withText,
} from './samples.ts';

const FAULTS = {
  sarif: (text: string) => faultsOfSarif(JSON.parse(text)),
  gitlab: (text: string) => faultsOfGitlab(JSON.parse(text)),
  junit: faultsOfJunit,
};
const RENDER = { sarif: renderSarif, gitlab: renderGitlab, junit: renderJunit };
const NAMES = ['sarif', 'gitlab', 'junit'] as const;

const written = (name: (typeof NAMES)[number], report: CheckReport) =>
  [...RENDER[name](report, context())].join('');

const { place } = unknownKey();
const mended = {
  ...unknownKey(),
  fix: { class: 'safe', edits: [{ place, text: 'targets' }] },
} as const;
const ODD = `<a href="x">&amp;]]>{0}[x](1)\u0000\u001b\u2028\uFFFF\uD800</a>`;

describe.each(NAMES)('%s', (name) => {
  test.each([
    ['without findings', emptyReport()],
    ['of a file without findings', emptyReport(['a.yaml'])],
    ['of every kind of finding', sampleReport()],
    ['with a mend', checkReport([], [mended], [])],
    ['of odd texts', checkReport([ODD], [withText(ODD)], [suppressed(withText(ODD))])],
    ['of an odd file', checkReport([], [withText('x', { place: { ...place, file: ODD } })], [])],
    ['of more than services take', checkReport([], many(26_000, 'error'), [])],
  ])('as its services have published it, %s', (_, report) => {
    expect(FAULTS[name](written(name, report))).toEqual([]);
  });

  const cases = path.resolve(import.meta.dirname, '../../cases');
  const folders = readdirSync(cases).filter((one) =>
    readdirSync(path.join(cases, one)).includes('files'),
  );
  test.each(folders)('of the files of %s', async (folder) => {
    const cwd = path.join(cases, folder, 'files');
    const { stdout } = await run(['check', '.', '-f', name], { cwd });
    expect(FAULTS[name](stdout)).toEqual([]);
  });
});

describe('what is not so published is found', () => {
  const log = () => JSON.parse(written('sarif', sampleReport()));
  const report = () => JSON.parse(written('gitlab', sampleReport()));

  test.each([
    (all: ReturnType<typeof log>) => delete all.runs[0].tool.driver.name,
    (all: ReturnType<typeof log>) => Object.assign(all.runs[0].results[0], { extra: 1 }),
    (all: ReturnType<typeof log>) => Object.assign(all.runs[0].results[0], { ruleIndex: 1 }),
    (all: ReturnType<typeof log>) => {
      all.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = 'a b';
    },
  ])('in SARIF: %#', (change) => {
    const all = log();
    change(all);
    expect(faultsOfSarif(all)).toHaveLength(1);
  });

  test.each([
    (all: ReturnType<typeof report>) => delete all[0].fingerprint,
    (all: ReturnType<typeof report>) => Object.assign(all[0], { severity: 'error' }),
    (all: ReturnType<typeof report>) => Object.assign(all[0], { check_name: '' }),
    (all: ReturnType<typeof report>) => Object.assign(all[0].location.lines, { begin: 0 }),
    (all: ReturnType<typeof report>) => all.push(all[0]),
  ])('in code quality: %#', (change) => {
    const all = report();
    change(all);
    expect(faultsOfGitlab(all)).not.toEqual([]);
  });

  test.each([
    ['<testsuite ', '<suite '],
    [' tests="6"', ' tests=6'],
    [' classname=', ' class='],
    ['<failure ', '<failed '],
    ['&lt;', '<'],
  ])('in JUnit: %s', (from, to) => {
    const text = written('junit', checkReport([], [withText('<a>')], [])).replace(
      'tests="1"',
      'tests="6"',
    );
    expect(text).toContain(from);
    expect(faultsOfJunit(text.replace(from, to))).toHaveLength(1);
  });
});
