import {
  type Dialect,
  type Grouping,
  groupsSql,
  type Keys,
  keyedRows,
  membersSql,
  rowsIn,
} from '../group-sql.ts';
import type { Group, Groupable, Groups, Most } from '../groups.ts';
import { RESULTS, type ResultColumn } from '../result-columns.ts';
import { isTurning } from '../turning-row.ts';
import type { Line } from './some-rows.ts';
import type { Source } from './source.ts';
import { type CellKind, typedRow } from './typed-rows.ts';

/** A row of an answer: every cell as a text. */
export type Cells = readonly (string | null)[];

/** Asks, and takes an answer of any length row by row. */
export type Ask = (sql: string, take: (row: Cells) => void) => Promise<void>;

export interface SqlColumn {
  name: string;
  /** What the column stands for; `null` for one that stands for nothing. */
  column: ResultColumn | null;
  kind: CellKind;
  /** What gives its text; null where it is empty. */
  text: string;
}

/** A table of results that is asked for its rows in SQL. */
export interface SqlTable {
  /** What stands behind `FROM`. */
  from: string;
  columns: readonly SqlColumn[];
  /** What gives a row its number, and what of it is looked up fast; null where only the number itself is. */
  number: { sql: string; key: string | null };
  /** Do rows come in the order of their numbers unasked? */
  isInOrder: boolean;
}

/** A table of results that is open for reading. */
export interface OpenTable {
  /** Hands over every row. */
  source: Source;
  /** `null` where its rows can only be read one by one. */
  groupable: Groupable | null;
  close(): Promise<void>;
}

/** Hands over every row of the table, in the order of their numbers. */
export function sourceOfTable(table: SqlTable, ask: Ask): Source {
  return sourceOf(table, (take) =>
    ask(`${rowsSql(table)} ${table.isInOrder ? '' : 'ORDER BY n'}`, take),
  );
}

/** Hands over its header alone. */
export function sourceOfHeader(table: SqlTable): Source {
  return sourceOf(table, async () => {});
}

/** The row's texts by column, and its number `n`. */
function rowsSql({ from, columns, number }: SqlTable): string {
  const texts = columns.map(({ text }, at) => `${text} AS c${at}`);
  return `SELECT ${[`${number.sql} AS n`, ...texts].join(', ')} FROM ${from}`;
}

function sourceOf(
  { columns }: SqlTable,
  rows: (take: (row: Cells) => void) => Promise<void>,
): Source {
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

/** How such a table is put into groups; `null` where two columns stand for the same, or one that is required is missing. */
export function groupableOf(table: SqlTable, ask: Ask, dialect: Dialect): Groupable | null {
  const known = table.columns.flatMap(({ column }) => column ?? []);
  if (new Set(known).size !== known.length) return null;
  if (!RESULTS.required.every((column) => known.includes(column))) return null;
  const texts = table.columns.flatMap(({ column }, at) =>
    column === null ? [] : `c${at} AS ${column}`,
  );
  const isOfDays = table.columns.some(({ column, kind }) => column === 'period' && kind === 'day');
  const spoken = isOfDays ? { ...dialect, day: typedDay } : dialect;
  const rows = `SELECT n, ${texts.join(', ')} FROM (${rowsSql(table)}) AS stored`;
  return {
    columns: known,
    numbers: table.columns.flatMap(({ column, kind }) => (kind === 'number' ? (column ?? []) : [])),
    headers: 0,
    group: (grouping, most) => groupsOf(rows, grouping, spoken, { ask, most }),
    shown: () => [],
    rowsAt: (numbers) => rowsAt(table, numbers, { ask, dialect }),
    source: (lines) =>
      sourceOf(table, async (take) => {
        for (const { line, text } of lines) take([String(line), ...text]);
      }),
    isDoubtful: async () => true,
    isTurn: ({ text }) => isTurning([...text], String(text[0])),
  };
}

/** The text of what is a day already is none only where that is before the year 1000, or without end. */
function typedDay(text: string): string {
  return `CASE WHEN length(${text}) = 10 AND ${text} >= '1000' THEN ${text}::date END`;
}

/** So many are asked for at once: numbers of rows that are looked up, or stretches of them that are looked for. */
const ASKED = 10_000;

async function rowsAt(
  table: SqlTable,
  numbers: readonly number[],
  { ask, dialect }: { ask: Ask; dialect: Dialect },
): Promise<Line[]> {
  const all = rowsSql(table);
  const { key } = table.number;
  const conditions =
    key === null
      ? inBatches(stretchesOf(numbers)).map((some) => `n IN (${numbersIn(some, dialect)})`)
      : inBatches(numbers).map((some) => `${key} IN (${some.join(', ')})`);
  const lines: Line[] = [];
  for (const condition of conditions) {
    const rows = key === null ? `SELECT * FROM (${all}) AS stored` : all;
    await ask(`${rows} WHERE ${condition} ORDER BY n`, ([n, ...texts]) => {
      lines.push({ line: Number(n), text: texts.map((text) => text ?? '') });
    });
  }
  return lines;
}

function inBatches<One>(all: readonly One[]): One[][] {
  return Array.from({ length: Math.ceil(all.length / ASKED) }, (_, at) =>
    all.slice(at * ASKED, (at + 1) * ASKED),
  );
}

/** Whole numbers one behind the other. */
interface Stretch {
  from: number;
  to: number;
}

/** The last rows of many things mostly stand side by side; an engine takes long to read thousands of numbers. */
function stretchesOf(numbers: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else stretches.push({ from: number, to: number });
  }
  return stretches;
}

