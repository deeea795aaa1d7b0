import { allFindings, type CheckReport } from '../../check-report.ts';
import type { Finding } from '../../finding.ts';
import type { RenderContext } from './context.ts';
import { portablePath } from './place-text.ts';

/** Arguments that are not what was found: advice changes with the program, lines with the file. */
const UNSTEADY = /^(suggestion|valid|line|.*Line)$/;

/**
 * A hash for every finding of the report, the suppressed included, that stays the same when lines
 * move: rule, file, stable path and what was found decide. Findings that are alike in all of these
 * are told apart by their order, so that every fingerprint is unique in its report.
 */
export function fingerprints(
  report: CheckReport,
  context: Pick<RenderContext, 'hash' | 'stablePathOf'>,
): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    allFindings(report).map((finding) => {
      const identity = identityOf(finding, context.stablePathOf(finding));
      const repeat = seen.get(identity) ?? 0;
      seen.set(identity, repeat + 1);
      return [finding, context.hash(`${identity}\n${repeat}`)];
    }),
  );
}

function identityOf(finding: Finding, stablePath: string | undefined): string {
  const path = stablePath ?? finding.path.filter((step) => typeof step === 'string').join('/');
  const { code, args } = finding.message;
  const steady = Object.entries(args)
    .filter(([name]) => !UNSTEADY.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([finding.rule, portablePath(finding.place.file), path, code, steady]);
}
