import { type CheckReport, checkReport } from '../check-report.ts';
import type { CheckOptions } from '../cli/flags/check.ts';
import { type ExitCode, exitCodeOf } from '../exit.ts';
import type { RenderContext } from '../formats/findings/context.ts';
import { FINDING_FORMATS, type FindingsFormatName } from '../formats/findings/index.ts';
import { stepSummary } from '../formats/findings/step-summary.ts';
import type { Changed } from '../load/files.ts';
import { appendText } from '../load/write.ts';
import { type Message, message } from '../message/message.ts';
import { type Speech, speak } from '../words/index.ts';
import { say } from '../words/say.ts';
import { withBaseline } from './check-baseline.ts';
import { fixFiles, wantedFixes } from './check-fix.ts';
import { checkPaths } from './check-paths.ts';
import { deliverFindings, findingsContext, inRepository } from './findings.ts';
import { type Wanted, wantedOutputs } from './output.ts';
import { type Session, write } from './session.ts';
import { lookOf } from './settings.ts';

const FORMATS = Object.keys(FINDING_FORMATS) as FindingsFormatName[];

/** `dti-eval check`: everything that is wrong or doubtful with plans, catalogues and CSV files. */
export async function check(
  session: Session,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const look = lookOf(options, session);
  const wanted = outputsOf(options, session);
  await fixIfAsked(session, paths, options);
  const found = await checkPaths(session, paths, options);
  const accepted = await withBaseline(session, options, found.findings, {
    whole: found.whole,
    stablePathOf: found.stablePathOf,
  });
  const report = checkReport(found.files, accepted.findings, [
    ...found.suppressed,
    ...accepted.suppressed,
  ]);
  const encoding = options.encoding ?? null;
  const context = await findingsContext(session, report, found, encoding, look);
  if (!options.dryRun) await print(session, report, wanted, options, context);
  if (accepted.remark && !look.quiet) await remark(session, context.speech, accepted.remark);
  return exitCodeOf(report.findings, options.failOn ?? 'error', options.maxWarnings ?? null);
}

/** Mends what is asked for, before anything is reported of what is left. */
async function fixIfAsked(
  session: Session,
  paths: readonly string[],
  options: CheckOptions,
): Promise<void> {
  const fixes = wantedFixes(paths, options);
  if (fixes === null) return;
  const { color, lang, quiet } = lookOf(options, session);
  const lookAgain = (changed: Changed) =>
    checkPaths(session, paths, { ...options, showReading: false }, changed);
  const said = await fixFiles(session, fixes, { ...options, color }, lookAgain);
  if (!quiet) await remark(session, await speak(lang, 'messages'), said);
}

/** What is printed, and whether GitHub is to show it too. */
interface Outputs {
  wanted: Wanted<FindingsFormatName>[];
  annotated: boolean;
  summarised: boolean;
}

/** In GitHub Actions, who names no format gets annotations and a summary beside the human output. */
function outputsOf(options: CheckOptions, { env }: Session): Outputs {
  const wanted = wantedOutputs(options.format, options.output, FORMATS, 'pretty');
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
