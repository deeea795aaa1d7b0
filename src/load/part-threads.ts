import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { HERE } from './here.ts';
import type { PartThread, ThreadData } from './joined-parts.ts';
import type { HandedParts } from './part-groups.ts';

/** Beside this thread at most: each holds some memory of its own. */
const MOST_THREADS = 3;

/** The script of a thread, which lies beside the built program. */
const SCRIPT = path.join(path.dirname(HERE), 'group-worker.cjs');

/** Starts as many threads as the machine has cores for, as far as the system gives them. */
export function startThreads(
  data: ThreadData,
  count = hasBoundedAddresses() ? 0 : Math.min(availableParallelism() - 1, MOST_THREADS),
  script = SCRIPT,
): PartThread[] {
  const threads: PartThread[] = [];
  while (threads.length < count) {
    const thread = startThread(data, script);
    if (thread === null) break;
    threads.push(thread);
  }
  return threads;
}

/** Does the system bound the addresses that the program may reserve (`ulimit -v`)? The engine ends it where a thread finds none. */
export function hasBoundedAddresses(limits = '/proc/self/limits'): boolean {
  try {
    return /^Max address space +\d/m.test(readFileSync(limits, 'latin1'));
  } catch {
    return false;
  }
}

function startThread(workerData: ThreadData, script: string): PartThread | null {
  let worker: Worker;
  try {
    // What the caller preloads, measures or sets is meant for this thread; nothing of it is printed twice.
    worker = new Worker(script, { workerData, env: {}, execArgv: [], stdout: true, stderr: true });
  } catch {
    return null;
  }
  const done = new Promise<HandedParts | null>((resolve) => {
    worker.once('message', resolve);
    for (const failure of ['messageerror', 'error', 'exit'])
      worker.once(failure, () => resolve(null));
  });
  return { done, end: () => worker.terminate() };
}
