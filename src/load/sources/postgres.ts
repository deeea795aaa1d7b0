import { suggest } from '../../suggest.ts';
import { usageError } from '../../usage-error.ts';
import type { DatabaseTable } from '../database-url.ts';
import {
  type Dialect,
  type Grouping,
  groupsSql,
  type Keys,
  keyedRows,
  ROW_BITS,
  rowsIn,
} from '../group-sql.ts';
import { isTurning } from '../groupable-csv.ts';
import type { Group, Groupable, Groups, Most } from '../groups.ts';
import { isNameOf } from '../header.ts';
import { RESULT_COLUMNS, RESULTS, type ResultColumn } from '../result-columns.ts';
import { type Cells, openSession, type Session } from './postgres-session.ts';
import type { Line } from './some-rows.ts';
import type { Source } from './source.ts';
import { type CellKind, typedRow } from './typed-rows.ts';

/** A table of results in a database, open for reading. */
export interface OpenTable {
  /** Hands over every row. */
  source: Source;
  /** `null` where its rows can only be read one by one. */
  groupable: Groupable | null;
  close(): Promise<void>;
}

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
      source: sourceOf(table, (take) => session.each(`${rowsSql(table)} ORDER BY n`, [], take)),
      // Letters have their order, which patterns speak of, only there.
      groupable: isUtf8 ? groupableOf(table, session) : null,
      close: session.close,
    };
  } catch (error) {
    await session.close();
    throw error;
  }
}

interface Column {
  name: string;
  /** What the column stands for; `null` for one with nearly the name of another. */
  column: ResultColumn | null;
  kind: CellKind;
  /** What gives its text. */
  text: string;
}

interface Table {
  /** As the server knows it. */
  name: string;
  columns: readonly Column[];
  /** What gives a row its number, and what of it the server can look up. */
  number: { sql: string; key: string | null };
}

/** The row's texts by column, and its number `n`. */
function rowsSql({ name, columns, number }: Table): string {
  const texts = columns.map(({ text }, at) => `${text} AS c${at}`);
  return `SELECT ${[`${number.sql} AS n`, ...texts].join(', ')} FROM ${name} AS t`;
}

function sourceOf({ columns }: Table, rows: (take: (row: Cells) => void) => Promise<void>): Source {
  return async ({ name }, _options, sink) => {
    sink.row(
      typedRow(name)(
        1,
        columns.map((column) => column.name),
        [],
      ),
    );
    const row = typedRow(name);
    const kinds = columns.map(({ kind }) => kind);
    await rows(([number, ...texts]) => sink.row(row(Number(number), texts, kinds)));
    return null;
  };
}

