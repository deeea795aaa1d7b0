import type { Plan } from '../plan.ts';
import type { AuditFinding, ConflictOutline, Outline } from './finding.ts';

/** A finding, as far as it can be known by what `ignore` says. */
export type Ignorable =
  | AuditFinding
  | ConflictOutline
  | Outline<'declared-mismatch' | 'ratio-mismatch'>;

/** A plan with what its `ignore` may name to mean a finding. */
interface Named {
  plan: Plan;
  names: string[];
}

/**
 * The reason for which a plan that the finding is about leaves it out; `null` where none does. An
 * entry names the kind as its rule and an indicator (`id`, `id/part`), the place of a stated total,
 * or one of the files. Without a reason it has no effect.
 */
export function ignoredFor(finding: Ignorable): string | null {
  for (const { plan, names } of namedBy(finding)) {
    const first = firstOf(
      names.flatMap((name) => entriesOf(plan).get(keyOf(finding.kind, name)) ?? []),
    );
    if (first !== null) return plan.ignore[first]!.reason;
  }
  return null;
}

function firstOf(entries: readonly number[]): number | null {
  return entries.length === 0 ? null : entries.reduce((first, at) => Math.min(first, at));
}

const entries = new WeakMap<Plan, ReadonlyMap<string, number>>();

/** The first entry of each rule and name that gives a reason, by its number in the plan. */
function entriesOf(plan: Plan): ReadonlyMap<string, number> {
  const known = entries.get(plan);
  if (known) return known;
  const made = new Map<string, number>();
  for (const [at, { rule, where, reason }] of plan.ignore.entries()) {
    const key = keyOf(rule, where);
    if (reason.trim() !== '' && !made.has(key)) made.set(key, at);
  }
  entries.set(plan, made);
  return made;
}

function keyOf(rule: string, name: string): string {
  return `${rule}\n${name}`;
}

/** Does the plan leave anything out? There may be thousands of findings, and most plans do not. */
function canIgnore({ plan }: { plan: Plan }): boolean {
  return entriesOf(plan).size > 0;
}

function namedBy(finding: Ignorable): Named[] {
  switch (finding.kind) {
    case 'source-conflict':
    case 'stale-result':
      return finding.accounts.filter(canIgnore).map(({ plan, address, places }) => ({
        plan,
        names: [...idsOf(address), ...places.map(({ file }) => baseName(file))],
      }));
    case 'target-conflict':
      return finding.settings.filter(canIgnore).map(({ plan, address, place }) => ({
        plan,
        names: [...idsOf(address), baseName(place.file)],
      }));
    default: {
      const { plan, address, at } = finding;
      if (!canIgnore(finding)) return [];
      const ids = address === null ? [at.source] : idsOf(address);
      return [{ plan, names: [...ids, baseName(at.file)] }];
    }
  }
}

function idsOf(address: string): string[] {
  return [address, address.split('/')[0]!];
}

function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1)!;
}
