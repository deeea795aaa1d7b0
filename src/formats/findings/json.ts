import { allFindings, type CheckReport, suppressionOf } from '../../check-report.ts';
import type { Finding, Related } from '../../finding.ts';
import { say } from '../../words/say.ts';
import type { RenderContext } from './context.ts';

/** `check/1`, as `schemas/check.schema.json` describes it; always in English. */
export function renderJson(report: CheckReport, { speech }: Pick<RenderContext, 'speech'>): string {
  const { files, error, warning, info, suppressed } = report.counts;
  const output = {
    format: 'check/1',
    findings: allFindings(report).map((finding) => findingJson(finding, speech)),
    counts: { files, error, warning, info, suppressed },
  };
  return `${JSON.stringify(output, null, 2)}\n`;
}

function findingJson(finding: Finding, speech: RenderContext['speech']): object {
  const { rule, level, place, path, message, suggestion, related } = finding;
  return {
    rule,
    level,
    message: say(message, speech),
    file: place.file,
    line: place.line,
    column: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
    path,
    suggestion,
    related: related.map((other) => relatedJson(other, speech)),
    suppressed: suppressionOf(finding) !== null,
  };
}

function relatedJson({ message, place }: Related, speech: RenderContext['speech']): object {
  const { file, line, column } = place;
  return { message: say(message, speech), file, line, column };
}
