import { allFindings, type CheckReport, suppressionOf } from '../../check-report.ts';
import type { Edit, Finding, Place, Related } from '../../finding.ts';
import { say } from '../../words/say.ts';
import { jsonOfMany } from '../json-text.ts';
import type { RenderContext } from './context.ts';
import { portablePath } from './place-text.ts';

/** `check/1`, as `schemas/check.schema.json` describes it; always in English. */
export function renderJson(
  report: CheckReport,
  { speech }: Pick<RenderContext, 'speech'>,
): Iterable<string> {
  const { files, error, warning, info, suppressed } = report.counts;
  const counts = { files, error, warning, info, suppressed };
  return jsonOfMany(
    (findings) => ({ format: 'check/1', findings, counts }),
    allFindings(report),
    (finding) => findingJson(finding, speech),
  );
}

function findingJson(finding: Finding, speech: RenderContext['speech']): object {
  const { rule, level, place, path, message, suggestion, fix, related, more } = finding;
  return {
    rule,
    level,
    message: say(message, speech),
    file: portablePath(place.file),
    ...sheetOf(place),
    line: place.line,
    column: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
    path,
    suggestion,
    fix: fix && { class: fix.class, edits: fix.edits.map(editJson) },
    related: related.map((other) => relatedJson(other, speech)),
    suppressed: suppressionOf(finding) !== null,
    ...(more === undefined ? {} : { more }),
  };
}

function editJson({ place: { file, ...range }, text }: Edit): object {
  return { file: portablePath(file), ...range, text };
}

function relatedJson({ message, place }: Related, speech: RenderContext['speech']): object {
  const { file, line, column } = place;
  return {
    message: say(message, speech),
    file: portablePath(file),
    ...sheetOf(place),
    line,
    column,
  };
}

function sheetOf({ sheet }: Place): { sheet?: string } {
  return sheet === undefined ? {} : { sheet };
}
