import type { CheckReport } from '../../check-report.ts';
import type { Finding } from '../../finding.ts';
import { findingsFormatWords } from '../../words/findings-format-words.ts';
import { say } from '../../words/words.ts';
import { inert } from '../markdown.ts';
import type { RenderContext } from './context.ts';
import { markdownHeader, markdownRow } from './markdown-table.ts';
import { visible, visibleLine } from './visible.ts';

/** A table of findings by file, the summary first; without findings only the summary. */
export function renderMarkdown(report: CheckReport, { lang }: Pick<RenderContext, 'lang'>): string {
  const words = findingsFormatWords(lang);
  const { place, level, rule, message } = words.columns;
  const rowOf = (finding: Finding) =>
    markdownRow([
      `${finding.place.line}:${finding.place.column}`,
      words.level[finding.level],
      inert(finding.rule),
      inert(visibleLine(say(finding.message, lang))),
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
