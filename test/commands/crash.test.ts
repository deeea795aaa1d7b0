import { expect, test, vi } from 'vitest';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

// No file is known that the program fails at.
vi.mock('../../src/load/plan.ts', async (original) => {
  const real = await original<typeof import('../../src/load/plan.ts')>();
  return {
    ...real,
    readPlan(...given: Parameters<typeof real.readPlan>) {
      if (given[1].includes('MAKES IT FAIL')) throw new TypeError('made to fail');
      return real.readPlan(...given);
    },
  };
});

test('a fault of the program at one file is told as that one’s, and the others are reported', async () => {
  const cwd = temporaryFolder({
    'a.yaml': 'format: plan/1\ntitle: MAKES IT FAIL\n',
    'b.yaml': 'format: plan/1\nid: b\n',
  });
  const { stdout, stderr, code } = await run(['check', '-f', 'concise', '.'], { cwd });
  expect(code).toBe(3);
  expect(stdout).toMatch(/^b\.yaml:1:1: error schema/);
  expect(stdout).not.toContain('a.yaml');
  expect(stderr).toContain('a fault of the program itself at a.yaml, not of your files');
  expect(stderr).toContain('TypeError: made to fail');
});
