import type { CheckReport } from '../../check-report.ts';
import type { Finding, Fix, Level } from '../../finding.ts';
import { jsonOfMany } from '../json-text.ts';
import type { RenderContext } from './context.ts';
import { fingerprints } from './fingerprint.ts';
import { cellBefore, placeText, portablePath } from './place-text.ts';
import { findingSaid } from './said.ts';
import { visibleLine } from './visible.ts';

/** `critical` and `blocker` stay unused: no finding here breaks a running system. */
const SEVERITY = {
  error: 'major',
  warning: 'minor',
  info: 'info',
} as const satisfies Record<Level, string>;

/** What to write where, for who reads the report: GitLab has no suggestions of its own. */
function mendText({ class: sure, edits }: Fix, { findings }: RenderContext['speech']): string {
  const lines = edits.map(
    ({ place, text }) => `- ${placeText(place)}–${place.endColumn}: ${code(text)}`,
  );
  return [findings.mend[sure], ...lines].join('\n');
}

function code(text: string): string {
  return text === '' ? '(nothing)' : `\`${visibleLine(text)}\``;
}

/**
 * GitLab's code quality report: an array, empty without findings. Suppressed findings are left
 * out, since the format has no word for them.
 */
export function renderGitlab(
  report: CheckReport,
  context: Pick<RenderContext, 'hash' | 'stablePathOf' | 'speech'>,
): Iterable<string> {
  const prints = fingerprints(report, context);
  const issue = (finding: Finding) => ({
    description: cellBefore(finding.place) + findingSaid(finding, context.speech),
    check_name: finding.rule,
    fingerprint: prints.get(finding),
    ...(finding.fix && { content: { body: mendText(finding.fix, context.speech) } }),
    severity: SEVERITY[finding.level],
    location: {
      path: portablePath(finding.place.file),
      lines: { begin: finding.place.line },
    },
  });
  return jsonOfMany((list) => list, report.findings, issue);
}
