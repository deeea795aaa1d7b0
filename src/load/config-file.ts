import { existsSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './repository.ts';

/** The name of a file of settings. */
const NAME = '.dti-eval.yaml';

/**
 * Where the settings of a run stand: in the nearest file of that name from its folder up to the
 * repository's root, outside of a repository in the folder alone; `null` where there is none.
 */
export function configFile(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const root = repositoryRoot(cwd, env) ?? path.resolve(cwd);
  const folders = [path.resolve(cwd)];
  while (folders.at(-1) !== root && path.dirname(folders.at(-1)!) !== folders.at(-1))
    folders.push(path.dirname(folders.at(-1)!));
  const found = folders.find((folder) => existsSync(path.join(folder, NAME)));
  return found === undefined ? null : path.relative(cwd, path.join(found, NAME)) || NAME;
}
