import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileSpill } from '../src/load/spill.ts';
import { memorySpill, type Repeating, repeatLog, shortHash } from '../src/repeat-log.ts';

const everyRow: Repeating = (before) => ({ isRepeat: before !== 0, said: 1 });

/** What a log of these keys finds, `more` of each kind counted. */
function found(
  keys: readonly { key: string; kind: number }[],
  most: number,
  spill = memorySpill(),
) {
  const log = repeatLog(everyRow, spill, most);
  for (const one of keys) log.add({ ...one, said: 1 });
  const repeats = log.repeats();
  const seen = new Set<string>();
  const wanted: string[] = [];
  const counts = new Map(repeats?.others);
  for (const { key, kind } of keys) {
    if (seen.has(key) && repeats?.isWanted(key)) {
      wanted.push(key);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    seen.add(key);
  }
  return { wanted, counts: [...counts].sort() };
}

function expected(keys: readonly { key: string; kind: number }[]) {
  const seen = new Set<string>();
  const counts = new Map<number, number>();
  for (const { key, kind } of keys) {
    if (seen.has(key)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    seen.add(key);
  }
  return [...counts].sort();
}

const row = fc.record({
  key: fc.integer({ min: 0, max: 40 }).map((number) => `khoá ${number}`),
  kind: fc.integer({ min: 0, max: 3 }),
});

test('every repeat is wanted or counted, whatever there is room for', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 200 }),
      fc.integer({ min: 1, max: 20 }),
      (keys, most) => {
        expect(found(keys, most).counts).toEqual(expected(keys));
      },
    ),
  );
});

test('keys that do not repeat are no repeats, however many', () => {
  const keys = Array.from({ length: 60_000 }, (_, at) => ({ key: `k${at}`, kind: 0 }));
  expect(found(keys, 10)).toEqual({ wanted: [], counts: [] });
});

test('what went into a file comes back from it', () => {
  const keys = Array.from({ length: 60_000 }, (_, at) => ({
    key: `k${at % 59_990}`,
    kind: at % 7,
  }));
  expect(found(keys, 3, fileSpill())).toEqual(found(keys, 3));
  expect(found(keys, 3).counts).toEqual(expected(keys));
});

test('the hash of a value is never that of no value', () => {
  for (let at = 0; at < 1000; at += 1) {
    expect(shortHash(`${at}`)).toBeGreaterThan(0);
    expect(shortHash(`${at}`)).toBeLessThan(0xffff_ffff);
  }
});
