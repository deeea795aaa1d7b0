import { createHash } from 'node:crypto';
import { type CheckReport, totalOf } from '../check-report.ts';
import type { Finding } from '../finding.ts';
import type { DescribedRule, RenderContext } from '../formats/findings/context.ts';
import {
  FINDING_FORMATS,
  type FindingsFormat,
  type FindingsFormatName,
} from '../formats/findings/index.ts';
import { renamed } from '../formats/findings/renamed.ts';
import type { Output } from '../formats/index.ts';
import { linesOf } from '../load/excerpts.ts';
import { namesFrom, repositoryRoot } from '../load/repository.ts';
import { message } from '../message/message.ts';
import { VERSION } from '../version.ts';
import { speak } from '../words/index.ts';
import { say } from '../words/say.ts';
import { deliver, filesFirst, type Wanted } from './output.ts';
import { type Session, write } from './session.ts';
import type { Look } from './settings.ts';

/** What findings are about: texts of files that were read, and places that outlive a shift of lines. */
export interface FoundIn {
  texts: ReadonlyMap<string, string>;
  stablePathOf(finding: Finding): string;
}

/** Prints the findings in every format asked for. A file gets no colour and no terminal's width. */
export async function deliverFindings(
  session: Session,
  report: CheckReport,
  wanted: readonly Wanted<FindingsFormatName>[],
  context: RenderContext,
  { quiet, fileWidth }: Pick<Look, 'quiet' | 'fileWidth'>,
): Promise<void> {
  const forServices = new Map<CheckReport, ReturnType<typeof inRepository>>();
  for (const output of filesFirst(wanted)) {
    const { isForPeople, isForServices, describesRules, most, load }: FindingsFormat =
      FINDING_FORMATS[output.format];
    const shown = quiet && isForPeople ? onlyErrors(report) : report;
    const isPrinted = output.file === null;
    const look = isPrinted ? context : { ...context, color: false, width: fileWidth };
    const speech = isForPeople ? context.speech : await speak('en', 'messages', 'findings');
    const rules = describesRules ? await everyRule() : [];
    const render = await load();
    const given = { ...look, speech, rules };
    let text: Output;
    if (isForServices) {
      // Very many findings are given other names once, not for every format.
      const named = forServices.get(shown) ?? inRepository(session, shown, context);
      forServices.set(shown, named);
      const { excerptOf, stablePathOf } = named.context;
      text = render(named.report, { ...given, excerptOf, stablePathOf });
    } else text = render(shown, given);
    await deliver(session, output, text);
    const all = totalOf(report.findings) + totalOf(report.suppressed);
    if (!quiet && most !== undefined && all > most)
      await tellCut(session, context, { format: output.format, most, all });
  }
}

/** As services name the files: from the repository's root. */
export function inRepository(
  { cwd, env }: Session,
  report: CheckReport,
  context: RenderContext,
): { report: CheckReport; context: RenderContext } {
  return renamed(report, context, namesFrom(repositoryRoot(cwd, env), cwd));
}

async function tellCut(
  { stderr }: Session,
  { speech }: RenderContext,
  cut: { format: string; most: number; all: number },
): Promise<void> {
  await write(stderr, `dti-eval: ${say(message('findings-cut', cut), speech)}\n`);
}

/** The pages of the rules are many, and only some formats tell them. */
async function everyRule(): Promise<DescribedRule[]> {
  const { describedRules } = await import('./explain-rule.ts');
  return describedRules();
}

/** What `--quiet` shows to people; the counts are always those of everything. */
function onlyErrors(report: CheckReport): CheckReport {
  return { ...report, findings: report.findings.filter(({ level }) => level === 'error') };
}

/** Everything that the formats of findings need beside the report. */
export async function findingsContext(
  session: Session,
  command: RenderContext['command'],
  report: CheckReport,
  found: FoundIn,
  encoding: string | null,
  { lang, color, width }: Look,
): Promise<RenderContext> {
  const excerpts = await excerptsOf(session, report, found, encoding);
  return {
    speech: await speak(lang, 'messages', 'findings'),
    color,
    width,
    command,
    version: VERSION,
    excerptOf: (file, line) => excerpts.get(file)?.get(line),
    rules: [],
    stablePathOf: found.stablePathOf,
    hash: (text) => createHash('sha1').update(text).digest('hex'),
  };
}

/** The lines that findings are about, of every file. */
async function excerptsOf(
  { cwd }: Session,
  { findings }: CheckReport,
  { texts }: FoundIn,
  encoding: string | null,
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
        ? await linesIn(file, lines, cwd, encoding)
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
