import type { Readable, Writable } from 'node:stream';
import { type Message, type MessageArgs, type MessageCode, message } from '../message/message.ts';

/** What the program touches of the world: handed in, so that a test can hand in its own. */
export interface Session {
  argv: readonly string[];
  stdin: Readable;
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean };
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  now: Date;
}

/** Something that the user must mend: a bad option, a missing file. Said in one line, exit code 2. */
export class UsageError extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(said.code);
    this.said = said;
  }
}

/** A {@link UsageError} with that message. */
export function usageError<Code extends MessageCode>(
  code: Code,
  args: MessageArgs[Code],
): UsageError {
  return new UsageError(message(code, args));
}

/** Writes the text whole, also to a slow pipe. */
export function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (text.length === 0) resolve();
    else stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
