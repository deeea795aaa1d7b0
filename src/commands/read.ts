import type { AreaCatalogue } from '../area.ts';
import type { Day } from '../calendar.ts';
import { evaluate, type PlanEvaluation, type Question } from '../evaluation.ts';
import { compareFindings, type Finding } from '../finding.ts';
import { catalogueReader } from '../load/catalogue.ts';
import { isAddress } from '../load/database-url.ts';
import { requireEngine } from '../load/engine.ts';
import { fileError } from '../load/files.ts';
import { planFiles } from '../load/paths.ts';
import { openPlan, type PlanFile } from '../load/plan.ts';
import { type Reading, type ReadOptions, readAround, type TableReading } from '../load/reading.ts';
import { endsReading } from '../load/unread.ts';
import { yamlWhereAsked } from '../load/yaml-asked.ts';
import type { MeasureCatalogue } from '../measure.ts';
import type { NotCounted } from '../not-counted.ts';
import { addresses, type Plan } from '../plan.ts';
import { laterRows, type ProgressRow } from '../progress.ts';
import type { Result } from '../result.ts';
import { type ResultKeeper, resultKeeper } from '../result-keeper.ts';
import { isPercent } from '../unit.ts';
import { unlessCrashing } from './crashes.ts';
import { type Session, usageError } from './session.ts';
import { catalogueAsked } from './settings.ts';
import { showReading } from './show-reading.ts';

/** A plan with everything that an evaluation of it needs. */
export interface PlanInput {
  plan: Plan;
  measures: MeasureCatalogue;
  areas: AreaCatalogue;
  results: Result[];
  /** The result files read, as named. */
  files: string[];
  /** Rows seen, and those that could not be read and do not count. */
  rows: number;
  unread: number;
  progress: ProgressInput;
  findings: Finding[];
  /** Rows and files that were read and decide nothing, whatever is asked of them. */
  notCounted: NotCounted[];
}

/** What is reported of a plan's tasks and duties. */
interface ProgressInput {
  rows: readonly ProgressRow[];
  /** The progress files read, as named. */
  files: readonly string[];
  /** Rows of them that cannot be used and do not count. */
  unread: number;
  /** What of them decides nothing: files and rows that cannot be read, rows of later days. */
  notCounted: readonly NotCounted[];
}

/** What of a stream of results is kept for the command that reads it. */
export type KeeperOf = (asOf: Day, plan: Plan) => ResultKeeper;

/** What an evaluation needs of a plan's results, and of the figures of periods that end on these days. */
export function toEvaluate(asOf: Day, plan: Plan, ends: readonly Day[] = []): ResultKeeper {
  return resultKeeper(asOf, isEachOf(plan), isShareOf(plan), { ends });
}

/** The addresses whose figures are in percent. */
export function isShareOf(plan: Plan): (address: string) => boolean {
  const percents = new Set(
    addresses(plan)
      .filter(({ measurable: { unit } }) => isPercent(unit))
      .map(({ address }) => address),
  );
  return (address) => percents.has(address);
}

/** The addresses of which every period may be needed: what accumulates, and wholes made of areas. */
export function isEachOf(plan: Plan): (address: string) => boolean {
  const each = new Set(
    addresses(plan)
      .filter(({ measurable: { accumulates, whole } }) => accumulates !== null || whole !== null)
      .map(({ address }) => address),
  );
  return (address) => each.has(address);
}

/** A plan file that cannot be used, with what is wrong with it. */
export interface BrokenPlan {
  file: string;
  findings: Finding[];
}

/** Every plan asked for; or, where one cannot be used, what is wrong with all of them. */
export type PlansRead = { inputs: PlanInput[] } | { broken: BrokenPlan[] };

/**
 * Reads the plans that the paths name (files, folders, `-` for standard input) with their
 * catalogues, results and progress as of a day. Of the results the keeper holds what the command
 * needs: where none is given, what an evaluation needs. Of very many rows of progress those are held
 * that count on one of `progressDays`; `null` for all rows.
 * @throws UsageError for a path that cannot be used
 */
