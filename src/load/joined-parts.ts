import {
  type Claims,
  type GroupedParts,
  groupParts,
  type HandedParts,
  handOver,
  noClaims,
  type PartLines,
  type PartTask,
  sharedClaims,
  type Tell,
} from './part-groups.ts';

/** A thread that groups parts of a file beside this one. */
export interface PartThread {
  /** What it has made of the parts that it took; `null` where it could not, or where the file is given up. */
  done: Promise<HandedParts | null>;
  /** Ends it, whatever it is at. */
  end(): Promise<unknown>;
}

/** What a thread is started with. */
export interface ThreadData {
  task: PartTask;
  /** What {@link sharedClaims} are made of. */
  shared: SharedArrayBuffer;
}

/**
 * Groups the rows of all parts together with other threads, which have ended when it answers; `null` where the file is
 * given up. What a thread took and could not finish is done here: a fault in it shows here, too.
 */
export async function groupTogether(
  task: PartTask,
  start: (data: ThreadData) => readonly PartThread[],
  tell?: Tell,
): Promise<GroupedParts | null> {
  const shared = noClaims();
  const claims = sharedClaims(shared, task.parts.length);
  const threads = start({ task, shared });
  try {
    const own = groupParts(task, claims, tell);
    const theirs = own && (await Promise.all(threads.map(({ done }) => done)));
    if (theirs === null || claims.isGivenUp()) return null;
    return joined(
      task,
      own!,
      theirs.filter((one) => one !== null),
    );
  } finally {
    claims.giveUp();
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

function joined(
  task: PartTask,
  { groups, parts }: GroupedParts,
  theirs: readonly HandedParts[],
): GroupedParts | null {
  const done = [parts, ...theirs.map((one) => one.parts)].flat();
  const rest = groupParts(task, claimsTo(partsBeside(task, done)));
  if (rest === null) return null;
  for (const one of [...theirs, handOver(rest)]) groups.takeOver(one.groups);
  const isWorthIt = groups.needed() <= task.mostNeeded;
  return isWorthIt ? { groups, parts: [...done, ...rest.parts] } : null;
}

function partsBeside({ parts }: PartTask, done: readonly PartLines[]): number[] {
  const isDone = new Set(done.map(({ part }) => part));
  return [...parts.keys()].filter((part) => !isDone.has(part));
}

/** Claims to these parts, of which nobody else knows. */
function claimsTo(parts: readonly number[]): Claims {
  const left = [...parts];
  let isGivenUp = false;
  return {
    next: () => (isGivenUp ? null : (left.shift() ?? null)),
    taken: () => parts.length - left.length,
    isGivenUp: () => isGivenUp,
    giveUp() {
      isGivenUp = true;
    },
  };
}
