import { expect, test } from 'vitest';
import { suggest } from '../src/suggest.ts';

test.each([
  ['valeu', ['name', 'value', 'note'], 'value'],
  ['Chỉ tiêu', ['chi-tieu', 'ket-qua'], 'chi-tieu'],
  ['so-tttt', ['so-tt-tt', 'so-y-te'], 'so-tt-tt'],
  ['đang triển khai'.normalize('NFD'), ['đã hoàn thành', 'đang triển khai'], 'đang triển khai'],
  ['indicater', ['indicator', 'period'], 'indicator'],
  ['xyz', ['name', 'value'], null],
  ['', ['a'], null],
  ['anything', [], null],
])('%s of %j: %s', (found, candidates, meant) => {
  expect(suggest(found, candidates)).toBe(meant);
});
