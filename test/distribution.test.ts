import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { temporaryFolder } from './temporary-folder.ts';

/** The built program, as a process: what only a real process can show. */
const ROOT = path.resolve(import.meta.dirname, '..');
const BIN = path.join(ROOT, 'bin/dti-eval.js');
const call = promisify(execFile);
const program = (...args: string[]) =>
  call(process.execPath, [BIN, ...args], { cwd: ROOT, maxBuffer: 1 << 28 });

const TELL_LOADED = `
const load = require('node:module')._load;
const path = require('node:path');
require('node:module')._load = function (name, ...more) {
  if (/^\\.\\/.*cjs$/.test(name)) process.stderr.write('loaded ' + path.basename(name) + '\\n');
  return load.call(this, name, ...more);
};`;

/** The files of the distribution that a run loads beside the program itself where nothing is kept of earlier ones. */
async function loadedBy(words: readonly string[]): Promise<string[]> {
  const folder = temporaryFolder({ 'tell.cjs': TELL_LOADED });
  const argv = ['--require', path.join(folder, 'tell.cjs'), BIN, ...words];
  const env = { ...process.env, DTI_EVAL_CACHE_DIR: path.join(folder, 'cache') };
  const { stderr } = await call(process.execPath, argv, { cwd: ROOT, maxBuffer: 1 << 28, env });
  return [...new Set([...stderr.matchAll(/^loaded (.+)$/gm)].map(([, name]) => name!))].sort();
}

function planWith(names: readonly string[]): string {
  const indicators = names.map(
    (name, index) =>
      `  - { id: a-${index}, name: ${JSON.stringify(name)}, unit: x, targets: { 2024: 1 }, source: I }\n`,
  );
  const head =
    'format: plan/1\nid: plan\ntitle: Plan\ndocument: 1/KH\nissued: 2024-01-01\narea: danang\nperiod: 2024\n';
  const folder = temporaryFolder({ 'plan.yaml': `${head}indicators:\n${indicators.join('')}` });
  return path.join(folder, 'plan.yaml');
}

describe('the built program', () => {
  test('tells its version', async () => {
    const { stdout } = await program('--version');
    expect(stdout).toBe(`${manifest.version}\n`);
  });

  test('writes a large document whole through a pipe', async () => {
    const file = planWith(
      Array.from({ length: 4000 }, (_, i) => `Chỉ tiêu ${i} ${'dài '.repeat(200)}`),
    );
    const { stdout } = await program('status', file, '--as-of', '2024-06-30', '--format', 'json');
    expect(stdout.length).toBeGreaterThan(4_000_000);
    expect(JSON.parse(stdout).plans[0].indicators).toHaveLength(4000);
  });

  test.each([
    [['status', 'plans/danang-2024.yaml'], []],
    [['--help'], []],
    [['status', 'plans/danang-2024.yaml', '-f', 'csv'], []],
    [['overdue', 'plans/danang-2024.yaml', '-f', 'ics'], ['ical.cjs']],
  ])('loads for %j no more than it needs', async (words, files) => {
    expect(await loadedBy(words)).toEqual(files);
  });

  test.each([
    ['docx', ['docx.cjs']],
    ['xlsx', ['hucre.cjs']],
    ['html', ['page.cjs', 'plot.cjs']],
  ])('loads what writes %s for nothing else', async (format, files) => {
    const folder = temporaryFolder();
    const output = path.join(folder, `out.${format}`);
    const words = ['report', 'plans/danang-2024.yaml', '-f', format, '-o', output];
    expect(await loadedBy(words)).toEqual(files);
  });

  test('ends quietly when its reader has had enough', async () => {
    const file = planWith(
      Array.from({ length: 4000 }, (_, i) => `Chỉ tiêu ${i} ${'dài '.repeat(50)}`),
    );
    const child = spawn(process.execPath, [BIN, 'status', file, '--format', 'json'], { cwd: ROOT });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ errors, code }).toEqual({ errors: '', code: 0 });
  });

  test('aligns characters whose width libraries dispute as terminals show them', async () => {
    const names = ['✔ xong', '数字', '👩‍👩‍👧 gia đình', '❤️ tim', 'e\u0301\u0327 z\u200bw', 'abc'];
    const { stdout } = await program(
      'status',
      planWith(names),
      '--as-of',
      '2024-06-30',
      '--width',
      '80',
    );
    const targets = stdout.split('\n').filter((line) => line.startsWith('a-'));
    const before = targets.map((line) => stringWidth(line.slice(0, line.indexOf('≥'))));
    expect(before).toHaveLength(names.length);
    expect(new Set(before).size).toBe(1);
  });
});