export async function readPlans(
  session: Session,
  paths: readonly string[],
  options: ReadOptions,
  asOf: Day,
  keeperOf: KeeperOf = toEvaluate,
  progressDays: readonly Day[] | null = [asOf],
): Promise<PlansRead> {
  const { cwd, limits, waiting } = session;
  if (options.engine === 'duckdb' && options.results?.some(isAddress))
    throw usageError('database-engine', { engine: options.engine });
  await requireEngine(options.engine);
  const named = await planFiles(session, paths);
  const cataloguesFor = catalogueReader(session, catalogueAsked(session, options));
  const files: PlanFile[] = [];
  for (const one of named) {
    waiting?.say({ at: 'files', done: files.length, of: named.length });
    const open = async () =>
      withoutTree(openPlan(one, { ...session, known: await cataloguesFor(one.file) }));
    files.push(...asList(await unlessCrashing(session, one.file, open)));
  }
  const broken = brokenAmong(files);
  if (broken.length > 0) return { broken };
  for (const option of ['results', 'progress'] as const)
    if (options[option] && named.length > 1)
      throw usageError('one-plan-only', { option: `--${option}`, plans: named.length });
  const readOne = async (file: PlanFile) => {
    const keeper = keeperOf(asOf, file.plan!);
    const sinkFor = () => keeper.add;
    const again = () => keeper.again?.() ?? null;
    const reading = await readAround(file, {
      cwd,
      limits,
      options,
      cataloguesFor,
      sinkFor,
      again,
      cache: session.cache,
      needs: keeper.needs,
      progressDays,
      tell: waiting && ((table, share) => waiting.say({ at: 'table', file: table, share })),
    });
    return { tables: reading.tables, input: inputOf(reading, keeper, { asOf, cwd }) };
  };
  const inputs = await Promise.all(
    files.map((file) => unlessCrashing(session, file.yaml.file, () => readOne(file))),
  );
  const read = inputs.flatMap(asList);
  if (options.showReading)
    await showReading(
      session,
      read.flatMap(({ tables }) => tables.flatMap(({ tolerant }) => tolerant)),
    );
  waiting?.say({ at: 'evaluation' });
  // Where the program failed at every plan there is nothing to report.
  return read.length === 0 ? { broken: [] } : { inputs: read.map(({ input }) => input) };
}

/** Of many large plans the trees would be held to the end, for places that nobody asks for. */
function withoutTree(read: PlanFile): PlanFile {
  const { file, text } = read.yaml;
  return read.plan ? { ...read, yaml: yamlWhereAsked(file, text) } : read;
}

function asList<One>(one: One | null): One[] {
  return one === null ? [] : [one];
}

/** Those of the plan files that no plan can be made of. */
export function brokenAmong(files: readonly PlanFile[]): BrokenPlan[] {
  return files
    .filter(({ plan }) => plan === null)
    .map(({ yaml, findings }) => ({ file: yaml.file, findings }));
}

/** @throws UsageError for a table that the system does not give */
function inputOf(
  { plan, catalogues, tables }: Reading,
  keeper: ReturnType<KeeperOf>,
  { asOf, cwd }: { asOf: Day; cwd: string },
): PlanInput {
  for (const { file, problem } of tables) if (problem) throw fileError(file, problem, cwd);
  const results = tables.filter(({ kind }) => kind === 'results');
  const progress = tables.filter(({ kind }) => kind === 'progress');
  const { measures, areas } = catalogues;
  const findings = [catalogues, ...tables].flatMap((read) => read.findings);
  const rows = progress.flatMap((read) => read.progress);
  const progressLeft = [...progress.flatMap(unreadIn), ...laterRows(rows, asOf)];
  return {
    plan: plan!,
    measures,
    areas,
    results: keeper.kept(),
    files: namesOf(results),
    rows: total(results, 'rows'),
    unread: total(results, 'unread'),
    progress: {
      rows,
      files: namesOf(progress),
      unread: total(progress, 'unread'),
      notCounted: progressLeft,
    },
    findings: findings.sort(compareFindings),
    notCounted: [...results.flatMap(unreadIn), ...progressLeft],
  };
}

/** Judges a plan on what was read, and lists what of it does not count, rows that cannot be read too. */
export function evaluateInput(
  { plan, results, measures, areas, notCounted }: PlanInput,
  question: Omit<Question, 'areas'>,
): PlanEvaluation {
  const evaluation = evaluate(plan, results, measures, { ...question, areas });
  return { ...evaluation, notCounted: [...notCounted, ...evaluation.notCounted] };
}

/** Could no row of the file be read, for something that is wrong with it? */
function isUnread({ rows, findings }: TableReading): boolean {
  return rows === 0 && findings.some(({ level }) => level === 'error');
}

/** A file of which no row could be read; else the rows that could not, and the file where its rest is not read. */
function unreadIn(table: TableReading): readonly NotCounted[] {
  const { file, notCounted, findings } = table;
  const whole = { reason: 'file-unread', file, line: null, indicator: null, text: '' } as const;
  if (isUnread(table)) return [whole];
  return findings.some(endsReading) ? [...notCounted, whole] : notCounted;
}

/** What is cited as a source: no file of which nothing could be read. */
function namesOf(tables: readonly TableReading[]): string[] {
  return tables.filter((table) => !isUnread(table)).map(({ file }) => file);
}

function total(tables: readonly TableReading[], what: 'rows' | 'unread'): number {
  return tables.reduce((sum, table) => sum + table[what], 0);
}
