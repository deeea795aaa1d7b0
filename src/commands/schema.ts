import { EXIT, type ExitCode } from '../exit.ts';
import { schemaNames, schemaText } from '../load/packaged.ts';
import { suggest } from '../suggest.ts';
import { type Session, usageError, write } from './session.ts';

/**
 * `dti-eval schema`: prints a packaged JSON Schema as it lies in its file, or the names of all.
 * @throws UsageError where there is none of that name
 */
export async function schema(session: Session, name: string | undefined): Promise<ExitCode> {
  const names = schemaNames();
  if (name === undefined) await write(session.stdout, list(names));
  else if (names.includes(name)) await write(session.stdout, schemaText(name));
  else {
    const suggestion = suggest(name, names);
    throw usageError('unknown-schema', { found: name, valid: names, suggestion });
  }
  return EXIT.ok;
}

function list(names: readonly string[]): string {
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => {
    const { title } = JSON.parse(schemaText(name));
    return `${name.padEnd(width)}  ${title}\n`;
  });
  return lines.join('');
}
