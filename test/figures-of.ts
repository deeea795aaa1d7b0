import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPlan } from '../src/load/plan.ts';
import { addresses, type Plan } from '../src/plan.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** A plan of the project, which must be sound. */
export function planOf(id: string): Plan {
  const file = `plans/${id}.yaml`;
  const { plan, findings } = readPlan(file, readFileSync(path.join(ROOT, file), 'utf8'));
  if (plan === null) throw new Error(JSON.stringify(findings));
  return plan;
}

/** How much a plan holds; a target of a part counts like any other. */
export function figuresOf(plan: Plan) {
  const targets: Record<number, number> = {};
  for (const { measurable } of addresses(plan))
    for (const year of measurable.targets.keys()) targets[year] = (targets[year] ?? 0) + 1;
  return {
    indicators: plan.indicators.length,
    targets,
    tasks: plan.tasks.length,
    reports: plan.reports.length,
  };
}
