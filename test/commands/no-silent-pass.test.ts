import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const PLAN = `format: plan/1
id: p
title: Kế hoạch thử
document: 1/KH-UBND
issued: 2024-01-15
area: danang
period: 2024
agencies: { so: Sở Thông tin và Truyền thông }
groups: { g: Kinh tế số }
indicators:
  - { id: a-1, name: Tỷ lệ A, group: g, unit: "%", targets: { 2024: 80 }, lead: [so], source: I.1 }
`;
const HEADER = 'indicator,period,value,source\n';

async function check(files: Record<string, string>, change?: (folder: string) => void) {
  const cwd = temporaryFolder(files);
  change?.(cwd);
  const { stdout, stderr, code } = await run(['check', '.', '-f', 'concise'], { cwd });
  return { said: stdout.trimEnd().split('\n'), stderr, code };
}

describe('a file beside a plan whose name is nearly that of a table is told', () => {
  test.each([
    ['p.results.csv.txt', 'p.results.csv'],
    ['p_results.csv', 'p.results.csv'],
    ['p-results.csv', 'p.results.csv'],
    ['p.results (1).csv', 'p.results.csv'],
    ['p.results.tsv', 'p.results.csv'],
    ['p.results.ods', 'p.results.xlsx'],
    ['p.kết-quả.csv', 'p.results.csv'],
    ['p.progres.csv', 'p.progress.csv'],
    ['p.progess.csv', 'p.progress.csv'],
    ['p.resluts.csv', 'p.results.csv'],
    ['p_rezults.xlsx', 'p.results.xlsx'],
    ['p.results.cvs', 'p.results.csv'],
    ['p.results.xlsx.csv', 'p.results.csv'],
    ['p.results.csv.csv', 'p.results.csv'],
  ])('%s', async (name, wanted) => {
    const { said } = await check({ 'p.yaml': PLAN, [name]: HEADER });
    expect(said).toEqual([expect.stringContaining(`${name}:1:1: warning csv-unchecked`)]);
    expect(said[0]).toContain(`save it as ${wanted}`);
  });

  test('but not one of another plan, nor any other', async () => {
    const other = PLAN.replace('id: p', 'id: p-results');
    const files = { 'p.yaml': PLAN, 'p-results.yaml': other, 'p-results.results.csv': HEADER };
    expect((await check({ ...files, 'p.resultsheet.csv': '', 'p.md': '' })).said).toEqual(['']);
  });
});

describe('a table named as its plan but for case or composition is read, and nothing else is said', () => {
  const UNREAD = `${HEADER}a-1,2024,x,y\n`;
  const nfc = 'kế-hoạch';
  test.each([
    ['P.results.csv', 'p.yaml'],
    ['p.RESULTS.CSV', 'p.yaml'],
    ['p.results.csv', 'p.YAML'],
    [`${nfc.normalize('NFD')}.results.csv`, `${nfc}.yaml`],
    [`${nfc}.results.csv`, `${nfc.normalize('NFD')}.yaml`],
  ])('%s beside %s', async (table, plan) => {
    const { said, code } = await check({ [plan]: PLAN, [table]: UNREAD });
    const errors = said.filter((one) => one.includes(': error '));
    expect(errors).toEqual([expect.stringContaining(`${table}:2:10: error csv-number`)]);
    expect(code).toBe(1);
    const cwd = temporaryFolder({ [plan]: PLAN, [table]: UNREAD });
    const named = await run(['check', table, '-f', 'concise'], { cwd });
    expect(named.stdout.trimEnd().split('\n')).toEqual(errors);
  });

  test('unless one of the very name is there', async () => {
    const files = { 'p.yaml': PLAN, 'p.results.csv': HEADER, 'P.Results.CSV': UNREAD };
    const { said } = await check(files);
    expect(said).toEqual([
      expect.stringContaining('P.Results.CSV:1:1: warning csv-unchecked nothing reads this file'),
    ]);
  });

  test('and told where there is no such plan', async () => {
    const { said } = await check({ 'p.yaml': PLAN, 'Q.Results.CSV': HEADER });
    expect(said).toEqual([expect.stringContaining('Q.Results.CSV:1:1: error csv-unchecked')]);
  });
});

describe('a plan that nothing can be read of is told by check and refused by status', () => {
  const asFile = (text: string) => (folder: string) =>
    writeFileSync(path.join(folder, 'q.yaml'), text);
  const asLink = (folder: string) => symlinkSync('nowhere', path.join(folder, 'q.yaml'));
  test.each<[string, (folder: string) => void, string]>([
    ['emptied', asFile(''), 'the file is empty'],
    ['emptied but for blanks', asFile('\n \n'), 'the file is empty'],
    ['of another kind', asFile(`format: plan/1\n${'\0'.repeat(9)}`), 'this is not a text file'],
    ['a dangling link', asLink, 'this link leads to no file'],
  ])('%s', async (_, make, expected) => {
    for (const tables of [{}, { 'q.results.csv': HEADER }]) {
      const files = { 'p.yaml': PLAN, ...tables };
      const { said, code } = await check(files, make);
      expect(said).toEqual([expect.stringContaining(expected)]);
      expect(said[0]).toMatch(/^q\.yaml:1:1: error /);
      expect(code).toBe(1);
      const cwd = temporaryFolder(files);
      make(cwd);
      const status = await run(['status', '.'], { cwd });
      expect([status.code, status.stdout]).toEqual([2, '']);
      expect(status.stderr).toContain('q.yaml');
    }
  });

  test('but an empty file where no plan lies is others’', async () => {
    expect((await check({ 'plans/p.yaml': PLAN, 'q.yaml': '' })).said).toEqual(['']);
  });
});

