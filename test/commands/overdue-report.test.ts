import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../run.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Item {
  lead: readonly string[];
  state: string;
}

test('report and overdue count the same for every agency, what several lead under each', async () => {
  const json = async (command: string) => {
    const args = [command, 'plans/danang-2024.yaml', '--as-of', '2025-01-01', '-f', 'json'];
    return JSON.parse((await run(args, { cwd: ROOT })).stdout);
  };
  const { items } = (await json('overdue')) as { items: Item[] };
  const [plan] = (
    (await json('report')) as { plans: { overdue: { lead: string[]; items: Item[] }[] }[] }
  ).plans;
  const counts = new Map<string, number>();
  for (const { lead, state } of items)
    for (const one of state === 'overdue' ? lead : []) counts.set(one, (counts.get(one) ?? 0) + 1);
  const told = plan!.overdue.map(({ lead, items: own }) => [lead[0], own.length] as const);
  expect(counts.get('so-tttt')).toBeGreaterThan(1);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(counts));
});
