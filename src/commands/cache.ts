import { readCache } from '../load/read-cache.ts';
import type { Session } from './session.ts';

/** Lets the run know what earlier ones read of files without fault, unless it is asked not to. */
export function takeCache(session: Session, { cache = true }: { cache?: boolean }): void {
  session.cache = cache ? readCache(session.env) : null;
}
