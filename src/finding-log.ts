import { byParts } from './by-parts.ts';
import { countOf, type Finding } from './finding.ts';

/** So many findings of one table are kept one by one. */
export const MOST_FINDINGS = 10_000;
/** So many subjects more may have one of their own behind these. */
const MOST_SUBJECTS = 1000;

/** What findings are counted by. */
export type Countable = Pick<
  Finding,
  'rule' | 'level' | 'path' | 'fix' | 'place' | 'about' | 'more'
>;

/** Takes the findings of one table, in the order of its rows. */
export interface FindingLog<Found extends Finding> {
  add(found: Found): void;
  /** Takes a finding of which no more is made than what it is counted by, unless it is kept. */
  addOutline(outline: Countable, whole: () => Found): void;
  /** The kept ones, in their order; `more` of a finding are those like it that were not kept. */
  findings(): Found[];
}

/**
 * A log that does not grow with a table in which every row is wrong: the first findings are kept,
 * later ones are counted with the last kept one of the same rule, level, subject, column and way of
 * mending, so that whoever narrows or suppresses findings by these counts all of them.
 */
export function findingLog<Found extends Finding = Finding>(
  most: number = MOST_FINDINGS,
): FindingLog<Found> {
  const kept: Found[] = [];
  const more = new Map<number, number>();
  let lastLike: ((found: Countable) => LastOf) | null = null;

  function count(outline: Countable, whole: () => Found): void {
    lastLike ??= lastsOf(kept);
    const lastOf = lastLike(outline);
    const own = lastOf.get(outline.about);
    const isAlone = own === undefined && kept.length < most + MOST_SUBJECTS;
    const about = isAlone ? outline.about : null;
    const at = own ?? (isAlone ? undefined : lastOf.get(about));
    if (at === undefined) lastOf.set(about, kept.push({ ...whole(), about }) - 1);
    else more.set(at, (more.get(at) ?? 0) + countOf(outline));
  }

  function addOutline(outline: Countable, whole: () => Found): void {
    if (kept.length < most) kept.push(whole());
    else count(outline, whole);
  }

  return {
    add: (found) => addOutline(found, () => found),
    addOutline,
    findings: () =>
      kept.map((one, at) =>
        more.has(at) ? { ...one, more: (one.more ?? 0) + more.get(at)! } : one,
      ),
  };
}

/** The last kept findings by their subjects. */
type LastOf = Map<string | null, number>;

/** Finds, by all that findings are counted together by, the last kept ones like one. */
function lastsOf(kept: readonly Countable[]): (found: Countable) => LastOf {
  const lastOf = byParts<unknown, LastOf>(() => new Map());
  const like = ({ rule, level, path, fix, place }: Countable) => {
    const column = path.length === 1 ? path[0] : path.join('/');
    return lastOf([rule, level, column, fix?.class, place.file, place.sheet]);
  };
  for (const [at, found] of kept.entries()) like(found).set(found.about, at);
  return like;
}
