import { suggest } from '../../suggest.ts';
import { usageError } from '../../usage-error.ts';
import type { DatabaseTable } from '../database-url.ts';
import { type Dialect, ROW_BITS } from '../group-sql.ts';
import { columnNamed } from '../header.ts';
import { RESULT_COLUMNS, RESULTS, type ResultColumn } from '../result-columns.ts';
import { literal, quotedName } from '../sql-text.ts';
import { openSession, type Session } from './postgres-session.ts';
import {
  BETWEEN,
  type Cells,
  groupableOf,
  type OpenTable,
  type SqlColumn,
  type SqlTable,
  sourceOfTable,
} from './sql-table.ts';

/**
 * Opens a table of results in PostgreSQL. As long as it is open the database stands still for it.
 * A row has the number of its key where that is one whole number, else its place in the order of the
 * key; its columns are numbered as they are read.
 * @throws UsageError where the table cannot be read
 */
export async function openPostgres(asked: DatabaseTable): Promise<OpenTable> {
  const session = await openSession(asked);
  try {
    const table = await tableOf(asked, session);
    const isUtf8 = (await one(session, 'SHOW server_encoding')) === 'UTF8';
    return {
      source: sourceOfTable(table, session.each),
      // Letters have their order, which patterns speak of, only there.
      groupable: isUtf8 ? groupableOf(table, session.each, DIALECT) : null,
      close: session.close,
    };
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** @throws UsageError where there is no such table of results */
async function tableOf(asked: DatabaseTable, session: Session): Promise<SqlTable> {
  const shown = asked.table.join('.');
  const named = asked.table.map(quotedName).join('.');
  const [found] = await session.all(
    'SELECT c.oid, n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace ' +
      "WHERE c.oid = to_regclass($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')",
    [named],
  );
  if (found === undefined)
    throw usageError('database-table', {
      table: shown,
      suggestion: suggest(shown, await tablesIn(session)),
    });
  const [oid, schema, relation] = found;
  const name = `${quotedName(schema!)}.${quotedName(relation!)}`;
  const described = await session.all(COLUMNS, [oid]);
  const columns = described.flatMap((row) => columnOf(row, shown));
  requireColumns(
    columns,
    described.map(([column]) => column!),
    shown,
  );
  return {
    from: `${name} AS t`,
    isInOrder: false,
    columns,
    number: await numberOf({ asked, oid: oid!, described, name, shown }, session),
  };
}

/** The tables that may be read without a schema's name, and the others with it. */
async function tablesIn(session: Session): Promise<string[]> {
  const rows = await session.all(
    "SELECT CASE WHEN pg_table_is_visible(c.oid) THEN relname ELSE nspname || '.' || relname END " +
      'FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace ' +
      "WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND nspname NOT IN ('pg_catalog', 'information_schema') AND nspname !~ '^pg_' ORDER BY 1",
  );
  return rows.map(([name]) => name!);
}

/** The columns with their types, and the places that they have in the key. */
const COLUMNS = `
  SELECT attname, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), NULL), t.typcategory,
    array_position(i.indkey::int2[], attnum)
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
  WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped ORDER BY attnum`;

const INTEGERS: readonly string[] = ['smallint', 'integer', 'bigint'];
const NUMBERS: readonly string[] = [...INTEGERS, 'numeric', 'real', 'double precision'];
const DAYS: readonly string[] = ['date', 'timestamp without time zone', 'timestamp with time zone'];
/** Strings, numbers, days, truth, choices. */
const READABLE = ['S', 'N', 'D', 'B', 'E'];
/** Numbers of which the server makes texts in its own way. */
const MONEY = 'money';

/** A column that is read; none for what a table may have besides. */
function columnOf([found, type, category]: Cells, table: string): SqlColumn[] {
  const name = found!;
  const column = columnNamed(name, RESULTS);
  if (column === null && suggest(name, RESULT_COLUMNS) === null) return [];
  if (column !== null && (type === MONEY || !(READABLE.includes(category!) || type === 'uuid')))
    throw usageError('database-type', { table, column: name, type: type! });
  const isDay = DAYS.includes(type!) && (column === 'period' || column === 'published');
  const cell = `t.${quotedName(name)}${isDay ? '::date' : ''}::text`;
  const kind = isDay ? 'day' : NUMBERS.includes(type!) ? 'number' : 'text';
  return [{ name, column, kind, text: `nullif(${cell} COLLATE "C", '')` }];
}

/** @throws UsageError where no figure could be read of the table */
function requireColumns(
  columns: readonly SqlColumn[],
  found: readonly string[],
  table: string,
): void {
  const has = (column: ResultColumn) => columns.some((one) => one.column === column);
  const missing = RESULTS.required.filter((column) => !has(column));
  const isFull = RESULTS.oneOf!.some((set) => set.every(has));
  const choices = RESULTS.oneOf!.map((set) => set.join(' + '));
  if (missing.length > 0 || !isFull)
    throw usageError('database-columns', { table, missing, oneOf: isFull ? [] : choices, found });
}

interface Described {
  asked: DatabaseTable;
  oid: string;
  described: readonly Cells[];
  name: string;
  /** The table as the user named it. */
  shown: string;
}

/** @throws UsageError where nothing says which of two rows is the later */
async function numberOf(
  { asked, described, name, shown }: Described,
  session: Session,
): Promise<SqlTable['number']> {
  const named = asked.order?.map((column) => {
    const found = described.find(([one]) => one === column);
    const all = described.map(([one]) => one!);
    if (found === undefined)
      throw usageError('database-order', {
        table: shown,
        column,
        suggestion: suggest(column, all),
      });
    return found;
  });
  const place = ([, , , at]: Cells) => Number(at);
  const inKey = described.filter(([, , , at]) => at !== null).sort((a, b) => place(a) - place(b));
  const order = named ?? inKey;
  if (order.length === 0) throw usageError('database-no-key', { table: shown });
  const [first, ...more] = order;
  const key = `t.${quotedName(first![0]!)}`;
  const isKey = more.length === 0 && inKey.length === 1 && inKey[0] === first;
  if (isKey && INTEGERS.includes(first![1]!) && (await isCounting(key, name, session)))
    return { sql: `${key}::bigint`, key };
  const columns = order.map(([column]) => `t.${quotedName(column!)}`);
  // Rows that the order does not tell apart come in that of what they say.
  const rest = named === undefined ? [] : ['t::text COLLATE "C"'];
  return { sql: `row_number() OVER (ORDER BY ${[...columns, ...rest].join(', ')})`, key: null };
}

/** Are the numbers of the key such as count rows? */
async function isCounting(key: string, table: string, session: Session): Promise<boolean> {
  const most = 2n ** ROW_BITS - 1n;
  return (
    (await one(
      session,
      `SELECT coalesce(min(${key}) > 0 AND max(${key}) < ${most}, true)::text FROM ${table} AS t`,
    )) === 'true'
  );
}

async function one(session: Session, sql: string): Promise<string | null> {
  const [row] = await session.all(sql);
  return row?.[0] ?? null;
}

/** A day of every year; 29 February is told by what is written. */
const VALID_DAY =
  '[1-9][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))';

const matches = (text: string, pattern: string) => `${text} ~ ${literal(`^(?:${pattern})$`)}`;

const DIALECT: Dialect = {
  day: (text) => `CASE WHEN ${matches(text, VALID_DAY)} THEN ${text}::date END`,
  matches,
  rowOf: (text, which) =>
    `${which === 'least' ? 'min' : 'max'}(${text} || ${literal(BETWEEN)} || n::text)`,
  fence: ' OFFSET 0',
  series: (from, to) => `generate_series(${from}, ${to})`,
};
