import type { SuppressedFinding } from '../check-report.ts';
import type { CheckOptions } from '../cli/flags/check.ts';
import type { Finding } from '../finding.ts';
import { MOST_FINDINGS } from '../finding-log.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { strayTables, TABLE_KINDS } from '../load/beside.ts';
import { catalogueReader } from '../load/catalogue.ts';
import { absolute, type Changed } from '../load/files.ts';
import { bounded } from '../load/over-limit.ts';
import { isExcluded, subjects } from '../load/paths.ts';
import type { ReadOptions } from '../load/reading.ts';
import { fileSpill } from '../load/spill.ts';
import { RULE_IDS } from '../rules/index.ts';
import { stablePath } from '../stable-path.ts';
import { suppressed } from '../suppression.ts';
import { type Checked, checkSubject } from './check-run.ts';
import { type Crash, type Session, UsageError, usageError } from './session.ts';
import { catalogueAsked } from './settings.ts';
import { showReading } from './show-reading.ts';

/** How the files are to be read, and the name of standard input. */
export type PathOptions = ReadOptions &
  Pick<CheckOptions, 'stdinFilename' | 'fix' | 'fixUnsafe' | 'dryRun' | 'changedSince'> & {
    /** So many findings of one table a format would show one by one. */
    most?: number | undefined;
  };

/** Everything that was found in the files that the paths name. */
export interface Found {
  files: string[];
  findings: Finding[];
  suppressed: SuppressedFinding[];
  /** The files at which the program itself failed. */
  crashes: Crash[];
  /** The absolute paths of the files in which everything was looked at. */
  whole: Set<string>;
  /** Those of all files that were asked for. */
  checked: Set<string>;
  /** The texts of the YAML files, by name. */
  texts: Map<string, string>;
  stablePathOf(finding: Finding): string;
}

/**
 * Looks at every file that the paths name, in the current folder where there are none, with its
 * suppressions applied; a baseline is not.
 * @throws UsageError for a path that names nothing of ours
 */
export async function checkPaths(
  session: Session,
  paths: readonly string[],
  options: PathOptions,
  changed?: Changed,
): Promise<Found> {
  const { cwd, limits, waiting } = session;
  const named = paths.length === 0 ? ['.'] : paths;
  const asked = await subjects(session, named, options.stdinFilename);
  const plans = asked.filter(({ kind }) => kind === 'plan').length;
  for (const kind of TABLE_KINDS)
    if (options[kind] && plans !== 1)
      throw usageError('one-plan-only', { option: `--${kind}`, plans });
  const cataloguesFor = catalogueReader({ cwd, changed, limits }, catalogueAsked(session, options));
  const tell =
    waiting && ((file: string, share: number) => waiting.say({ at: 'table', file, share }));
  const around = { cwd, options, cataloguesFor, changed, cache: session.cache, limits, tell };
  const run = { ...around, spill: fileSpill, ...keepingOf(options, session) };
  const checked: Checked[] = [];
  const crashes: Crash[] = [];
  for (const [done, subject] of asked.entries()) {
    waiting?.say({ at: 'files', done, of: asked.length });
    try {
      checked.push(await checkSubject(run, subject));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      crashes.push({ file: subject.file, error });
    }
  }
  if (options.showReading)
    await showReading(
      session,
      checked.flatMap(({ tolerant = [] }) => tolerant),
    );
  const kept = checked.map((one) => narrowed(one, boundedOf(one, limits)));
  const strays = strayTables(named, cwd).filter(({ place }) => !isExcluded(place.file, session));
  const others = [...catalogueFaults(checked, cwd), ...strays];
  const data = new Map(checked.map((one) => [one.file, one.data]));
  return {
    files: [...checked.flatMap(filesOf), ...others.map(({ place }) => place.file)],
    findings: [...kept.flatMap((one) => one.findings), ...others],
    suppressed: kept.flatMap((one) => one.suppressed),
    crashes,
    whole: new Set(checked.filter((one) => one.isComplete).flatMap((one) => wholeOf(one, cwd))),
    checked: new Set(checked.flatMap(filesOf).map((file) => absolute(file, cwd))),
    texts: new Map(checked.map(({ file, text }) => [file, text])),
    stablePathOf: ({ place, path: steps, about }) =>
      data.has(place.file)
        ? stablePath(data.get(place.file), steps)
        : [...(about === null ? [] : [about]), ...steps].join('/'),
  };
}

/** To mend findings, or to ask on which lines they stand, each of them is needed. */
function keepingOf(
  { fix, fixUnsafe, dryRun, changedSince, most: shown = 0 }: PathOptions,
  { limits = LIMITS }: Session,
) {
  const needsEach = fix || fixUnsafe || dryRun || changedSince !== undefined;
  if (!needsEach) return shown > MOST_FINDINGS ? { mostFindings: shown } : {};
  const most = Number.POSITIVE_INFINITY;
  return { mostFindings: most, limits: { ...limits, findings: most } };
}

function filesOf({ file, only, tables }: Checked): readonly string[] {
  return only ?? [file, ...tables];
}

function wholeOf(one: Checked, cwd: string): string[] {
  return filesOf(one).map((file) => absolute(file, cwd));
}

/** Comments and entries that suppress nothing are findings too, and may be as many. */
function boundedOf(one: Checked, limits: Limits = LIMITS): ReturnType<typeof suppressed> {
  const kept = suppressed(one, RULE_IDS);
  if (kept.findings.length <= limits.findings) return kept;
  const isOwn = ({ place }: Finding) => place.file === one.file;
  const own = bounded(one.file, kept.findings.filter(isOwn), limits);
  return { ...kept, findings: [...own, ...kept.findings.filter((found) => !isOwn(found))] };
}

type Kept = ReturnType<typeof suppressed>;

/** Of a plan whose CSV files alone are asked for, only what is said of these. */
function narrowed({ only }: Checked, kept: Kept): Kept {
  if (only === null) return kept;
  const asked = new Set(only);
  const isAsked = ({ place }: Finding) => asked.has(place.file);
  return {
    findings: kept.findings.filter(isAsked),
    suppressed: kept.suppressed.filter(isAsked),
  };
}

/** A plan cannot be judged by a catalogue that cannot be read: that is told, once. */
function catalogueFaults(checked: readonly Checked[], cwd: string): Finding[] {
  const known = new Set(checked.map(({ file }) => absolute(file, cwd)));
  const catalogues = new Set(checked.flatMap((one) => one.catalogues ?? []));
  return [...catalogues]
    .flatMap(({ findings }) => findings)
    .filter(({ place }) => !known.has(absolute(place.file, cwd)));
}
