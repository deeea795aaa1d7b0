import { describe, expect, test, vi } from 'vitest';
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
    openPlan(...given: Parameters<typeof real.openPlan>) {
      const [{ content }] = given;
      if ('text' in content && content.text.includes('MAKES IT FAIL'))
        throw new TypeError('made to fail');
      return real.openPlan(...given);
    },
  };
});

vi.mock('../../src/overdue.ts', async (original) => {
  const real = await original<typeof import('../../src/overdue.ts')>();
  return {
    ...real,
    deadlinesOf(...given: Parameters<typeof real.deadlinesOf>) {
      if (given[0].title === 'FAILS LATER') throw new TypeError('made to fail');
      return real.deadlinesOf(...given);
    },
  };
});

vi.mock('../../src/audit.ts', async (original) => {
  const real = await original<typeof import('../../src/audit.ts')>();
  return {
    ...real,
    audit(...given: Parameters<typeof real.audit>) {
      if (given[0].some(({ plan }) => plan.title === 'FAILS LATER'))
        throw new TypeError('made to fail');
      return real.audit(...given);
    },
  };
});

const plan = (id: string, title: string) =>
  `format: plan/1
id: ${id}
title: ${title}
document: 1/KH-UBND
issued: 2024-01-15
area: hanoi
period: 2024
indicators:
  - { id: ${id}-1, name: Chỉ tiêu của ${id}, unit: "%", targets: { 2024: 80 }, source: I.1 }
`;
const TOLD = 'a fault of the program itself at a.yaml, not of your files';

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

describe.each(['MAKES IT FAIL', 'FAILS LATER'])('of several plans the one that %s', (title) => {
  test.each(['status', 'overdue', 'audit', 'report'])('is told by name by %s', async (command) => {
    const cwd = temporaryFolder({
      'a.yaml': plan('a', title),
      'b.yaml': plan('b', 'Kế hoạch B'),
      'c.yaml': plan('c', 'Kế hoạch C'),
    });
    const others = await run([command, 'b.yaml', 'c.yaml'], { cwd });
    const { stdout, stderr, code } = await run([command, 'a.yaml', 'b.yaml', 'c.yaml'], { cwd });
    expect(code).toBe(3);
    expect(stdout).toBe(others.stdout);
    expect(stdout).not.toBe('');
    expect(stderr.split(TOLD)).toHaveLength(2);
    expect(stderr).toContain('TypeError: made to fail');
  });

  test.each(['status', 'overdue', 'audit', 'report'])(
    'alone is told too by %s',
    async (command) => {
      const cwd = temporaryFolder({ 'a.yaml': plan('a', title) });
      const { stdout, stderr, code } = await run([command, 'a.yaml'], { cwd });
      expect(code).toBe(3);
      expect(stdout).toBe('');
      expect(stderr.split(TOLD)).toHaveLength(2);
    },
  );
});

describe('diff names the plan that the program fails at', () => {
  const FILES = {
    'a.yaml': plan('a', 'MAKES IT FAIL'),
    'b.yaml': plan('b', 'Kế hoạch B'),
    'c.yaml': plan('c', 'Kế hoạch C'),
  };

  test('and compares the others', async () => {
    const cwd = temporaryFolder(FILES);
    const others = await run(['diff', 'b.yaml', 'c.yaml'], { cwd });
    const { stdout, stderr, code } = await run(['diff', 'a.yaml', 'b.yaml', 'c.yaml'], { cwd });
    expect(code).toBe(3);
    expect(stdout).toBe(others.stdout);
    expect(stderr).toContain(TOLD);
  });

  test.each([
    ['a.yaml', 'b.yaml'],
    ['b.yaml', 'c.yaml', '--against', 'a.yaml'],
  ])('%s %s %s', async (...given) => {
    const cwd = temporaryFolder(FILES);
    const { stdout, stderr, code } = await run(['diff', ...given.filter(Boolean)], { cwd });
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(stderr.split(TOLD)).toHaveLength(2);
  });
});
