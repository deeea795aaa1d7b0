import path from 'node:path';
import type { Day } from '../calendar.ts';
import type { EngineName } from '../engines.ts';
import { compareFindings, type Finding, finding, lineOf } from '../finding.ts';
import type { Path } from '../indicator.ts';
import type { Limits } from '../limits.ts';
import { message } from '../message/message.ts';
import type { NotCounted } from '../not-counted.ts';
import type { Plan } from '../plan.ts';
import type { ProgressRow } from '../progress.ts';
import type { Result } from '../result.ts';
import type { Needs } from '../result-keeper.ts';
import { TABLE_KINDS, type TableFile, type TableKind, tablesBeside } from './beside.ts';
import type { CatalogueReader, Catalogues } from './catalogue.ts';
import type { ReadingSink, TolerantReading } from './cell-reading.ts';
import { isAddress } from './database-url.ts';
import { type Databases, openDatabases } from './databases.ts';
import { absolute, type Changed, type FileProblem, fileError, kindOf, problemOf } from './files.ts';
import { type KnownTable, knownTable } from './known-table.ts';
import type { DecimalMark, Decimals } from './numeral.ts';
import type { PartialPlan, PlanFile } from './plan.ts';
import type { ProgressSink } from './progress-book.ts';
import type { ReadCache } from './read-cache.ts';
import { frameOf, frameOfBroken, type ResultFrame } from './result-frame.ts';
import type { ResultSink } from './results.ts';
import type { Delimiter } from './sources/source.ts';
import { tablesAt } from './table-paths.ts';

/** The options that say which files are read and how. */
export interface ReadOptions extends Partial<Record<TableKind, string[]>> {
  catalogue?: string;
  decimal?: Decimals;
  /** Is it wanted what was read as something else than it says letter by letter? */
  showReading?: boolean;
  delimiter?: Delimiter;
  encoding?: string;
  /** Who reads large tables; where absent, an engine that is installed. */
  engine?: EngineName;
}

/** A plan with everything that was read for it. */
export interface Reading extends PlanFile {
  /** What its results are read with; gives `null` where the plan is too broken to say it. */
  frame(): ResultFrame | null;
  catalogues: Catalogues;
  /** The results first, then the progress. */
  tables: TableReading[];
}

/** What became of a table of a plan. */
export interface TableReading extends TableFile {
  /** Rows of data seen, and those that could not be read and do not count. */
  rows: number;
  unread: number;
  /** The rows of a progress file; those of results went to their sink. */
  progress: readonly ProgressRow[];
  /** What was read tolerantly, where that is wanted. */
  tolerant: readonly TolerantReading[];
  /** Why the system gives nothing of the file; told by a finding too. */
  problem: FileProblem | null;
  findings: readonly Finding[];
  /** The rows that do not count for an error in them. */
  notCounted: readonly NotCounted[];
}

/** How a plan's tables are read. */
export interface ReadingOptions {
  cwd: string;
  options: ReadOptions;
  cataloguesFor: CatalogueReader;
  /** The tables to read; where not said, those that the options name, else those beside the plan. */
  tables?: readonly TableFile[] | undefined;
  changed?: Changed | undefined;
  /** So many findings of a table are kept one by one, the others counted. */
  mostFindings?: number | undefined;
  /** The most that is read of any one thing; where absent, as usual. */
  limits?: Limits | undefined;
  /** Is a plan that could be read in part to be taken for one? */
  isPartial?: true;
  /** Is told which share of a table has been read. */
  tell?: ((file: string, share: number) => void) | undefined;
  /** What is known of tables without fault: results that it knows go to the sink without their places. */
  cache?: ReadCache | null | undefined;
  /**
   * Takes the results of a plan that could be read; those of another are read and go nowhere. Is told
   * the paths of what could not be read of the plan.
   */
  sinkFor(plan: Plan, catalogues: Catalogues, holes: readonly Path[]): ResultSink;
  /** Is told of the rows of progress; asked for after {@link sinkFor}. */
  progressSink?: ProgressSink;
  /** The days as of which progress is asked for: of very many rows those that count on one; else all. */
  progressDays?: readonly Day[] | null;
  /** Takes the results once more, in the same order; `null` where they are not needed again. */
  again?: () => ResultSink | null;
  /** The same of the rows of progress. */
  progressAgain?: () => ProgressSink | null;
  /** What its takers of results cannot do without; absent where that is every row. */
  needs?: Needs | undefined;
}

/**
 * Reads what belongs to a plan file: its catalogues, results and progress. Whatever is wrong with
 * them is in the reading; of a broken plan, as much is read as it still says how.
 * @throws UsageError for a table that is asked for and is missing
 */
