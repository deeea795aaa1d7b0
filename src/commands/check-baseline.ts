import path from 'node:path';
import {
  applyBaseline,
  type BaselineEntry,
  entriesFor,
  type KeyOf,
  pruned,
  renewed,
} from '../baseline.ts';
import type { SuppressedFinding } from '../check-report.ts';
import type { Finding } from '../finding.ts';
import { baselineText, readBaseline } from '../load/baseline.ts';
import { kindOf, readText } from '../load/files.ts';
import { type Message, message } from '../message/message.ts';
import { writeWhole } from './output.ts';
import { fileError } from './read.ts';
import { type Session, usageError } from './session.ts';

/** The name of a baseline file that is used without being asked for. */
export const BASELINE_FILE = '.dti-eval-baseline.json';

export interface BaselineOptions {
  baseline?: string;
  suppressAll?: boolean;
  prune?: boolean;
}

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
  { cwd }: Session,
  options: BaselineOptions,
  findings: readonly Finding[],
  scope: BaselineScope,
): Promise<BaselineOutcome> {
  if (options.suppressAll && options.prune) throw usageError('suppress-and-prune', {});
  const file = options.baseline ?? BASELINE_FILE;
  const old = entriesIn(file, options, cwd);
  if (old === null && !options.suppressAll) return { findings, suppressed: [], remark: null };
  const target = path.resolve(cwd, file);
  const pathOf = (named: string) => path.resolve(path.dirname(target), named);
  const keyOf: KeyOf = (found) => ({
    file: nameFrom(path.dirname(target), path.resolve(cwd, found.place.file)),
    rule: found.rule,
    path: scope.stablePathOf(found),
  });
  const isWhole = (named: string) => scope.whole.has(pathOf(named));
  const reason = `accepted in ${path.basename(file)}`;
  if (options.suppressAll) {
    const entries = renewed(old ?? [], entriesFor(findings, keyOf), isWhole);
    await writeWhole(target, file, baselineText(entries));
    const accepted = applyBaseline(findings, entries, keyOf, reason);
    const count = accepted.suppressed.length;
    return { ...accepted, remark: message('baseline-written', { file, count }) };
  }
  const accepted = applyBaseline(findings, old!, keyOf, reason);
  const stale = accepted.stale.filter(
    ({ entry }) => isWhole(entry.file) || kindOf(pathOf(entry.file), cwd) === 'missing',
  );
  if (stale.length === 0) return { ...accepted, remark: null };
  if (options.prune) await writeWhole(target, file, baselineText(pruned(old!, stale)));
  const code = options.prune ? 'baseline-pruned' : 'baseline-stale';
  return { ...accepted, remark: message(code, { file, count: stale.length }) };
}

/** The entries of the file; `null` where there is none and none is asked for. */
function entriesIn(
  file: string,
  { baseline, suppressAll, prune }: BaselineOptions,
  cwd: string,
): BaselineEntry[] | null {
  const isNeeded = (baseline !== undefined && !suppressAll) || prune === true;
  if (kindOf(file, cwd) === 'missing') {
    if (isNeeded) throw fileError(file, 'missing', cwd);
    return null;
  }
  const content = readText(file, cwd);
  if ('problem' in content) throw fileError(file, content.problem, cwd);
  const entries = readBaseline(content.text);
  if (entries === null) throw usageError('baseline-broken', { file });
  return entries;
}

/** Relative, with forward slashes, so that the file means the same on every machine. */
function nameFrom(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
}
