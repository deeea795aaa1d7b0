import path from 'node:path';
import type { AreaCatalogue } from '../area.ts';
import type { Finding } from '../finding.ts';
import { packagedFolder } from '../load/catalogue.ts';
import { filesIn, kindOf } from '../load/files.ts';
import { type GitProblem, isGitName, parseGitName, readFromGit } from '../load/git.ts';
import { type PlanFile, readPlan } from '../load/plan.ts';
import type { MeasureCatalogue } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { suggest } from '../suggest.ts';
import { catalogueReader, fileError, openPlan, planFiles, type ReadOptions } from './read.ts';
import { type Session, type UsageError, usageError } from './session.ts';

/** The plans to compare, with the catalogues of the first one. */
export interface Compared {
  plans: Plan[];
  /** The plan that `--against` names. */
  against: Plan | null;
  measures: MeasureCatalogue;
  areas: AreaCatalogue;
  findings: Finding[];
}

/** Every plan; or, where one cannot be used, what is wrong with all of them. */
export type ComparedRead = Compared | { broken: { file: string; findings: Finding[] }[] };

/**
 * Reads the plans that paths and `git:REF:PATH` name, and the one that `--against` names by its id
 * or file.
 * @throws UsageError for a name that cannot be used
 */
export async function readCompared(
  session: Session,
  names: readonly string[],
  options: Pick<ReadOptions, 'catalogue'> & { against?: string },
): Promise<ComparedRead> {
  const files = names.flatMap((name) => (isGitName(name) ? [name] : planFiles(session, [name])));
  const given = await Promise.all([...new Set(files)].map((file) => openAny(session, file)));
  const read = given.flatMap(({ plan }) => (plan === null ? [] : [plan]));
  const reference = await openReference(session, options.against, read);
  const broken = [...given, ...(reference === null ? [] : [reference])].filter(
    ({ plan }) => plan === null,
  );
  if (broken.length > 0)
    return { broken: broken.map(({ yaml, findings }) => ({ file: yaml.file, findings })) };
  const against = reference?.plan ?? null;
  const isGiven = against !== null && read.some((plan) => plan.id === against.id);
  const plans = against === null || isGiven ? read : [against, ...read];
  const { measures, areas, findings } = await catalogueReader(
    session,
    options,
  )(pathOf((read[0] ?? against)!.file));
  return { plans, against, measures, areas, findings };
}

async function openAny(session: Session, name: string): Promise<PlanFile> {
  if (!isGitName(name)) return openPlan(session, name);
  const gitName = parseGitName(name);
  if (gitName === undefined) throw usageError('bad-git-name', { found: name });
  const content = await readFromGit(gitName, session.cwd);
  if ('text' in content) return readPlan(name, content.text);
  throw gitError(content.problem, { name, ...gitName, cwd: session.cwd });
}

function gitError(
  problem: GitProblem,
  { name, ref, path: named, cwd }: { name: string; ref: string; path: string; cwd: string },
): UsageError {
  switch (problem.kind) {
    case 'no-git':
      return usageError('git-missing', { found: name });
    case 'no-repository':
      return usageError('git-no-repository', { detail: problem.detail });
    case 'unknown-ref':
      return usageError('git-unknown-ref', { ref });
    case 'unknown-path':
      return usageError('git-unknown-path', { ref, path: named });
    case 'content':
      return fileError(name, problem.problem, cwd);
  }
}

/** The path in a file's name: that of `git:HEAD:plans/x.yaml` is `plans/x.yaml`. */
function pathOf(file: string): string {
  return parseGitName(file)?.path ?? file;
}

/** The reference by its id among the plans given, as a file, or by its id beside them. */
async function openReference(
  session: Session,
  named: string | undefined,
  given: readonly Plan[],
): Promise<PlanFile | null> {
  if (named === undefined) return null;
  const known = given.find(({ id }) => id === named);
  if (known) return openAny(session, known.file);
  if (isGitName(named) || kindOf(named, session.cwd) === 'file') return openAny(session, named);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(named)) throw fileError(named, 'missing', session.cwd);
  const homes = homesOf(given);
  const file = homes
    .flatMap((home) => [`${named}.yaml`, `${named}.yml`].map((name) => path.join(home, name)))
    .find((candidate) => kindOf(candidate, session.cwd) === 'file');
  if (file !== undefined) return openAny(session, file);
  const valid = given.map(({ id }) => id);
  const names = homes.flatMap((home) => filesIn(home, session.cwd)).map(idOf);
  const suggestion = suggest(named, [...valid, ...names.filter((name) => name !== null)]);
  throw usageError('unknown-plan-id', { found: named, valid, suggestion });
}

/** Where a plan is looked for by its id: beside the given ones, in `plans/`, in the package. */
function homesOf(given: readonly Plan[]): string[] {
  const beside = given.map(({ file }) => path.dirname(pathOf(file)));
  return [...new Set([...beside, 'plans', path.dirname(packagedFolder())])];
}

/** Plan files are named by their ids: `national-2022.yaml`. */
function idOf(file: string): string | null {
  return /^([a-z0-9-]+)\.ya?ml$/.exec(file)?.[1] ?? null;
}
