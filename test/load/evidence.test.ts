import { describe, expect, test } from 'vitest';
import { isDoubtful } from '../../src/load/evidence.ts';

/** The text in pieces of so many bytes. */
function pieces(text: string, size: number): () => Buffer[] {
  const bytes = Buffer.from(text);
  const count = Math.ceil(bytes.length / size);
  return () => Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

describe('whether evidence could decide anything in a file', () => {
  const HEAD = 'indicator,period,value\n';

  test.each([
    ['days and plain numbers', 'ct-12,2014-01-28,59.3\nct-9,2023,100\n', false],
    ['a long number', 'ct-12,2014,1234.567890\n', false],
    ['thousands or thousandths', 'ct-12,2014,1.919\n', true],
    ['the same at the end of the file', 'ct-12,2014,1.919', true],
    ['a month before its day', 'ct-12,12/15/2023,5\n', true],
    ['the same at the end of the file', 'ct-12,5,12/15/2023', true],
  ])('%s, wherever the file is cut', async (_, rows, isOne) => {
    for (let size = 1; size < 40; size += 1)
      expect([size, await isDoubtful('x.csv', pieces(HEAD + rows, size))]).toEqual([size, isOne]);
  });
});