test('a NUL in what is a text otherwise is told where it stands', async () => {
  const { said, code } = await check({ 'p.yaml': PLAN.replace('id: p', 'id: \0p') });
  expect(said).toEqual([
    expect.stringMatching(/^p\.yaml:2:5: error file-encoding a NUL character/),
  ]);
  expect(code).toBe(1);
});

describe('a table that is no file is told as what it is', () => {
  test.each<[string, (file: string) => void, string]>([
    ['a folder', (file) => mkdirSync(file), 'this is a folder'],
    ['a dangling link', (file) => symlinkSync('nowhere', file), 'this link leads to no file'],
    ['a pipe', (file) => execFileSync('mkfifo', [file]), 'this is a pipe or device'],
  ])('%s', async (_, make, expected) => {
    const { said, code } = await check({ 'p.yaml': PLAN }, (folder) =>
      make(path.join(folder, 'p.results.csv')),
    );
    expect(said).toEqual([expect.stringContaining(expected)]);
    expect(code).toBe(1);
  });
});

test('a plan that lost its first line is a plan, and others’ YAML is none', async () => {
  const lost = PLAN.replace('format: plan/1\n', '');
  const files = { 'p.yaml': PLAN, 'q.yaml': lost.replace('id: p', 'id: q') };
  const { said, code } = await check({ ...files, 'x.yaml': 'document: a\ntitle: b\nid: c\n' });
  expect(said).toEqual([expect.stringMatching(/^q\.yaml:1:1: error schema .*“format”/)]);
  expect(code).toBe(1);
});

test('an empty path is refused wherever one is asked for', async () => {
  const cwd = temporaryFolder({ 'p.yaml': PLAN });
  for (const option of ['--results', '--catalogue', '--output']) {
    const { code, stderr } = await run(['status', 'p.yaml', option, ''], { cwd });
    expect([option, code]).toEqual([option, 2]);
    expect(stderr).toContain('empty');
  }
  const { code, stderr } = await run(['collect', 'p.yaml', ''], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('a path is empty');
});

describe('a conflict that git left in a table', () => {
  test('is one finding, and the first version is read', async () => {
    const rows = '<<<<<<< HEAD\na-1,2024,80,x\n=======\na-1,2024,81,x\n>>>>>>> b\na-1,2023,70,x\n';
    const { said, code } = await check({ 'p.yaml': PLAN, 'p.results.csv': HEADER + rows });
    expect(said).toEqual([
      expect.stringMatching(/^p\.results\.csv:2:1: error csv-syntax git left/),
    ]);
    expect(code).toBe(1);
  });
});

describe('letters that look like others', () => {
  test('are named and read, in codes of a plan and of its tables', async () => {
    const plan = PLAN.replace('id: a-1', 'id: \u0430-1').replace('[so]', '[s\u043e]');
    const { said, code } = await check({
      'p.yaml': plan,
      'p.results.csv': `${HEADER}\u0430-1,2024,80,x\na-1\u200b,2023,70,x\n`,
    });
    expect(said.map((one) => one.split(' ')[2])).toEqual([
      'look-alike-letter',
      'stray-character',
      'look-alike-letter',
      'look-alike-letter',
    ]);
    expect(code).toBe(0);
  });

  test('a no-break space in a text is told once', async () => {
    const { said } = await check({ 'p.yaml': PLAN.replace('Sở Thông', 'Sở\u00a0Thông') });
    expect(said).toEqual([expect.stringContaining('stray-character U+00A0')]);
  });
});

test('a number where only a text stands is to be put in quotes as written, and nothing else', async () => {
  for (const number of ['1.10', '1.100', '12.050']) {
    const { said } = await check({ 'p.yaml': PLAN.replace('I.1 }', `${number} }`) });
    expect(said).toEqual([expect.stringMatching(/error schema .* must be text/)]);
    expect(said[0]).toContain(`write "${number}"`);
  }
});

test('SARIF of a flooded table lists as many findings as services take, and says how many there are', async () => {
  const rows = Array.from({ length: 26_000 }, (_, at) => `a-1,2024,x${at},y\n`);
  const cwd = temporaryFolder({ 'p.yaml': PLAN, 'p.results.csv': HEADER + rows.join('') });
  const { stdout, stderr, code } = await run(['check', '.', '-f', 'sarif'], { cwd });
  const [{ results, invocations }] = JSON.parse(stdout).runs;
  expect([results.length, results[0].level, code]).toEqual([25_000, 'error', 1]);
  expect(invocations[0].toolExecutionNotifications[0].message.text).toContain('25000 of 26000');
  expect(stderr).toContain('25,000 of 26,000');
});
