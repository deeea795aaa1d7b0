import { createHash } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { type CheckReport, checkReport } from '../check-report.ts';
import type { CheckOptions } from '../cli/flags/check.ts';
import { type ExitCode, exitCodeOf } from '../exit.ts';
import type { RenderContext } from '../formats/findings/context.ts';
import { FINDING_FORMATS, type FindingsFormatName } from '../formats/findings/index.ts';
import { stepSummary } from '../formats/findings/step-summary.ts';
import { linesOf } from '../load/excerpts.ts';
import { type Message, message } from '../message/message.ts';
import { VERSION } from '../version.ts';
import { ruleHelp } from '../views/explain/rule-page.ts';
import { type Speech, speak } from '../words/index.ts';
import { say } from '../words/say.ts';
import { withBaseline } from './check-baseline.ts';
import { checkPaths, type Found } from './check-paths.ts';
import { isRule, shownRule } from './explain-rule.ts';
import { deliver, type Wanted, wantedOutputs } from './output.ts';
import { type Session, write } from './session.ts';
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
  const found = await checkPaths(session, paths, options);
  const accepted = await withBaseline(session, options, found.findings, {
    whole: found.whole,
    stablePathOf: found.stablePathOf,
  });
  const report = checkReport(found.files, accepted.findings, [
    ...found.suppressed,
    ...accepted.suppressed,
  ]);
  const context = await contextOf(session, report, found, options, look);
  await print(session, report, wanted, options, context);
  if (accepted.remark && !look.quiet) await remark(session, context.speech, accepted.remark);
  return exitCodeOf(report.findings, options.failOn ?? 'error', options.maxWarnings ?? null);
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
  for (const output of wanted) {
    const { isForPeople, load } = FINDING_FORMATS[output.format];
    const shown = options.quiet && isForPeople ? onlyErrors(report) : report;
    const isPrinted = output.file === null;
    const look = isPrinted ? context : { ...context, color: false, width: null };
    const speech = isForPeople ? context.speech : await speak('en', 'messages', 'findings');
    const render = await load();
    await deliver(session, output, render(shown, { ...look, speech }));
  }
  if (annotated) {
    const render = await FINDING_FORMATS.github.load();
    await write(session.stdout, render(report, context));
  }
  if (summarised) await appendSummary(session, report, context);
}

/** What `--quiet` shows to people; the counts are always those of everything. */
function onlyErrors(report: CheckReport): CheckReport {
  return { ...report, findings: report.findings.filter(({ level }) => level === 'error') };
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
    await appendFile(path.resolve(session.cwd, file), stepSummary(report, context));
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
  await write(
    stderr,
    `dti-eval: ${say(said, speech)}
`,
  );
}

async function contextOf(
  session: Session,
  report: CheckReport,
  found: Found,
  options: CheckOptions,
  { lang, color, width }: Look,
): Promise<RenderContext> {
  const excerpts = await excerptsOf(session, report, found, options);
  const pages = await speak('en', 'rulePage');
  return {
    speech: await speak(lang, 'messages', 'findings'),
    color,
    width,
    version: VERSION,
    excerptOf: (file, line) => excerpts.get(file)?.get(line),
    pageOf: (rule) => (isRule(rule) ? ruleHelp(shownRule(rule), pages) : undefined),
    stablePathOf: found.stablePathOf,
    hash: (text) => createHash('sha1').update(text).digest('hex'),
  };
}

/** The lines that findings are about, of every file. */
async function excerptsOf(
  { cwd }: Session,
  { findings }: CheckReport,
  { texts }: Found,
  { encoding }: CheckOptions,
): Promise<Map<string, Map<number, string>>> {
  const wanted = new Map<string, Set<number>>();
  for (const { place, related } of findings)
    for (const { file, line } of [place, ...related.map((other) => other.place)])
      wanted.set(file, (wanted.get(file) ?? new Set()).add(line));
  const excerpts = new Map<string, Map<number, string>>();
  for (const [file, lines] of wanted) {
    const text = texts.get(file);
    excerpts.set(
      file,
      text === undefined
        ? await linesIn(file, lines, cwd, encoding ?? null)
        : pick(text === '' ? [] : text.split('\n'), lines),
    );
  }
  return excerpts;
}

function pick(lines: readonly string[], wanted: ReadonlySet<number>): Map<number, string> {
  const found = [...wanted].flatMap((line) => {
    const text = lines[line - 1];
    return text === undefined ? [] : [[line, text] as const];
  });
  return new Map(found);
}

/** A file that cannot be opened has no lines to show. */
async function linesIn(
  file: string,
  lines: ReadonlySet<number>,
  cwd: string,
  encoding: string | null,
): Promise<Map<number, string>> {
  try {
    return await linesOf(file, lines, { cwd, encoding });
  } catch {
    return new Map();
  }
}
