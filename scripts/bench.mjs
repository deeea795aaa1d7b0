// Prints how long whole runs take, as ratios to `node -e 0` run in turn with them, so that the
// figures of a busy machine can be read. Speed is measured here and asserted nowhere.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RUNS = Number(process.env.BENCH_RUNS ?? 15);
const root = fileURLToPath(new URL('../', import.meta.url));
// It doubles the start of Node itself, and with it the base of every ratio.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const CASES = [
  { name: '--version', args: ['bin/dti-eval.js', '--version'], wanted: 2 },
  {
    name: 'status plans/danang-2024.yaml',
    args: ['bin/dti-eval.js', 'status', 'plans/danang-2024.yaml', '--as-of', '2024-12-31'],
    wanted: 6.5,
  },
];

function milliseconds(args) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

for (const { name, args, wanted } of CASES) {
  milliseconds(args);
  const pairs = Array.from({ length: RUNS }, () => {
    const base = milliseconds(['-e', '0']);
    const run = milliseconds(args);
    return { base, run, ratio: run / base };
  });
  const of = (key) => median(pairs.map((pair) => pair[key]));
  console.log(
    `${name}: ${of('ratio').toFixed(2)} × node -e 0 (wanted: at most ${wanted}); ` +
      `median ${of('run').toFixed(0)} ms against ${of('base').toFixed(0)} ms, ${RUNS} pairs`,
  );
}