export async function readAround(planFile: PlanFile, how: ReadingOptions): Promise<Reading> {
  const { plan, yaml } = planFile;
  const known = plan ? { plan, holes: [] } : how.isPartial ? planFile.partial : null;
  const catalogues = await how.cataloguesFor(yaml.file);
  let made: ResultFrame | null | undefined;
  const frame = () => {
    if (made === undefined) made = plan ? frameOf(plan) : frameOfRest(planFile);
    return made;
  };
  const sink = known ? how.sinkFor(known.plan, catalogues, known.holes) : () => {};
  const reading: Reading = { ...planFile, frame, catalogues, tables: [] };
  const databases = openDatabases();
  const handed = new Map<string, readonly Result[]>();
  const here = { ...how, databases, handed };
  /** Rows that were left out before are left out again; they have been counted. */
  const handAgain = async (table: TableFile, again: ResultSink) => {
    const before = handed.get(table.file);
    handed.delete(table.file);
    if (before === undefined)
      await readTableOf(reading, table, { ...here, needs: undefined }, again);
    for (const result of before ?? []) again(result, placeless);
  };
  try {
    const tables = how.tables ?? (await tablesOf(yaml.file, how));
    const needs = how.needs && needsOf(how.needs, tables);
    for (const table of tables)
      reading.tables.push(await readTableOf(reading, table, { ...here, needs }, sink));
    const again = how.again?.() ?? null;
    const progressAgain = how.progressAgain?.() ?? null;
    for (const table of reading.tables)
      if (table.kind === 'results' && again !== null) await handAgain(table, again);
      else if (table.kind === 'progress' && progressAgain !== null)
        await readTableOf(reading, table, { ...here, progressSink: progressAgain }, sink);
    return reading;
  } finally {
    await databases.close();
  }
}

/** Of a key that is misspelt what it stands for is known; of one that nobody knows it is not. */
function frameOfRest({ yaml, partial }: PlanFile): ResultFrame | null {
  const data = partial?.raw ?? yaml.data;
  const holes = (partial?.holes ?? []).filter(({ length }) => length === 1).map(([key]) => key);
  const isUnknown = holes.includes('*') && partial?.raw.indicators === undefined;
  const isTorn = isUnknown || holes.includes('indicators');
  return isTorn ? null : frameOfBroken({ data, lost: yaml.lost });
}

/** What is enough of the rows of one table is not enough of those of several. */
function needsOf({ ofVeryMany, ...needs }: Needs, tables: readonly TableFile[]): Needs {
  const isOne = tables.filter(({ kind }) => kind === 'results').length === 1;
  return isOne && ofVeryMany !== undefined ? { ...needs, ofVeryMany } : needs;
}

/** The tables of a plan: those asked for, else those beside it. */
async function tablesOf(planFile: string, { options, cwd }: ReadingOptions): Promise<TableFile[]> {
  const tables: TableFile[] = [];
  for (const kind of TABLE_KINDS) {
    const named = options[kind];
    const files = named ? await tablesAt(named, kind, cwd) : tablesBeside(planFile, kind, cwd);
    tables.push(...files.map((file) => ({ file, kind })));
  }
  return tables;
}

/** How tables are read, with the databases that are open for it. */
type ReadingHere = ReadingOptions & {
  databases: Databases;
  /** The results of tables of which rows were left out, for whoever looks at them twice. */
  handed: Map<string, readonly Result[]>;
};

type Outcome = Omit<TableReading, keyof TableFile>;

const NOTHING: Outcome = {
  rows: 0,
  unread: 0,
  progress: [],
  tolerant: [],
  problem: null,
  findings: [],
  notCounted: [],
};

async function readTableOf(
  reading: Reading,
  table: TableFile,
  how: ReadingHere,
  sink: ResultSink,
): Promise<TableReading> {
  const { file } = table;
  const tolerant: TolerantReading[] = [];
  const known = knownOf(reading, table, how);
  const results: Result[] = [];
  const into: ResultSink = known
    ? (result, at) => {
        results.push(result);
        sink(result, at);
      }
    : sink;
  const bytes = known?.bytes;
  const note = (one: TolerantReading) => tolerant.push(one);
  const read = readerOf(reading, table, { ...how, bytes, sink: into, note });
  if (read === null) {
    const [fault] = [...reading.findings].sort(compareFindings);
    return { ...table, ...NOTHING, findings: [uncheckedTable(file, reading.yaml.file, fault!)] };
  }
  const isAsked = how.tables !== undefined || how.options[table.kind] !== undefined;
  if (isAsked && isFileOn(table) && kindOf(file, how.cwd) === 'missing')
    throw fileError(file, 'missing', how.cwd);
  try {
    const before = known?.before(sink);
    if (before) return { ...table, ...before };
    const outcome = { ...NOTHING, tolerant, ...(await read()) };
    if (isSound(outcome) && isWhole(table, outcome)) known?.keep(outcome, results);
    return { ...table, ...outcome };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const problem = problemOf(error);
    const said = message('csv-unreadable', { why: isTold(problem) ? problem : 'unreadable' });
    const found = finding({ rule: 'csv-unchecked', place: lineOf(file, 1), message: said });
    return { ...table, ...NOTHING, problem, findings: [found] };
  }
}

