import { type CheckReport, checkReport } from '../check-report.ts';
import type { CheckOptions } from '../cli/flags/check.ts';
import { EXIT, type ExitCode, exitCodeOf } from '../exit.ts';
import type { RenderContext } from '../formats/findings/context.ts';
import {
  FINDING_FORMATS,
  type FindingsFormat,
  type FindingsFormatName,
} from '../formats/findings/index.ts';
import { stepSummary } from '../formats/findings/step-summary.ts';
import { writeView } from '../formats/index.ts';
import type { Changed } from '../load/files.ts';
import { appendText } from '../load/write.ts';
import { type Message, message } from '../message/message.ts';
import { type Speech, speak } from '../words/index.ts';
import { say } from '../words/say.ts';
import { withBaseline } from './check-baseline.ts';
import { fixFiles, wantedFixes } from './check-fix.ts';
import { checkPaths, type PathOptions } from './check-paths.ts';
import { type Scoped, scoped } from './check-scope.ts';
import { deliverFindings, findingsContext, inRepository } from './findings.ts';
import { deliver, filesFirst, refuseLosses, type Wanted, wantedOutputs } from './output.ts';
import { type Session, usageError, write, writeFault } from './session.ts';
import { type Look, lookOf } from './settings.ts';

const FORMATS = Object.keys(FINDING_FORMATS) as FindingsFormatName[];

/** `dti-eval check`: everything that is wrong or doubtful with plans, catalogues and CSV files. */
export async function check(
  session: Session,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const look = lookOf(options, session);
  const wanted = outputsOf(options, session);
  const left = await fixIfAsked(session, paths, options);
  checkScope(options);
  const most = Math.max(...wanted.wanted.map(({ format }) => mostOf(format)));
  const { found, remark: leftOut } = left ?? (await lookAt(session, paths, { ...options, most }));
  const accepted = await withBaseline(session, options, found.findings, {
    // Where only some rules or lines are asked for, nobody knows what is no longer found.
    whole: isNarrowed(options) ? new Set() : found.whole,
    stablePathOf: found.stablePathOf,
  });
  const report = checkReport(found.files, accepted.findings, [
    ...found.suppressed,
    ...accepted.suppressed,
  ]);
  const encoding = options.encoding ?? null;
  const context = await findingsContext(session, 'check', report, found, encoding, look);
  if (options.statistics) await printStatistics(session, report, wanted.wanted, look);
  else if (!options.dryRun) await print(session, report, wanted, options, context);
  for (const said of [leftOut, accepted.remark])
    if (said && !look.quiet) await remark(session, context.speech, said);
  for (const { file, error } of found.crashes) await writeFault(session, error, file);
  if (found.crashes.length > 0) return EXIT.fault;
  return exitCodeOf(report.findings, options.failOn ?? 'error', options.maxWarnings ?? null);
}

/** So many findings the readers of a format take; 0 where that is not known. */
function mostOf(format: FindingsFormatName): number {
  const { most = 0 }: FindingsFormat = FINDING_FORMATS[format];
  return most;
}

/** Everything that was found in the files, as far as it is asked for. */
async function lookAt(
  session: Session,
  paths: readonly string[],
  options: CheckOptions & Pick<PathOptions, 'most'>,
  changed?: Changed,
): Promise<Scoped> {
  return scoped(session, await checkPaths(session, paths, options, changed), options);
}

/** Formats that can hold counts, and the formats of documents that they are then written in. */
const OF_STATISTICS = { pretty: 'table', markdown: 'markdown', json: 'json' } as const;

/**
 * Options that contradict each other.
 * @throws UsageError for them
 */
function checkScope(options: CheckOptions): void {
  const writes = options.suppressAll ? '--suppress-all' : options.prune ? '--prune' : null;
  const narrow = NARROWING.find(([name]) => options[name] !== undefined);
  if (writes !== null && narrow) throw usageError('not-together', { options: [writes, narrow[1]] });
  if (options.statistics && options.dryRun)
    throw usageError('not-together', { options: ['--statistics', '--dry-run'] });
}

