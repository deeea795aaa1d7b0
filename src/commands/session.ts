import type { Readable, Writable } from 'node:stream';

export { UsageError, usageError } from '../usage-error.ts';

/** What the program touches of the world: handed in, so that a test can hand in its own. */
export interface Session {
  argv: readonly string[];
  stdin: Readable;
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean; columns?: number };
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  now: Date;
}

/** Writes the text whole, also to a slow pipe. */
export function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (text.length === 0) resolve();
    else stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
