import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const PLAN = path.join(ROOT, 'plans/danang-2023.yaml');
const ESCAPE = '\u001b';

/** Each command that prints in a terminal's colours and width. */
const COMMANDS = [
  ['status', PLAN, '--as-of', '2023-12-15'],
  ['check', PLAN],
  ['audit', PLAN, '--as-of', '2023-12-15'],
  ['diff', PLAN, path.join(ROOT, 'plans/danang-2024.yaml')],
];

describe.each(COMMANDS)('%s', (...argv) => {
  const inTerminal = { isTerminal: true, columns: 60 };

  test.each([[[]], [['--color', 'always']]])(
    'a file gets neither colour nor width: %j',
    async (more) => {
      const cwd = temporaryFolder();
      const { stdout } = await run(
        [...argv, ...more, '-o', 'out.txt', '-f', textFormat(argv[0]!)],
        {
          ...inTerminal,
          cwd,
        },
      );
      const text = readFileSync(path.join(cwd, 'out.txt'), 'utf8');
      const piped = (await run(argv)).stdout;
      expect([stdout, text]).toEqual(['', piped]);
      expect(text).not.toContain(ESCAPE);
    },
  );

  test('a terminal of no columns is none', async () => {
    const none = await run(argv, { isTerminal: true, columns: 0 });
    expect(none.stdout).toBe((await run(argv)).stdout);
    expect((await run(argv, inTerminal)).stdout).toContain(ESCAPE);
  });
});

function textFormat(command: string): string {
  return command === 'check' ? 'pretty' : 'table';
}

describe('control characters do not reach a terminal', () => {
  const STEERING = `x${ESCAPE}[2J\u0007.yaml`;

  test('of names on the command line', async () => {
    const { stderr } = await run(['status', STEERING], { cwd: temporaryFolder() });
    expect(stderr).toMatch(/^dti-eval: x<U\+001B>\[2J<U\+0007>\.yaml: /);
  });

  test('of options that there are not, and of commands', async () => {
    for (const argv of [[`sta${ESCAPE}tus`], ['status', `--x${ESCAPE}`]])
      expect((await run(argv)).stderr).toMatch(/^[^\p{Cc}]*<U\+001B>[^\p{Cc}]*\n/u);
  });

  test('of cells, whatever says what is wrong with them', async () => {
    const cwd = temporaryFolder({
      'p.yaml': readFileSync(PLAN),
      'p.results.csv': `indicator,period,value,source\ncqs-2,${ESCAPE}[2J,96,x\ncqs-2,2023,${ESCAPE}]0;x\u0007,x\n`,
    });
    for (const command of ['status', 'report', 'audit', 'overdue', 'check']) {
      const { stdout, stderr } = await run([command, 'p.yaml', '--as-of', '2023-12-15'], { cwd });
      expect([command, /[^\P{Cc}\n]/u.test(stdout + stderr)]).toEqual([command, false]);
    }
  });
});
