import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { namesFrom, repositoryRoot } from '../../src/load/repository.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A repository whose plans lie in `sub/plans`. */
function repository(): { root: string; sub: string } {
  const root = temporaryFolder({ 'sub/plans/p.yaml': 'x' });
  mkdirSync(path.join(root, '.git'));
  return { root, sub: path.join(root, 'sub') };
}

const nameIn = (cwd: string, file: string, env: Record<string, string> = {}) =>
  namesFrom(repositoryRoot(cwd, env), cwd)(file);

describe('files are named from the repository’s root', () => {
  test('the nearest with a .git, a folder or the file of a worktree', () => {
    const { root, sub } = repository();
    expect(nameIn(sub, 'plans/p.yaml')).toBe('sub/plans/p.yaml');
    expect(nameIn(path.join(sub, 'plans'), '../../sub/plans/p.yaml')).toBe('sub/plans/p.yaml');
    expect(nameIn(root, './sub/plans/p.yaml')).toBe('./sub/plans/p.yaml');
    const worktree = temporaryFolder({ '.git': 'gitdir: elsewhere', 'a/p.yaml': 'x' });
    expect(nameIn(path.join(worktree, 'a'), 'p.yaml')).toBe('a/p.yaml');
  });

  test.each(['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'])('the one that %s names comes first', (name) => {
    const { root, sub } = repository();
    expect(nameIn(path.join(sub, 'plans'), 'p.yaml', { [name]: sub })).toBe('plans/p.yaml');
    expect(nameIn(sub, 'plans/p.yaml', { [name]: path.join(root, 'elsewhere') })).toBe(
      'sub/plans/p.yaml',
    );
  });

  test('under a link to the folder too', () => {
    const { sub } = repository();
    const link = path.join(temporaryFolder(), 'link');
    symlinkSync(sub, link);
    expect(nameIn(link, 'plans/p.yaml', { GITHUB_WORKSPACE: link })).toBe('plans/p.yaml');
  });

  test('what lies outside keeps its name, as everything without a repository', () => {
    const { sub } = repository();
    const other = temporaryFolder({ 'p.yaml': 'x' });
    expect(nameIn(sub, path.join(other, 'p.yaml'))).toBe(path.join(other, 'p.yaml'));
    expect(nameIn(other, 'p.yaml')).toBe('p.yaml');
  });
});
