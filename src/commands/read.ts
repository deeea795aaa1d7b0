import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import type { AreaCatalogue } from '../area.ts';
import type { Day } from '../calendar.ts';
import { compareFindings, type Finding } from '../finding.ts';
import { type Catalogues, catalogueFolder, readCatalogues } from '../load/catalogue.ts';
import {
  type FileProblem,
  fileBeside,
  filesIn,
  kindOf,
  problemOf,
  readText,
  yamlFilesIn,
} from '../load/files.ts';
import { isPlanText, type PlanFile, readPlan } from '../load/plan.ts';
import { readProgress } from '../load/progress.ts';
import { readResults } from '../load/results.ts';
import type { Delimiter } from '../load/table.ts';
import type { MeasureCatalogue } from '../measure.ts';
import type { MessageCode } from '../message/message.ts';
import type { Plan } from '../plan.ts';
import type { ProgressRow } from '../progress.ts';
import { type Result, resultKeeper } from '../result.ts';
import { suggest } from '../suggest.ts';
import { type Session, type UsageError, usageError } from './session.ts';

/** The options that say which files to read and how. */
export interface ReadOptions {
  results?: string[];
  progress?: string[];
  catalogue?: string;
  decimal?: ',' | '.';
  delimiter?: Delimiter;
  encoding?: string;
}

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
}

/** What is reported of a plan's tasks and duties. */
export interface ProgressInput {
  rows: readonly ProgressRow[];
  /** The progress files read, as named. */
  files: readonly string[];
  /** Rows of them that cannot be used and do not count. */
  unread: number;
}

/** What of a stream of results is kept for the command that reads it. */
export type KeeperOf = (asOf: Day) => { add(result: Result): void; kept(): Result[] };

/** Every plan asked for; or, where one cannot be used, what is wrong with all of them. */
export type PlansRead =
  | { inputs: PlanInput[] }
  | { broken: { file: string; findings: Finding[] }[] };

const PROBLEMS = {
  unreadable: 'file-unreadable',
  'not-a-file': 'not-a-file',
  empty: 'file-empty',
  binary: 'file-binary',
  'bad-encoding': 'file-bad-encoding',
} as const satisfies Partial<Record<FileProblem, MessageCode>>;

/** The message for a file that cannot be used. */
export function fileError(file: string, problem: FileProblem, cwd: string): UsageError {
  if (problem !== 'missing') return usageError(PROBLEMS[problem], { file });
  const near = suggest(path.basename(file), filesIn(path.dirname(file), cwd));
  const suggestion = near === null ? null : path.join(path.dirname(file), near);
  return usageError('file-missing', { file, suggestion });
}

/**
 * Reads the plans that the paths name (files, folders, `-` for standard input) with their
 * catalogues, results and progress as of a day. Of the results the keeper holds what the command
 * needs: where none is given, what an evaluation needs.
 * @throws UsageError for a path that cannot be used
 */
export async function readPlans(
  session: Session,
  paths: readonly string[],
  options: ReadOptions,
  asOf: Day,
  keeperOf: KeeperOf = resultKeeper,
): Promise<PlansRead> {
  const files = await Promise.all(planFiles(session, paths).map((file) => openPlan(session, file)));
  const broken = files.filter(({ plan }) => plan === null);
  if (broken.length > 0)
    return { broken: broken.map(({ yaml, findings }) => ({ file: yaml.file, findings })) };
  for (const option of ['results', 'progress'] as const)
    if (options[option] && files.length > 1)
      throw usageError('one-plan-only', { option: `--${option}`, plans: files.length });
  const read = catalogueReader(session, options);
  const inputs = files.map(({ plan }) => readInput(session, plan!, options, keeperOf(asOf), read));
  return { inputs: await Promise.all(inputs) };
}

/** The files behind the paths, in the order named; a folder stands for the plans in it. */
export function planFiles({ cwd }: Session, paths: readonly string[]): string[] {
  const files = paths.flatMap((named) => {
    const kind = named === '-' ? 'file' : kindOf(named, cwd);
    if (kind === 'missing') throw fileError(named, 'missing', cwd);
    return kind === 'file' ? [named] : plansIn(named, cwd);
  });
  return [...new Set(files)];
}

function plansIn(folder: string, cwd: string): string[] {
  const plans = yamlFilesBelow(folder, cwd).filter((file) => {
    const content = readText(file, cwd);
    if ('text' in content) return isPlanText(content.text);
    if (content.problem === 'unreadable') throw fileError(file, content.problem, cwd);
    return false;
  });
  if (plans.length === 0) throw usageError('folder-without-plans', { folder });
  return plans;
}

