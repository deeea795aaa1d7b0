import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Why a path cannot be used; the words are the commands'. */
export type FileProblem =
  | 'missing'
  | 'unreadable'
  | 'empty'
  | 'binary'
  | 'not-a-file'
  | 'bad-encoding';

/** What the system said of a file that could not be read. */
export function problemOf(error: unknown): FileProblem {
  const code = (error as NodeJS.ErrnoException)?.code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  return code === 'EISDIR' ? 'not-a-file' : 'unreadable';
}

/** The file's bytes as text (UTF-8 or UTF-16, with or without BOM), or why it is none. */
export function readText(file: string, cwd: string): { text: string } | { problem: FileProblem } {
  try {
    return decodeText(readFileSync(path.resolve(cwd, file)));
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** The ASCII of a file that is no text in any encoding we read; other characters are wrong. */
export function readAscii(file: string, cwd: string): string {
  return readFileSync(path.resolve(cwd, file), 'latin1');
}

/** Bytes as text: UTF-8 or, with a byte order mark, UTF-16. */
export function decodeText(bytes: Uint8Array): { text: string } | { problem: FileProblem } {
  if (bytes.length === 0) return { problem: 'empty' };
  const encoding = markedEncoding(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) return { problem: 'binary' };
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.trim() === '' ? { problem: 'empty' } : { text };
  } catch {
    return { problem: 'bad-encoding' };
  }
}

function markedEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * Is there a folder, a file, or nothing at the path? What cannot be looked at counts as a file:
 * opening it will say why.
 */
export function kindOf(file: string, cwd: string): 'file' | 'folder' | 'missing' {
  try {
    const stat = statSync(path.resolve(cwd, file), { throwIfNoEntry: false });
    if (!stat) return 'missing';
    return stat.isDirectory() ? 'folder' : 'file';
  } catch {
    return 'file';
  }
}

/** The YAML files directly in or below a folder, in order of their paths; hidden ones are left out. */
export function yamlFilesIn(folder: string, cwd: string): string[] {
  return filesBelow(folder, /\.ya?ml$/, cwd);
}

/** The files of that name directly in or below a folder, in order; hidden ones are left out. */
export function filesBelow(folder: string, name: RegExp, cwd: string): string[] {
  const entries = readdirSync(path.resolve(cwd, folder), { withFileTypes: true });
  const visible = entries
    .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return visible.flatMap((entry) => {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(inside, name, cwd);
    return name.test(entry.name) ? [inside] : [];
  });
}

/** `plans/x.yaml` → `plans/x.results.csv`, where that file exists. */
export function fileBeside(
  planFile: string,
  kind: 'results' | 'progress',
  cwd: string,
): string | null {
  const beside = `${planFile.replace(/\.ya?ml$/, '')}.${kind}.csv`;
  return kindOf(beside, cwd) === 'file' ? beside : null;
}

/** The names in a folder; none where it cannot be read. */
export function filesIn(folder: string, cwd: string): string[] {
  try {
    return readdirSync(path.resolve(cwd, folder));
  } catch {
    return [];
  }
}
