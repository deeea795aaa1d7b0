import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const yaml = (file: string) => parse(readFileSync(path.join(ROOT, file), 'utf8'));

const PLAN = readFileSync(path.join(ROOT, 'plans/danang-2023.yaml'), 'utf8');

/** Runs the step of the action as a runner would, with the inputs filled in. */
function runAction(inputs: Record<string, string>, cwd: string, env: Record<string, string> = {}) {
  const action = yaml('action.yml');
  const [step, ...others] = action.runs.steps;
  expect(others).toEqual([]);
  const given: Record<string, string> = { 'github.action_path': ROOT };
  for (const [name, { default: usual }] of Object.entries<{ default: string }>(action.inputs))
    given[`inputs.${name}`] = inputs[name] ?? usual;
  const variables = Object.entries<string>(step.env).map(([name, text]) => {
    const wanted = /^\$\{\{ (\S+) \}\}$/.exec(text)![1]!;
    expect(given).toHaveProperty([wanted]);
    return [name, given[wanted]!] as const;
  });
  const { PATH = '' } = process.env;
  const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd,
    env: { PATH, ...Object.fromEntries(variables), ...env },
    encoding: 'utf8',
  });
  return { code: done.status, stdout: done.stdout, stderr: done.stderr };
}

describe('the GitHub action', () => {
  test('checks the folder plans, annotates and writes the summary', () => {
    const folder = temporaryFolder({ 'plans/danang-2023.yaml': PLAN });
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 'summary.md' };
    const { code, stdout, stderr } = runAction({}, folder, env);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('::warning file=plans/danang-2023.yaml,line=272,');
    expect(readFileSync(path.join(folder, 'summary.md'), 'utf8')).toContain('weaker-later-target');
  });

  test('takes paths with blanks and further options, one a line', () => {
    const folder = temporaryFolder({ 'kế hoạch/a b.yaml': PLAN, 'x.yaml': 'format: plan/1' });
    const inputs = { paths: 'kế hoạch\n', args: '--max-warnings=0\n-f\nconcise' };
    const { code, stdout } = runAction(inputs, folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^kế hoạch\/a b\.yaml:272:32: warning weaker-later-target [^\n]*$/m);
    expect(stdout).not.toContain('x.yaml');
  });

  test('fails at the level asked for, and does not run what stands in an input', () => {
    const folder = temporaryFolder({ 'plans/danang-2023.yaml': PLAN });
    expect(runAction({ 'fail-on': 'warning' }, folder).code).toBe(1);
    const { code, stderr } = runAction({ paths: '$(touch broken)`touch broken`' }, folder);
    expect(code).toBe(2);
    expect(stderr).toContain('$(touch broken)');
  });
});

test('the action runs what is pinned, never a range or a tag', () => {
  for (const version of ['latest', '^0.1.0', '0.1', '0.1.0 --yes', '1.0.0;touch broken']) {
    const { code, stderr } = runAction({ version }, temporaryFolder());
    expect([version, code]).toEqual([version, 2]);
    expect(stderr).toContain('one version in full');
  }
});

describe('the pre-commit hook', () => {
  const [hook, ...others] = yaml('.pre-commit-hooks.yaml');

  test('looks at the plans with their files, not at the files that changed', () => {
    expect(hook).toMatchObject({ pass_filenames: false, require_serial: true });
  });

  test('runs a command that there is', () => {
    expect(others).toEqual([]);
    const [program, ...words] = hook.entry.split(' ');
    const { bin } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    const folder = temporaryFolder({ 'plans/danang-2023.yaml': PLAN });
    const files = ['plans/danang-2023.yaml'];
    const run = spawnSync('node', [path.join(ROOT, bin[program]), ...words, ...files], {
      cwd: folder,
    });
    expect(run.status).toBe(0);
  });

  test.each([
    ['plans/danang-2024.yaml', true],
    ['data/plans/catalogue/areas.yml', true],
    ['plans/danang-2024.results.csv', true],
    ['plans/danang-2024.progress.csv', true],
    ['plans/danang-2024.csv', false],
    ['docs/plans.yaml', false],
    ['myplans/x.yaml', false],
  ])('%s: %s', (file, isChecked) => {
    expect(new RegExp(hook.files).test(file)).toBe(isChecked);
  });
});
