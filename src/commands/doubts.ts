import { deciding, type PlanEvaluation } from '../evaluation.ts';
import type { NotCounted, NotCountedReason } from '../not-counted.ts';

/** Reasons that someone has to look into; the others are in the order of things. */
const DOUBTFUL: ReadonlySet<NotCountedReason> = new Set([
  'unreadable',
  'file-unread',
  'out-of-range',
  'on-parts',
  'not-addable',
  'ended-area',
]);

/** Is there anything that cannot be read, no share can be, is beside the point, is doubted or disputed? */
export function isDoubtful(evaluation: PlanEvaluation): boolean {
  const { notCounted, indicators } = evaluation;
  const isDoubted = deciding(indicators).some(({ shareDoubt }) => shareDoubt !== null);
  return notCounted.some(needsLooking) || isDoubted || isDisputed(evaluation);
}

/** Must someone look into what does not count? */
export function needsLooking({ reason }: NotCounted): boolean {
  return DOUBTFUL.has(reason);
}

/** Do other sources say otherwise of a figure that counts? */
export function isDisputed({ indicators }: PlanEvaluation): boolean {
  return indicators.some(({ rivals, parts }) =>
    [{ rivals }, ...parts].some((one) => one.rivals.length > 0),
  );
}

/** Does a verdict rest on a figure of before the last quarter of a year that has ended? */
export function isUnfinished({ indicators }: PlanEvaluation): boolean {
  return indicators.some(({ isProvisional }) => isProvisional);
}
