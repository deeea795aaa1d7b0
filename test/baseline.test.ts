import { describe, expect, test } from 'vitest';
import { applyBaseline, entriesFor, type KeyOf, pruned, renewed } from '../src/baseline.ts';
import { type Finding, findingOf, lineOf } from '../src/finding.ts';
import { baselineText, readBaseline } from '../src/load/baseline.ts';
import { message } from '../src/message/message.ts';

const at = (rule: string, path: string, line = 1, file = 'p.yaml'): Finding =>
  findingOf(rule, 'warning', {
    place: lineOf(file, line),
    path: [path],
    message: message('no-content', {}),
  });

const keyOf: KeyOf = ({ place, rule, path }) => ({ file: place.file, rule, path: path.join('/') });
const key = (path: string, count: number, file = 'p.yaml') => ({
  file,
  rule: 'no-target',
  path,
  count,
});
const apply = (found: readonly Finding[], entries: ReturnType<typeof key>[]) =>
  applyBaseline(found, entries, keyOf, 'accepted');

describe('a baseline', () => {
  test('accepts what it was made of, wherever the lines are now', () => {
    const entries = entriesFor([at('no-target', 'a', 5), at('no-target', 'a', 9)], keyOf);
    expect(entries).toEqual([key('a', 2)]);
    const { findings, suppressed, stale } = applyBaseline(
      [at('no-target', 'a', 50), at('no-target', 'a', 90)],
      entries,
      keyOf,
      'accepted',
    );
    expect([findings, stale]).toEqual([[], []]);
    expect(suppressed).toMatchObject([
      { suppression: { by: 'baseline', reason: 'accepted' } },
      { suppression: { by: 'baseline' } },
    ]);
  });

  test('shows all of a kind where there are more than accepted: which is new is not known', () => {
    const found = [at('no-target', 'a', 1), at('no-target', 'a', 2)];
    expect(apply(found, [key('a', 1)])).toMatchObject({ findings: found, suppressed: [] });
  });

  test('does not accept another rule, place or file', () => {
    const found = [at('no-lead', 'a'), at('no-target', 'b'), at('no-target', 'a', 1, 'q.yaml')];
    const { findings, stale } = apply(found, [key('a', 1)]);
    expect(findings).toEqual(found);
    expect(stale).toEqual([{ entry: key('a', 1), found: 0 }]);
  });

  test('never accepts faults of suppressions themselves', () => {
    const found = [at('unused-ignore', 'a')];
    expect(entriesFor(found, keyOf)).toEqual([]);
    const entry = { ...key('a', 1), rule: 'unused-ignore' };
    expect(apply(found, [entry]).findings).toEqual(found);
  });

  test('loses what no longer applies when it is pruned, and only that', () => {
    const entries = [key('a', 3), key('b', 1), key('c', 1)];
    const { stale } = apply([at('no-target', 'a'), at('no-target', 'c')], entries);
    expect(pruned(entries, stale)).toEqual([key('a', 1), key('c', 1)]);
  });

  test('keeps the entries of files that were not looked at, or only in part', () => {
    const old = [key('a', 2), key('b', 1, 'other.yaml'), key('c', 1, 'broken.yaml')];
    const fresh = [key('a', 1), key('d', 1, 'broken.yaml')];
    expect(renewed(old, fresh, (file) => file === 'p.yaml')).toEqual([
      key('c', 1, 'broken.yaml'),
      key('d', 1, 'broken.yaml'),
      key('b', 1, 'other.yaml'),
      key('a', 1),
    ]);
  });
});

describe('a baseline file', () => {
  test('comes back as it was written, in one line an entry', () => {
    const entries = [key('a', 1), key('b/đ', 2)];
    const text = baselineText(entries);
    expect(readBaseline(text)).toEqual(entries);
    expect(text.split('\n').filter((line) => line.includes('no-target'))).toHaveLength(2);
    expect(readBaseline(baselineText([]))).toEqual([]);
  });

  test.each([
    '',
    '{}',
    '[]',
    '{"format":"baseline/2","findings":[]}',
    '{"format":"baseline/1","findings":[{"file":"a","rule":"b","path":"c","count":0}]}',
    '{"format":"baseline/1","findings":[{"file":"a","rule":"b","count":1}]}',
  ])('%s is none', (text) => {
    expect(readBaseline(text)).toBeNull();
  });
});
