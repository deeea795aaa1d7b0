import { DAY, type Dialect } from '../group-sql.ts';
import { literal } from '../sql-text.ts';

const matches = (text: string, pattern: string) =>
  `regexp_full_match(${text}, ${literal(pattern)})`;

/** How DuckDB says what no two engines say alike. */
export const DIALECT: Dialect = {
  day: (text) => `CASE WHEN ${matches(text, DAY)} THEN try_cast(${text} AS DATE) END`,
  matches,
  fence: '',
  series: (from, to) => `unnest(generate_series(${from}, ${to}))`,
  rowOf: (text, which) => `${which === 'least' ? 'arg_min' : 'arg_max'}(n, ${text})`,
};

/** The name of a file as DuckDB reads it: no mark of a pattern in it is one. */
export function fileNamed(file: string): string {
  return literal(file.replace(/[*?[]/g, '[$&]'));
}
