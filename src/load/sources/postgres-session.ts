import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { env } from 'node:process';
import type { ConnectionOptions } from 'node:tls';
import type { Client } from 'pg';
import { type UsageError, usageError } from '../../usage-error.ts';
import { type DatabaseTable, type SslMode, sslModeOf } from '../database-url.ts';
import { type Login, passwordFor } from './password-file.ts';
import type { Ask, Cells } from './sql-table.ts';

/** A transaction that only reads, for which the database stands still. */
export interface Session {
  all(sql: string, values?: readonly unknown[]): Promise<Cells[]>;
  /** An answer of any length, row by row. */
  each: Ask;
  close(): Promise<void>;
}

/** In seconds, where nobody says how long. */
const PATIENCE = 15;

/**
 * What texts the server makes of values, whatever is set for the user: days as `2024-06-30`, those of a
 * moment in Vietnam, and every digit of a number.
 */
const SETTINGS = [
  'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY',
  "SET LOCAL DateStyle = 'ISO, YMD'",
  "SET LOCAL TimeZone = 'Asia/Ho_Chi_Minh'",
  'SET LOCAL extra_float_digits = 1',
  'SET LOCAL standard_conforming_strings = on',
];

/**
 * Connects to the database of a table, with the password of the environment or of the password file.
 * @throws UsageError where that cannot be done
 */
export async function openSession(table: DatabaseTable): Promise<Session> {
  const server = serverOf(table);
  const client = await connected(server);
  const { default: pg } = await import('pg');
  const asked = async (text: string, values: readonly unknown[], take: (row: Cells) => void) => {
    // What the taker throws is no fault of the server's, which has to come to its end all the same.
    const thrown: unknown[] = [];
    const config = { text, values: [...values], rowMode: 'array' };
    const query = new pg.Query(config);
    query.on('row', (row: unknown) => {
      if (thrown.length > 0) return;
      try {
        take(row as Cells);
      } catch (error) {
        thrown.push(error);
      }
    });
    const ended = new Promise<void>((resolve, reject) => {
      query.on('end', () => resolve());
      query.on('error', (error) => reject(readingError(error, server)));
    });
    client.query(query);
    await ended;
    if (thrown.length > 0) throw thrown[0];
  };
  const all: Session['all'] = async (sql, values = []) => {
    const rows: Cells[] = [];
    await asked(sql, values, (row) => rows.push(row));
    return rows;
  };
  try {
    for (const setting of SETTINGS) await all(setting);
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return {
    all,
    each: (sql, take) => asked(sql, [], take),
    close: () => client.end().catch(() => {}),
  };
}

interface Server extends Login {
  sslmode: SslMode;
  sslrootcert: string | null;
  /** In seconds; 0 is for ever. */
  timeout: number;
  /** Where it is, for messages. */
  at: string;
}

/** What the address leaves open is taken from where PostgreSQL's own programs take it. */
function serverOf(table: DatabaseTable): Server {
  const user = table.user ?? (env.PGUSER || userInfo().username);
  const host = table.host ?? (env.PGHOST || 'localhost');
  const port = table.port ?? Number(env.PGPORT || 5432);
  const machine = host.includes(':') ? `[${host}]` : host;
  return {
    ...{ user, host, port },
    database: table.database ?? (env.PGDATABASE || user),
    sslmode: table.sslmode ?? (env.PGSSLMODE ? sslModeOf(env.PGSSLMODE) : 'prefer'),
    sslrootcert: table.sslrootcert ?? (env.PGSSLROOTCERT || null),
    timeout: table.timeout ?? Number(env.PGCONNECT_TIMEOUT || PATIENCE),
    at: host.startsWith('/') ? `${host}/.s.PGSQL.${port}` : `${machine}:${port}`,
  };
}

async function connected(server: Server): Promise<Client> {
  const { host, sslmode } = server;
  if (host.startsWith('/') || sslmode === 'disable') return connectedWith(server, false);
  try {
    return await connectedWith(server, tlsOf(server));
  } catch (error) {
    if (sslmode !== 'prefer' || !isWithoutTls(error)) throw error;
  }
  return connectedWith(server, false);
}

/** The server speaks no TLS: a message of the library's, which has no code. */
const NO_TLS = 'The server does not support SSL connections';

function isWithoutTls(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof Error && error.cause.message === NO_TLS;
}

/** As strict as PostgreSQL's own programs are: up to `require` the server need not prove who it is. */
function tlsOf({ sslmode, sslrootcert, at }: Server): ConnectionOptions {
  if (sslmode === 'prefer' || sslmode === 'require') return { rejectUnauthorized: false };
  try {
    return {
      rejectUnauthorized: true,
      ...(sslrootcert === null ? {} : { ca: readFileSync(sslrootcert) }),
      ...(sslmode === 'verify-ca' ? { checkServerIdentity: () => undefined } : {}),
    };
  } catch (error) {
    throw usageError('database-tls', { at, sslmode, said: saidBy(error) });
  }
}

async function connectedWith(server: Server, ssl: ConnectionOptions | false): Promise<Client> {
  const { user, host, port, database, timeout } = server;
  const { default: pg } = await import('pg');
  let openFile: string | null = null;
  const password = () => {
    const found = passwordFor(server);
    if (found.kind === 'open') openFile = found.file;
    // The library asks for a text; without one it says so in the server's place.
    return found.kind === 'password' ? found.password : (undefined as unknown as string);
  };
  const client = new pg.Client({
    ...{ user, host, port, database, ssl },
    password: env.PGPASSWORD || password,
    connectionTimeoutMillis: timeout * 1000,
    keepAlive: true,
    fallback_application_name: 'dti-eval',
    // Every value as its text.
    types: { getTypeParser: () => (text: string | Buffer) => text },
  });
  // What goes wrong while nothing is asked is told by what is asked next.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    const failure = connectionError(error, server, openFile);
    throw Object.assign(failure, { cause: error });
  }
}

