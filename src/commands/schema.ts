import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EXIT, type ExitCode } from '../exit.ts';
import { filesIn } from '../load/files.ts';
import { packaged } from '../load/packaged.ts';
import { suggest } from '../suggest.ts';
import { type Session, usageError, write } from './session.ts';

const ENDING = '.schema.json';

/**
 * `dti-eval schema`: prints a packaged JSON Schema as it lies in its file, or the names of all.
 * @throws UsageError where there is none of that name
 */
export async function schema(session: Session, name: string | undefined): Promise<ExitCode> {
  const folder = packaged('schemas');
  const names = filesIn(folder, '/')
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();
  if (name === undefined) await write(session.stdout, list(folder, names));
  else if (names.includes(name)) await write(session.stdout, textOf(folder, name));
  else {
    const suggestion = suggest(name, names);
    throw usageError('unknown-schema', { found: name, valid: names, suggestion });
  }
  return EXIT.ok;
}

function list(folder: string, names: readonly string[]): string {
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => {
    const { title } = JSON.parse(textOf(folder, name));
    return `${name.padEnd(width)}  ${title}\n`;
  });
  return lines.join('');
}

function textOf(folder: string, name: string): string {
  return readFileSync(path.join(folder, `${name}${ENDING}`), 'utf8');
}
