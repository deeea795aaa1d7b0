/**
 * The most that is read, asked for or drawn of any one thing, unless the user asks for more. What is larger comes from no
 * office: it is refused in a line that names the limit, before it costs time or memory.
 */
export const LIMITS = {
  /** Bytes of a YAML file; tables are read in a stream and may have any size. */
  'plan-bytes': 5_000_000,
  /** Lists and maps that stand in each other. */
  depth: 200,
  /** Keys of a YAML file, counted by the colons behind them; and the values that its aliases stand for. */
  keys: 50_000,
  /** Colons, commas, brackets, leading dashes and lone carriage returns of a YAML file: what parts its keys and values. */
  marks: 200_000,
  /** Lines of a YAML file. */
  lines: 100_000,
  /** Entries of one list or map. */
  entries: 20_000,
  /** Aliases (`*name`) of a YAML file. */
  aliases: 100,
  /** UTF-16 units of one text of a YAML file. */
  'text-length': 10_000,
  /** Digits of a number. */
  digits: 100,
  /** Findings in one YAML file; those of tables are counted where they are too many to be kept. */
  findings: 10_000,
  /** Years of a plan's period. */
  'period-years': 100,
  /** Years for which a plan has targets, those included in which a yearly one must hold. */
  'target-years': 100,
  /** Targets of a plan, a yearly one once for each year in which it must hold. */
  targets: 30_000,
  /** Days on which a plan's recurring tasks and duties are due, and those that several agencies lead or owe, for each of their agencies, all added up. */
  occurrences: 25_000,
  /** Characters of all patterns of `exclude` in a project's settings. */
  'pattern-length': 2_000,
  /** Measures of a catalogue that contain one, each the next. */
  containers: 20,
  /** Columns of a table. */
  columns: 1_000,
  /** Bytes of a table's row. */
  'row-bytes': 1 << 20,
  /** Headings of a table, those of all headers in it added up. */
  headings: 50_000,
  /** Rows of a table, one after the other, that cannot be cut out of it, or not be read behind such a one. */
  'broken-rows': 100_000,
  /** Rows of the sheets that are collected at once, all of them added up: each is held until the end. */
  'sheet-rows': 30_000,
  /** Figures that areas are asked for in one round, all areas added up. */
  figures: 20_000,
  /** Cells of the tables of areas with a figure for each of their indicators. */
  cells: 40_000,
  /** Rows of tables and items of lists in a Word file, for each plan. */
  'word-rows': 1700,
  /** The same in a page of HTML. */
  'html-rows': 2500,
  /** The same in an Excel workbook. */
  'excel-rows': 6000,
} as const satisfies Record<string, number>;

export type Limit = keyof typeof LIMITS;

/** The limits of a run. */
export type Limits = Readonly<Record<Limit, number>>;

/** Those that no file can need more of: a greater depth or number would break what reads it. */
const FIXED = [
  'depth',
  'aliases',
  'digits',
  'pattern-length',
  'containers',
] as const satisfies readonly Limit[];

type FixedLimit = (typeof FIXED)[number];

/** Those that a user may set. */
export type OpenLimit = Exclude<Limit, FixedLimit>;

export function isOpenLimit(limit: Limit): limit is OpenLimit {
  return !(FIXED as readonly Limit[]).includes(limit);
}

/** The names of those that a user may set, in the order in which help tells them. */
export const OPEN_LIMITS: readonly OpenLimit[] = (Object.keys(LIMITS) as Limit[]).filter(
  isOpenLimit,
);

/** Limits of what comes out, or whose words say all already: nothing is "the most that is read" of them. */
const SAID_WHOLE: ReadonlySet<Limit> = new Set<Limit>([
  'findings',
  'broken-rows',
  'sheet-rows',
  'figures',
  'cells',
  'word-rows',
  'html-rows',
  'excel-rows',
]);

/** Do the words of the limit say by themselves what is not done beyond it? */
export function isSaidWhole(limit: Limit): boolean {
  return SAID_WHOLE.has(limit);
}
