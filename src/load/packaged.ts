import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { kindOf } from './files.ts';

/**
 * The absolute path of a folder that comes with the program. The sources stand in src/load/, the
 * distribution in dist/: both below the package's root.
 */
export function packaged(folder: string): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const candidates = ['..', '../..'].map((root) => path.join(here, root, folder));
  return candidates.find((one) => kindOf(one, '/') === 'folder') ?? candidates[0]!;
}
