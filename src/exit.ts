import { countAll, type Finding, type Level } from './finding.ts';

/** The exit codes, a contract: they come from the data, never from the format. */
export const EXIT = {
  /** Done; nothing at or above the asked threshold. */
  ok: 0,
  /** Findings at or above the threshold. */
  findings: 1,
  /** Cannot do it: bad option, missing file, a plan that cannot be read. */
  usage: 2,
  /** A fault of the program itself. */
  fault: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const SEVERITY: Record<Level, number> = { info: 0, warning: 1, error: 2 };

/** Is the finding at least as severe as the threshold? */
function reaches(finding: Finding, threshold: Level): boolean {
  return SEVERITY[finding.level] >= SEVERITY[threshold];
}

/** The exit code of a check: 1 when a finding reaches the threshold or warnings exceed their number. */
export function exitCodeOf(
  findings: readonly Finding[],
  threshold: Level,
  maxWarnings: number | null,
): ExitCode {
  const warnings = countAll(findings.filter((found) => found.level === 'warning'));
  const failed = findings.some((found) => reaches(found, threshold));
  return failed || (maxWarnings !== null && warnings > maxWarnings) ? EXIT.findings : EXIT.ok;
}
