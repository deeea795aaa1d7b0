import type { IndicatorEvaluation, PlanEvaluation } from './evaluation.ts';
import { grouped } from './grouped.ts';

/** The indicators under one of the plan's groups. */
export interface EvaluatedGroup {
  /** `null` for the indicators without a group. */
  code: string | null;
  indicators: IndicatorEvaluation[];
}

/**
 * The indicators by group: the plan's groups in its own order, then groups that it does not
 * declare, last the indicators without one. Groups without any are left out.
 */
export function groupsOf({ plan, indicators }: PlanEvaluation): EvaluatedGroup[] {
  const codes = new Set(plan.groups.keys());
  for (const { indicator } of indicators) if (indicator.group) codes.add(indicator.group);
  const own = grouped(indicators, ({ indicator }) => indicator.group);
  return [...codes, null]
    .map((code) => ({ code, indicators: own.get(code) ?? [] }))
    .filter((group) => group.indicators.length > 0);
}
