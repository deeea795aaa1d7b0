import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadData } from './joined-parts.ts';
import { buffersOf, groupParts, handOver, sharedClaims } from './part-groups.ts';

// A thread of its own: groups parts of a file until none is left, and hands over what it made of them.
const { task, shared } = workerData as ThreadData;
const made = groupParts(task, sharedClaims(shared, task.parts.length));
const parts = made && handOver(made);
parentPort?.postMessage(parts, parts ? buffersOf(parts) : []);
