import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Where systems put the programs of a server. */
const HOMES = ['/usr/lib/postgresql', '/usr/pgsql', '/opt/homebrew/opt'];

function binaries(): string | null {
  const named = process.env.POSTGRES_BIN;
  const homes = HOMES.filter((home) => existsSync(home)).flatMap((home) =>
    readdirSync(home)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => path.join(home, version, 'bin')),
  );
  const found = [...(named === undefined ? [] : [named]), ...homes, '/usr/local/bin', '/usr/bin'];
  return found.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null;
}

const BINARIES = binaries();

/** Is there a PostgreSQL server on this machine that tests can start? */
export const HAS_POSTGRES = BINARIES !== null;

if (!HAS_POSTGRES)
  process.stderr.write(
    'SKIPPED: no table of a database is read, for there is no PostgreSQL server here. Install Debian’s package postgresql, or name the folder of its programs in POSTGRES_BIN.\n',
  );

/** A server of its own, empty, that asks for a password. */
export interface PostgresServer {
  port: number;
  /** The folder of its socket. */
  folder: string;
  user: string;
  password: string;
  /** What its settings say of encryption and the like may be added to by `more`. */
  query(sql: string, values?: unknown[]): Promise<unknown[][]>;
  stop(): Promise<void>;
}

/** Root may not run a server: another user of the system does. */
function owner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] = ['postgres', 'nobody'].flatMap((name) =>
    users.filter(([one]) => one === name),
  )[0]!;
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server from the system's packages, in a folder of its own and without writing through to the disk. */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-pg-'));
  const who = owner();
  const [user, password, port] = ['bao_cao', `p:w ${Math.random()}`, await freePort()];
  const secret = path.join(folder, 'secret');
  writeFileSync(secret, `${password}\n`);
  if (who) for (const one of [folder, secret]) chownSync(one, who.uid, who.gid);
  const data = path.join(folder, 'data');
  const as = { cwd: folder, ...who, stdio: 'pipe' as const };
  execFileSync(
    path.join(BINARIES!, 'initdb'),
    [
      '-D',
      data,
      '-U',
      user,
      '-A',
      'scram-sha-256',
      '--pwfile',
      secret,
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ],
    as,
  );
  const all = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(path.join(BINARIES!, 'postgres'), ['-D', data, ...options], {
    ...as,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const client = await answering({ host: folder, port, user, password });
  return {
    ...{ port, folder, user, password },
    query: async (text, values = []) =>
      (await client.query({ text, values, rowMode: 'array' })).rows,
    async stop() {
      await client.end();
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(login: pg.ClientConfig): Promise<pg.Client> {
  for (let tries = 1; ; tries += 1) {
    const client = new pg.Client({ ...login, database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries === 100) throw error;
      await pause(100);
    }
  }
}
