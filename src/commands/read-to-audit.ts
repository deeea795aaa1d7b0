import type { Audited } from '../audit/finding.ts';
import { auditKeeper } from '../audit/keeper.ts';
import type { Day } from '../calendar.ts';
import { fileSpill } from '../load/spill.ts';
import { isEachOf, isShareOf, type KeeperOf, type PlanInput } from './read.ts';

/**
 * What an audit needs of a plan's results, judged as of earlier days too where those are given.
 * @param ends the days on which periods end of which the figures are wanted too
 */
export function toAuditAsOf(days: readonly Day[] = [], ends: readonly Day[] = []): KeeperOf {
  return (asOf, plan) =>
    auditKeeper(asOf, {
      ...{ isEach: isEachOf(plan), isShare: isShareOf(plan) },
      ...{ days, ends, spill: fileSpill },
    });
}

/** The plans as an audit takes them. */
export function toAudit(inputs: readonly PlanInput[]): Audited[] {
  return inputs.map(({ progress: { files, rows }, ...input }) => ({
    ...input,
    progress: files.length === 0 ? null : rows,
  }));
}
