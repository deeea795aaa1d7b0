import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';
import { LIMITS, OPEN_LIMITS } from '../src/limits.ts';
import { run } from './run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const PAGE = text('SECURITY.md');
const CODE = [...PAGE.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

/** The files of src in which an expression is found. */
function filesWith(expression: RegExp): string[] {
  return (readdirSync(path.join(ROOT, 'src'), { recursive: true }) as string[])
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.ts') && !/compiled\/|html\/browser\//.test(name))
    .filter((name) => expression.test(text(`src/${name}`)))
    .sort();
}

const PLAN = `format: plan/1
id: p
title: T
document: 1/KH
issued: 2024-01-15
area: danang
period: 2024
agencies: { so: A }
indicators: [{ id: a, name: A, unit: "%", targets: { 2024: 80 }, lead: [so], source: I }]
`;
const FILES = { 'p.yaml': PLAN, 'p.results.csv': 'indicator,period,value,source\na,2024,81,BC\n' };

/** Of a line of code that begins with a command, the command; the words of others have none. */
const commandOf = (words: readonly string[]) => words.find((word) => word in COMMANDS);

describe('what SECURITY.md names is there', () => {
  const asked = CODE.map((code) => code.replace(/^dti-eval /, '').split(' '));

  test('every command and option', async () => {
    const options = asked.flatMap((words) =>
      words
        .filter((word) => /^--?[a-z]/.test(word))
        .map((option) => [commandOf(words), option] as const),
    );
    expect(options.length).toBeGreaterThan(8);
    for (const [command, option] of options) {
      const among = command === undefined ? Object.keys(COMMANDS) : [command];
      const helps = await Promise.all(among.map((one) => run([one, '--help', '--lang', 'en'])));
      expect(
        helps.filter(({ stdout }) => new RegExp(`(^|[ ,])${option}[ ,]`, 'm').test(stdout)),
        `${command} ${option}`,
      ).not.toEqual([]);
    }
    for (const [first = ''] of asked)
      if (/^(init|sheet|collect|check|audit|diff|explain)$/.test(first))
        expect(COMMANDS).toHaveProperty(first);
  });

  test('every script of npm, with the measures that it holds', () => {
    const { scripts } = JSON.parse(text('package.json'));
    for (const words of asked) if (words[0] === 'npm') expect(scripts).toHaveProperty(words[2]!);
    const [, seconds, megabytes] = /more than (\d+) s of the processor or (\d+) MB/.exec(PAGE)!;
    const hostile = text('scripts/hostile.mjs');
    expect(hostile).toContain(`MOST_SECONDS = ${seconds};`);
    expect(hostile).toContain(`MOST_MEGABYTES = ${megabytes};`);
    expect(text('scripts/fuzz/try.mjs')).toContain(`MOST_TIME = ${seconds}000;`);
    expect(text('scripts/fuzz.mjs')).toContain(`MEGABYTES = ${megabytes};`);
  });

  test('every variable of the environment', () => {
    const variables = CODE.filter((code) => /^[A-Z_]+$/.test(code));
    expect(variables).toEqual(['GITHUB_STEP_SUMMARY', 'DTI_EVAL_CACHE_DIR']);
    for (const name of variables) expect(filesWith(new RegExp(`env\\.${name}\\b`))).toHaveLength(1);
  });

  test('the list of the limits, those first that the command line raises', async () => {
    const { stdout } = await run(['explain', 'over-limit', '--lang', 'en']);
    for (const [name, most] of Object.entries(LIMITS)) {
      expect(stdout.replaceAll('\n', ' ')).toContain(most.toLocaleString('en'));
      if ((OPEN_LIMITS as readonly string[]).includes(name)) expect(stdout).toContain(`(${name})`);
    }
    const cwd = temporaryFolder({ ...FILES, '.dti-eval.yaml': 'limit: { keys: 1000000 }\n' });
    expect(await run(['check', '.'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^\.dti-eval\.yaml:1:1: error /),
    });
  });
});

describe('what SECURITY.md says that no file does is in no part of the program but those named', () => {
  test('code that is run, and programs that are started', () => {
    expect(filesWith(/\beval\(|new Function\b|node:vm|worker_threads/)).toEqual([
      'load/code-cache.ts',
      'load/group-worker.ts',
      'load/part-threads.ts',
    ]);
    // A thread runs what was built with the program, and nothing that it is told.
    expect(text('src/load/part-threads.ts')).toMatch(
      /new Worker\(script, .* env: \{\}, execArgv: \[\]/,
    );
    expect(text('src/load/part-threads.ts')).toContain("path.dirname(HERE), 'group-worker.cjs'");
    expect(filesWith(/child_process/)).toEqual(['load/git.ts']);
    expect(text('src/load/changed-lines.ts')).toMatch(/'--no-ext-diff', '--no-textconv'/);
  });

  test('a network', () => {
    const network = /\bfetch\(|node:(?:net|tls|http|https|http2|dgram|dns)'|'pg'/;
    expect(filesWith(network)).toEqual(['load/sources/postgres-session.ts']);
    expect(filesWith(/DuckDBInstance\.create\(/)).toEqual(['load/sources/parquet.ts']);
    expect(text('src/load/sources/parquet.ts')).toContain("autoinstall_known_extensions: 'false'");
  });

  test('writing', () => {
    const writes =
      /\b(?:writeFile|writeFileSync|writeSync|appendFile|appendFileSync|createWriteStream|mkdir|mkdirSync|renameSync|rename|symlink\w*|copyFile\w*)\(/;
    expect(filesWith(writes)).toEqual([
      'load/cache-folder.ts',
      'load/lock.ts',
      // To standard output and standard error, past Node's own streams.
      'load/output.ts',
      'load/spill.ts',
      'load/write.ts',
    ]);
  });
});

describe('what SECURITY.md says of a file is so', () => {
  test.each([
    'check .',
    'check . --show-reading',
    'check . --fix --dry-run',
    'status p.yaml',
    'overdue p.yaml',
    'diff p.yaml q.yaml',
    'audit p.yaml',
    'report p.yaml',
    'explain p.yaml a',
    'explain no-lead',
    'collect p.yaml p.results.csv --dry-run --letters l',
    'init --results p.yaml -o -',
    'schema plan',
  ])('nothing is written where the user does not say: %s', async (line) => {
    const given = { ...FILES, 'q.yaml': PLAN.replace('id: p', 'id: q') };
    const cwd = temporaryFolder(given);
    const { code, stderr } = await run([...line.split(' ')], { cwd });
    expect(code, stderr).toBeLessThan(2);
    expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(Object.keys(given).sort());
    for (const [name, before] of Object.entries(given))
      expect(readFileSync(path.join(cwd, name), 'utf8')).toBe(before);
  });

  test.each(['!!js/function "function () { throw 1 }"', '!!js/regexp /a/', '!!python/object x'])(
    'a tag of YAML makes no object: %s',
    async (value) => {
      const cwd = temporaryFolder({ 'p.yaml': PLAN.replace('title: T', `title: ${value}`) });
      const { code, stderr } = await run(['status', 'p.yaml'], { cwd });
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^p\.yaml:3:\d+: error /)]);
    },
  );

  test('a pattern that leads out is refused, and no rule on files that cannot be read is silenced', async () => {
    for (const settings of ['exclude: ["../x/**"]', 'rules: { schema: off }']) {
      const cwd = temporaryFolder({ ...FILES, '.dti-eval.yaml': `${settings}\n` });
      const { code, stderr } = await run(['check', '.'], { cwd });
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^\.dti-eval\.yaml:1:\d+: error /)]);
    }
  });

  test('a page has a content security policy that lets nothing in', async () => {
    const { stdout } = await run(['status', 'p.yaml', '-f', 'html'], {
      cwd: temporaryFolder(FILES),
    });
    expect(stdout).toMatch(/Content-Security-Policy" content="default-src (?:'|&#39;|&apos;)none/);
  });

  test('a password on the command line is refused, and never printed', async () => {
    const { code, stdout, stderr } = await run(
      ['status', 'p.yaml', '--results', 'postgresql://u:hunter2@127.0.0.1:1/d?table=t'],
      { cwd: temporaryFolder(FILES) },
    );
    expect(code).toBe(2);
    expect(stdout + stderr).not.toContain('hunter2');
  });
});
