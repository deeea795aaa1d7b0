import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FINDING_FORMATS } from '../src/formats/findings/index.ts';
import { FORMATS } from '../src/formats/index.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const TEXT = readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** `src/words/‹lang›/status.ts` stands for a file in every language; `<name>` for one to be written. */
const named = [...TEXT.matchAll(/`((?:src|test|plans|schemas|docs|\.ci)\/[^`\s]*)`/g)]
  .map(([, name]) => name!)
  .filter((name) => !name.includes('<'));

test.each(named)('%s, which CONTRIBUTING names, exists', (name) => {
  for (const lang of ['en', 'vi'])
    expect(existsSync(path.join(ROOT, name.replace('*', lang)))).toBe(true);
});

test('a format of documents is a file or folder and an entry, as CONTRIBUTING says', async () => {
  const entries = readdirSync(path.join(ROOT, 'src/formats')).map(
    (entry) => path.parse(entry).name,
  );
  for (const [name, { load }] of Object.entries(FORMATS)) {
    expect(entries).toContain(name === 'table' ? 'text' : name);
    expect((await load()).write).toBeTypeOf('function');
  }
});

test('a format of findings is a file and an entry', async () => {
  const files = readdirSync(path.join(ROOT, 'src/formats/findings'));
  for (const [name, { load }] of Object.entries(FINDING_FORMATS)) {
    expect(files).toContain(`${name}.ts`);
    expect(await load()).toBeTypeOf('function');
  }
});
