// Prints how much memory whole runs of each command hold at most on so many rows and on ten times as many,
// of every kind of table, and the processor's time that they take; each table is made from a fixed seed
// in a folder of its own and is gone before the next one.
//
//   npm run bench -- memory     BENCH_ROWS=1000000 BENCH_KINDS=clean,bad BENCH_COMMANDS=audit,status
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROGRESS_ROW_KINDS, ROW_KINDS, writeRows } from './bench-rows.mjs';

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const root = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-memory-'));
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...outer } = process.env;
const env = { ...outer, DTI_EVAL_CACHE_DIR: path.join(folder, 'cache') };

const AS_OF = ['--as-of', '2024-12-31'];
const ROW_BY_ROW = [...AS_OF, '--engine', 'node'];
/** What is run on the plan file, by its name in the table. */
const COMMANDS = {
  status: (plan) => ['status', plan, ...ROW_BY_ROW],
  'status --periods': (plan) => ['status', plan, ...ROW_BY_ROW, '--periods', '2023-Q1..2024-Q4'],
  check: (plan) => ['check', plan],
  audit: (plan) => ['audit', plan, ...ROW_BY_ROW],
  report: (plan) => ['report', plan, ...ROW_BY_ROW],
  'report -f html': (plan) => ['report', plan, ...ROW_BY_ROW, '-f', 'html'],
  overdue: (plan) => ['overdue', plan, ...ROW_BY_ROW],
  explain: (plan, isProgress) => ['explain', plan, isProgress ? 't-3' : 'ct-3', ...AS_OF],
  diff: (plan) => ['diff', 'plans/danang-2024.yaml', plan],
};

const TELL =
  'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();writeSync(3,JSON.stringify([maxRSS/1000,(userCPUTime+systemCPUTime)/1e6]))})';

/** The most memory that a run held, in MB, and the processor's seconds that it took. */
function measured(args) {
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'];
  const all = ['--import', TELL, 'bin/dti-eval.js', ...args, '--no-cache', '--lang', 'en'];
  const { output, status } = spawnSync(process.execPath, all, { cwd: root, env, stdio });
  if (status === null || status > 1) throw new Error(`${args.join(' ')}: ${status}`);
  const [peak, seconds] = JSON.parse(output[3]);
  return { peak, seconds };
}

function asked(name, known) {
  const names = process.env[name]?.split(',') ?? known;
  const unknown = names.filter((one) => !known.includes(one));
  if (unknown.length > 0) throw new Error(`${name}: no such one: ${unknown}; ${known}`);
  return names;
}

const kinds = asked('BENCH_KINDS', [...ROW_KINDS, ...PROGRESS_ROW_KINDS]);
const commands = asked('BENCH_COMMANDS', Object.keys(COMMANDS));

function measuredAll(kind, rows) {
  const own = path.join(folder, String(rows));
  writeRows(own, rows, kind);
  const plan = path.join(own, 'rows.yaml');
  const isProgress = PROGRESS_ROW_KINDS.includes(kind);
  const all = commands.map((name) => measured(COMMANDS[name](plan, isProgress)));
  rmSync(own, { recursive: true });
  return all;
}

const many = (rows) => rows.toLocaleString('en');
console.log(
  `| rows | run | ${many(ROWS)} | ${many(10 * ROWS)} | ratio | seconds of ${many(ROWS)} |\n| --- | --- | ---: | ---: | ---: | ---: |`,
);
try {
  for (const kind of kinds) {
    const few = measuredAll(kind, ROWS);
    const tenfold = measuredAll(kind, 10 * ROWS);
    for (const [at, name] of commands.entries()) {
      const ratio = (tenfold[at].peak / few[at].peak).toFixed(2);
      const peaks = [few, tenfold].map((all) => `${all[at].peak.toFixed(0)} MB`);
      const seconds = few[at].seconds.toFixed(1);
      console.log(`| ${kind} | ${name} | ${peaks.join(' | ')} | ${ratio} | ${seconds} |`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
