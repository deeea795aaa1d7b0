import { deciding, type PlanEvaluation } from '../evaluation.ts';
import { needsLooking } from '../not-counted.ts';

/** Is there anything that cannot be read, no share can be, is beside the point, is doubted or disputed? */
export function isDoubtful(evaluation: PlanEvaluation): boolean {
  const { notCounted, indicators } = evaluation;
  const isDoubted = deciding(indicators).some(({ shareDoubt }) => shareDoubt !== null);
  return notCounted.some(needsLooking) || isDoubted || isDisputed(evaluation);
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
