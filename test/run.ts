import { Readable, Writable } from 'node:stream';
import { main } from '../src/main.ts';

/** What a run of the program left behind. */
export interface Run {
  stdout: string;
  /** What stands in `stdout`, before it is read as a text. */
  bytes: Buffer;
  stderr: string;
  code: number;
}

export interface World {
  env?: Record<string, string>;
  cwd?: string;
  input?: string | Uint8Array;
  now?: Date;
  /** Is standard output a terminal? */
  isTerminal?: boolean;
  /** How wide it is; it may not say. */
  columns?: number;
}

/** Runs the program in this process. */
export async function run(argv: readonly string[], world: World = {}): Promise<Run> {
  const stdout = collector(world.isTerminal, world.columns);
  const stderr = collector();
  const code = await main({
    argv,
    stdin: Readable.from([Buffer.from(world.input ?? '')]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: world.env ?? {},
    cwd: world.cwd ?? process.cwd(),
    now: world.now ?? new Date('2024-06-30T05:00:00Z'),
  });
  return { stdout: stdout.text(), bytes: stdout.bytes(), stderr: stderr.text(), code };
}

function collector(isTTY = false, columns?: number) {
  const chunks: Buffer[] = [];
  const writable = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  const stream = Object.assign(writable, columns === undefined ? { isTTY } : { isTTY, columns });
  const bytes = () => Buffer.concat(chunks);
  return { stream, bytes, text: () => bytes().toString('utf8') };
}

/** A command line as a transcript writes it: `NAME=value dti-eval words 'quoted words' < file`. */
export function splitCommand(line: string) {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare!,
  );
  const program = words.indexOf('dti-eval');
  if (program === -1) throw new Error(`no dti-eval in: ${line}`);
  const env = Object.fromEntries(
    words.slice(0, program).map((word) => word.split('=') as [string, string]),
  );
  const rest = words.slice(program + 1);
  const input = rest.indexOf('<');
  return {
    env,
    argv: input === -1 ? rest : rest.slice(0, input),
    stdinFile: input === -1 ? null : rest[input + 1]!,
  };
}
