import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderReader } from '../../src/load/folder.ts';

const likeness = { keyOf: (name: string) => name.toLowerCase(), fold: (name: string) => name };

function folderOf(...names: string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of names) writeFileSync(path.join(folder, name), '');
  return folder;
}

test('names are found by what they are like and by how they begin, in order', () => {
  const read = folderReader(likeness)(folderOf('b', 'ab', 'A', 'a', 'abc'));
  expect(read?.has('ab')).toBe(true);
  expect(read?.has('AB')).toBe(false);
  expect(read?.withKey('a')).toEqual(['A', 'a']);
  expect(read?.withKey('c')).toEqual([]);
  expect(read?.beginningWith('a')).toEqual(['a', 'ab', 'abc']);
  expect(read?.beginningWith('ac')).toEqual([]);
  expect(read?.beginningWith('')).toEqual(['A', 'a', 'ab', 'abc', 'b']);
});

test('a folder is read once, and anew when it has changed', () => {
  const folder = folderOf('a');
  utimesSync(folder, 1, 1);
  const read = folderReader(likeness);
  const first = read(folder);
  expect(read(folder)).toBe(first);
  writeFileSync(path.join(folder, 'b'), '');
  expect(read(folder)?.has('b')).toBe(true);
});

test('a folder that cannot be read has no names', () => {
  expect(folderReader(likeness)(path.join(folderOf(), 'none'))).toBe(null);
});