/** Is it a file on the disk? */
function isFileOn({ file, text }: TableFile): boolean {
  return text === undefined && !isAddress(file);
}

function isSound({ findings, notCounted, tolerant }: Outcome): boolean {
  return findings.length + notCounted.length + tolerant.length === 0;
}

/** Of very many rows of progress those are there that count on the days of this run. */
function isWhole({ kind }: TableFile, { rows, progress }: Outcome): boolean {
  return kind !== 'progress' || progress.length === rows;
}

/** The table as an earlier run may have read it; `null` where it is to be read whatever is known. */
function knownOf(
  { yaml, plan, catalogues }: Reading,
  table: TableFile,
  { cache, changed, cwd, options }: ReadingOptions,
): KnownTable<Outcome> | null {
  const { file, kind } = table;
  if (!cache || plan === null || changed?.(file) || options.showReading) return null;
  if (!isFileOn(table)) return null;
  const { delimiter, encoding, decimal } = options;
  const how = JSON.stringify([kind, file, delimiter, encoding, decimal]);
  return knownTable(file, cwd, cache, [how, catalogues.own, yaml.text]);
}

function isTold(problem: FileProblem): problem is 'missing' | 'not-a-file' | 'special' {
  return problem === 'missing' || problem === 'not-a-file' || problem === 'special';
}

/** How the table is read; `null` where the plan is too broken to hold its rows against. */
function readerOf(
  { frame, plan, partial, catalogues }: Reading,
  { file, kind, text }: TableFile,
  {
    options,
    cwd,
    changed,
    mostFindings,
    limits,
    sink,
    progressSink,
    progressDays,
    note,
    tell,
    needs,
    databases,
    handed,
    again,
    ...given
  }: ReadingHere & { bytes: Buffer | undefined; sink: ResultSink; note: ReadingSink },
): (() => Promise<Partial<Outcome>>) | null {
  const { delimiter = null, encoding = null } = options;
  const decimal = decimalOf(file, options.decimal, cwd);
  const reading = options.showReading ? note : undefined;
  const bytes = given.bytes ?? changed?.(file);
  const how = {
    delimiter,
    encoding,
    cwd,
    text,
    reading,
    mostFindings,
    limits,
    tell: tell && ((share: number) => tell(file, share)),
    ...(bytes === undefined ? {} : { bytes: () => [bytes] }),
  };
  if (kind === 'progress') {
    const known = plan ?? (partial && isWholeForProgress(partial) ? partial.plan : null);
    if (known === null) return null;
    return async () => {
      const { readProgress } = await import('./progress.ts');
      return readProgress(file, known, { ...how, sink: progressSink, days: progressDays });
    };
  }
  const areas = catalogues.areas.size > 0 ? catalogues.areas : null;
  if (plan === null && frame() === null) return null;
  const asked = { ...how, decimal, areas };
  // Whoever wants to know how cells are read, and who has the bytes already, reads every row.
  const isWhole = reading !== undefined || text !== undefined || bytes !== undefined;
  const reduced = isWhole || options.engine === 'node' ? undefined : needs;
  return async () => {
    const { readResultTable } = await import('./result-table.ts');
    const keep = (results: readonly Result[]) => void handed.set(file, results);
    return readResultTable(file, frame()!, asked, {
      ...{ needs: reduced, engine: options.engine, databases, sink },
      keep: again === undefined ? () => {} : keep,
    });
  };
}

/** Is everything there that rows of progress are held against? */
function isWholeForProgress({ holes }: PartialPlan): boolean {
  return !holes.some(([first]) => FOR_PROGRESS.has(String(first)));
}

const FOR_PROGRESS: ReadonlySet<string> = new Set(['tasks', 'reports', 'agencies', 'period', '*']);

/**
 * The mark that is declared for a table.
 * @throws UsageError for a file that a mark is declared for and that is missing
 */
function decimalOf(file: string, decimals: Decimals | undefined, cwd: string): DecimalMark | null {
  if (decimals === undefined) return null;
  for (const [named, mark] of Object.entries(decimals.files)) {
    if (absolute(named, cwd) === absolute(file, cwd)) return mark;
    if (kindOf(named, cwd) === 'missing') throw fileError(named, 'missing', cwd);
  }
  return decimals.all;
}

/** What is said of a table that cannot be held against its plan, for that fault of the plan file. */
export function uncheckedTable(table: string, planFile: string, fault: Finding): Finding {
  return finding({
    rule: 'csv-unchecked',
    place: lineOf(table, 1),
    message: message('csv-plan-broken', { plan: path.basename(planFile) }),
    related: [{ message: message('plan-fault-here', {}), place: fault.place }],
  });
}

function placeless(): never {
  throw new Error('the places of a row that was read before are not known');
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
