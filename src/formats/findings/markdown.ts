import type { CheckReport } from '../../check-report.ts';
import type { Finding } from '../../finding.ts';
import { inert } from '../markdown.ts';
import type { RenderContext } from './context.ts';
import { markdownHeader, markdownRow } from './markdown-table.ts';
import { cellBefore } from './place-text.ts';
import { findingSaid } from './said.ts';
import { visible, visibleLine } from './visible.ts';

/** A table of findings by file, the summary first; without findings only the summary. */
export function renderMarkdown(
  report: CheckReport,
  { speech }: Pick<RenderContext, 'speech'>,
): string {
  const words = speech.findings;
  const { place, level, rule, message } = words.columns;
  const rowOf = (finding: Finding) =>
    markdownRow([
      inert(
        cellBefore(finding.place).replace(/: $/, '') ||
          `${finding.place.line}:${finding.place.column}`,
      ),
      words.level[finding.level],
      inert(finding.rule),
      inert(visibleLine(findingSaid(finding, speech))),
    ]);
  const tables = [...byFile(report.findings)].map(([file, findings]) =>
    [
      `### ${inert(visible(file))}`,
      '',
      ...markdownHeader([place, level, rule, message]),
      ...findings.map(rowOf),
    ].join('\n'),
  );
  const opening = [`## ${words.heading}`, words.summary(report.counts)];
  return `${[...opening, ...tables].join('\n\n')}\n`;
}

function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = files.get(finding.place.file);
    if (known) known.push(finding);
    else files.set(finding.place.file, [finding]);
  }
  return files;
}
