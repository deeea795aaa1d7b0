import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPlan } from '../src/load/plan.ts';
import { addresses, type Plan } from '../src/plan.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/**
 * What the plan files hold, so that nothing comes or goes unseen. Of the two documents that print
 * their targets in tables, 56/KH-UBND and 93/KH-UBND, the numbers are those of the tables' rows: a
 * row that sets two conditions counts twice in its year.
 */
const FIGURES = {
  'danang-2022': { indicators: 47, targets: { 2025: 46, 2030: 29 }, tasks: 65, reports: 1 },
  'danang-2023': { indicators: 39, targets: { 2023: 42, 2025: 24 }, tasks: 0, reports: 0 },
  'danang-2024': { indicators: 48, targets: { 2024: 50, 2025: 31 }, tasks: 63, reports: 3 },
  'danang-comms-2022': { indicators: 9, targets: { 2025: 9 }, tasks: 20, reports: 4 },
  'haiphong-2020': { indicators: 17, targets: { 2025: 15, 2030: 13 }, tasks: 65, reports: 2 },
  'national-2022': { indicators: 17, targets: { 2025: 17 }, tasks: 0, reports: 0 },
  'thanhhoa-2022': { indicators: 17, targets: { 2025: 17 }, tasks: 31, reports: 2 },
} as const;

type PlanId = keyof typeof FIGURES;
const PLANS = Object.keys(FIGURES) as PlanId[];

function planOf(id: PlanId): Plan {
  const file = `plans/${id}.yaml`;
  const { plan, findings } = readPlan(file, read(file));
  if (plan === null) throw new Error(JSON.stringify(findings));
  return plan;
}

/** A target of a part counts like any other. */
function targetsByYear(plan: Plan): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { measurable } of addresses(plan))
    for (const year of measurable.targets.keys()) counts[year] = (counts[year] ?? 0) + 1;
  return counts;
}

/** One line about each plan: `--reporter verbose` prints the numbers with the tests' names. */
const told = PLANS.map((id) => [id, JSON.stringify(FIGURES[id])] as const);

test.each(told)('%s holds %s', (id) => {
  const plan = planOf(id);
  expect({
    indicators: plan.indicators.length,
    targets: targetsByYear(plan),
    tasks: plan.tasks.length,
    reports: plan.reports.length,
  }).toEqual(FIGURES[id]);
});

test('the README’s table of plans shows the same numbers', () => {
  const table = /<!-- plans:start -->\n([\s\S]*?)<!-- plans:end -->/.exec(read('README.md'))?.[1];
  const lines = PLANS.map((id) => {
    const plan = planOf(id);
    const { first, last } = plan.period;
    const targets = Object.entries(targetsByYear(plan)).map(([year, n]) => `${year}: ${n}`);
    return `| [\`${id}\`](plans/${id}.yaml) | ${plan.document} | ${first === last ? first : `${first}–${last}`} | ${plan.indicators.length} | ${targets.join(', ')} | ${plan.tasks.length} | ${plan.reports.length} |\n`;
  });
  const head =
    '| plan | document | period | indicators | targets | tasks | report duties |\n|---|---|---|---:|---|---:|---:|\n';
  expect(table).toBe(head + lines.join(''));
});
