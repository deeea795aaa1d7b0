import type { Computed } from './computed.ts';
import type { Pace } from './pace.ts';

/** How an indicator in progress is going, as far as can be computed. */
export type PaceClass = Pace['verdict'];

/** In the order in which a reader is told. */
export const PACE_CLASSES = [
  'on-track',
  'at-risk',
  'off-track',
  'not-computable',
] as const satisfies readonly PaceClass[];

/** The worst of several parts speaks for the whole; one of unknown pace hides only a good one. */
const WORST_FIRST: readonly PaceClass[] = ['off-track', 'at-risk', 'not-computable', 'on-track'];

/**
 * The class of an indicator that is in progress: of its own pace, else of its parts'. A milestone
 * has no pace and is not computable.
 */
export function paceClassOf({ target, pace, parts }: Computed): PaceClass {
  if (target !== null || parts.length === 0) return pace?.verdict ?? 'not-computable';
  const open = parts.filter(({ verdict, waiver }) => verdict === 'in-progress' && waiver === null);
  const classes = open.map((part) => paceClassOf(part));
  return WORST_FIRST.find((one) => classes.includes(one)) ?? 'not-computable';
}
