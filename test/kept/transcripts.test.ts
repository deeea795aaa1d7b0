import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run, splitCommand } from '../run.ts';
import { expectKept, ROOT } from './kept.ts';

/**
 * Whole runs, kept as transcripts: `$ dti-eval …`, what came out, and the exit code. A case runs in
 * its folder `files` where it has one, else in the project's root. To add a case write the `$` lines
 * and let `npm run keep` fill in the rest; then read what it filled in.
 */
const CASES = path.join(ROOT, 'test/cases');

describe.each(readdirSync(CASES).sort())('%s', (name) => {
  const file = path.join(CASES, name, 'transcript.txt');
  const files = path.join(CASES, name, 'files');
  const cwd = existsSync(files) ? files : ROOT;
  const commands = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('$ '));

  test('runs as written down', async () => {
    expect(commands.length).toBeGreaterThan(0);
    const runs: string[] = [];
    for (const line of commands) runs.push(await transcriptOf(line, cwd));
    await expectKept(runs.join('\n'), path.relative(ROOT, file));
  });
});

async function transcriptOf(line: string, cwd: string): Promise<string> {
  const { env, argv, stdinFile } = splitCommand(line.slice(2));
  const input = stdinFile === null ? '' : readFileSync(path.join(cwd, stdinFile));
  const { stdout, stderr, code } = await run(argv, {
    env: { GITHUB_WORKSPACE: cwd, ...env },
    cwd,
    input,
  });
  const errors = stderr === '' ? '' : `-- stderr --\n${stderr}`;
  return `${line}\n${stdout}${errors}Exit code: ${code}\n`;
}
