import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { speak } from '../../src/words/index.ts';

const SRC = path.resolve(import.meta.dirname, '../../src');

/** Everything that may say something: the sources without the words and the list of codes. */
const SOURCES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^(words|message)\b/.test(file))
  .map((file) => readFileSync(path.join(SRC, file), 'utf8'))
  .join('\n');

test('every message is said somewhere', async () => {
  const { messages } = await speak('en', 'messages');
  const unsaid = Object.keys(messages).filter((code) => !SOURCES.includes(`'${code}'`));
  expect(unsaid).toEqual([]);
});
