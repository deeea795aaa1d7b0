import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathMatcher } from '../../src/load/pattern.ts';

const picomatch = createRequire(import.meta.url)('picomatch') as (
  pattern: string,
) => (path: string) => boolean;

const matches = (pattern: string, path: string) => pathMatcher(pattern)!(path);

describe('a path and a pattern', () => {
  test.each([
    ['nháp', ['nháp', 'nháp/a.yaml', 'nháp/a/b.yaml'], ['nháp-2.yaml', 'a/nháp/b.yaml']],
    ['./drafts/', ['drafts/a.yaml'], ['adrafts/a.yaml']],
    ['drafts/**', ['drafts/a.yaml', 'drafts/a/b.yaml'], ['a/drafts/b.yaml']],
    ['sub/*', ['sub/a.yaml'], ['sub/a/b.yaml', 'sub.yaml', 'sub/.a.yaml']],
    [
      '**/old-*.yaml',
      ['old-a.yaml', 'x/y/old-.yaml'],
      ['x/bold-a.yaml', 'old-a.yml', 'old-/a.yaml'],
    ],
    ['**', ['a', 'a/b/c.yaml'], []],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b/c.yaml'], ['ab', 'a/xb', 'a/.x/b']],
    ['?.yaml', ['a.yaml'], ['ab.yaml', '.yaml']],
    ['[a-cx]-[!0-9].yaml', ['b-a.yaml', 'x-b.yaml'], ['d-a.yaml', 'a-1.yaml']],
    ['{a,b/{c,d}}.yaml', ['a.yaml', 'b/c.yaml', 'b/d.yaml'], ['b.yaml', 'c.yaml']],
    ['@(a|b)?(c)+(d|e)*(f).yaml', ['ad.yaml', 'bcdedff.yaml'], ['a.yaml', 'cd.yaml', 'accd.yaml']],
    ['\\*.yaml', ['*.yaml'], ['a.yaml']],
    ['{a', ['{a'], ['a']],
    ['[a', ['[a'], ['a']],
  ])('%s', (pattern, inside, outside) => {
    for (const path of inside) expect(`${path}: ${matches(pattern, path)}`).toBe(`${path}: true`);
    for (const path of outside) expect(`${path}: ${matches(pattern, path)}`).toBe(`${path}: false`);
  });

  test('what is left out by name is not known', () => {
    expect(pathMatcher('!(a|b).yaml')).toBeNull();
  });

  test('agree as a well-known matcher has it', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      '*',
      '?',
      '[ab]',
      '[^a]',
      '{a,b}',
      '@(a|b)',
      '+(a)',
    );
    const segment = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
      },
      { weight: 1, arbitrary: fc.constant('**') },
    );
    const pattern = fc.array(segment, { minLength: 1, maxLength: 4 }).map((all) => all.join('/'));
    const name = fc.stringMatching(/^[ab](?:[ab.]{0,2}[ab])?$/);
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((all) => all.join('/'));
    fc.assert(
      fc.property(pattern, path, (written, tried) => {
        fc.pre(!/\*{2,}[^/]|[^/]\*{2,}|\*[*?+@]|[?+]\(?\*|^\.|\/\.|[)}\]][?*+]/.test(written));
        const folder = written.endsWith('*') ? written : `${written}/**`;
        expect(matches(written, tried)).toBe(picomatch(folder)(tried));
      }),
      { numRuns: 3000, seed: 411 },
    );
  });

  test('cost no more than their lengths, however the pattern is made', () => {
    const long = 'a'.repeat(250);
    for (const hard of [
      `${'*a'.repeat(100)}b`,
      `${'+(a|aa)'.repeat(30)}b`,
      '{a,b}'.repeat(40),
      `${'**/'.repeat(60)}b`,
    ])
      expect(matches(hard, `${`${long}/`.repeat(8)}${long}`)).toBe(false);
  });
});