const UNREACHABLE = {
  ECONNREFUSED: 'refused',
  ENOENT: 'refused',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ETIMEDOUT: 'timeout',
} as const;

/** Codes of PostgreSQL's, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const WRONG_PASSWORD = '28P01';
const NOT_LET_IN = '28000';
const NO_DATABASE = '3D000';
const DENIED = '42501';

function connectionError(error: unknown, server: Server, openFile: string | null): UsageError {
  const { at, user, database, sslmode, timeout } = server;
  const said = saidBy(error);
  const code = codeOf(error);
  if (code === WRONG_PASSWORD)
    return usageError('database-login', { user, at, why: 'wrong', said });
  if (code === NO_DATABASE) return usageError('database-unknown', { database, at });
  if (code === NOT_LET_IN || code === DENIED)
    return usageError('database-login', { user, at, why: 'refused', said });
  if (/client password must be a/.test(said))
    return openFile === null
      ? usageError('database-login', { user, at, why: 'no-password', said })
      : usageError('database-password-open', { user, at, file: openFile });
  const isTls = said === NO_TLS || /certificate|SSL|TLS/i.test(`${said} ${code}`);
  if (isTls && sslmode !== 'prefer') return usageError('database-tls', { at, sslmode, said });
  const why =
    said === 'timeout expired' ? 'timeout' : UNREACHABLE[code as keyof typeof UNREACHABLE];
  return usageError('database-unreachable', { at, why: why ?? 'other', seconds: timeout, said });
}

/** What is said where the server answers a question with an error, or no longer. */
function readingError(error: unknown, { at, user }: Server): UsageError {
  const said = saidBy(error);
  if (codeOf(error) === DENIED) return usageError('database-denied', { user, said });
  return usageError('database-failed', { at, said });
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown })?.code ?? '');
}

/** The error's own words, of one line. Where a name stands for several machines each has its error. */
function saidBy(error: unknown): string {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  const { message, code } = first as Partial<Record<'message' | 'code', string>>;
  return (message || code || '').replace(/\s+/g, ' ').trim();
}
