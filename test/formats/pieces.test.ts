import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonPieces, jsonText } from '../../src/formats/json-text.ts';
import { gathered, separated } from '../../src/formats/pieces.ts';

describe('JSON in pieces', () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 8 }),
    fc.anything({ maxDepth: 6, withDate: true, withMap: true, withSparseArray: true }),
  );

  test('is, joined, what it is as a whole', () => {
    fc.assert(
      fc.property(anything, (data) => {
        fc.pre(JSON.stringify(data) !== undefined);
        expect([...jsonPieces(data)].join('')).toBe(jsonText(data));
      }),
      { numRuns: 2_000 },
    );
  });

  test('steers nothing, names included, and leaves out what JSON does', () => {
    const data = { 'a\u202e': ['\u0085', undefined, () => 1], b: undefined, c: {}, d: [] };
    expect([...jsonPieces(data)].join('')).toBe(jsonText(data));
    expect(jsonText(data)).toBe(
      '{\n  "a\\u202e": [\n    "\\u0085",\n    null,\n    null\n  ],\n  "c": {},\n  "d": []\n}\n',
    );
  });

  test('comes an item of a list at a time', () => {
    const plans = [{ indicators: Array.from({ length: 1_000 }, (_, id) => ({ id })) }];
    const longest = Math.max(...[...jsonPieces({ plans })].map(({ length }) => length));
    expect(longest).toBeLessThan(100);
  });
});

describe('pieces', () => {
  test('are handed on together until they are worth a write, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40_000 })), (lengths) => {
        const pieces = lengths.map((length, at) => String(at % 10).repeat(length));
        const handed = [...gathered(pieces)];
        expect(handed.join('')).toBe(pieces.join(''));
        expect(handed.slice(0, -1).every(({ length }) => length >= 65_536)).toBe(true);
        expect(handed.includes('')).toBe(false);
      }),
    );
  });

  test('stand apart as joined texts do', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (texts, separator) => {
        expect([...separated(texts, separator)].join('')).toBe(texts.join(separator));
      }),
    );
  });
});
