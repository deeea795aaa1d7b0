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
  let kinds: Kind | null = null;

  function count(found: Finding): void {
    kinds ??= kindsOf(kept);
    const lastOf = lastOfKind(kinds, found);
    const own = lastOf.get(found.about);
    const isAlone = own === undefined && kept.length < most + MOST_SUBJECTS;
    const about = isAlone ? found.about : null;
    const at = own ?? (isAlone ? undefined : lastOf.get(about));
    if (at === undefined) lastOf.set(about, kept.push({ ...found, about }) - 1);
    else more.set(at, (more.get(at) ?? 0) + countOf(found));
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

/** What findings are counted together by, one thing below the other, and the last kept ones by their subjects. */
interface Kind {
  lastOf: Map<string | null, number>;
  below: Map<unknown, Kind>;
}

function kindsOf(kept: readonly Finding[]): Kind {
  const kinds = newKind();
  for (const [at, found] of kept.entries()) lastOfKind(kinds, found).set(found.about, at);
  return kinds;
}

function lastOfKind(kinds: Kind, { rule, level, path, fix, place }: Finding): Kind['lastOf'] {
  const column = path.length === 1 ? path[0] : path.join('/');
  return [rule, level, column, fix?.class, place.file, place.sheet].reduce(below, kinds).lastOf;
}

function below(kind: Kind, part: unknown): Kind {
  const known = kind.below.get(part);
  if (known) return known;
  const made = newKind();
  kind.below.set(part, made);
  return made;
}

function newKind(): Kind {
  return { lastOf: new Map(), below: new Map() };
}
