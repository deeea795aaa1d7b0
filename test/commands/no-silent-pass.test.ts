import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
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
