import { type CheckReport, worstFirst } from '../../check-report.ts';
import type { Finding } from '../../finding.ts';
import { inert } from '../markdown.ts';
import type { RenderContext } from './context.ts';
import { markdownHeader, markdownRow } from './markdown-table.ts';
import { placeText } from './place-text.ts';
import { findingSaid } from './said.ts';
import { visibleLine } from './visible.ts';

/** GitHub refuses a summary of more than 1 MiB; the rest is left to other tools of the step. */
export const STEP_SUMMARY_BYTES = 1_000_000;

/**
 * Markdown to append to the file that `GITHUB_STEP_SUMMARY` names: the summary and one table, the
 * worst first. Cut at a whole row below {@link STEP_SUMMARY_BYTES}, saying how many were left out.
 */
export function stepSummary(
  report: CheckReport,
  { speech }: Pick<RenderContext, 'speech'>,
): string {
  const words = speech.findings;
  const opening = `## ${words.heading}\n\n${words.summary(report.counts)}\n`;
  if (report.findings.length === 0) return opening;
  const { place, level, rule, message } = words.columns;
  const header = `\n${markdownHeader([level, place, rule, message]).join('\n')}\n`;
  const rowOf = (finding: Finding) =>
    `${markdownRow([
      words.level[finding.level],
      inert(placeText(finding.place)),
      inert(finding.rule),
      inert(visibleLine(findingSaid(finding, speech))),
    ])}\n`;
  const leftOut = (rows: number) => (rows === 0 ? '' : `\n${words.rowsLeftOut(rows)}\n`);
  const taken = bytes(opening + header + leftOut(report.findings.length));
  const rows = worstFirst(report.findings).map(rowOf);
  const kept = fitting(rows, STEP_SUMMARY_BYTES - taken);
  return opening + header + kept.join('') + leftOut(rows.length - kept.length);
}

function fitting(rows: readonly string[], room: number): string[] {
  let left = room;
  const end = rows.findIndex((row) => {
    left -= bytes(row);
    return left < 0;
  });
  return end === -1 ? [...rows] : rows.slice(0, end);
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
