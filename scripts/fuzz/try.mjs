// Runs a case in this process and tells what is wrong with it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { caseOf, inAnotherFormat, placesOf } from './case.mjs';
import { faultsOf } from './oracles.mjs';

/** The most that a run may take of the processor, in milliseconds. */
const MOST_TIME = 2000;

const NOW = new Date('2026-01-01T05:00:00Z');

/** Every fault of the case of a seed; `main` is the program's. */
export async function tried(seed, main) {
  const one = caseOf(seed);
  const first = await runIn(one, one.argv, main);
  const again = await runIn(one, one.argv, main);
  const other = inAnotherFormat(one);
  const { code } = other === null || isOfOneFormat(first) ? first : await runIn(one, other, main);
  const faults = [
    ...faultsOf(one, first),
    ...(first.stdout.equals(again.stdout) && first.stderr === again.stderr
      ? []
      : ['other bytes in a second run']),
    ...(code === first.code || code === 2
      ? []
      : [`exit code ${first.code}, but ${code} for ${other.join(' ')}`]),
    ...(Math.min(first.time, again.time) > MOST_TIME ? [`${Math.round(again.time)} ms`] : []),
  ];
  return { ...one, faults, stderr: first.stderr };
}

/** Some options are for some formats alone, and are refused with others. */
function isOfOneFormat({ code, stderr }) {
  return code === 2 && /-f |--format|no format|không có định dạng/.test(stderr);
}

async function runIn({ files, stdin }, argv, main) {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
  for (const [file, bytes] of placesOf(files, folder)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const [stdout, stderr] = [collector(), collector()];
  const before = process.cpuUsage();
  try {
    const code = await main({
      argv,
      stdin: Readable.from(stdin === null ? [] : [stdin]),
      stdout: stdout.stream,
      stderr: stderr.stream,
      env: { GITHUB_WORKSPACE: folder },
      cwd: folder,
      now: NOW,
    });
    const { user, system } = process.cpuUsage(before);
    const time = (user + system) / 1000;
    const told = stderr.bytes().toString('utf8').replaceAll(folder, '.');
    return { code, time, stdout: stdout.bytes(), stderr: told };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function collector() {
  const chunks = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, bytes: () => Buffer.concat(chunks) };
}
