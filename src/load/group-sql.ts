import type { Day } from '../calendar.ts';
import type { ResultColumn } from './result-columns.ts';
import { literal } from './sql-text.ts';

/** What rows are put together for. */
export interface Grouping {
  /** The columns that the table has. */
  columns: readonly ResultColumn[];
  /** Those of them whose numbers have a type: plain ones however many digits they have. */
  numbers: readonly ResultColumn[];
  /** Days that part others: all days of a group lie on one side of each. */
  borders: readonly Day[];
  /** The indicators of which the foremost day of a year is enough; of others every day is told. */
  yearly: 'all' | readonly string[];
  /** Are figures of one time that differ from each other told? */
  isOfValues: boolean;
  /**
   * Where rows of one source for one time that say other things are wanted in spite of the year: so many things
   * that the table names first are read row by row. Not known to what groups in SQL.
   */
  firstKeys?: number | undefined;
}

/** How an engine says what no two say alike. */
export interface Dialect {
  /** The text as a day where it is written as one, `2024-06-30`; else null. */
  day(text: string): string;
  /** Does the whole text match the pattern? */
  matches(text: string, pattern: string): string;
  /** The number of the row with the least or the greatest text. */
  rowOf(text: string, which: 'least' | 'greatest'): string;
  /** A row for each whole number from one to another. */
  series(from: string, to: string): string;
  /** What keeps what a query works out from being worked out again by those that it is part of. */
  fence: string;
}

/** A day and the number of a row make one whole number, of which the row takes so many bits. */
export const ROW_BITS = 40n;
const MOST_ROWS = 2n ** ROW_BITS - 1n;
/** Days are counted from here. */
const FIRST_DAY = '1000-01-01';

const COUNTS: readonly ResultColumn[] = ['numerator', 'denominator'];
export const FIGURES: readonly ResultColumn[] = ['value', ...COUNTS];
/** What a row says beside its figure, in any words. */
export const ASIDE: readonly ResultColumn[] = ['name', 'note'];

/** What groups rows. */
export interface Keys {
  /** A relation of the rows with their number `n`, their `day`, the keys `k0`, `k1` … and their `class`. */
  rows: string;
  names: readonly string[];
  /** The columns of which each row of a group says the same; the first keys are theirs, then come the period, or the year of a day. */
  shared: readonly ResultColumn[];
  /** The others but for the period. */
  own: readonly ResultColumn[];
}

/**
 * The rows of a table with what only their figures and days cannot tell apart, and with the class of
 * their figure; it is null where that is not plain.
 *
 * @param rows a relation of texts with a number `n` for each row, in the order of the table
 */
export function keyedRows(rows: string, grouping: Grouping, dialect: Dialect): Keys {
  const { columns, borders, yearly } = grouping;
  const isOwn = (column: ResultColumn) => [...FIGURES, ...ASIDE].includes(column);
  const shared = columns.filter((column) => column !== 'period' && !isOwn(column));
  const dated = `SELECT *, ${dialect.day('period')} AS day FROM (${rows}) AS read${dialect.fence}`;
  const isTold = toldSql(columns, yearly);
  const keys = [
    ...shared,
    `CASE WHEN ${isTold} THEN period END`,
    `CASE WHEN ${isTold} THEN NULL ELSE extract(year FROM day) END`,
    ...borders.map((border) => `day <= DATE '${border}'`),
  ];
  const names = keys.map((_, at) => `k${at}`);
  const named = keys.map((key, at) => `${key} AS ${names[at]}`);
  const sql = `SELECT *, ${named.join(', ')}, ${classSql(grouping, dialect)} AS class FROM (${dated}) AS dated${dialect.fence}`;
  return { rows: sql, names, shared, own: columns.filter(isOwn) };
}

/** Where the period itself is told, not only its year. */
function toldSql(columns: Grouping['columns'], yearly: Grouping['yearly']): string {
  if (yearly !== 'all' && yearly.length === 0) return 'TRUE';
  return [
    'day IS NULL',
    ...(columns.includes('status') ? ['status IS NOT NULL'] : []),
    ...(yearly === 'all' ? [] : [`indicator NOT IN (${yearly.map(literal).join(', ')})`]),
  ].join(' OR ');
}

/**
 * The query that puts these rows together. A group has its `class`, how many `rows` it has and
 * the first of them, `start`; the first and last row of its latest day, for {@link rowsIn}; and the rows
 * with its least and greatest figure where differing figures matter. Rows without a class make groups, too. */
