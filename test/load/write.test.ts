import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../src/load/write.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('a text in pieces is written whole', async () => {
  const cwd = temporaryFolder({});
  await writeWhole('out.txt', ['Kế ', 'hoạch', '\n'], cwd);
  expect(readFileSync(path.join(cwd, 'out.txt'), 'utf8')).toBe('Kế hoạch\n');
});

test('where a piece cannot be made, the file is as it was and nothing lies beside it', async () => {
  const cwd = temporaryFolder({ 'there.txt': 'before' });
  function* failing() {
    yield 'x'.repeat(100_000);
    throw new Error('no more');
  }
  for (const name of ['there.txt', 'new.txt'])
    await expect(writeWhole(name, failing(), cwd)).rejects.toThrow('no more');
  expect(readFileSync(path.join(cwd, 'there.txt'), 'utf8')).toBe('before');
  expect(existsSync(path.join(cwd, 'new.txt'))).toBe(false);
  expect(readdirSync(cwd)).toEqual(['there.txt']);
});
