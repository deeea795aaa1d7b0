import { type CheckReport, countLevels, LEVELS, worstFirst } from '../../check-report.ts';
import type { Finding, Level } from '../../finding.ts';
import type { AnnotationLimits } from '../../words/en/findings-format.ts';
import { say } from '../../words/say.ts';
import { STEERING } from '../printable.ts';
import { conciseLine } from './concise.ts';
import type { RenderContext } from './context.ts';
import { cellBefore, placeText, portablePath } from './place-text.ts';
import { findingSaid } from './said.ts';
import { visible, visibleLine } from './visible.ts';

/** What GitHub shows of a step and of a run; one report never reaches the second limit alone. */
const LIMITS: AnnotationLimits = { ofLevelPerStep: 10, perRun: 50 };

const COMMAND = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
} as const satisfies Record<Level, string>;

/**
 * Workflow commands that GitHub shows beside the code, the worst first. What its limits would
 * drop is said in a last annotation and listed in a folded group of the log. Without findings,
 * nothing.
 */
export function renderGithub(
  report: CheckReport,
  { speech }: Pick<RenderContext, 'speech'>,
): string {
  const { shown, dropped } = withinLimits(report.findings);
  const lines = shown.map((finding) => annotation(finding, speech));
  if (dropped.length === 0) return lines.map((line) => `${line}\n`).join('');
  const notice = speech.findings.notAnnotated(countLevels(dropped), LIMITS);
  const rest = [
    command('notice', { title: 'dti-eval' }, notice),
    command('group', {}, notice),
    ...dropped.map((finding) => `- ${inert(conciseLine(finding, speech))}`),
    '::endgroup::',
  ];
  return [...lines, ...rest].map((line) => `${line}\n`).join('');
}

function withinLimits(findings: readonly Finding[]): { shown: Finding[]; dropped: Finding[] } {
  const counts = countLevels(findings);
  const anyDropped = LEVELS.some((level) => counts[level] > LIMITS.ofLevelPerStep);
  const left: Record<Level, number> = {
    error: LIMITS.ofLevelPerStep,
    warning: LIMITS.ofLevelPerStep,
    // The notice about what was dropped needs a place of its own.
    info: LIMITS.ofLevelPerStep - (anyDropped ? 1 : 0),
  };
  const shown: Finding[] = [];
  const dropped: Finding[] = [];
  for (const finding of worstFirst(findings)) {
    left[finding.level] -= 1;
    (left[finding.level] >= 0 ? shown : dropped).push(finding);
  }
  return { shown, dropped };
}

function annotation(finding: Finding, speech: RenderContext['speech']): string {
  const { place, level, rule, related } = finding;
  const text = [
    cellBefore(place) + visibleLine(findingSaid(finding, speech)),
    ...related.map(
      (other) => `${visibleLine(say(other.message, speech))}: ${placeText(other.place)}`,
    ),
  ].join('\n');
  const { file, line, column, endLine, endColumn } = place;
  // GitHub takes columns only of a place on one line.
  const columns = endLine === line ? { col: column, endLine, endColumn } : { endLine };
  return command(
    COMMAND[level],
    { file: marked(portablePath(file)), line, ...columns, title: rule },
    text,
  );
}

/** A break of a line is escaped, as all that is a property. */
function marked(file: string): string {
  return file.replace(STEERING, visible);
}

function command(name: string, properties: Record<string, string | number>, text: string): string {
  const written = Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${name}${written === '' ? '' : ` ${written}`}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Runners also obey `##[command]` in the middle of a plain line. */
function inert(line: string): string {
  return line.replaceAll('##[', '## [');
}
