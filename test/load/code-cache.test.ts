import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CodeCache, runScript } from '../../src/load/code-cache.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BIN = path.join(ROOT, 'bin/dti-eval.js');
const SCRIPT =
  '(function (exports) { function twice(n) { return 2 * n }\nexports.twice = twice; exports.four = twice(2); })';
const user = process.getuid?.() ?? null;

interface Exports {
  four: number;
  twice(n: number): number;
}

function scriptIn(folder: string, over: Partial<CodeCache> = {}) {
  const cache = { folder: path.join(folder, 'cache'), name: 'x', user, ...over };
  const ran = runScript(path.join(folder, 'script.cjs'), cache, createRequire(import.meta.url));
  return { ...ran, exports: ran.exports as Exports };
}

const entryIn = (folder: string) => path.join(folder, 'cache', 'x.code');

describe('a script as compiled before', () => {
  test('does what it did', () => {
    const folder = temporaryFolder({ 'script.cjs': SCRIPT });
    const first = scriptIn(folder);
    expect(first.exports.four).toBe(4);
    first.keep();
    const { ino } = statSync(entryIn(folder));
    const second = scriptIn(folder);
    expect(second.exports.twice(4)).toBe(8);
    second.keep();
    expect(statSync(entryIn(folder)).ino).toBe(ino);
  });

  test('is compiled anew where what is kept is damaged anywhere or cut', () => {
    const folder = temporaryFolder({ 'script.cjs': SCRIPT });
    scriptIn(folder).keep();
    const entry = readFileSync(entryIn(folder));
    const half = entry.length / 2;
    const damaged = [0, 0.2, 0.5, 0.9, 0.999].map((share) => {
      const bytes = Buffer.from(entry);
      bytes[Math.floor(share * bytes.length)]! ^= 1;
      return bytes;
    });
    const cut = [0, 1, half, half + 1].map((length) => entry.subarray(0, length));
    for (const bytes of [...damaged, ...cut]) {
      writeFileSync(entryIn(folder), bytes);
      const ran = scriptIn(folder);
      expect(ran.exports.twice(4)).toBe(8);
      ran.keep();
      expect(readFileSync(entryIn(folder))).not.toEqual(bytes);
    }
  });

  test('is compiled anew where another engine has kept it', () => {
    const folder = temporaryFolder({ 'script.cjs': SCRIPT });
    scriptIn(folder).keep();
    const other = readFileSync(entryIn(folder));
    for (const at of [4, other.length / 2 + 4]) other[at] = other[at]! ^ 1;
    writeFileSync(entryIn(folder), other);
    // What an engine has compiled a moment ago it does not read again: another text, as long.
    writeFileSync(path.join(folder, 'script.cjs'), SCRIPT.replace('2 * n', '3 * n'));
    const ran = scriptIn(folder);
    expect(ran.exports.twice(4)).toBe(12);
    ran.keep();
    expect(readFileSync(entryIn(folder))).not.toEqual(other);
  });

  test.runIf(user !== null)('is not taken from a file that others may write or own', () => {
    const folder = temporaryFolder({ 'script.cjs': SCRIPT });
    scriptIn(folder).keep();
    const { ino } = statSync(entryIn(folder));
    chmodSync(entryIn(folder), 0o666);
    scriptIn(folder).keep();
    const again = statSync(entryIn(folder));
    expect(again.ino).not.toBe(ino);
    expect(again.mode & 0o777).toBe(0o600);
    scriptIn(folder, { user: user! + 1 }).keep();
    expect(statSync(entryIn(folder)).ino).not.toBe(again.ino);
  });

  test('of the scripts kept there is an end', () => {
    const folder = temporaryFolder({ 'script.cjs': SCRIPT });
    for (let at = 0; at < 45; at += 1) scriptIn(folder, { name: `s-${at}` }).keep();
    expect(readdirSync(path.join(folder, 'cache'))).toHaveLength(40);
  });
});

describe('the built program', () => {
  const run = (folder: string, ...words: string[]) =>
    execFileSync(process.execPath, [BIN, ...words], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DTI_EVAL_CACHE_DIR: path.join(folder, 'cache') },
    });
  const keptIn = (folder: string) =>
    readdirSync(path.join(folder, 'cache')).filter((name) => name.endsWith('.code'));

  test('says the same compiled before as compiled anew, and is kept once a command and script', () => {
    const folder = temporaryFolder();
    const words = ['status', 'plans/danang-2024.yaml', '--as-of', '2024-12-31'];
    const anew = run(folder, ...words, '--no-cache');
    expect(readdirSync(folder)).toEqual([]);
    expect([run(folder, ...words), run(folder, ...words)]).toEqual([anew, anew]);
    expect(run(folder, ...words, '--lang', 'vi')).toBe(
      run(folder, ...words, '--lang', 'vi', '--no-cache'),
    );
    expect(keptIn(folder)).toHaveLength(2);
    run(folder, '--version');
    expect(keptIn(folder)).toHaveLength(3);
  });

  test('runs where nothing can be kept', () => {
    const folder = temporaryFolder({ cache: 'a file' });
    expect(run(folder, '--version')).toMatch(/^\d/);
  });
});
