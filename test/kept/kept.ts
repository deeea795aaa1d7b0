import { readFileSync } from 'node:fs';
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
