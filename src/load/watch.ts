import { watch } from 'node:fs';
import path from 'node:path';
import { kindOf } from './files.ts';

/** A folder holds more than the files of plans. */
const WATCHED = /\.(ya?ml|csv|xlsx)$/i;

/** What to do when files change, or can no longer be watched. */
export interface Watcher {
  onChange(): void;
  onError(error: Error): void;
}

/** Watches the files named and the folders that they lie in, until the returned function is called. */
export function watchFiles(
  names: readonly string[],
  cwd: string,
  { onChange, onError }: Watcher,
): () => void {
  const watches = foldersOf(names, cwd).map((folder) =>
    watch(folder, { recursive: true }, (_kind, file) => {
      if (WATCHED.test(String(file))) onChange();
    }).on('error', onError),
  );
  return () => {
    for (const one of watches) one.close();
  };
}

/** Editors replace a file by a new one: its folder is what tells of that. */
function foldersOf(names: readonly string[], cwd: string): string[] {
  const folders = names.map((name) => {
    const full = path.resolve(cwd, name);
    return kindOf(name, cwd) === 'folder' ? full : path.dirname(full);
  });
  return [...new Set(folders)];
}
