import { applyPatch, structuredPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineHunks } from '../../src/formats/line-hunks.ts';
import { unifiedDiff } from '../../src/formats/unified-diff.ts';

const names = { oldFileName: 'a', newFileName: 'a', oldHeader: undefined, newHeader: undefined };
const text = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 }), fc.boolean())
  .map(([lines, isEnded]) => lines.join('\n') + (isEnded ? '\n' : ''));

describe('hunks found in one pass', () => {
  it('make the one text of the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        const patch = { ...names, hunks: lineHunks(before, after, 3) };
        expect(applyPatch(before, patch)).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('are those that a search for the least finds, where lines were changed in their places', () => {
    const places = fc.uniqueArray(fc.nat(39), { minLength: 1 });
    fc.assert(
      fc.property(places, fc.boolean(), (changed, isEnded) => {
        const lines = Array.from({ length: 40 }, (_, at) => `line ${at}`);
        const end = isEnded ? '\n' : '';
        const before = lines.join('\n') + end;
        const after = lines
          .map((line, at) => (changed.includes(at) ? `${line}!` : line))
          .join('\n');
        const least = structuredPatch('a', 'a', before, after + end, '', '', { context: 3 });
        expect(lineHunks(before, after + end, 3)).toEqual(least.hunks);
      }),
    );
  });
});

it('a file in which every line changes is shown at once', () => {
  const lines = (mark: string) =>
    Array.from({ length: 50_000 }, (_, at) => `${mark}${at}\n`).join('');
  const diff = unifiedDiff('p', lines('a'), lines('b'), { color: false });
  expect(diff.split('\n')).toHaveLength(100_004);
  expect(applyPatch(lines('a'), diff)).toBe(lines('b'));
}, 5000);
