import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { env, platform } from 'node:process';

/** Whose password is looked for. */
export interface Login {
  /** A machine, or the folder of a socket. */
  host: string;
  port: number;
  database: string;
  user: string;
}

/** What the password file of PostgreSQL says of a login. */
export type PasswordFile =
  | { kind: 'password'; password: string }
  | { kind: 'none' }
  /** It is there and is not used, since others may read it. */
  | { kind: 'open'; file: string };

/** Others may read or write. */
const OF_OTHERS = 0o077;

/**
 * Looks a login up in `PGPASSFILE`, else in `~/.pgpass`, as PostgreSQL's own programs do:
 * `host:port:database:user:password` a line, `*` for any, `\` before a colon in a name; the first that
 * fits. A file that others may read is not used.
 */
export function passwordFor({ host, port, database, user }: Login): PasswordFile {
  const isWindows = platform === 'win32';
  const usual = isWindows
    ? path.join(env.APPDATA ?? '', 'postgresql', 'pgpass.conf')
    : path.join(env.HOME || homedir(), '.pgpass');
  const file = env.PGPASSFILE || usual;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) return { kind: 'none' };
  if (!isWindows && (stat.mode & OF_OTHERS) !== 0) return { kind: 'open', file };
  // Behind a socket is this very machine.
  const hosts = host.startsWith('/') ? [host, 'localhost'] : [host];
  const asked = [hosts, [String(port)], [database], [user]];
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const fields = LINE.exec(line)?.slice(1).map(unescaped) ?? [];
    const isFit = asked.every((any, at) => fields[at] === '*' || any.includes(fields[at] ?? ''));
    if (isFit && !line.startsWith('#'))
      return { kind: 'password', password: fields[asked.length]! };
  }
  return { kind: 'none' };
}

/** In the password a colon is a letter like any other. */
const LINE = /^((?:\\.|[^:\\])*):((?:\\.|[^:\\])*):((?:\\.|[^:\\])*):((?:\\.|[^:\\])*):(.*)$/;

function unescaped(field: string): string {
  return field.replace(/\\(.)/g, '$1');
}
