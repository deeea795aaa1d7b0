import type { Limits } from '../limits.ts';
import { readCache } from '../load/read-cache.ts';
import type { Session } from './session.ts';

/** What every command is asked for that reads plans. */
interface Asked {
  cache?: boolean;
  limit?: Limits;
}

/**
 * Lets the run know how much it may read, and what earlier ones read of files without fault, unless it
 * is asked not to: that was read with the usual limits.
 */
export function takeReading(session: Session, { cache = true, limit }: Asked): void {
  if (limit !== undefined) session.limits = limit;
  session.cache = cache && limit === undefined ? readCache(session.env) : null;
}
