import type { EngineName } from '../engines.ts';
import { usageError } from '../usage-error.ts';
import type { Engine } from './groups.ts';

/** From so many bytes on an engine saves a third of the time and more: `npm run bench -- threshold`. */
export const WORTH_BYTES = 16 * 1024 * 1024;

let opened: Promise<Engine | null> | undefined;

/**
 * The engine that is asked for; without asking the one that is installed, `null` where none is.
 * @throws UsageError where one is asked for and not installed
 */
export async function engineFor(asked: EngineName | undefined): Promise<Engine | null> {
  if (asked === 'node') return null;
  opened ??= openInstalled();
  const engine = await opened;
  if (engine === null && asked !== undefined)
    throw usageError('engine-missing', { engine: asked, package: PACKAGE });
  return engine;
}

const PACKAGE = '@duckdb/node-api';

async function openInstalled(): Promise<Engine | null> {
  try {
    const { openDuckdb } = await import('./sources/duckdb.ts');
    return await openDuckdb();
  } catch {
    return null;
  }
}
