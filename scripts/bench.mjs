// Prints how long whole runs take, as ratios to another program run in turn with them, so that the
// figures of a busy machine can be read, and how much memory they take at most. Speed is measured here
// and asserted nowhere.
//
//   npm run bench [-- start plans thousand tables rows engine threshold reader memory]    BENCH_RUNS=15 pairs of each
//
// `rows` and `engine` (a million, or BENCH_ROWS), `threshold`, `reader` and `memory` take minutes, the last one hours, and are
// measured where they are named.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, release, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { largePlan, manyPlans, spectralRules } from './bench-inputs.mjs';
import { ROW_KINDS, writeRows } from './bench-rows.mjs';

const RUNS = Number(process.env.BENCH_RUNS ?? 15);
const root = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-bench-'));
// It doubles the start of Node itself, and with it the base of every ratio.
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...outer } = process.env;
const env = { ...outer, DTI_EVAL_CACHE_DIR: path.join(folder, 'cache') };
const NODE = { name: 'node -e 0', program: process.execPath, args: ['-e', '0'] };

const ours = (...args) => ({
  program: process.execPath,
  args: ['bin/dti-eval.js', ...args, '--lang', 'en'],
});
const DANANG = ['status', 'plans/danang-2024.yaml', '--as-of', '2024-12-31'];

/** Before every run the plan becomes one that no run has seen. */
function newStatus() {
  const plan = path.join(folder, 'danang-2024.yaml');
  const inPlans = (name) => path.join(root, 'plans', name);
  copyFileSync(inPlans('danang-2024.results.csv'), path.join(folder, 'danang-2024.results.csv'));
  let times = 0;
  const before = () => {
    times += 1;
    writeFileSync(plan, `${readFileSync(inPlans('danang-2024.yaml'), 'utf8')}# ${times}\n`);
  };
  return { run: ours('status', plan, ...DANANG.slice(2)), before };
}

const check = (where) => ours('check', where, '--no-cache', '-f', 'json');

/** Rows of very many indicators, which are written as they are made. */
function rowsOfTen() {
  const ten = manyPlans(path.join(folder, 'ten'), 10, 5000, 1);
  return ['csv', 'json', 'markdown'].map((format) => ({
    name: `50,000 rows, ${format}`,
    run: ours('status', ten, '--as-of', '2024-12-31', '--no-cache', '-f', format),
    base: NODE,
    few: true,
  }));
}

/** The cases of each group; files are made when a group is asked for. */
const GROUPS = {
  start: () => [
    { name: '--version', run: { ...ours(), args: ['bin/dti-eval.js', '--version'] }, base: NODE },
    { name: '--help', run: { ...ours(), args: ['bin/dti-eval.js', '--help'] }, base: NODE },
    { name: 'status danang-2024, new files', ...newStatus(), base: NODE },
    { name: 'status danang-2024, unchanged', run: ours(...DANANG), base: NODE },
    { name: 'status danang-2024, --no-cache', run: ours(...DANANG, '--no-cache'), base: NODE },
    { name: 'check plans', run: ours('check', 'plans'), base: NODE },
    { name: 'check plans, --no-cache', run: ours('check', 'plans', '--no-cache'), base: NODE },
  ],
  plans: () => {
    const hundred = manyPlans(path.join(folder, 'hundred'), 100);
    const schema = JSON.parse(readFileSync(path.join(root, 'schemas/plan.schema.json'), 'utf8'));
    const rules = spectralRules(folder, schema);
    const lint = ['lint', '--quiet', '--ruleset', rules, `${hundred}/*.yaml`];
    const spectral = { name: 'spectral lint', program: 'spectral', args: lint, version: true };
    return [
      { name: 'check of 100 plans', run: check(hundred), base: NODE, few: true },
      { name: 'check of 100 plans', run: check(hundred), base: spectral, few: true },
    ];
  },
  thousand: () => {
    const run = check(manyPlans(path.join(folder, 'thousand'), 1000));
    const hundred = check(manyPlans(path.join(folder, 'hundred'), 100));
    const base = { name: 'check of 100 plans', ...hundred };
    return [{ name: 'check of 1,000 plans', run, base, few: true }];
  },
  tables: () => {
    const large = largePlan(path.join(folder, 'large'), 5000);
    const as = (...more) => ours('status', large, '--as-of', '2024-12-31', '--no-cache', ...more);
    return [
      { name: '5,000 indicators, terminal', run: as('--width', '120'), base: NODE, few: true },
      { name: '5,000 indicators, csv', run: as('-f', 'csv'), base: NODE, few: true },
      { name: '5,000 indicators, json', run: as('-f', 'json'), base: NODE, few: true },
      ...rowsOfTen(),
    ];
  },
};

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);

