import path from 'node:path';
import { type Finding, finding, lineOf, type Place } from '../../finding.ts';
import { message } from '../../message/message.ts';
import { usageError } from '../../usage-error.ts';
import type { CellValue, Source, SourceOptions, SourceRow } from './source.ts';
import { plainNumber } from './workbook-sheets.ts';

const PACKAGE = '@duckdb/node-api';

/**
 * Reads a Parquet file with DuckDB. Rows are numbered from 1 in the order of the file; folders that
 * are named as a column, `area=danang`, stand for that column where the file has none.
 * @throws UsageError where DuckDB is not installed
 */
export const readParquet: Source = async ({ name, path: file }, options, sink) => {
  const connection = await connected(name);
  try {
    const sql = `FROM read_parquet(${literal(onlyFile(file))}, hive_partitioning=false)`;
    const described = await connection.runAndReadAll(`DESCRIBE ${sql}`).catch(() => null);
    if (described === null) return unread(name);
    const columns = described
      .getRows()
      .map(([column, type]) => ({ name: String(column), type: String(type) }));
    const folders = partitionsOf(
      file,
      columns.map((column) => column.name),
      options,
    );
    const cells = [...columns.map((column) => column.name), ...folders.map(([key]) => key)];
    sink.row(rowOf(name, 1, cells));
    const texts = columns.map((column) => `${quotedName(column.name)}::VARCHAR`);
    const result = await connection.stream(`SELECT ${texts.join(', ')} ${sql}`);
    let row = 0;
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return null;
      for (const read of chunk.getRows()) {
        row += 1;
        const held = read.map((text, at) =>
          heldAs(text === null ? '' : String(text), columns[at]!.type),
        );
        const all = [...held, ...folders.map(([, text]) => ({ text, value: undefined }))];
        sink.row({
          ...rowOf(
            name,
            row,
            all.map(({ text }) => text),
          ),
          values: all.map(({ value }) => value),
        });
      }
    }
  } catch (error) {
    if (!isDuckdbs(error)) throw error;
    return unread(name);
  } finally {
    connection.closeSync();
  }
};

async function connected(file: string) {
  const library = await import('@duckdb/node-api').catch(() => null);
  if (library === null) throw usageError('parquet-needs-package', { file, package: PACKAGE });
  const instance = await library.DuckDBInstance.create(':memory:', { memory_limit: '400MB' });
  return instance.connect();
}

/** Its errors have no class of their own: they begin with what kind they are of. */
function isDuckdbs(error: unknown): boolean {
  return error instanceof Error && /^[\w ]+ Error: /.test(error.message);
}

function unread(file: string): Finding {
  const place = lineOf(file, 1);
  return finding({ rule: 'csv-encoding', place, message: message('parquet-unread', {}) });
}

/** Columns that folders above the file tell and the file does not have. */
function partitionsOf(
  file: string,
  columns: readonly string[],
  { isColumn }: SourceOptions,
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

function heldAs(text: string, type: string): { text: string; value: CellValue | undefined } {
  if (text === '') return { text, value: undefined };
  if (type === 'DATE') return { text, value: { kind: 'date', value: text } };
  if (
    !/^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL.*|DOUBLE|FLOAT)$/.test(type) ||
    !/\d/.test(text)
  )
    return { text, value: undefined };
  const plain = text.includes('e') ? plainNumber(Number(text), 0) : text.replace(/\.0$/, '');
  return { text: plain, value: { kind: 'number', value: plain } };
}

function rowOf(file: string, row: number, cells: readonly string[]): SourceRow {
  const place = (at: number): Place => {
    const column = Math.max(at, 0) + 1;
    return { file, line: row, column, endLine: row, endColumn: column + 1 };
  };
  return { cells, line: row, place, whole: () => ({ ...place(0), endColumn: cells.length + 1 }) };
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** In a name of a file the marks of patterns are to be no marks. */
function onlyFile(file: string): string {
  return file.replace(/[*?[]/g, '[$&]');
}
