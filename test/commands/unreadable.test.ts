import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const PLAN =
  'format: plan/1\nid: p\ntitle: P\ndocument: 1/KH\nissued: 2024-01-01\narea: danang\nperiod: 2024\n';

/** A link to itself cannot be opened by anyone, root included. */
function folderWith(...loops: string[]): string {
  const folder = temporaryFolder({ 'p.yaml': PLAN });
  for (const loop of loops) symlinkSync(loop, path.join(folder, loop));
  return folder;
}

describe('a file that the system refuses gets one line', () => {
  test.each([
    ['status', 'loop.yaml', 'loop.yaml'],
    ['status', '.', 'loop.yaml'],
    ['status', 'p.yaml', 'p.results.csv'],
    ['overdue', 'p.yaml', 'p.progress.csv'],
    ['audit', 'p.yaml', 'p.results.csv'],
    ['report', 'p.yaml', 'p.results.csv'],
    ['explain', 'p.yaml x', 'p.results.csv'],
  ])('%s %s with %s', async (command, words, file) => {
    const cwd = folderWith(file);
    const { stdout, stderr, code } = await run([command, ...words.split(' ')], { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(new RegExp(`^dti-eval: ${file}: cannot be read[^\n]*\n$`));
  });

  test('a folder in place of a file, a file in place of a folder', async () => {
    const cwd = folderWith();
    const folder = await run(['status', 'p.yaml', '--results', '.'], { cwd });
    expect(folder.stderr).toBe('dti-eval: .: no .csv or .xlsx file in this folder\n');
    const file = await run(['status', 'p.yaml', '--catalogue', 'p.yaml'], { cwd });
    expect(file.stderr).toBe('dti-eval: p.yaml: a file, where a folder is needed\n');
  });
});
