import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { run, splitCommand } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NOW = new Date('2024-10-04T05:00:00Z');

/** The commands that stand in the README under the heading of the round. */
function commandsOfReadme(): string[][] {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const block = /### Collect, a round in five commands\n\n```sh\n([\s\S]*?)```/.exec(readme)![1]!;
  return block
    .trim()
    .split('\n')
    .map((line) => splitCommand(line.replace(/^node bin\/dti-eval\.js /, 'dti-eval ')).argv);
}

/** An agency fills its sheet in and sends it back under a name of its own. */
async function sendBack(cwd: string): Promise<void> {
  const file = path.join(cwd, 'sheets/danang-2024.2024-Q3.so-y-te.xlsx');
  const { sheets } = await readXlsx(readFileSync(file), { readStyles: true });
  const [results] = sheets;
  const cell = '3,7';
  results!.rows[3]![7] = 0.985;
  results!.cells!.set(cell, { value: 0.985, style: { numFmt: '0.0#%' } } as never);
  mkdirSync(path.join(cwd, 'back'));
  const filled = await writeXlsx({ sheets: sheets as never });
  writeFileSync(path.join(cwd, 'back/Sở Y tế gửi.xlsx'), filled);
}

test('the round of the README runs as it is printed', async () => {
  const cwd = temporaryFolder();
  cpSync(path.join(ROOT, 'plans'), path.join(cwd, 'plans'), { recursive: true });
  const results = () => readFileSync(path.join(cwd, 'plans/danang-2024.results.csv'), 'utf8');
  const before = results();
  const commands = commandsOfReadme();
  expect(commands.map(([name]) => name)).toEqual([
    'sheet',
    'collect',
    'collect',
    'status',
    'report',
  ]);
  const runs: Awaited<ReturnType<typeof run>>[] = [];
  for (const [at, argv] of commands.entries()) {
    if (at === 1) await sendBack(cwd);
    const ran = await run(argv, { cwd, now: NOW });
    expect([argv.join(' '), ran.code]).toEqual([argv.join(' '), 0]);
    runs.push(ran);
    if (at === 1) expect([results(), ran.stderr.includes('+xhs-7,')]).toEqual([before, true]);
  }
  const after = results();
  expect(after.startsWith(before)).toBe(true);
  expect(after.slice(before.length)).toMatch(
    /^xhs-7,[^\n]*,2024-Q3,98\.5,[^\n]*Sở Y tế gửi\.xlsx\]\n$/,
  );
  expect(runs[3]!.stdout).toMatch(/xhs-7 .*98\.5%/);
  expect(readdirSync(path.join(cwd, 'letters'))).toContain('danang-2024.2024-Q3.so-gddt.md');
  expect(existsSync(path.join(cwd, 'bao-cao.docx'))).toBe(true);
});
