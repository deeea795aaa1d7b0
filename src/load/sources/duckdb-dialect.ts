import { DAY, type Dialect } from '../group-sql.ts';

const matches = (text: string, pattern: string) =>
  `regexp_full_match(${text}, '${pattern.replaceAll("'", "''")}')`;

/** How DuckDB says what no two engines say alike. */
export const DIALECT: Dialect = {
  day: (text) => `CASE WHEN ${matches(text, DAY)} THEN try_cast(${text} AS DATE) END`,
  matches,
  fence: '',
  rowOf: (text, which) => `${which === 'least' ? 'arg_min' : 'arg_max'}(n, ${text})`,
};
