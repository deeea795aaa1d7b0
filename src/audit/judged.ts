import type { Day } from '../calendar.ts';
import { evaluate, type PlanEvaluation } from '../evaluation.ts';
import type { Audited } from './finding.ts';

/** A plan as it is judged for its target year as of the day, which several kinds of findings ask for. */
export function judgedPlan(audited: Audited, asOf: Day): PlanEvaluation {
  const known = held.get(audited);
  if (known?.asOf === asOf) return known;
  const { plan, results, measures, areas } = audited;
  const evaluation = evaluate(plan, results, measures, { asOf, areas });
  held.set(audited, evaluation);
  return evaluation;
}

const held = new WeakMap<Audited, PlanEvaluation>();
