import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** Where services say that the sources lie that they have checked out. */
const VARIABLES = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'] as const;

/**
 * The folder that services take paths from: the one that their environment names where the run is
 * inside it, else the nearest with a `.git`; `null` outside of any repository.
 */
export function repositoryRoot(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const here = real(cwd);
  const named = VARIABLES.flatMap((name) => env[name] || []).map((folder) =>
    real(path.resolve(cwd, folder)),
  );
  return named.find((folder) => isInside(here, folder)) ?? nearest(here);
}

function nearest(folder: string): string | null {
  if (existsSync(path.join(folder, '.git'))) return folder;
  const above = path.dirname(folder);
  return above === folder ? null : nearest(above);
}

/**
 * Names files as they are named from a repository's root, with forward slashes; those outside of it,
 * and all where there is none, stay as they are.
 */
export function namesFrom(root: string | null, cwd: string): (file: string) => string {
  const here = real(cwd);
  if (root === null || root === here) return (file) => file;
  return (file) => {
    const whole = path.resolve(here, file);
    return isInside(whole, root) ? path.relative(root, whole).split(path.sep).join('/') : file;
  };
}

function isInside(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
