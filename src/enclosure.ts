import type { Path } from './indicator.ts';

/** Paths of things, asked for what lies in one of them. */
export interface Enclosure {
  add(path: Path): void;
  /** Does the path lead to one of them, or into it? */
  has(path: Path): boolean;
}

/** Asked at the cost of a path's length, however many there are. */
export function enclosure(paths: Iterable<Path> = []): Enclosure {
  const known = new Set<string>();
  const add = (path: Path) => known.add(JSON.stringify(path));
  for (const path of paths) add(path);
  return {
    add,
    has: (path) =>
      known.size > 0 &&
      Array.from({ length: path.length + 1 }, (_, steps) => path.slice(0, steps)).some((outer) =>
        known.has(JSON.stringify(outer)),
      ),
  };
}
