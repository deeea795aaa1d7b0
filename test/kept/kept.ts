import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

/** The project's root. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Holds a file against what the program makes now; `npm run keep` writes it anew. */
export async function expectKept(text: string, file: string): Promise<void> {
  await expect(text).toMatchFileSnapshot(
    path.resolve(ROOT, file),
    `${file} is out of step: run npm run keep, and read what it changed`,
  );
}

/** The same of a file that is no text. */
export function expectKeptBytes(bytes: Uint8Array, file: string): void {
  const at = path.resolve(ROOT, file);
  const isRenewed = expect.getState().snapshotState.snapshotUpdateState === 'all';
  if (isRenewed) writeFileSync(at, bytes);
  const isSame = existsSync(at) && readFileSync(at).equals(bytes);
  expect(isSame, `${file} is out of step: run npm run keep, and read what it changed`).toBe(true);
}

/** A Markdown text with what stands between a block's two marks replaced. */
export function withBlock(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->\n`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no block ${name}`);
  return text.slice(0, from + start.length) + content + text.slice(to);
}

export function readKept(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
