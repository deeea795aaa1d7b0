import type { CheckReport } from '../../check-report.ts';
import type { Finding } from '../../finding.ts';
import type { Speech } from '../../words/index.ts';
import type { RenderContext } from './context.ts';
import { cellBefore } from './place-text.ts';
import { findingSaid } from './said.ts';
import { visibleLine } from './visible.ts';

/**
 * `file:line:col: level rule message`, one line a finding; nothing without findings. The level is
 * its code in every language, because editors match these lines.
 */
export function renderConcise(
  report: CheckReport,
  { speech }: Pick<RenderContext, 'speech'>,
): string {
  return report.findings.map((finding) => `${conciseLine(finding, speech)}\n`).join('');
}

/** One finding on one line, without the line break. */
export function conciseLine(finding: Finding, speech: Speech<'messages' | 'findings'>): string {
  const { level, rule } = finding;
  const { file, line, column } = finding.place;
  const said = cellBefore(finding.place) + visibleLine(findingSaid(finding, speech));
  return `${visibleLine(file)}:${line}:${column}: ${level} ${rule} ${said}`;
}
