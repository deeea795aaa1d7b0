import { countOf, type Finding } from './finding.ts';

/** So many findings of one table are kept one by one. */
export const MOST_FINDINGS = 10_000;
/** So many subjects more may have one of their own behind these. */
const MOST_SUBJECTS = 1000;

/** Takes the findings of one table, in the order of its rows. */
export interface FindingLog {
  add(found: Finding): void;
  /** The kept ones, in their order; `more` of a finding are those like it that were not kept. */
  findings(): Finding[];
}

/**
 * A log that does not grow with a table in which every row is wrong: the first findings are kept,
 * later ones are counted with the last kept one of the same rule, level, subject, column and way of
 * mending, so that whoever narrows or suppresses findings by these counts all of them.
 */
export function findingLog(most: number = MOST_FINDINGS): FindingLog {
  const kept: Finding[] = [];
  const more = new Map<number, number>();
  let lastOf: Map<string, number> | null = null;

  function count(found: Finding): void {
    lastOf ??= new Map(kept.map((one, at) => [kindOf(one, one.about), at]));
    const own = kindOf(found, found.about);
    const isNew = !lastOf.has(own);
    const kind = isNew && kept.length >= most + MOST_SUBJECTS ? kindOf(found, null) : own;
    const at = lastOf.get(kind);
    if (at !== undefined) {
      more.set(at, (more.get(at) ?? 0) + countOf(found));
      return;
    }
    lastOf.set(kind, kept.length);
    kept.push(kind === own ? found : { ...found, about: null });
  }

  return {
    add(found) {
      if (kept.length < most) kept.push(found);
      else count(found);
    },
    findings: () =>
      kept.map((one, at) =>
        more.has(at) ? { ...one, more: (one.more ?? 0) + more.get(at)! } : one,
      ),
  };
}

function kindOf({ rule, level, path, fix, place }: Finding, about: string | null): string {
  return [rule, level, path.join('/'), fix?.class, place.file, place.sheet, about].join('\n');
}
