import type { EngineName } from '../engines.ts';
import { usageError } from '../usage-error.ts';

/** From so many bytes on it saves time to group the rows of a file first: `npm run bench -- threshold`. */
export const WORTH_BYTES = 4 * 1024 * 1024;

/** The package that DuckDB comes in. */
export const DUCKDB = '@duckdb/node-api';

/** @throws UsageError where an engine is asked for that is not installed */
export async function requireEngine(asked: EngineName | undefined): Promise<void> {
  if (asked !== 'duckdb') return;
  try {
    await import('@duckdb/node-api');
  } catch {
    throw usageError('engine-missing', { engine: asked, package: DUCKDB });
  }
}
