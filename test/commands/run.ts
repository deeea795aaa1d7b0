import { Readable, Writable } from 'node:stream';
import { main } from '../../src/main.ts';

/** What a run of the program left behind. */
export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line in a folder as `bin/dti-eval.js` would, with streams that are remembered. */
export async function run(
  cwd: string,
  argv: readonly string[],
  env: Record<string, string> = {},
): Promise<Run> {
  const stdout = memory();
  const stderr = memory();
  const now = new Date('2030-01-01T00:00:00Z');
  const session = { argv, stdin: Readable.from([]), stdout, stderr, env, cwd, now };
  const code = await main(session);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function memory(): Writable & { text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return Object.assign(stream, { text: () => Buffer.concat(chunks).toString() });
}
