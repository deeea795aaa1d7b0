import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, kindOf } from './files.ts';
import { HERE } from './here.ts';

/**
 * The absolute path of a folder that comes with the program. The sources stand in src/load/, the
 * distribution in dist/: both below the package's root.
 */
export function packaged(folder: string): string {
  const here = path.dirname(HERE);
  const candidates = ['..', '../..'].map((root) => path.join(here, root, folder));
  return candidates.find((one) => kindOf(one, '/') === 'folder') ?? candidates[0]!;
}

const SCHEMA = '.schema.json';

/** The names of the packaged JSON Schemas, in order. */
export function schemaNames(): string[] {
  return filesIn(packaged('schemas'), '/')
    .filter((file) => file.endsWith(SCHEMA))
    .map((file) => file.slice(0, -SCHEMA.length))
    .sort();
}

/** A packaged JSON Schema as it lies in its file. */
export function schemaText(name: string): string {
  return readFileSync(schemaFile(name), 'utf8');
}

function schemaFile(name: string): string {
  return path.join(packaged('schemas'), `${name}${SCHEMA}`);
}

/**
 * Where editors find the schema of a plan file: in the package where that lies in the project, else
 * in a copy beside the plan: `copy` where there is none yet.
 */
export function planSchemaFor(
  planFile: string,
  cwd: string,
): { named: string; copy: readonly [file: string, text: string] | null } {
  const file = path.join(packaged('schemas'), 'editors', `plan${SCHEMA}`);
  const folder = path.dirname(path.resolve(cwd, planFile));
  const isInProject = !path.relative(cwd, file).startsWith('..');
  if (isInProject) return { named: relative(folder, file), copy: null };
  const beside = path.join(folder, path.basename(file));
  const isThere = kindOf(beside, cwd) !== 'missing';
  return {
    named: relative(folder, beside),
    copy: isThere ? null : [beside, readFileSync(file, 'utf8')],
  };
}

function relative(folder: string, file: string): string {
  const named = path.relative(folder, file).split(path.sep).join('/');
  return named.startsWith('.') ? named : `./${named}`;
}
