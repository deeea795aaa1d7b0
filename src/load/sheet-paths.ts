import path from 'node:path';
import { usageError } from '../usage-error.ts';
import { endsAsTable } from './beside.ts';
import { fileError, filesBelow, kindOf } from './files.ts';

/** What Excel keeps beside an open workbook. */
const OWNER_FILE = /^~\$/;

/**
 * The files of filled sheets that paths name: files, folders with all tables in them, patterns.
 * Each once, in order.
 * @throws UsageError for a path that names none
 */
export async function sheetFiles(paths: readonly string[], cwd: string): Promise<string[]> {
  const found: string[] = [];
  for (const named of paths) found.push(...(await filesNamed(named, cwd)));
  const unique = new Map(found.map((file) => [path.resolve(cwd, file), file]));
  return [...unique.values()].sort();
}

async function filesNamed(named: string, cwd: string): Promise<string[]> {
  const kind = kindOf(named, cwd);
  if (kind === 'file') return [named];
  const files = kind === 'folder' ? filesBelow(named, /./, cwd) : await matching(named, cwd);
  const tables = files.filter((file) => endsAsTable(file) && !OWNER_FILE.test(path.basename(file)));
  if (tables.length === 0) throw usageError('nothing-matches', { pattern: named });
  return tables;
}

async function matching(pattern: string, cwd: string): Promise<string[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) throw fileError(pattern, 'missing', cwd);
  const files = await glob(pattern, { cwd, expandDirectories: false });
  return files.map(path.normalize);
}

/** A file's name without the folders that it lies in. */
export function baseName(file: string): string {
  return path.basename(file);
}
