import { isUtf8 } from 'node:buffer';
import { LIMITS, type Limits } from '../limits.ts';
import { usageError } from '../usage-error.ts';
import { bytesOf } from './bytes.ts';
import { markIn } from './evidence.ts';
import { isColumn, type TableSpec } from './header.ts';
import { headerSearch } from './header-search.ts';
import type { DecimalMark } from './numeral.ts';
import { delimiterIn } from './sources/csv.ts';
import type { Delimiter } from './sources/source.ts';
import { SOURCES, sourceOf } from './sources/sources.ts';
import { readTable } from './table.ts';

/** How rows are written to the end of a table, so that they stand as those above them. */
export interface TableForm<Column extends string> {
  delimiter: Delimiter;
  /** The column at each position; `null` where it stands for none. */
  columns: readonly (Column | null)[];
  /** The mark of every number that has one only; `null` where there is none, or both. */
  decimal: DecimalMark | null;
  /** The table with rows added; of what is there no byte changes but the header's, where columns are added to it. */
  with(rows: readonly string[], added: readonly Column[]): Buffer;
}

interface AppendOptions<Column extends string> {
  /** The columns of numbers, which show the decimal mark. */
  numbers: readonly Column[];
  /** The most that is read of any one thing; where absent, as usual. */
  limits?: Limits | undefined;
}

/** The table as it will be written where there is none yet. */
function newTable<Column extends string>(columns: readonly Column[]): TableForm<Column> {
  return {
    delimiter: ',',
    columns,
    decimal: null,
    with: (rows) => Buffer.from([columns.join(','), ...rows, ''].join('\n')),
  };
}

/**
 * How rows are added to a table of CSV.
 * @param bytes what the file holds; `null` where there is none
 * @throws UsageError for what cannot be added to without changing the rows that are there
 */
export async function tableForm<Column extends string>(
  file: string,
  bytes: Buffer | null,
  spec: TableSpec<Column>,
  how: AppendOptions<Column>,
): Promise<TableForm<Column>> {
  const { listed = spec.columns } = spec;
  if (bytes === null || bytes.length === 0) return newTable(listed);
  if (sourceOf(file, bytes, SOURCES) !== SOURCES[0].read)
    throw usageError('table-not-csv', { file });
  if (!isUtf8(bytes) || bytes.includes(0)) throw usageError('table-not-utf8', { file });
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const plain = text.replace(/\r\n?/g, '\n');
  const header = await headerIn(file, plain, spec, how);
  if (header === null) throw usageError('table-without-columns', { file, missing: spec.required });
  const delimiter = delimiterIn(plain, (cell) => isColumn(cell, spec));
  return {
    delimiter,
    columns: header.columns,
    decimal: await decimalIn(file, plain, spec, how),
    with(rows, added) {
      if (added.length > 0 && header.line === null)
        throw usageError('table-without-columns', { file, missing: added });
      const headed =
        added.length === 0 ? bytes : withColumns(bytes, header.line!, delimiter, added);
      return withRows(headed, rows);
    },
  };
}

/** The columns by position, and the 1-based line of the header where it is a single one. */
async function headerIn<Column extends string>(
  file: string,
  plain: string,
  spec: TableSpec<Column>,
  { limits = LIMITS }: AppendOptions<Column>,
): Promise<{ columns: (Column | null)[]; line: number | null } | null> {
  const search = headerSearch(spec);
  let found = null as ReturnType<typeof search.settled>;
  const how = {
    delimiter: null,
    encoding: null,
    isColumn: (cell: string) => isColumn(cell, spec),
    limits,
    isHeaded: () => true,
  };
  await SOURCES[0].read({ name: file, path: file, bytes: bytesOf(plain) }, how, {
    row(row) {
      if (found === null && row.cells.some((cell) => cell.trim() !== ''))
        found = search.take(row)?.header ?? null;
    },
    anotherTable() {},
    lost: () => 'go-on',
    report() {},
  });
  const header = found ?? search.end();
  if (!header?.header.isUsable) return null;
  const columns: (Column | null)[] = header.headings.map(() => null);
  for (const [column, at] of header.header.positions) if (at >= 0) columns[at] = column;
  const lines = new Set(header.headings.map(({ place }) => place.line));
  const [line] = lines;
  const isSingle =
    lines.size === 1 && (plain.split('\n')[line! - 1]!.split('"').length - 1) % 2 === 0;
  return { columns, line: isSingle ? line! : null };
}

async function decimalIn<Column extends string>(
  file: string,
  plain: string,
  spec: TableSpec<Column>,
  { numbers, limits }: AppendOptions<Column>,
): Promise<DecimalMark | null> {
  const marks = new Set<DecimalMark>();
  const how = { delimiter: null, encoding: null, limits, bytes: bytesOf(plain) };
  await readTable(file, spec, how, {
    row({ cells }) {
      for (const column of numbers) {
        const mark = markIn(cells[column]);
        if (mark !== null) marks.add(mark);
      }
    },
    report() {},
  });
  return marks.size === 1 ? [...marks][0]! : null;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** The line break that the file has; its first decides. */
function breakOf(bytes: Buffer): '\n' | '\r\n' {
  const at = bytes.indexOf(NEWLINE);
  return at > 0 && bytes[at - 1] === RETURN ? '\r\n' : '\n';
}

function withRows(bytes: Buffer, rows: readonly string[]): Buffer {
  const lineBreak = breakOf(bytes);
  const opening = bytes.at(-1) === NEWLINE || rows.length === 0 ? '' : lineBreak;
  return Buffer.concat([bytes, Buffer.from(opening + rows.map((row) => row + lineBreak).join(''))]);
}

function withColumns(
  bytes: Buffer,
  line: number,
  delimiter: Delimiter,
  added: readonly string[],
): Buffer {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) start = bytes.indexOf(NEWLINE, start) + 1;
  const next = bytes.indexOf(NEWLINE, start);
  const end = next < 0 ? bytes.length : bytes[next - 1] === RETURN ? next - 1 : next;
  const more = Buffer.from(added.map((column) => delimiter + column).join(''));
  return Buffer.concat([bytes.subarray(0, end), more, bytes.subarray(end)]);
}
