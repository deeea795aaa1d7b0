import { tmpdir } from 'node:os';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Grouping, groupsSql, type Keys, keyedRows, rowsIn } from '../group-sql.ts';
import type { Engine, Groups } from '../groups.ts';
import type { ResultColumn } from '../result-columns.ts';
import { literal } from '../sql-text.ts';
import { DIALECT, fileNamed } from './duckdb-dialect.ts';

/** What it works with is its own; more than this goes into the system's folder for such. */
const MEMORY = '400MB';
/** In bytes; it holds the longest line that DuckDB reads, and more costs memory for nothing. */
const BUFFER = 4_000_000;
const GROUPS = 'deciding';

/**
 * DuckDB in this process.
 * @throws where it is not installed
 */
export async function openDuckdb(): Promise<Engine> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY,
    temp_directory: tmpdir(),
    autoinstall_known_extensions: 'false',
  });
  return {
    async groupCsv({ path, columns, delimiter, isPacked }, grouping) {
      const names = columns.map((column, at) => column ?? `unread${at}`);
      const texts = names.map((name) => `${literal(name)}: 'VARCHAR'`);
      const how = [
        `auto_detect=false, header=false, skip=1, quote='"', escape='"', delim=${literal(delimiter)}`,
        `columns={${texts.join(', ')}}, buffer_size=${BUFFER}, compression=${literal(isPacked ? 'gzip' : 'none')}`,
      ];
      // The header stands on the first line.
      const rows = `SELECT *, row_number() OVER () + 1 AS n FROM read_csv(${fileNamed(path)}, ${how.join(', ')})`;
      const keys = keyedRows(rows, grouping, DIALECT);
      const connection = await instance.connect();
      const close = () => connection.closeSync();
      try {
        await connection.run(
          `CREATE OR REPLACE TEMP TABLE ${GROUPS} AS ${groupsWithTexts(keys, grouping)}`,
        );
        const members = (ids: readonly number[]) =>
          numbersOf(connection, membersOfSql(keys, ids)).catch(() => null);
        return { ...(await groupsOf(connection, keys, columns)), members, close };
      } catch {
        // It reads less of what people write than we do: whatever it cannot read is ours to judge.
        close();
        return null;
      }
    },
  };
}

/** The query for the groups, each with an `id`, and with what its first and last row say: `first0`, `last0` … */
function groupsWithTexts(keys: Keys, grouping: Grouping): string {
  const groups = groupsSql(keys, grouping, DIALECT, (first, last) => [
    'list(n) FILTER (WHERE class IS NULL) AS odd',
    ...keys.own.map((column, at) => `arg_max_null(${column}, ${first}) AS first${at}`),
    ...keys.own.map((column, at) => `arg_max_null(${column}, ${last}) AS last${at}`),
  ]);
  return `SELECT row_number() OVER () AS id, * FROM (${groups}) AS groups`;
}

/** The query for the number of every row in some of the groups. */
function membersOfSql({ rows, names }: Keys, ids: readonly number[]): string {
  const isSame = [...names, 'class'].map(
    (key) => `keyed.${key} IS NOT DISTINCT FROM ${GROUPS}.${key}`,
  );
  return `SELECT n FROM (${rows}) AS keyed JOIN ${GROUPS} ON ${isSame.join(' AND ')} WHERE id IN (${ids.join(', ')})`;
}

/** The groups with what their rows say, and the rows that belong to none. */
async function groupsOf(
  connection: DuckDBConnection,
  { shared, own, names }: Keys,
  columns: readonly (ResultColumn | null)[],
): Promise<Pick<Groups, 'groups' | 'odd'>> {
  const texts = [...shared, 'period' as const, 'year' as const, ...own];
  const keys = names.slice(0, shared.length + 2);
  const of = (which: string) => [...keys, ...own.map((_, at) => `${which}${at}`)];
  const told = ['id', 'class', 'rows', 'start', 'first', 'last', 'least', 'greatest'];
  const sql = `SELECT ${[...told, ...of('first'), ...of('last')].join(', ')} FROM ${GROUPS} WHERE class IS NOT NULL`;
  const answer = await connection.runAndReadAll(sql);
  const groups = answer.getRows().map(([id, kind, rows, start, first, last, ...rest]) => {
    const at = rowsIn(first as bigint, last as bigint);
    const cells = (from: number) =>
      columns.map((column) => {
        const text = column === null ? null : rest[from + texts.indexOf(column)];
        const isOfYear = rest[from + texts.indexOf('year')] !== null;
        return String(text ?? (column === 'period' && isOfYear ? at.day : ''));
      });
    return {
      id: Number(id),
      class: Number(kind),
      rows: Number(rows),
      start: Number(start),
      ends: [
        { line: at.first, text: cells(2) },
        { line: at.last, text: cells(2 + texts.length) },
      ],
      besides: rest.slice(0, 2).flatMap((row) => (row === null ? [] : Number(row))),
    };
  });
  return { groups, odd: await numbersOf(connection, `SELECT unnest(odd) FROM ${GROUPS}`) };
}

async function numbersOf(connection: DuckDBConnection, sql: string): Promise<number[]> {
  const answer = await connection.runAndReadAll(sql);
  return (answer.getColumns()[0] ?? []).map(Number);
}