function numbersIn(stretches: readonly Stretch[], { series }: Dialect): string {
  const ends = stretches.map(({ from, to }) => `(${from}, ${to})`).join(', ');
  return `SELECT ${series('a', 'b')} FROM (VALUES ${ends}) AS wanted(a, b)`;
}

/** Each row is asked on which side of each border it lies; there are a few in any real catalogue of areas. */
const MOST_BORDERS = 100;

async function groupsOf(
  rows: string,
  grouping: Grouping,
  dialect: Dialect,
  { ask, most }: { ask: Ask; most: Most },
): Promise<Groups | null> {
  if (grouping.borders.length > MOST_BORDERS) return null;
  const keys = keyedRows(rows, grouping, dialect);
  const told = ['class', 'rows', 'start', 'first', 'last', 'least', 'greatest'];
  const sql =
    `SELECT ${told.join(', ')}, sum(rows) OVER (), sum(CASE WHEN class IS NULL THEN rows ELSE 1 END) OVER () ` +
    `FROM (${groupsSql(keys, grouping, dialect)}) AS groups`;
  const groups: Group[] = [];
  let isTooMany = false;
  let hasOdd = false;
  await ask(sql, ([kind, ...rest]) => {
    const [all, needed] = rest.slice(-2).map(Number);
    isTooMany ||= needed! > most(all!);
    if (kind == null) hasOdd = true;
    else if (!isTooMany) groups.push(groupOf(Number(kind), rest));
  });
  if (isTooMany) return null;
  const odd = `SELECT n FROM (${keys.rows}) AS keyed WHERE class IS NULL`;
  return {
    groups,
    odd: hasOdd ? await numbersOf(odd, ask) : [],
    members: (ids) => membersOf(keys, ids, ask),
  };
}

function groupOf(kind: number, [rows, start, least, most, ...figures]: Cells): Group {
  const [first, last] = rowsIn(BigInt(least!), BigInt(most!));
  const besides = figures
    .slice(0, 2)
    .flatMap((figure) => (figure === null ? [] : figure.split(BETWEEN).at(-1)!));
  return {
    ...{ id: Number(start), class: kind, rows: Number(rows), start: Number(start) },
    ...{ first, last },
    besides: besides.map(Number),
  };
}

/** Between a text and the number of its row, where an engine tells them as one. */
export const BETWEEN = '\u0001';

/** Groups are known by the numbers of their first rows. */
async function membersOf(keys: Keys, ids: readonly number[], ask: Ask): Promise<number[]> {
  const members: number[] = [];
  for (let at = 0; at < ids.length; at += ASKED)
    members.push(...(await numbersOf(membersSql(keys, ids.slice(at, at + ASKED)), ask)));
  return members;
}

async function numbersOf(sql: string, ask: Ask): Promise<number[]> {
  const numbers: number[] = [];
  await ask(sql, ([n]) => {
    numbers.push(Number(n));
  });
  return numbers;
}
