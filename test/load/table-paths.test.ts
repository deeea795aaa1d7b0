import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { tablesAt } from '../../src/load/table-paths.ts';
import { UsageError } from '../../src/usage-error.ts';

const cwd = mkdtempSync(path.join(tmpdir(), 'dti-eval-tables-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
mkdirSync(path.join(cwd, 'in', 'quan'), { recursive: true });
for (const name of [
  'in/b.xlsx',
  'in/a.csv',
  'in/~$b.xlsx',
  'in/p.progress.csv',
  'in/note.txt',
  'in/quan/c.xlsx',
])
  writeFileSync(path.join(cwd, name), '');
mkdirSync(path.join(cwd, 'empty'));

describe('the tables that names stand for', () => {
  test.each([
    [['in'], ['in/a.csv', 'in/b.xlsx', 'in/quan/c.xlsx']],
    [['in/*.xlsx'], ['in/b.xlsx']],
    [
      ['in/b.xlsx', 'in'],
      ['in/b.xlsx', 'in/a.csv', 'in/quan/c.xlsx'],
    ],
    [['in/note.txt'], ['in/note.txt']],
  ])('%j', async (names, tables) => {
    expect(await tablesAt(names, 'results', cwd)).toEqual(tables);
  });

  test('are of the kind asked for', async () => {
    expect(await tablesAt(['in/*.csv'], 'progress', cwd)).toEqual([
      'in/a.csv',
      'in/p.progress.csv',
    ]);
  });

  test.each([
    ['empty', 'folder-without-tables'],
    ['in/*.ods', 'nothing-matches'],
    ['in/x.csv', 'file-missing'],
  ])('%s stands for nothing', async (name, code) => {
    const refused = tablesAt([name], 'results', cwd);
    await expect(refused).rejects.toBeInstanceOf(UsageError);
    await expect(refused).rejects.toMatchObject({ said: { code } });
  });
});
