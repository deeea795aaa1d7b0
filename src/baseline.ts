import type { SuppressedFinding } from './check-report.ts';
import { countOf, type Finding } from './finding.ts';
import { isSuppressible } from './suppression.ts';

/** So many findings of one rule at one place of one file, accepted as they are. */
export interface BaselineEntry {
  /** Relative to the baseline file, with forward slashes. */
  file: string;
  rule: string;
  /** Ids in place of list positions; no line numbers. */
  path: string;
  count: number;
}

/** Where a finding stands, in terms that outlive a shift of lines. */
export type KeyOf = (finding: Finding) => Omit<BaselineEntry, 'count'>;

/** Findings with those taken out that a baseline accepts. */
export interface Accepted {
  findings: Finding[];
  suppressed: SuppressedFinding[];
  /** Entries that accept more than was found, each with the number found. */
  stale: { entry: BaselineEntry; found: number }[];
}

/**
 * Takes out what the baseline accepts. Where there are more of a kind than accepted, none of them
 * is taken out: which of them is new is not known.
 */
export function applyBaseline(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  keyOf: KeyOf,
  reason: string,
): Accepted {
  const found = countByKey(findings.filter(isSuppressible), keyOf);
  const accepted = new Map(entries.map((entry) => [textOf(entry), entry.count]));
  const isAccepted = (one: Finding) => {
    const key = textOf(keyOf(one));
    return isSuppressible(one) && (found.get(key)?.count ?? 0) <= (accepted.get(key) ?? 0);
  };
  return {
    findings: findings.filter((one) => !isAccepted(one)),
    suppressed: findings
      .filter(isAccepted)
      .map((one) => ({ ...one, suppression: { by: 'baseline' as const, reason } })),
    stale: entries
      .map((entry) => ({ entry, found: found.get(textOf(entry))?.count ?? 0 }))
      .filter(({ entry, found: count }) => count < entry.count),
  };
}

/** The entries that accept exactly these findings. */
export function entriesFor(findings: readonly Finding[], keyOf: KeyOf): BaselineEntry[] {
  return sorted([...countByKey(findings.filter(isSuppressible), keyOf).values()]);
}

/**
 * A new baseline in place of an old one: of files that were checked whole the new entries hold, of
 * files that could be checked in part only both do, and of all others the old ones.
 */
export function renewed(
  old: readonly BaselineEntry[],
  fresh: readonly BaselineEntry[],
  isWhole: (file: string) => boolean,
): BaselineEntry[] {
  const entries = new Map(
    old.filter(({ file }) => !isWhole(file)).map((entry) => [textOf(entry), entry]),
  );
  for (const entry of fresh) {
    const count = Math.max(entry.count, entries.get(textOf(entry))?.count ?? 0);
    entries.set(textOf(entry), { ...entry, count });
  }
  return sorted([...entries.values()]);
}

/** The entries without what no longer applies. */
export function pruned(
  entries: readonly BaselineEntry[],
  stale: Accepted['stale'],
): BaselineEntry[] {
  const left = new Map(stale.map(({ entry, found }) => [textOf(entry), found]));
  return entries
    .map((entry) => ({ ...entry, count: left.get(textOf(entry)) ?? entry.count }))
    .filter(({ count }) => count > 0);
}

function countByKey(findings: readonly Finding[], keyOf: KeyOf): Map<string, BaselineEntry> {
  const counts = new Map<string, BaselineEntry>();
  for (const one of findings) {
    const key = keyOf(one);
    const text = textOf(key);
    counts.set(text, { ...key, count: (counts.get(text)?.count ?? 0) + countOf(one) });
  }
  return counts;
}

function textOf({ file, rule, path }: Omit<BaselineEntry, 'count'>): string {
  return JSON.stringify([file, rule, path]);
}

function sorted(entries: readonly BaselineEntry[]): BaselineEntry[] {
  return [...entries].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}
