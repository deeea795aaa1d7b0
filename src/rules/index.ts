import { compareFindings, type Finding, finding, type RuleId } from '../finding.ts';
import type { Result } from '../result.ts';
import type { CellPlace, PlanContext, RowContext, Rule, TextContext } from './rule.ts';

/** Every rule; the compiler keeps the list complete. */
export const RULES: Partial<Record<RuleId, Rule>> = {};

const all = (): Rule[] => Object.values(RULES);

/** Everything that the rules say of a file's characters, in total order. */
export function checkText(context: TextContext): Finding[] {
  const reports = all().flatMap((rule) => [...(rule.checkText?.(context) ?? [])]);
  return reports.map(finding).sort(compareFindings);
}

/** Everything that the rules say of a plan, in total order. */
export function checkPlan(context: PlanContext): Finding[] {
  const reports = all().flatMap((rule) => [...(rule.check?.(context) ?? [])]);
  return reports.map(finding).sort(compareFindings);
}

/** Takes the rows of a plan's results, of one file or several; gives all findings at the end. */
export function openRows(context: RowContext): {
  add(row: Result, at: CellPlace): void;
  findings(): Finding[];
} {
  const checks = all().flatMap((rule) => rule.openRows?.(context) ?? []);
  const findings: Finding[] = [];
  return {
    add(row, at) {
      for (const check of checks)
        for (const report of check(row, at)) findings.push(finding(report));
    },
    findings: () => findings.sort(compareFindings),
  };
}
