import { describe, expect, test } from 'vitest';
import { ignoreComments } from '../../src/load/ignore-comments.ts';

const found = (text: string) =>
  ignoreComments('x.yaml', text).map(({ rule, reason, line }) => ({ rule, reason, line }));

describe('suppressions in comments', () => {
  test.each([
    ['a: 1 # dti-eval-ignore no-lead: why', { rule: 'no-lead', reason: 'why', line: 1 }],
    ['# dti-eval-ignore no-lead: why\na: 1', { rule: 'no-lead', reason: 'why', line: 2 }],
    [
      '# dti-eval-ignore no-lead: why\n# more\n\n  # on it\na: 1',
      { rule: 'no-lead', reason: 'why', line: 5 },
    ],
    ['#dti-eval-ignore no-lead:why\r\na: 1\r\n', { rule: 'no-lead', reason: 'why', line: 2 }],
    ['# dti-eval-ignore-file no-lead: why', { rule: 'no-lead', reason: 'why', line: null }],
    ['a: 1 # dti-eval-ignore no-lead', { rule: 'no-lead', reason: '', line: 1 }],
    [
      'a: 1 # dti-eval-ignore no-lead :  a: b # c',
      { rule: 'no-lead', reason: 'a: b # c', line: 1 },
    ],
    ['a: 1 # dti-eval-ignore', { rule: '', reason: '', line: 1 }],
    ['a: 1 # dti-eval-ignore: why', { rule: '', reason: 'why', line: 1 }],
    ['a: [1, # dti-eval-ignore x: y\n  2]', { rule: 'x', reason: 'y', line: 1 }],
    ['a: "x # y" # dti-eval-ignore x: y', { rule: 'x', reason: 'y', line: 1 }],
    ['a: [ # dti-eval-ignore x: y\nbroken: "', { rule: 'x', reason: 'y', line: 1 }],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    'a: "# dti-eval-ignore x: y"',
    'a: |\n  # dti-eval-ignore x: y\n',
    "a: 'b\n  # dti-eval-ignore x: y'",
    'a: b#dti-eval-ignore x: y',
    '# see dti-eval-ignore x: y',
    '# dti-eval-ignored x: y',
  ])('%s is none', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('stand where the comment stands, and several may stand above one line', () => {
    const text = '# dti-eval-ignore x: 1\n# dti-eval-ignore y: 2\na: 1 # dti-eval-ignore z: 3\n';
    const all = ignoreComments('x.yaml', text);
    expect(all.map(({ line }) => line)).toEqual([3, 3, 3]);
    expect(all.map(({ place }) => [place.line, place.column, place.endColumn])).toEqual([
      [1, 1, 23],
      [2, 1, 23],
      [3, 6, 28],
    ]);
  });
});