const NARROWING = [
  ['select', '--select'],
  ['ignore', '--ignore'],
  ['changedSince', '--changed-since'],
] as const;

function isNarrowed(options: CheckOptions): boolean {
  return NARROWING.some(([name]) => options[name] !== undefined);
}

async function printStatistics(
  session: Session,
  report: CheckReport,
  wanted: readonly Wanted<FindingsFormatName>[],
  { lang, color, width, fileWidth }: Look,
): Promise<void> {
  const { statisticsView } = await import('../views/check/statistics.ts');
  const view = statisticsView(report, await speak(lang, 'findings'));
  for (const output of filesFirst(wanted)) {
    const format = OF_STATISTICS[output.format as keyof typeof OF_STATISTICS];
    const how = output.file === null ? { width, color } : { width: fileWidth, color: false };
    await deliver(session, output, await writeView(format, view, { ...how, bom: false, lang }));
  }
}

/** Mends what is asked for, before anything is reported of what is left; answers that where it is known. */
async function fixIfAsked(
  session: Session,
  paths: readonly string[],
  options: CheckOptions,
): Promise<Scoped | null> {
  const fixes = wantedFixes(paths, options);
  if (fixes === null) return null;
  const { color, lang, quiet } = lookOf(options, session);
  const lookAgain = (changed: Changed) =>
    lookAt(session, paths, { ...options, showReading: false }, changed);
  const { said, left } = await fixFiles(session, fixes, { ...options, color }, lookAgain);
  if (!quiet) await remark(session, await speak(lang, 'messages'), said);
  // Which lines have changed, and how cells were read, is asked of the files as they are written.
  return options.changedSince === undefined && !options.showReading ? left : null;
}

/** What is printed, and whether GitHub is to show it too. */
interface Outputs {
  wanted: Wanted<FindingsFormatName>[];
  annotated: boolean;
  summarised: boolean;
}

/** In GitHub Actions, who names no format gets annotations and a summary beside the human output. */
function outputsOf(options: CheckOptions, session: Session): Outputs {
  const { env } = session;
  const known = options.statistics
    ? FORMATS.filter((name) => Object.hasOwn(OF_STATISTICS, name))
    : FORMATS;
  const wanted = wantedOutputs(options.format, options.output, known, 'pretty');
  refuseLosses(wanted, session);
  if (options.statistics) return { wanted, annotated: false, summarised: false };
  const isNamed = options.format !== undefined || options.output !== undefined;
  const annotated = !isNamed && env.GITHUB_ACTIONS === 'true';
  const summarised = annotated || wanted.some(({ format }) => format === 'github');
  return { wanted, annotated, summarised };
}

async function print(
  session: Session,
  report: CheckReport,
  { wanted, annotated, summarised }: Outputs,
  options: CheckOptions,
  context: RenderContext,
): Promise<void> {
  await deliverFindings(session, report, wanted, context, lookOf(options, session));
  if (annotated) {
    const render = await FINDING_FORMATS.github.load();
    const named = inRepository(session, report, context);
    await write(session.stdout, render(named.report, named.context));
  }
  if (summarised) await appendSummary(session, report, context);
}

/** Without its summary a step is still a checked one: a failure is told and nothing more. */
async function appendSummary(
  session: Session,
  report: CheckReport,
  context: RenderContext,
): Promise<void> {
  const file = session.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  try {
    const named = inRepository(session, report, context);
    await appendText(file, stepSummary(named.report, named.context), session.cwd);
  } catch (error) {
    const detail = (error as Error).message;
    await remark(session, context.speech, message('summary-not-written', { detail }));
  }
}

async function remark(
  { stderr }: Session,
  speech: Speech<'messages'>,
  said: Message,
): Promise<void> {
  await write(stderr, `dti-eval: ${say(said, speech)}\n`);
}
