import { expect, test } from 'vitest';
import { idsAlong, idsIn, stablePath } from '../src/stable-path.ts';

const DATA = {
  indicators: [
    { id: 'a' },
    { id: 'b', parts: [{ id: 'x', targets: { 2024: 5 } }], lead: ['so-y-te'] },
  ],
  claims: [{ source: 'I.1' }, { text: 'no source' }],
  measures: [{ code: 'm', similar: ['n'] }],
};

test.each([
  [['indicators', 1, 'parts', 0, 'targets', 2024], 'indicators/b/parts/x/targets/2024'],
  [['indicators', 1, 'lead', 0], 'indicators/b/lead/so-y-te'],
  [['claims', 0, 'equals'], 'claims/I.1/equals'],
  [['claims', 1], 'claims/1'],
  [['measures', 0, 'similar', 0], 'measures/m/similar/n'],
  [['indicators', 7, 'id'], 'indicators/7/id'],
  [['constructor', 'name'], 'constructor/name'],
  [[], ''],
])('%s is %s', (path, stable) => {
  expect(stablePath(DATA, path)).toBe(stable);
});

test('of data that are none, the keys are left', () => {
  expect(stablePath(undefined, ['a', 0, 'b'])).toBe('a/0/b');
});

test('ids along a path and in a file', () => {
  expect(idsAlong(DATA, ['indicators', 1, 'parts', 0, 'targets'])).toEqual(['b', 'b/x']);
  expect(idsAlong(DATA, ['indicators'])).toEqual([]);
  expect(idsIn(DATA)).toEqual(['a', 'b', 'b/x']);
  expect(idsIn({ indicators: 'none' })).toEqual([]);
});
