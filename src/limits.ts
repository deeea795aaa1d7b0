/**
 * The most that is read of any one thing. What is larger comes from no office: it is refused in a
 * line that names the limit, before it costs time or memory.
 */
export const LIMITS = {
  /** Bytes of a YAML file; tables are read in a stream and may have any size. */
  'plan-bytes': 5_000_000,
  /** Lists and maps that stand in each other. */
  depth: 200,
  /** Keys and values of a YAML file, counted by the colons behind keys. */
  keys: 250_000,
  /** Entries of one list or map. */
  entries: 50_000,
  /** Aliases (`*name`) of a YAML file. */
  aliases: 100,
  /** UTF-16 units of one text of a YAML file. */
  'text-length': 10_000,
  /** Digits of a number. */
  digits: 100,
  /** Years of a plan's period. */
  'period-years': 100,
  /** Days on which a plan's recurring tasks and duties are due, all added up. */
  occurrences: 100_000,
  /** Columns of a table. */
  columns: 1_000,
  /** Bytes of a table's row. */
  'row-bytes': 1 << 20,
} as const satisfies Record<string, number>;

export type Limit = keyof typeof LIMITS;
