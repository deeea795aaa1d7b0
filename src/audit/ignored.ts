import type { Plan } from '../plan.ts';
import type { AuditFinding } from './finding.ts';

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
export function ignoredFor(finding: AuditFinding): string | null {
  for (const { plan, names } of namedBy(finding))
    for (const { rule, where, reason } of plan.ignore)
      if (rule === finding.kind && names.includes(where) && reason.trim() !== '') return reason;
  return null;
}

function namedBy(finding: AuditFinding): Named[] {
  switch (finding.kind) {
    case 'source-conflict':
    case 'stale-result':
      return finding.accounts.map(({ plan, address, places }) => ({
        plan,
        names: [...idsOf(address), ...places.map(({ file }) => baseName(file))],
      }));
    case 'target-conflict':
      return finding.settings.map(({ plan, address, place }) => ({
        plan,
        names: [...idsOf(address), baseName(place.file)],
      }));
    default: {
      const { plan, address, at } = finding;
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
