import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from './run.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const COMMANDS = [...README.matchAll(/^npm ci && (.+)$/gm)].map(([, rest]) => rest!);

test('the first screen has two commands: the main job, and the tests', () => {
  const firstScreen = README.split('\n').slice(0, 25).join('\n');
  for (const command of COMMANDS) expect(firstScreen).toContain(command);
  expect(COMMANDS).toEqual([
    'node bin/dti-eval.js status plans/danang-2023.yaml --as-of 2023-12-15',
    'npm test',
  ]);
});

test('shows the table as it comes out', async () => {
  const argv = COMMANDS[0]!.split(' ').slice(2);
  const { stdout, code } = await run([...argv, '--width', '100', '--lang', 'en'], { cwd: ROOT });
  const shown = /<!-- status:start -->\n```\n([\s\S]*?)```\n<!-- status:end -->/.exec(README)?.[1];
  expect(code).toBe(0);
  expect(shown).toBe(stdout);
});
