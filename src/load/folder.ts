import { readdirSync, statSync } from 'node:fs';

/** The names in a folder, to be asked for by what they are like; a folder is read once for all its files. */
export interface Folder {
  has(name: string): boolean;
  /** The names that one key was made of, in order. */
  withKey(key: string): readonly string[];
  /** The names whose folded form begins so, in order. */
  beginningWith(folded: string): readonly string[];
}

/** How names are told to be alike. */
export interface Likeness {
  keyOf(name: string): string;
  fold(name: string): string;
}

/**
 * Gives folders as they are, each read anew only when it has changed: a folder of thousands of files
 * is asked for the tables of each of them.
 */
export function folderReader(likeness: Likeness): (folder: string) => Folder | null {
  let last: { folder: string; changed: bigint; names: Folder } | null = null;
  return (folder) => {
    try {
      const changed = statSync(folder, { bigint: true }).mtimeNs;
      if (last?.folder === folder && last.changed === changed) return last.names;
      const names = indexed(readdirSync(folder).sort(), likeness);
      last = { folder, changed, names };
      return names;
    } catch {
      return null;
    }
  };
}

function indexed(names: readonly string[], { keyOf, fold }: Likeness): Folder {
  const all = new Set(names);
  const byKey = once(() => {
    const found = new Map<string, string[]>();
    for (const name of names) {
      const same = found.get(keyOf(name));
      if (same) same.push(name);
      else found.set(keyOf(name), [name]);
    }
    return found;
  });
  const byFolded = once(() =>
    names
      .map((name) => ({ name, folded: fold(name) }))
      .sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0)),
  );
  return {
    has: (name) => all.has(name),
    withKey: (key) => byKey().get(key) ?? [],
    beginningWith(start) {
      const sorted = byFolded();
      let [low, high] = [0, sorted.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle]!.folded < start) low = middle + 1;
        else high = middle;
      }
      const found: string[] = [];
      for (let at = low; sorted[at]?.folded.startsWith(start); at += 1)
        found.push(sorted[at]!.name);
      return found.sort();
    },
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
