import type { Readable } from 'node:stream';

import { visibleText } from '../formats/findings/visible.ts';
import type { Limits } from '../limits.ts';
import type { Config } from '../load/config.ts';
import type { Output } from '../load/output.ts';
import type { ReadCache } from '../load/read-cache.ts';
import { usageError } from '../usage-error.ts';
import type { Waiting } from './stage.ts';

export { UsageError, usageError } from '../usage-error.ts';

/** What the program touches of the world: handed in, so that a test can hand in its own. */
export interface Session {
  argv: readonly string[];
  stdin: Readable;
  stdout: Output;
  stderr: Output;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  now: Date;
  /** Stderr as it is, for what shall steer it. */
  terminal?: Output;
  /** Milliseconds since any moment; where absent nobody waits. */
  clock?(): number;
  /** Whoever waits is told of what the run is at. */
  waiting?: Waiting;
  /** What the project sets for all of its runs; taken up before a command runs. */
  config?: Config;
  /** What is known of files without fault, from earlier runs; where absent every file is read. */
  cache?: ReadCache | null;
  /** The plans at which the program itself failed, while the others are reported. */
  crashes?: Crash[];
  /** The most that is read of any one thing; where absent, as usual. */
  limits?: Limits;
  /** Calls once when the user wants an end; where absent nobody can. */
  onInterrupt?(stop: () => void): void;
}

/** A fault of the program itself, which is that of one file: the others are reported. */
export interface Crash {
  file: string;
  error: unknown;
}

/**
 * The session with a stderr on which characters of files and command lines that would steer the
 * terminal are shown as marks, whoever writes there.
 */
export function withSafeErrors(session: Session): Session {
  const { stderr } = session;
  const write = (text: string, done?: (error?: Error | null) => void) =>
    stderr.write(visibleText(text), done);
  const safe = Object.create(stderr, { write: { value: write } });
  // Not copied: what the session holds may be opened only when it is asked for.
  return Object.create(session, {
    stderr: { value: safe, enumerable: true, writable: true },
    terminal: { value: stderr },
  });
}

/**
 * Writes the text whole, also to a slow pipe. A reader who has had enough (`| head -1`) is no fault:
 * the run goes on, for its files and its exit code.
 * @throws UsageError where the system takes nothing more, as a full disk does
 */
export function write(stream: Output, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (text.length === 0) return resolve();
    stream.write(text, (error) => {
      if (!error || isClosedPipe(error)) resolve();
      else reject(usageError('cannot-print', { detail: error.message }));
    });
  });
}

/** Says on stdout what was done; of names of files in it nothing steers the terminal. */
export function tell({ stdout }: Pick<Session, 'stdout'>, text: string): Promise<void> {
  return write(stdout, visibleText(text));
}

/** Tells of a fault of the program itself; with the file that it was looking at, where that is known. */
export async function writeFault(
  { stderr }: Pick<Session, 'stderr'>,
  error: unknown,
  file?: string,
): Promise<void> {
  const where = file === undefined ? '' : ` at ${file}`;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await write(
    stderr,
    `dti-eval: a fault of the program itself${where}, not of your files. Please report it with this text and the command:\n${detail.replace(/^/gm, '  ')}\n`,
  );
}

/** Is nobody there any more who reads? */
function isClosedPipe(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}
