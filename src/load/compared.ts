import path from 'node:path';
import { LIMITS, type Limits } from '../limits.ts';
import type { Plan } from '../plan.ts';
import { suggest } from '../suggest.ts';
import { type UsageError, usageError } from '../usage-error.ts';
import { packagedFolder } from './catalogue.ts';
import { fileError, filesIn, kindOf, type NamedFile } from './files.ts';
import { type GitProblem, isGitName, parseGitName, readFromGit } from './git.ts';
import { planFiles, type Surroundings } from './paths.ts';
import { openPlan, type PlanFile, readPlan } from './plan.ts';

/** Opens a file by its name, so many of so many being done; may give nothing where that fails. */
type Opening = (
  name: string,
  open: () => Promise<PlanFile>,
  done: { done: number; of: number },
) => Promise<PlanFile | null>;

/**
 * The plan files that paths and `git:REF:PATH` name, each once, in the order named.
 * @throws UsageError for a name that cannot be used
 */
export async function openNamed(
  where: Surroundings,
  names: readonly string[],
  opening: Opening = (_, open) => open(),
): Promise<PlanFile[]> {
  const files: (string | NamedFile)[] = [];
  for (const name of new Set(names))
    files.push(...(isGitName(name) ? [name] : await planFiles(where, [name])));
  const unique = new Map(files.map((one) => [typeof one === 'string' ? one : one.file, one]));
  const opened = await Promise.all(
    [...unique].map(([name, one], done) => {
      const open = async () =>
        typeof one === 'string' ? openFromGit(one, where) : openPlan(one, where);
      return opening(name, open, { done, of: unique.size });
    }),
  );
  return opened.filter((file) => file !== null);
}

async function openFromGit(name: string, { cwd, limits }: Surroundings): Promise<PlanFile> {
  const gitName = parseGitName(name);
  if (gitName === undefined) throw usageError('bad-git-name', { found: name });
  const content = await readFromGit(gitName, cwd, limits);
  if ('text' in content) return readPlan(name, content.text, { limits });
  throw gitError(content.problem, { name, ...gitName, cwd, limits });
}

function gitError(
  problem: GitProblem,
  {
    name,
    ref,
    path: named,
    cwd,
    limits,
  }: { name: string; ref: string; path: string; cwd: string; limits: Limits | undefined },
): UsageError {
  switch (problem.kind) {
    case 'no-git':
      return usageError('git-missing', { found: name });
    case 'no-repository':
      return usageError('git-no-repository', { detail: problem.detail });
    case 'unknown-ref':
      return usageError('git-unknown-ref', { ref });
    case 'shallow':
      return usageError('git-shallow', { ref });
    case 'unknown-path':
      return usageError('git-unknown-path', { ref, path: named });
    case 'content':
      return fileError(name, problem.problem, cwd, limits ?? LIMITS);
  }
}

/** The path in a plan file's name: that of `git:HEAD:plans/x.yaml` is `plans/x.yaml`. */
export function pathOf(file: string): string {
  return parseGitName(file)?.path ?? file;
}

/**
 * The plan that is meant by its id among the given ones, by its file, or by its id beside them, in
 * `plans/` or in the package.
 * @throws UsageError where there is none such
 */
export async function openReference(
  where: Surroundings,
  named: string,
  given: readonly PlanFile[],
): Promise<PlanFile> {
  const known = given.find(({ plan }) => plan?.id === named);
  if (known) return known;
  const { cwd } = where;
  const open = async (file: string) => (await openNamed(where, [file]))[0]!;
  if (isGitName(named) || kindOf(named, cwd) === 'file') return open(named);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(named)) throw fileError(named, 'missing', cwd);
  const plans = given.flatMap(({ plan }) => plan ?? []);
  const homes = homesOf(plans);
  const file = homes
    .flatMap((home) => [`${named}.yaml`, `${named}.yml`].map((name) => path.join(home, name)))
    .find((candidate) => kindOf(candidate, cwd) === 'file');
  if (file !== undefined) return open(file);
  const valid = plans.map(({ id }) => id);
  const names = homes.flatMap((home) => filesIn(home, cwd)).map(idOf);
  const suggestion = suggest(named, [...valid, ...names.filter((name) => name !== null)]);
  throw usageError('unknown-plan-id', { found: named, valid, suggestion });
}

function homesOf(given: readonly Plan[]): string[] {
  const beside = given.map(({ file }) => path.dirname(pathOf(file)));
  return [...new Set([...beside, 'plans', path.dirname(packagedFolder())])];
}

/** Plan files are named by their ids: `national-2022.yaml`. */
function idOf(file: string): string | null {
  return /^([a-z0-9-]+)\.ya?ml$/.exec(file)?.[1] ?? null;
}
