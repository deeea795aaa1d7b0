// Tries the program on files that are wrong in ways nobody thought of.
//   npm run fuzz -- --minutes 5      for so long, from a seed of its own
//   npm run fuzz -- --seed 123       that case alone, its files left in a folder to look at
//   npm run fuzz -- --from 1000      from this seed on
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { caseOf, placesOf } from './fuzz/case.mjs';

/** A case hangs where its runs take longer, on however busy a machine. */
const LONGEST = 60_000;
/** Of the heap, what is loaded included; the process itself has a good hundred more. */
const MEGABYTES = 300;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    from: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});

function newWorker() {
  const file = fileURLToPath(new URL('./fuzz/worker.mjs', import.meta.url));
  const worker = fork(file, { execArgv: [`--max-old-space-size=${MEGABYTES}`], silent: true });
  return new Promise((resolve) => worker.once('message', () => resolve(worker)));
}

/** What the worker says of a seed; where it says nothing in time, that is the fault. */
function answerOf(worker, seed) {
  return new Promise((resolve) => {
    const end = (faults) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.kill('SIGKILL');
      resolve({ seed, faults, argv: caseOf(seed).argv, isGone: true });
    };
    const timer = setTimeout(() => end([`no end within ${LONGEST} ms`]), LONGEST);
    worker.once('exit', (code, signal) => end([`the process ended: ${signal ?? code}`]));
    worker.once('message', (answer) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(answer);
    });
    worker.send(seed);
  });
}

function tell({ seed, faults, argv, stderr }) {
  console.log(`\nseed ${seed}: dti-eval ${argv.join(' ')}`);
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.some((fault) => fault.startsWith('exit code')) && stderr) console.log(stderr);
}

async function one(seed) {
  const folder = mkdtempSync(path.join(tmpdir(), `fuzz-${seed}-`));
  const { files, argv } = caseOf(seed);
  for (const [file, bytes] of placesOf(files, folder)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  console.log(`cd ${folder}; dti-eval ${argv.join(' ')}`);
  const worker = await newWorker();
  const answer = await answerOf(worker, seed);
  tell(answer);
  if (worker.connected) worker.disconnect();
  return answer.faults.length;
}

async function many(from, minutes) {
  const end = Date.now() + minutes * 60_000;
  let worker = await newWorker();
  let faulty = 0;
  let seed = from;
  for (; Date.now() < end; seed += 1) {
    const answer = await answerOf(worker, seed);
    if (answer.faults.length > 0) {
      faulty += 1;
      tell(answer);
    }
    if (answer.isGone) worker = await newWorker();
  }
  worker.disconnect();
  console.log(`\n${seed - from} cases from seed ${from}: ${faulty} with faults`);
  return faulty;
}

const { seed, from, minutes } = values;
const faulty = await (seed === undefined ? many(Number(from), Number(minutes)) : one(Number(seed)));
process.exitCode = faulty === 0 ? 0 : 1;
