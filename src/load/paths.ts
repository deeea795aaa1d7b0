import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Limits } from '../limits.ts';
import { type UsageError, usageError } from '../usage-error.ts';
import {
  endsAsTable,
  isPlanTable,
  planBeside,
  planNamedBy,
  TABLE_KINDS,
  tablesBeside,
} from './beside.ts';
import type { Config } from './config.ts';
import {
  absolute,
  type FileProblem,
  fileError,
  filesBelow,
  kindOf,
  type NamedFile,
  readAscii,
  readText,
  readTextOf,
} from './files.ts';
import { kindOfYaml, type YamlKind } from './kind.ts';
import type { ReadCache } from './read-cache.ts';

/** What a name of the command line is held against: a folder, and what `-` stands for. */
export interface Surroundings {
  cwd: string;
  stdin: Readable;
  /** What is passed over in folders. */
  config?: Pick<Config, 'excluded'>;
  /** What is known of files without fault. */
  cache?: ReadCache | null;
  /** The most that is read of any one thing; where absent, as usual. */
  limits?: Limits;
}

/** One of our YAML files. */
interface OurFile extends NamedFile {
  kind: YamlKind;
}

/** A YAML file to be checked, with what is asked of it. */
export interface Subject extends OurFile {
  /** Where only some of a plan's tables are asked for: these; `null` for everything. */
  only: readonly string[] | null;
}

/** How standard input is named. */
const STDIN = '<stdin>';
const YAML = /\.ya?ml$/i;

/**
 * The plans that the paths name, in the order named: files, whatever is in them, folders (the plans
 * in them, damaged ones too) and `-` for standard input.
 * @throws UsageError for a path that names nothing, and for a folder without plans
 */
export async function planFiles(
  where: Surroundings,
  paths: readonly string[],
): Promise<NamedFile[]> {
  const found: NamedFile[] = [];
  for (const named of new Set(paths)) found.push(...(await plansAt(where, named)));
  return [...new Map(found.map((one) => [one.file, one])).values()];
}

async function plansAt(where: Surroundings, named: string): Promise<NamedFile[]> {
  const { cwd } = where;
  if (named === '') throw usageError('empty-path', {});
  if (named === '-') return [{ file: STDIN, content: await readTextOf(where.stdin, where.limits) }];
  const kind = kindOf(named, cwd);
  if (kind === 'missing') throw fileError(named, 'missing', cwd);
  if (kind === 'file') return [{ file: named, content: readText(named, cwd, where.limits) }];
  const plans = oursIn(named, where).filter((one) => one.kind === 'plan');
  if (plans.length === 0) throw noneIn(named, where, 'folder-without-plans');
  return plans;
}

/** Our files in or below a folder, but for those that the project excludes. */
function oursIn(folder: string, where: Surroundings): OurFile[] {
  const { cwd } = where;
  const files = filesBelow(folder, YAML, cwd).filter((file) => !isExcluded(file, where));
  const met = files.map((file) => comeUpon(file, where));
  const homes = new Set(met.flatMap((one) => (one?.kind === 'plan' ? path.dirname(one.file) : [])));
  return files.flatMap((file, at) => {
    const ours = met[at] ?? (homes.has(path.dirname(file)) ? emptied(file, where) : null);
    return ours ?? [];
  });
}

/** A file without text among plans was one of them. */
function emptied(file: string, { cwd, limits }: Surroundings): OurFile | null {
  const content = readText(file, cwd, limits);
  const isEmpty = 'problem' in content && content.problem === 'empty';
  return isEmpty ? { file, kind: 'plan', content } : null;
}

/** What is said of a folder in which there is nothing to read, be it that all of it is excluded. */
function noneIn(
  folder: string,
  where: Surroundings,
  otherwise: 'folder-without-plans' | 'folder-without-files',
): UsageError {
  const { cwd } = where;
  const hidden = filesBelow(folder, YAML, cwd).filter(
    (file) => isExcluded(file, where) && comeUpon(file, where) !== null,
  );
  return hidden.length === 0
    ? usageError(otherwise, { folder })
    : usageError('folder-excluded', { folder, files: hidden.length });
}

/** Does the project's file of settings exclude the file? One that is named is looked at all the same. */
export function isExcluded(file: string, { cwd, config }: Omit<Surroundings, 'stdin'>): boolean {
  return config?.excluded.has(absolute(file, cwd)) === true;
}

/** A file that was come upon: others' YAML is left alone, ours also where it is damaged. */
function comeUpon(file: string, { cwd, limits }: Surroundings): OurFile | null {
  const content = readText(file, cwd, limits);
  const said =
    'text' in content ? kindOfYaml(content.text, limits) : kindOfDamaged(file, content, cwd);
  const kind = said ?? (hasTables(file, cwd) ? 'plan' : null);
  return kind === null ? null : { file, kind, content };
}

