import type { CheckReport } from '../../check-report.ts';
import type { Level } from '../../finding.ts';
import { say } from '../../words/say.ts';
import type { RenderContext } from './context.ts';
import { fingerprints } from './fingerprint.ts';
import { portablePath } from './place-text.ts';

/** `critical` and `blocker` stay unused: no finding here breaks a running system. */
const SEVERITY = {
  error: 'major',
  warning: 'minor',
  info: 'info',
} as const satisfies Record<Level, string>;

/**
 * GitLab's code quality report: an array, empty without findings. Suppressed findings are left
 * out, since the format has no word for them.
 */
export function renderGitlab(
  report: CheckReport,
  context: Pick<RenderContext, 'hash' | 'stablePathOf' | 'speech'>,
): string {
  const prints = fingerprints(report, context);
  const issues = report.findings.map((finding) => ({
    description: say(finding.message, context.speech),
    check_name: finding.rule,
    fingerprint: prints.get(finding),
    severity: SEVERITY[finding.level],
    location: {
      path: portablePath(finding.place.file),
      lines: { begin: finding.place.line },
    },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
