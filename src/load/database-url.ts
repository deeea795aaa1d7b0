import { suggest } from '../suggest.ts';
import { usageError } from '../usage-error.ts';

/** A table in a PostgreSQL database, as its name on the command line says it; `null` for what it leaves open. */
export interface DatabaseTable {
  /** As the user named it. */
  name: string;
  user: string | null;
  /** A machine, or the folder of a socket. */
  host: string | null;
  port: number | null;
  database: string | null;
  /** The schema first, where there is one. */
  table: readonly string[];
  /** The columns that put its rows in order. */
  order: readonly string[] | null;
  sslmode: SslMode | null;
  sslrootcert: string | null;
  /** In seconds. */
  timeout: number | null;
}

export const SSL_MODES = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
export type SslMode = (typeof SSL_MODES)[number];

const PARAMETERS = ['table', 'order', 'host', 'sslmode', 'sslrootcert', 'connect_timeout'] as const;
type Parameter = (typeof PARAMETERS)[number];

/** What a table in a database is written like. */
export const DATABASE_FORM = 'postgresql://HOST/DATABASE?table=NAME';

const SCHEME = /^([a-z][a-z0-9+.-]+):\/\//i;
const FORM =
  /^[^:]+:\/\/(?:([^:@/?#\s]*)@)?([^:@/?#\s[\]]*|\[[0-9a-f:.]+\])(?::(\d{1,5}))?(?:\/([^/?#\s]*))?(?:\?([^#\s]*))?$/i;

/** Is it the address of something, and no name of a file? */
export function isAddress(named: string): boolean {
  return SCHEME.test(named);
}

/**
 * The table that an address tells.
 * @throws UsageError for another address than that of a table in PostgreSQL, and for one with a password
 */
export function databaseTable(named: string): DatabaseTable {
  const [, scheme = ''] = SCHEME.exec(named) ?? [];
  if (!isPostgres(named)) throw usageError('address-unknown', { scheme, form: DATABASE_FORM });
  refusePassword(named);
  const [, user, host, port, database, query = ''] = FORM.exec(named) ?? [];
  if (host === undefined) throw usageError('database-form', { found: named, form: DATABASE_FORM });
  const given = parametersOf(query);
  const table = given.table === undefined ? [] : partsOf(given.table, '.');
  if (table.length === 0 || table.length > 2)
    throw usageError('database-form', { found: named, form: DATABASE_FORM });
  return {
    name: named,
    user: decoded(user) || null,
    host: given.host ?? (decoded(host).replace(/^\[|\]$/g, '') || null),
    port: port === undefined ? null : Number(port),
    database: decoded(database) || null,
    table,
    order: given.order === undefined ? null : orderOf(given.order),
    sslmode: given.sslmode === undefined ? null : sslModeOf(given.sslmode),
    sslrootcert: given.sslrootcert ?? null,
    timeout: given.connect_timeout === undefined ? null : secondsOf(given.connect_timeout),
  };
}

/** @throws UsageError for a database's address with a password in it, which others see */
export function refusePassword(address: string): void {
  const masked = withoutPassword(address);
  if (masked !== address) throw usageError('database-password', { masked });
}

function isPostgres(address: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(address);
}

/** The address of a database with every password in it hidden; whatever could be one is taken for it. */
function withoutPassword(named: string): string {
  if (!isPostgres(named)) return named;
  const hidden = named.replace(/([?&](?:password|passfile|sslpassword)=)[^&]*/gi, '$1***');
  return FORM.test(hidden) ? hidden : hidden.replace(/^([^:]+:\/\/[^:@/]*:).*@/s, '$1***@');
}

function parametersOf(query: string): Partial<Record<Parameter, string>> {
  const given: Partial<Record<Parameter, string>> = {};
  for (const part of query.split('&').filter((one) => one !== '')) {
    const [name, ...rest] = part.split('=').map((text) => decoded(text));
    const known = PARAMETERS.find((parameter) => parameter === name);
    if (known === undefined)
      throw usageError('database-parameter', {
        found: name!,
        valid: PARAMETERS,
        suggestion: suggest(name!, PARAMETERS),
      });
    given[known] = rest.join('=');
  }
  return given;
}

/**
 * The way of encrypting that is asked for.
 * @throws UsageError for one that nobody knows
 */
export function sslModeOf(found: string): SslMode {
  const mode = SSL_MODES.find((one) => one === found);
  if (mode !== undefined) return mode;
  const suggestion = suggest(found, SSL_MODES);
  throw usageError('database-setting', { name: 'sslmode', found, valid: SSL_MODES, suggestion });
}

function orderOf(found: string): string[] {
  const columns = partsOf(found, ',');
  if (columns.length > 0) return columns;
  const valid = ['COLUMN', 'COLUMN,COLUMN'];
  throw usageError('database-setting', { name: 'order', found, valid, suggestion: null });
}

/** As libpq takes it: 0 is for as long as it takes. */
function secondsOf(found: string): number {
  if (/^\d{1,6}$/.test(found)) return Number(found);
  const valid = ['0', '1', '2', '…'];
  throw usageError('database-setting', { name: 'connect_timeout', found, valid, suggestion: null });
}

/** Names with a mark between them; one in quotes may hold the mark, and a quote twice. */
function partsOf(text: string, mark: '.' | ','): string[] {
  const parts: string[] = [];
  const name = PARTS[mark];
  for (let rest = text; ; ) {
    const [whole, quoted, plain, end] = name.exec(rest) ?? [];
    if (whole === undefined) return [];
    parts.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '') return parts;
    rest = rest.slice(whole.length);
  }
}

const PARTS = {
  '.': /^(?:"((?:[^"]|"")+)"|([^".]+))(\.|$)/,
  ',': /^(?:"((?:[^"]|"")+)"|([^",]+))(,|$)/,
};

function decoded(text = ''): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