/** The groups that are measured only where they are named. */
const ASKED_ONLY = {
  rows: () =>
    ROW_KINDS.flatMap((kind) => {
      const own = path.join(folder, 'rows', kind);
      writeRows(own, ROWS, kind);
      const of = (command) => ({
        name: `${command}, ${ROWS} rows, ${kind}`,
        run: ours(command, path.join(own, 'rows.yaml'), '--no-cache', ...AS_OF[command]),
        base: {
          name: 'status',
          ...ours('status', path.join(own, 'rows.yaml'), '--no-cache', ...DAY),
        },
        once: true,
      });
      return Object.keys(AS_OF).map(of);
    }),
  engine: () => {
    const own = path.join(folder, 'engine');
    writeRows(own, ROWS, 'clean');
    const base = {
      ...bareAggregate(path.join(own, 'rows.results.csv')),
      name: 'DuckDB’s bare aggregate',
    };
    const by = (name) => ({
      name: `status, ${ROWS} rows, --engine ${name}`,
      run: ours('status', path.join(own, 'rows.yaml'), '--no-cache', ...DAY, '--engine', name),
      base,
      few: true,
    });
    return [by('duckdb'), { ...by('node'), once: true }];
  },
  // From which size on it pays to group rows first.
  threshold: () =>
    [1, 2, 4, 8, 16].map((megabytes) => {
      const own = path.join(folder, 'threshold', String(megabytes));
      writeRows(own, megabytes * ROWS_OF_MEGABYTE, 'clean');
      const by = (name) =>
        ours('status', path.join(own, 'rows.yaml'), '--no-cache', ...DAY, '--engine', name);
      const base = { name: '--engine node', ...by('node') };
      return {
        name: `status, ${megabytes} MB, --engine duckdb`,
        run: by('duckdb'),
        base,
        few: true,
      };
    }),
};

const ROWS_OF_MEGABYTE = 22_500;

/** The latest figure of each indicator, year and source, with nothing looked at beside it. */
function bareAggregate(file) {
  const sql = `SELECT indicator, year(period), source, max(period), arg_max(value, period) FROM '${file}' GROUP BY ALL`;
  const library = JSON.stringify(import.meta.resolve('@duckdb/node-api'));
  const script = `
    const { DuckDBInstance } = await import(${library});
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.runAndReadAll(${JSON.stringify(sql)});`;
  return { program: process.execPath, args: ['--input-type=module', '-e', script] };
}

const DAY = ['--as-of', '2024-12-31'];
const AS_OF = { status: DAY, check: [], audit: DAY, report: DAY, overdue: DAY };

/** An end with findings is one, too; any other means that nothing was measured. */
function milliseconds({ program, args }) {
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(program, args, { cwd: root, env, stdio: 'ignore' });
  if (error || status > 1) throw error ?? new Error(`${program} ${args.join(' ')}: ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const TELL_PEAK =
  'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))';

/** The most memory that a run of Node held, in MB. */
function peakOf({ program, args }) {
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'];
  const told = spawnSync(program, ['--import', TELL_PEAK, ...args], { cwd: root, env, stdio });
  return Number(told.output[3]) / 1000;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const isInstalled = ({ program, version }) =>
  !version || spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

function measured({ name, run, base, few, once, before = () => {} }) {
  if (!isInstalled(base)) return [name, `skipped: ${base.program} is not installed`, '', '', ''];
  if (!once) {
    before();
    milliseconds(run);
  }
  const pairs = Array.from({ length: once ? 1 : few ? Math.min(RUNS, 5) : RUNS }, () => {
    const other = milliseconds(base);
    before();
    const own = milliseconds(run);
    return { other, own, ratio: own / other };
  });
  const of = (key) => median(pairs.map((pair) => pair[key]));
  const peak = peakOf(run);
  return [
    name,
    `${of('ratio').toFixed(2)} × ${base.name}`,
    `${of('own').toFixed(0)} ms`,
    `${of('other').toFixed(0)} ms`,
    `${peak.toFixed(0)} MB`,
  ];
}

/** The groups that have a script and a table of their own. */
const OWN_SCRIPTS = ['reader', 'memory'];

const asked = process.argv.slice(2);
const wanted = asked.length > 0 ? asked : Object.keys(GROUPS);
const known = { ...GROUPS, ...ASKED_ONLY };
const unknown = wanted.filter((name) => !OWN_SCRIPTS.includes(name) && !Object.hasOwn(known, name));
if (unknown.length > 0)
  throw new Error(`no such group: ${unknown}; ${[...Object.keys(known), ...OWN_SCRIPTS]}`);
const day = new Date().toISOString().slice(0, 10);
const ofPairs = wanted.filter((one) => !OWN_SCRIPTS.includes(one));
console.log(
  `${day}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}, ${release()} ${arch()}; medians of pairs\n`,
);
if (ofPairs.length > 0)
  console.log(
    '| run | ratio | median | of the other | peak memory |\n| --- | --- | --- | --- | --- |',
  );
try {
  for (const name of ofPairs)
    for (const one of known[name]()) console.log(`| ${measured(one).join(' | ')} |`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const name of OWN_SCRIPTS.filter((one) => wanted.includes(one)))
  spawnSync(process.execPath, [`scripts/bench-${name}.mjs`], { cwd: root, env, stdio: 'inherit' });