/** The YAML files below a folder. @throws UsageError for a folder that cannot be looked into */
export function yamlFilesBelow(folder: string, cwd: string): string[] {
  try {
    return yamlFilesIn(folder, cwd);
  } catch (error) {
    throw fileError((error as NodeJS.ErrnoException).path ?? folder, problemOf(error), cwd);
  }
}

/** Reads one plan file; `-` is standard input. */
export async function openPlan(session: Session, file: string): Promise<PlanFile> {
  if (file === '-') return readPlan('<stdin>', await textOf(session.stdin));
  const content = readText(file, session.cwd);
  if ('problem' in content) throw fileError(file, content.problem, session.cwd);
  return readPlan(file, content.text);
}

/** Gives the catalogues that a plan file is read with. */
export type CatalogueReader = (planFile: string) => Promise<Catalogues>;

/** Plans of one folder share their catalogues: each is read once. */
export function catalogueReader(
  { cwd }: Session,
  options: Pick<ReadOptions, 'catalogue'>,
): CatalogueReader {
  const asked = options.catalogue ?? null;
  const kind = asked === null ? 'folder' : kindOf(asked, cwd);
  if (asked !== null && kind !== 'folder')
    throw kind === 'file'
      ? usageError('not-a-folder', { file: asked })
      : fileError(asked, kind, cwd);
  const held = new Map<string, Promise<Catalogues>>();
  return (planFile) => {
    const folder = catalogueFolder(planFile, asked, cwd);
    const catalogues = held.get(folder) ?? readCatalogues(folder, cwd);
    held.set(folder, catalogues);
    return catalogues;
  };
}

async function readInput(
  session: Session,
  plan: Plan,
  options: ReadOptions,
  keeper: ReturnType<KeeperOf>,
  readFor: CatalogueReader,
): Promise<PlanInput> {
  const { cwd } = session;
  const { measures, areas, findings } = await readFor(plan.file);
  const files = dataFiles(plan, 'results', options, cwd);
  const readings = [];
  for (const file of files) {
    const how = { ...csvOptions(options), areas: areas.size > 0 ? areas : null, cwd };
    const reading = readResults(file, plan, how, keeper.add);
    readings.push(await opened(reading, file, cwd));
  }
  const { findings: ofProgress, ...progress } = await readProgressFiles(plan, options, cwd);
  return {
    plan,
    measures,
    areas,
    results: keeper.kept(),
    files,
    rows: total(readings.map((reading) => reading.rows)),
    unread: total(readings.map((reading) => reading.unread)),
    progress,
    findings: [...findings, ...readings.flatMap((reading) => reading.findings), ...ofProgress].sort(
      compareFindings,
    ),
  };
}

/** The CSV files of a plan: those asked for, else the one beside it. */
function dataFiles(
  plan: Plan,
  kind: 'results' | 'progress',
  options: ReadOptions,
  cwd: string,
): string[] {
  const beside = fileBeside(plan.file, kind, cwd);
  const files = options[kind] ?? (beside === null ? [] : [beside]);
  for (const file of files) {
    const kind = kindOf(file, cwd);
    if (kind !== 'file') throw fileError(file, kind === 'folder' ? 'not-a-file' : kind, cwd);
  }
  return files;
}

/** What was read of a file; the system's refusal to open or read it is told as one of the file. */
async function opened<Reading>(
  reading: Promise<Reading>,
  file: string,
  cwd: string,
): Promise<Reading> {
  try {
    return await reading;
  } catch (error) {
    const isSystems = (error as NodeJS.ErrnoException).syscall !== undefined;
    throw isSystems ? fileError(file, problemOf(error), cwd) : error;
  }
}

async function readProgressFiles(
  plan: Plan,
  options: ReadOptions,
  cwd: string,
): Promise<ProgressInput & { findings: Finding[] }> {
  const files = dataFiles(plan, 'progress', options, cwd);
  const readings = [];
  for (const file of files) {
    const reading = readProgress(file, plan, { ...csvOptions(options), cwd });
    readings.push(await opened(reading, file, cwd));
  }
  return {
    rows: readings.flatMap((reading) => reading.progress),
    files,
    unread: total(readings.map((reading) => reading.unread)),
    findings: readings.flatMap((reading) => reading.findings),
  };
}

/** How CSV files are to be read; `null` is for what is to be found out. */
export function csvOptions({ decimal, delimiter, encoding }: ReadOptions) {
  return { decimal: decimal ?? null, delimiter: delimiter ?? null, encoding: encoding ?? null };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
