import path from 'node:path';
import { usageError } from '../usage-error.ts';
import { endsAsTable, TABLE_KINDS, type TableKind } from './beside.ts';
import { databaseTable, isAddress } from './database-url.ts';
import { fileError, filesBelow, kindOf } from './files.ts';

/** Excel's marks of files that are open just now. */
const OPEN = /^~\$/;

/**
 * The tables that the names stand for, each once, in the order named: files, folders (the tables in
 * and below them), quoted patterns, and tables in a database. What is named as a table of another kind is left out.
 * @throws UsageError for a name that stands for nothing
 */
export async function tablesAt(
  names: readonly string[],
  kind: TableKind | null,
  cwd: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const named of names) found.push(...(await tablesNamed(named, kind, cwd)));
  return [...new Set(found)];
}

async function tablesNamed(named: string, kind: TableKind | null, cwd: string): Promise<string[]> {
  if (named === '') throw usageError('empty-path', {});
  if (isAddress(named)) return [tableInDatabase(named, kind)];
  const what = kindOf(named, cwd);
  if (what === 'file') return [named];
  const isWanted = (file: string) =>
    endsAsTable(file) && !OPEN.test(path.basename(file)) && !(kind !== null && isOther(file, kind));
  if (what === 'folder') {
    const tables = filesBelow(path.normalize(named), /./, cwd).filter(isWanted);
    if (tables.length === 0) throw usageError('folder-without-tables', { folder: named });
    return tables;
  }
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(named)) throw fileError(named, 'missing', cwd);
  const options = { cwd, expandDirectories: false, ignore: ['**/node_modules/**'] };
  const tables = (await glob(named, options)).filter(isWanted).map(path.normalize).sort();
  if (tables.length === 0) throw usageError('nothing-matches', { pattern: named });
  return tables;
}

/** @throws UsageError for an address of anything else than results in a database */
function tableInDatabase(named: string, kind: TableKind | null): string {
  const { name } = databaseTable(named);
  if (kind !== 'results') throw usageError('database-only-results', {});
  return name;
}

/** Is it named as a plan's table of another kind, `x.progress.csv` among results? */
function isOther(file: string, kind: TableKind): boolean {
  return TABLE_KINDS.some((other) => other !== kind && file.toLowerCase().includes(`.${other}.`));
}
