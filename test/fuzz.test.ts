import { expect, test } from 'vitest';
import { tried } from '../scripts/fuzz/try.mjs';
import { main } from '../src/main.ts';

/** Enough for a few seconds; `npm run fuzz -- --minutes N` goes on from seeds of its own. */
const SEEDS = [11, 22, 28, 42, 100, 117, 131, 150];

test.each(SEEDS)('files of seed %i are read or refused in an orderly way', async (seed) => {
  const { faults, argv } = await tried(seed, main);
  const told = faults.filter((fault: string) => !/^\d+ ms$/.test(fault));
  expect(told, `dti-eval ${argv.join(' ')}`).toEqual([]);
});
