import { applyBaseline, entriesFor, type KeyOf, pruned, renewed } from '../baseline.ts';
import type { SuppressedFinding } from '../check-report.ts';
import type { CheckOptions } from '../cli/flags/check.ts';
import type { Finding } from '../finding.ts';
import { inertJson } from '../formats/json-text.ts';
import { baselineText, openBaseline } from '../load/baseline.ts';
import { writeWhole } from '../load/write.ts';
import { type Message, message } from '../message/message.ts';
import { type Session, usageError } from './session.ts';

/** The name of a baseline file that is used without being asked for. */
const BASELINE_FILE = '.dti-eval-baseline.json';

export type BaselineOptions = Pick<CheckOptions, 'baseline' | 'suppressAll' | 'prune'>;

/** What a run knows of its files, as a baseline needs it. */
export interface BaselineScope {
  /** The absolute paths of the files in which everything was looked at. */
  whole: ReadonlySet<string>;
  stablePathOf(finding: Finding): string;
}

export interface BaselineOutcome {
  findings: readonly Finding[];
  suppressed: SuppressedFinding[];
  /** What there is to say of the baseline file itself. */
  remark: Message | null;
}

/**
 * Takes out what the baseline file accepts; before that, writes it anew (`--suppress-all`), or
 * afterwards drops what no longer applies from it (`--prune`).
 * @throws UsageError for a file that is missing, is no baseline or cannot be written
 */
export async function withBaseline(
  session: Session,
  options: BaselineOptions,
  findings: readonly Finding[],
  scope: BaselineScope,
): Promise<BaselineOutcome> {
  const { cwd } = session;
  if (options.suppressAll && options.prune) throw usageError('suppress-and-prune', {});
  const file = options.baseline ?? BASELINE_FILE;
  const isNeeded =
    (options.baseline !== undefined && !options.suppressAll) || options.prune === true;
  const baseline = openBaseline(file, session, isNeeded);
  const { entries: old } = baseline;
  if (old === null && !options.suppressAll) return { findings, suppressed: [], remark: null };
  const keyOf: KeyOf = (found) => ({
    file: baseline.nameOf(found.place.file),
    rule: found.rule,
    path: scope.stablePathOf(found),
  });
  const isWhole = (named: string) => scope.whole.has(baseline.pathOf(named));
  const reason = `accepted in ${baseline.name}`;
  if (options.suppressAll) {
    const entries = renewed(old ?? [], entriesFor(findings, keyOf), isWhole);
    await writeWhole(file, inertJson(baselineText(entries)), cwd);
    const accepted = applyBaseline(findings, entries, keyOf, reason);
    const count = accepted.suppressed.length;
    return { ...accepted, remark: message('baseline-written', { file, count }) };
  }
  const accepted = applyBaseline(findings, old!, keyOf, reason);
  const stale = accepted.stale.filter(
    ({ entry }) => isWhole(entry.file) || !baseline.has(entry.file),
  );
  if (stale.length === 0) return { ...accepted, remark: null };
  if (options.prune) await writeWhole(file, inertJson(baselineText(pruned(old!, stale))), cwd);
  const code = options.prune ? 'baseline-pruned' : 'baseline-stale';
  return { ...accepted, remark: message(code, { file, count: stale.length }) };
}