/** @throws UsageError where there is no such table of results */
async function tableOf(asked: DatabaseTable, session: Session): Promise<Table> {
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
    name,
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
function columnOf([found, type, category]: Cells, table: string): Column[] {
  const name = found!;
  const column = RESULTS.columns.find((one) => isNameOf(one, name, RESULTS)) ?? null;
  if (column === null && suggest(name, RESULT_COLUMNS) === null) return [];
  if (column !== null && (type === MONEY || !(READABLE.includes(category!) || type === 'uuid')))
    throw usageError('database-type', { table, column: name, type: type! });
  const isDay = DAYS.includes(type!) && (column === 'period' || column === 'published');
  const cell = `t.${quotedName(name)}${isDay ? '::date' : ''}::text`;
  const kind = isDay ? 'day' : NUMBERS.includes(type!) ? 'number' : 'text';
  return [{ name, column, kind, text: `nullif(${cell} COLLATE "C", '')` }];
}

/** @throws UsageError where no figure could be read of the table */
function requireColumns(columns: readonly Column[], found: readonly string[], table: string): void {
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
): Promise<Table['number']> {
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

/** Between a text and the number of its row. */
const BETWEEN = '\u0001';

const DIALECT: Dialect = {
  day: (text) => `CASE WHEN ${matches(text, VALID_DAY)} THEN ${text}::date END`,
  matches,
  rowOf: (text, which) =>
    `${which === 'least' ? 'min' : 'max'}(${text} || ${literal(BETWEEN)} || n::text)`,
  fence: ' OFFSET 0',
};

/** The text of what is a day already is none only where that is before the year 1000, or without end. */
function typedDay(text: string): string {
  return `CASE WHEN length(${text}) = 10 AND ${text} >= '1000' THEN ${text}::date END`;
}

function groupableOf(table: Table, session: Session): Groupable | null {
  const known = table.columns.flatMap(({ column }) => column ?? []);
  if (new Set(known).size !== known.length || known.length !== table.columns.length) return null;
  const texts = table.columns.map(({ column }, at) => `c${at} AS ${column}`);
  const isOfDays = table.columns.some(({ column, kind }) => column === 'period' && kind === 'day');
  const dialect = isOfDays ? { ...DIALECT, day: typedDay } : DIALECT;
  const rows = `SELECT n, ${texts.join(', ')} FROM (${rowsSql(table)}) AS stored`;
  return {
    columns: known,
    numbers: table.columns.flatMap(({ column, kind }) => (kind === 'number' ? (column ?? []) : [])),
    headers: 0,
    group: (grouping, most) =>
      groupsOf(keyedRows(rows, grouping, dialect), grouping, { session, most }),
    shown: () => [],
    rowsAt: (numbers) => rowsAt(table, numbers, session),
    source: (lines) =>
      sourceOf(table, async (take) => {
        for (const { line, text } of lines) take([String(line), ...text]);
      }),
    isDoubtful: async () => true,
    isAsWritten: () => true,
    isTurn: ({ text }) => isTurning([...text], String(text[0])),
  };
}

/** So many numbers of rows are asked for at once. */
const ASKED = 10_000;

async function rowsAt(table: Table, numbers: readonly number[], session: Session): Promise<Line[]> {
  const all = rowsSql(table);
  const { key } = table.number;
  const sql =
    key === null
      ? `SELECT * FROM (${all}) AS stored WHERE n = ANY($1::bigint[]) ORDER BY n`
      : `${all} WHERE ${key} = ANY($1::bigint[]) ORDER BY n`;
  const lines: Line[] = [];
  for (let at = 0; at < numbers.length; at += ASKED)
    for (const [n, ...texts] of await session.all(sql, [numbers.slice(at, at + ASKED)]))
      lines.push({ line: Number(n), text: texts.map((text) => text ?? '') });
  return lines;
}

async function groupsOf(
  keys: Keys,
  grouping: Grouping,
  { session, most }: { session: Session; most: Most },
): Promise<Groups | null> {
  const told = ['class', 'rows', 'start', 'first', 'last', 'least', 'greatest'];
  const sql =
    `SELECT ${told.join(', ')}, sum(rows) OVER (), sum(CASE WHEN class IS NULL THEN rows ELSE 1 END) OVER () ` +
    `FROM (${groupsSql(keys, grouping, DIALECT)}) AS groups`;
  const groups: Group[] = [];
  let isTooMany = false;
  let hasOdd = false;
  await session.each(sql, [], ([kind, ...rest]) => {
    const [rows, needed] = rest.slice(-2).map(Number);
    isTooMany ||= needed! > most(rows!);
    if (kind == null) hasOdd = true;
    else if (!isTooMany) groups.push(groupOf(Number(kind), rest));
  });
  if (isTooMany) return null;
  const oddRows = `SELECT n FROM (${keys.rows}) AS keyed WHERE class IS NULL`;
  return {
    groups,
    odd: hasOdd ? await numbersOf(session, oddRows, []) : [],
    members: (ids) => numbersOf(session, membersSql(keys), [ids]),
    close() {},
  };
}

function groupOf(kind: number, [rows, start, first, last, ...figures]: Cells): Group {
  const ends = rowsIn(BigInt(first!), BigInt(last!));
  const besides = figures
    .slice(0, 2)
    .flatMap((figure) => (figure === null ? [] : figure.split(BETWEEN).at(-1)!));
  return {
    ...{ id: Number(start), class: kind, rows: Number(rows), start: Number(start) },
    ends: [{ line: ends.first }, { line: ends.last }],
    besides: besides.map(Number),
  };
}

/** The query for the numbers of the rows of groups whose first rows are given. */
function membersSql({ rows, names }: Keys): string {
  const all = [...names, 'class'].join(', ');
  const keyed = `SELECT n, ROW(${all})::text AS key FROM (${rows}) AS keyed`;
  const wanted = `SELECT key FROM (${keyed}) AS grouped GROUP BY key HAVING min(n) = ANY($1::bigint[])`;
  return `SELECT n FROM (${keyed}) AS all_rows WHERE key IN (${wanted})`;
}

async function numbersOf(
  session: Session,
  sql: string,
  values: readonly unknown[],
): Promise<number[]> {
  const numbers: number[] = [];
  await session.each(sql, values, ([n]) => numbers.push(Number(n)));
  return numbers;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
