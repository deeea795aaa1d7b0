import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { figuresOf, planOf } from '../figures-of.ts';
import { run } from '../run.ts';
import { expectKept, ROOT, readKept, withBlock } from './kept.ts';

const README = readKept('README.md');
const PLANS = readdirSync(path.join(ROOT, 'plans'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml') && !file.includes('catalogue'))
  .sort();
const COMMANDS = [...README.matchAll(/^npm ci && (.+)$/gm)].map(([, rest]) => rest!);

test('the first screen has two commands: the main job, and the tests', () => {
  const firstScreen = README.split('\n').slice(0, 25).join('\n');
  for (const command of COMMANDS) expect(firstScreen).toContain(command);
  expect(COMMANDS).toEqual([
    'node bin/dti-eval.js status plans/danang-2023.yaml --as-of 2023-12-15',
    'npm test',
  ]);
});

test('shows the table as it comes out, and the plans as they are', async () => {
  const shown = withBlock(README, 'status', `\`\`\`\n${await firstTable()}\`\`\`\n`);
  await expectKept(withBlock(shown, 'plans', planTable()), 'README.md');
});

async function firstTable(): Promise<string> {
  const argv = COMMANDS[0]!.split(' ').slice(2);
  const { stdout, code } = await run([...argv, '--width', '100', '--lang', 'en'], { cwd: ROOT });
  expect(code).toBe(0);
  return stdout;
}

test('each plan has a section in both languages, and what it shows can be seen', async () => {
  const text = readKept('plans/README.md');
  const sections = [...text.matchAll(/^### (\S+)/gm)].map(([, name]) => name);
  const plans = PLANS.map((file) => file.replace('.yaml', ''));
  expect(sections.toSorted()).toEqual([...plans, ...plans].sort());
  const commands = [...text.matchAll(/^dti-eval (.+)$/gm)].map(([, rest]) => rest!.split(' '));
  expect(commands.length).toBeGreaterThan(plans.length);
  for (const argv of commands) {
    const { stdout, code } = await run(argv, { cwd: ROOT });
    expect(code).toBe(0);
    expect(stdout).not.toBe('');
  }
});

function planTable(): string {
  const rows = PLANS.map((file) => {
    const plan = planOf(file.replace('.yaml', ''));
    const figures = figuresOf(plan);
    const { first, last } = plan.period;
    const period = first === last ? first : `${first}–${last}`;
    const targets = Object.entries(figures.targets).map(([year, n]) => `${year}: ${n}`);
    return `| [\`${plan.id}\`](plans/${file}) | ${plan.document} | ${period} | ${figures.indicators} | ${targets.join(', ')} | ${figures.tasks} | ${figures.reports} |\n`;
  });
  const head = '| plan | document | period | indicators | targets | tasks | report duties |\n';
  return `${head}|---|---|---|---:|---|---:|---:|\n${rows.join('')}`;
}
