import { planCache } from '../load/plan-cache.ts';
import type { Session } from './session.ts';

/** Lets the run know what earlier ones parsed of plans, unless it is asked not to. */
export function takeCache(session: Session, { cache = true }: { cache?: boolean }): void {
  session.plans = cache ? planCache(session.env) : null;
}
