import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Finding, finding, lineOf } from '../../finding.ts';
import type { Limits } from '../../limits.ts';
import { message } from '../../message/message.ts';
import { usageError } from '../../usage-error.ts';
import { DUCKDB } from '../engine.ts';
import { columnNamed, isColumn } from '../header.ts';
import { RESULTS } from '../result-columns.ts';
import { literal, quotedName } from '../sql-text.ts';
import { DIALECT, fileNamed } from './duckdb-dialect.ts';
import { EngineError } from './engine-error.ts';
import type { Source, SourceOptions } from './source.ts';
import {
  type Ask,
  groupableOf,
  type OpenTable,
  type SqlColumn,
  type SqlTable,
  sourceOfHeader,
  sourceOfTable,
} from './sql-table.ts';
import type { CellKind } from './typed-rows.ts';

/**
 * Reads a Parquet file with DuckDB. Rows are numbered from 1 in the order of the file; folders that
 * are named as a column, `area=danang`, stand for that column where the file has none.
 * @throws UsageError where DuckDB is not installed
 */
export const readParquet: Source = async (file, options, sink) => {
  const table = await openParquet(file, options);
  if (table === null) return unread(file.name);
  try {
    return await table.source(file, options, sink);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return unread(file.name, error);
  } finally {
    await table.close();
  }
};

/**
 * Opens a Parquet file of results, whose rows DuckDB can put together; `null` where it is damaged.
 * @throws UsageError where DuckDB is not installed
 */
export async function openResultsParquet(
  name: string,
  file: string,
  limits: Limits,
): Promise<OpenTable | null> {
  const known = (cell: string) => isColumn(cell, RESULTS);
  return openParquet({ name, path: file }, { isColumn: known, limits });
}

async function openParquet(
  { name, path: file }: { name: string; path: string },
  options: Pick<SourceOptions, 'isColumn' | 'limits'>,
): Promise<OpenTable | null> {
  const connection = await connected(name);
  const close = async () => connection.closeSync();
  const from = `read_parquet(${fileNamed(file)}, hive_partitioning=false, file_row_number=true)`;
  const described = await connection.runAndReadAll(`DESCRIBE FROM ${from}`).catch(() => null);
  if (described === null) {
    await close();
    return null;
  }
  const columns = described
    .getRows()
    .map(([column, type]) => columnOf(String(column), String(type)))
    .filter((column) => column.name !== ROW);
  const names = columns.map((column) => column.name);
  const folders = partitionsOf(file, names, options).map(([key, text]) => folderOf(key, text));
  const number = { sql: `${ROW} + 1`, key: null };
  const table: SqlTable = { from, columns: [...columns, ...folders], number, isInOrder: true };
  // Its header is enough to refuse it.
  if (table.columns.length > options.limits.columns)
    return { source: sourceOfHeader(table), groupable: null, close };
  const ask = asking(connection);
  return { source: sourceOfTable(table, ask), groupable: groupableOf(table, ask, DIALECT), close };
}

/** DuckDB's own number of a row, from 0. */
const ROW = 'file_row_number';

function columnOf(name: string, type: string): SqlColumn {
  const column = columnNamed(name, RESULTS);
  const isMoment = /^TIMESTAMP(?:_S|_MS|_NS)?$/.test(type);
  const isDay = type === 'DATE' || (isMoment && (column === 'period' || column === 'published'));
  const kind: CellKind = isDay ? 'day' : NUMBER.test(type) ? 'number' : 'text';
  const cell = `${quotedName(name)}${isDay ? '::DATE' : ''}::VARCHAR`;
  // Of a number without decimals DuckDB prints one.
  const text = /^(?:DOUBLE|FLOAT)$/.test(type) ? `regexp_replace(${cell}, '[.]0$', '')` : cell;
  return { name, column, kind, text: `nullif(${text}, '')` };
}

const NUMBER = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL.*|DOUBLE|FLOAT)$/;

function folderOf(name: string, text: string): SqlColumn {
  const column = columnNamed(name, RESULTS);
  return { name, column, kind: 'text', text: `nullif(${literal(text)}, '')` };
}

function asking(connection: DuckDBConnection): Ask {
  return async (sql, take) => {
    const answer = await connection.stream(sql).catch(throwAgain);
    for (;;) {
      const chunk = await answer.fetchChunk().catch(throwAgain);
      if (chunk === null || chunk.rowCount === 0) return;
      for (const row of chunk.getRows())
        take(row.map((one) => (one === null ? null : String(one))));
    }
  };
}

const MEGABYTES = 400;

/**
 * What it works with is its own; more than this goes into the system's folder for such. Whatever a file
 * is made of, nothing is fetched over a network to read it.
 */
const SETTINGS = {
  memory_limit: `${MEGABYTES}MB`,
  temp_directory: tmpdir(),
  autoinstall_known_extensions: 'false',
};

async function connected(file: string) {
  const library = await import('@duckdb/node-api').catch(() => null);
  if (library === null) throw usageError('parquet-needs-package', { file, package: DUCKDB });
  const instance = await library.DuckDBInstance.create(':memory:', SETTINGS);
  return instance.connect();
}

/** Its errors have no class of their own. */
function throwAgain(error: Error): never {
  throw new EngineError(error.message);
}

function unread(file: string, error?: Error): Finding {
  const place = lineOf(file, 1);
  const isForWantOfMemory = error?.message.startsWith('Out of Memory Error') ?? false;
  const said = isForWantOfMemory
    ? message('parquet-memory', { megabytes: MEGABYTES })
    : message('parquet-unread', {});
  return finding({ rule: 'csv-encoding', place, message: said });
}

/** Columns that folders above the file tell and the file does not have. */
function partitionsOf(
  file: string,
  columns: readonly string[],
  { isColumn }: Pick<SourceOptions, 'isColumn'>,
): [string, string][] {
  const told = path
    .dirname(file)
    .split(path.sep)
    .flatMap((folder): [string, string][] => {
      const [, key, text] = /^([^=]+)=(.*)$/.exec(folder) ?? [];
      return key === undefined || text === undefined ? [] : [[key, decoded(text)]];
    });
  return told.filter(([key]) => isColumn(key) && !columns.includes(key));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