export function groupsSql(
  { rows, names }: Keys,
  { columns, isOfValues }: Grouping,
  dialect: Dialect,
): string {
  const group = [...names, 'class'].join(', ');
  const days = `coalesce(day - DATE '${FIRST_DAY}', 0)::BIGINT << ${ROW_BITS}`;
  const isCompared = isOfValues && columns.includes('value');
  const told = [
    'count(*) AS rows',
    'min(n) AS start',
    `max((${days}) + (${MOST_ROWS} - n)) AS first`,
    `max((${days}) + n) AS last`,
    `${isCompared ? dialect.rowOf('value', 'least') : 'NULL'} AS least`,
    `${isCompared ? dialect.rowOf('value', 'greatest') : 'NULL'} AS greatest`,
  ];
  return `SELECT ${group}, ${told.join(', ')} FROM (${rows}) AS keyed GROUP BY ${group}`;
}

/** The query for the numbers of the rows of those groups, which are named by their first rows. */
export function membersSql({ rows, names }: Keys, starts: readonly number[]): string {
  // A key without a text is told from one with any.
  const parts = [...names, 'class'].map((key) => `coalesce(${key}::text || chr(1), chr(2))`);
  const keyed = `SELECT n, ${parts.join(' || ')} AS key FROM (${rows}) AS keyed`;
  const wanted = `SELECT key FROM (${keyed}) AS grouped GROUP BY key HAVING min(n) IN (${starts.join(', ')})`;
  return `SELECT n FROM (${keyed}) AS told WHERE key IN (${wanted})`;
}

/** The rows that `first` and `last` tell. */
export function rowsIn(first: bigint, last: bigint): [first: number, last: number] {
  return [Number(MOST_ROWS - (first & MOST_ROWS)), Number(last & MOST_ROWS)];
}

/** What kind of figure a row has, where every figure of the kind is read alike; null where it is not plain. */
function classSql({ columns, numbers }: Grouping, { matches }: Dialect): string {
  const has = (column: ResultColumn) => columns.includes(column);
  const hasCounts = has('numerator') && has('denominator');
  const alone = aloneSql(columns, matches);
  const lone = has('numerator') === has('denominator') ? [] : COUNTS.filter(has);
  const cases = [
    ...lone.map((column) => `WHEN ${column} IS NOT NULL THEN NULL`),
    ...ASIDE.filter(has).map(
      (column) => `WHEN ${column} IS NOT NULL AND NOT ${matches(column, PLAIN_WORDS)} THEN NULL`,
    ),
    ...(has('value')
      ? [
          `WHEN value IS NULL THEN ${alone}`,
          ...(hasCounts ? ['WHEN numerator IS NOT NULL OR denominator IS NOT NULL THEN NULL'] : []),
          ...(numbers.includes('value') ? NUMBERS : FORMS).map(
            (form, at) => `WHEN ${matches('value', form)} THEN ${at}`,
          ),
        ]
      : [`WHEN TRUE THEN ${alone}`]),
  ];
  return `CASE ${cases.join(' ')} END`;
}

/** What kind of row one without a value is: one of counts, or with nothing but a status. */
function aloneSql(columns: readonly ResultColumn[], matches: Dialect['matches']): string {
  const status = columns.includes('status')
    ? `CASE WHEN status IS NOT NULL THEN ${FORMS.length} END`
    : 'NULL';
  if (!columns.includes('numerator') || !columns.includes('denominator')) return status;
  const isPart = 'numerator::BIGINT <= denominator::BIGINT';
  return (
    `CASE WHEN numerator IS NULL AND denominator IS NULL THEN ${status} ` +
    `WHEN ${matches('numerator', COUNT)} AND ${matches('denominator', DIVISOR)} ` +
    `THEN CASE WHEN ${isPart} THEN ${FORMS.length + 1} ELSE ${FORMS.length + 2} END END`
  );
}

/** A day as it is written. */
export const DAY = '[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}';
/**
 * The forms of plain figures: within 100 and beyond, whole, with a point and with a comma. Three
 * digits behind a mark may be thousands.
 */
export const FORMS = [
  ...['[0-9]{1,2}[.][0-9]{1,2}|100[.]0{1,2}', '[0-9]{1,2}|100', '[0-9]{1,2},[0-9]{1,2}|100,0{1,2}'],
  ...['[1-9][0-9]{2,8}[.][0-9]{1,2}', '[1-9][0-9]{2,8}', '[1-9][0-9]{2,8},[0-9]{1,2}'],
];
/** The forms of numbers that have a type: within 100 and beyond. */
const NUMBERS = ['[0-9]{1,2}([.][0-9]+)?|100([.]0+)?', '[1-9][0-9]{2,}([.][0-9]+)?'];
export const COUNT = '[0-9]{1,12}';
export const DIVISOR = '[1-9][0-9]{0,11}';
/** Letters of which none may be taken for another, nor come of a text that was decoded twice. */
export const PLAIN_WORDS = '[ !#-~À-ÁÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýăĐđĨĩŨũƠơƯưẠ-ỹ–—“”‘’…\\r\\n]*';
