import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseGitName, readFromGit } from '../../src/load/git.ts';

const outside = mkdtempSync(path.join(tmpdir(), 'dti-eval-git-'));
const repository = path.join(outside, 'repository');
afterAll(() => rmSync(outside, { recursive: true, force: true }));

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: repository });

function commit(text: string): void {
  writeFileSync(path.join(repository, 'plans/kế hoạch.yaml'), text);
  git('add', '.');
  git('commit', '-qm', text);
}

mkdirSync(path.join(repository, 'plans'), { recursive: true });
git('init', '-q');
commit('first');
commit('second');

test('a clone without its history is told as such', async () => {
  const clone = path.join(outside, 'shallow');
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${repository}`, clone]);
  const read = (ref: string) => readFromGit({ ref, path: 'plans/kế hoạch.yaml' }, clone);
  expect(await read('HEAD~1')).toEqual({ problem: { kind: 'shallow' } });
  expect(await read('HEAD')).toEqual({ text: 'second' });
});

describe('a file of a revision', () => {
  test.each([
    ['git:HEAD~1:plans/a.yaml', { ref: 'HEAD~1', path: 'plans/a.yaml' }],
    ['git:main:a:b.yaml', { ref: 'main', path: 'a:b.yaml' }],
  ])('%s', (name, expected) => {
    expect(parseGitName(name)).toEqual(expected);
  });

  test.each(['git:HEAD', 'git::a.yaml', 'git:HEAD:', 'git:--output=x:a', 'git:HEAD:-a', 'HEAD:a'])(
    '%s names none',
    (name) => {
      expect(parseGitName(name)).toBeUndefined();
    },
  );

  const read = (ref: string, file: string, cwd = repository) =>
    readFromGit({ ref, path: file }, cwd);

  test('is read as it was then', async () => {
    expect(await read('HEAD~1', 'plans/kế hoạch.yaml')).toEqual({ text: 'first' });
    expect(await read('HEAD', './plans/kế hoạch.yaml')).toEqual({ text: 'second' });
  });

  test('is found from the folder of the call', async () => {
    const folder = path.join(repository, 'plans');
    expect(await read('HEAD', 'kế hoạch.yaml', folder)).toEqual({ text: 'second' });
    expect(await read('HEAD', '../plans/kế hoạch.yaml', folder)).toEqual({ text: 'second' });
  });

  test('what is not there is told apart', async () => {
    expect(await read('nowhere', 'plans/kế hoạch.yaml')).toEqual({
      problem: { kind: 'unknown-ref' },
    });
    expect(await read('HEAD', 'plans/b.yaml')).toEqual({ problem: { kind: 'unknown-path' } });
    expect(await read('HEAD', 'plans')).toEqual({ problem: { kind: 'unknown-path' } });
    expect(await read('HEAD', 'a', outside)).toMatchObject({ problem: { kind: 'no-repository' } });
  });

  test('without the program git it says that', async () => {
    const before = process.env.PATH;
    process.env.PATH = '';
    try {
      expect(await read('HEAD', 'a')).toEqual({ problem: { kind: 'no-git' } });
    } finally {
      process.env.PATH = before;
    }
  });
});
