import type { DatabaseArgs } from '../../message/database.ts';
import type { Words } from '../../message/message.ts';
import { list, oneLine, quote, some } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; did you mean ${quote(suggestion)}?` : '';

const PASSWORD =
  'set PGPASSWORD, or write it into ~/.pgpass (chmod 600): HOST:PORT:DATABASE:USER:PASSWORD';

/** English words for tables in a database. */
export const database: Words<DatabaseArgs> = {
  'address-unknown': ({ scheme, form }) =>
    `${scheme}:// cannot be read; there are files and tables of PostgreSQL, ${form}`,
  'database-password': ({ masked }) =>
    `${masked}: a password on the command line is seen by others, in lists of processes and in logs; take it out (and change it where it was seen), then ${PASSWORD}`,
  'database-form': ({ found, form }) =>
    `${quote(found)} names no table in a database; write it '${form}' in single quotes, letters such as # or a blank as %23, %20`,
  'database-parameter': ({ found, valid, suggestion }) =>
    `${quote(found)} is unknown in the address of a database${hint(suggestion) || '.'} There are: ${valid.join(', ')}`,
  'database-setting': ({ name, found, valid, suggestion }) =>
    `${name} cannot be ${quote(found)}${hint(suggestion) || '.'} There are: ${valid.join(', ')}`,
  'database-only-results': () => 'of a database only results are read, with --results',
  'database-engine': ({ engine }) =>
    `--engine ${engine} reads files; leave it out for a table in a database, which finds the deciding rows itself, or write --engine node to have every row read`,
  'database-unreachable': ({ at, why, seconds, said }) => {
    switch (why) {
      case 'refused':
        return `no PostgreSQL server answers at ${at}; check host and port, and whether it runs`;
      case 'unknown-host':
        return `${at}: no machine of that name is known; check the host`;
      case 'timeout':
        return `${at} has not answered in ${seconds} s; check host and network, or add connect_timeout=SECONDS to the address`;
      case 'other':
        return `no connection to ${at}: ${oneLine(said)}`;
    }
  },
  'database-login': ({ user, at, why, said }) => {
    switch (why) {
      case 'no-password':
        return `${at} asks for the password of ${quote(user)}; ${PASSWORD}`;
      case 'wrong':
        return `${at} does not accept the password of ${quote(user)}; ${PASSWORD}`;
      case 'refused':
        return `${at} does not let ${quote(user)} in: ${oneLine(said)}`;
    }
  },
  'database-password-open': ({ user, at, file }) =>
    `${at} asks for the password of ${quote(user)}; ${file} is not used, since others may read it: chmod 600 ${file}`,
  'database-unknown': ({ database: name, at }) => `${at} has no database ${quote(name)}`,
  'database-tls': ({ at, sslmode, said }) =>
    `no connection to ${at} with sslmode=${sslmode}: ${oneLine(said)}`,
  'database-denied': ({ user, said }) =>
    `${quote(user)} may not read it: ${oneLine(said)}; GRANT SELECT gives the right`,
  'database-failed': ({ at, said }) => `${at} did not read the table to its end: ${oneLine(said)}`,
  'database-table': ({ table, suggestion }) =>
    `there is no table ${quote(table)} in the database${hint(suggestion)}`,
  'database-columns': ({ table, missing, oneOf, found }) =>
    `table ${quote(table)} holds no results: it lacks ${list(
      [...missing, ...(oneOf.length > 0 ? [list(oneOf, 'or')] : [])],
      'and',
    )}. It has: ${some(found)}`,
  'database-type': ({ table, column, type }) =>
    `column ${quote(column)} of table ${quote(table)} is of type ${type}, which is no text, number or day; name a view that casts it`,
  'database-order': ({ table, column, suggestion }) =>
    `order: table ${quote(table)} has no column ${quote(column)}${hint(suggestion)}`,
  'database-no-key': ({ table }) =>
    `table ${quote(table)} has no primary key, so nothing tells which of two rows is the later; add order=COLUMN to the address, columns parted by commas`,
};
