import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const BIN = path.join(ROOT, 'bin/dti-eval.js');
const WORDS = ['status', 'plans', '--as-of', '2024-12-31', '-f', 'json'];

test('runs that share a cache at once say what one without says, and leave no torn entry', async () => {
  const cache = path.join(temporaryFolder(), 'cache');
  const run = async (...more: string[]) => {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [BIN, ...WORDS, ...more],
      {
        cwd: ROOT,
        env: { PATH: process.env.PATH, DTI_EVAL_CACHE_DIR: cache },
        maxBuffer: 1 << 26,
      },
    );
    return { stdout, stderr };
  };
  const alone = await run('--no-cache');
  for (let times = 0; times < 2; times += 1) {
    const together = await Promise.all([run(), run(), run()]);
    expect(together).toEqual([alone, alone, alone]);
  }
  const names = readdirSync(cache);
  expect(names.filter((name) => /\.(?:read|code)$/.test(name))).toEqual(names);
  for (const name of names) {
    const entry = readFileSync(path.join(cache, name));
    const half = entry.length / 2;
    expect(entry.subarray(0, half).equals(entry.subarray(half))).toBe(true);
    expect(statSync(path.join(cache, name)).mode & 0o077).toBe(0);
  }
}, 60_000);
