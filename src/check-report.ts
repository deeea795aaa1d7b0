import { compareFindings, countAll, countOf, type Finding, type Level } from './finding.ts';
import type { FixClass } from './suggest.ts';

/** From the worst down; summaries count in this order. */
export const LEVELS = ['error', 'warning', 'info'] as const satisfies readonly Level[];

/** Why a finding is left out, and where that is said: a comment, the plan's `ignore`, a baseline file. */
export interface Suppression {
  by: 'comment' | 'plan' | 'baseline';
  reason: string;
}

export interface SuppressedFinding extends Finding {
  suppression: Suppression;
}

/** Findings by level, without the suppressed ones, which are counted apart. */
export type CheckCounts = { files: number; suppressed: number } & Record<Level, number>;

/** Everything that `check` has to say of one run. */
export interface CheckReport {
  /** Every file that was read, as the user named it, in order; also those without findings. */
  files: readonly string[];
  /** In the total order of {@link compareFindings}. */
  findings: readonly Finding[];
  /** In the same order. */
  suppressed: readonly SuppressedFinding[];
  counts: CheckCounts;
  /** How many findings can be mended, by how sure the mend is; those that are suppressed are not. */
  fixes: Record<FixClass, number>;
}

/** Sorts and counts; a file named twice is one file. */
export function checkReport(
  files: Iterable<string>,
  findings: Iterable<Finding>,
  suppressed: Iterable<SuppressedFinding>,
): CheckReport {
  const names = [...new Set(files)].sort();
  const sorted = [...findings].sort(compareFindings);
  const left = [...suppressed].sort(compareFindings);
  return {
    files: names,
    findings: sorted,
    suppressed: left,
    counts: { files: names.length, ...countLevels(sorted), suppressed: countAll(left) },
    fixes: countFixes(sorted),
  };
}

function countFixes(findings: readonly Finding[]): Record<FixClass, number> {
  const counts = { safe: 0, unsafe: 0 };
  for (const one of findings) if (one.fix) counts[one.fix.class] += countOf(one);
  return counts;
}

/** How many findings have each level. */
export function countLevels(findings: readonly Finding[]): Record<Level, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const one of findings) counts[one.level] += countOf(one);
  return counts;
}

/** Errors, then warnings, then infos; each in the order of the report. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}

/** Suppressed and other findings in one total order. */
export function allFindings(report: CheckReport): (Finding | SuppressedFinding)[] {
  return [...report.findings, ...report.suppressed].sort(compareFindings);
}

/** How many findings there are, those that others stand for among them. */
export function totalOf(findings: readonly Finding[]): number {
  return findings.reduce((sum, one) => sum + countOf(one), 0);
}

/** The suppression of a finding of {@link allFindings}; `null` where it has none. */
export function suppressionOf(finding: Finding | SuppressedFinding): Suppression | null {
  return 'suppression' in finding ? finding.suppression : null;
}