/** Whatever a file says, tables named for it make a plan of it: it was emptied, or is damaged. */
function hasTables(file: string, cwd: string): boolean {
  return TABLE_KINDS.some((kind) => tablesBeside(file, kind, cwd).length > 0);
}

function kindOfDamaged(
  file: string,
  { problem }: { problem: FileProblem },
  cwd: string,
): YamlKind | null {
  if (problem === 'unreadable' || problem === 'special') throw fileError(file, problem, cwd);
  // A link that leads nowhere: nobody can say whose it is.
  if (problem === 'missing') return 'plan';
  const isDamaged = problem === 'binary' || problem === 'bad-encoding' || problem === 'too-large';
  return isDamaged ? kindOfYaml(readAscii(file, cwd)) : null;
}

/**
 * The files that the paths name, in order of their names: files, folders (their plans and
 * catalogues), quoted patterns, `-` for standard input.
 * @throws UsageError for a path that names nothing, and for a file that is none of ours
 */
export async function subjects(
  where: Surroundings,
  paths: readonly string[],
  stdinName: string | undefined,
): Promise<Subject[]> {
  if (stdinName !== undefined && !paths.includes('-')) throw usageError('stdin-name-alone', {});
  const found: Subject[] = [];
  for (const named of new Set(paths))
    found.push(
      ...(named === '-' ? [await stdinSubject(where, stdinName)] : await subjectsAt(named, where)),
    );
  return merged(found, where.cwd);
}

async function stdinSubject(where: Surroundings, name: string | undefined): Promise<Subject> {
  const file = name === undefined ? STDIN : path.normalize(name);
  if (isPlanTable(file)) throw usageError('stdin-not-yaml', {});
  return mustBeOurs({ file, content: await readTextOf(where.stdin, where.limits) }, where);
}

async function subjectsAt(named: string, where: Surroundings): Promise<Subject[]> {
  const { cwd } = where;
  if (named === '') throw usageError('empty-path', {});
  const kind = kindOf(named, cwd);
  if (kind === 'file') return [fileSubject(path.normalize(named), where)];
  if (kind === 'missing') return matching(named, where);
  const folder = path.normalize(named);
  const found = oursIn(folder, where);
  if (found.length === 0) throw noneIn(folder, where, 'folder-without-files');
  return found.map(whole);
}

/** A file that the user names must be one of ours. */
function fileSubject(file: string, where: Surroundings): Subject {
  const { cwd, limits } = where;
  if (endsAsTable(file)) return tableSubject(file, where);
  const content = readText(file, cwd, limits);
  if (
    'problem' in content &&
    ['missing', 'unreadable', 'not-a-file', 'special'].includes(content.problem)
  )
    throw fileError(file, content.problem, cwd);
  return mustBeOurs({ file, content }, where);
}

/** One without text has no format to go by and is taken for ours. */
function mustBeOurs({ file, content }: NamedFile, { limits }: Surroundings): Subject {
  const kind = 'text' in content ? kindOfYaml(content.text, limits) : 'plan';
  if (kind === null) throw usageError('not-checkable', { file });
  return whole({ file, kind, content });
}

function whole(ours: OurFile): Subject {
  return { ...ours, only: null };
}

/** A table is checked against the plan beside it. */
function tableSubject(file: string, where: Surroundings): Subject {
  const { cwd } = where;
  if (!isPlanTable(file)) throw usageError('csv-name-unknown', { file });
  const plan = planBeside(file, cwd);
  if (plan === null) throw usageError('csv-plan-missing', { file, plan: planNamedBy(file) });
  return { ...fileSubject(plan, where), only: [file] };
}

async function matching(pattern: string, where: Surroundings): Promise<Subject[]> {
  const { cwd } = where;
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) throw fileError(pattern, 'missing', cwd);
  const files = await glob(pattern, {
    cwd,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  });
  const named = path.isAbsolute(pattern) ? files.map((file) => absolute(file, cwd)) : files;
  const found = named.map(path.normalize).flatMap((file) => {
    if (isExcluded(file, where)) return [];
    if (isPlanTable(file)) return planBeside(file, cwd) === null ? [] : tableSubject(file, where);
    const ours = YAML.test(file) ? comeUpon(file, where) : null;
    return ours === null ? [] : whole(ours);
  });
  if (found.length === 0) throw usageError('nothing-matches', { pattern });
  return found;
}

/** Each file once, under the first of its names in order; in order, whatever the order named. */
function merged(found: readonly Subject[], cwd: string): Subject[] {
  const byPath = new Map<string, Subject>();
  for (const one of [...found].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const key = absolute(one.file, cwd);
    const known = byPath.get(key);
    byPath.set(key, known ? { ...known, only: both(known.only, one.only) } : one);
  }
  return [...byPath.values()];
}

function both(a: Subject['only'], b: Subject['only']): Subject['only'] {
  return a === null || b === null ? null : [...new Set([...a, ...b])].sort();
}
