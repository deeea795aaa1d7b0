import { compare, exact } from '../exact.ts';
import { grouped } from '../grouped.ts';
import type { Measurable } from '../indicator.ts';
import type { MeasureCatalogue } from '../measure.ts';
import { agreement, figureOf } from '../precision.ts';
import type { Bound } from '../result.ts';
import { isAtMost, isMilestone, targetNumber } from '../target.ts';
import { unitKey } from '../unit.ts';
import type { Account, Setting, TargetConflict } from './finding.ts';
import { areaOf, conflictTold } from './settings.ts';

/** What is said of a measure, and of one that contains it. */
interface Contained<Said> {
  parts: readonly Said[];
  wholes: readonly Said[];
}

/** Targets that ask more of a part than of what contains it. */
export function greaterTargets(
  settings: readonly Setting[],
  measures: MeasureCatalogue,
): TargetConflict[] {
  const sameTime = grouped(settings, (one) =>
    [areaOf(one), one.year, unitKey(one.measurable.unit)].join('\n'),
  );
  return contained([...sameTime.values()], measures, isTargetBeyond).map(({ parts, wholes }) =>
    conflictTold([...parts, ...wholes], 'part-greater', parts.at(-1)!),
  );
}

function isTargetBeyond({ target: part }: Setting, { target: whole }: Setting): boolean {
  if (isMilestone(part) || isMilestone(whole) || isAtMost(part)) return false;
  return compare(targetNumber(part), targetNumber(whole)) > 0;
}

/** Figures of a part that are greater than those of the whole in the same area and month. */
export function greaterParts(
  accounts: readonly Account[],
  measures: MeasureCatalogue,
): Contained<Account>[] {
  const sameTime = grouped(accounts, ({ observation: { area, period }, measurable }) =>
    [
      area,
      measurable.accumulates === 'sum' ? period.text : period.end.slice(0, 7),
      unitKey(measurable.unit),
    ].join('\n'),
  );
  return contained([...sameTime.values()], measures, isFigureBeyond);
}

/** Is the one greater whatever both were rounded from? Of a one-sided figure only its side is known. */
function isFigureBeyond({ observation: part }: Account, { observation: whole }: Account): boolean {
  if (part.value.kind !== 'number' || whole.value.kind !== 'number') return false;
  if (isBelow(part.value.bound) || isAbove(whole.value.bound)) return false;
  if (compare(part.value.value, whole.value.value) <= 0) return false;
  return agreement(figureOf(part)!, figureOf(whole)!, exact(0)) === 'different';
}

function isBelow(bound: Bound | undefined): boolean {
  return bound === '<' || bound === '<=';
}

function isAbove(bound: Bound | undefined): boolean {
  return bound === '>' || bound === '>=';
}

/** Of each measure and each that contains it what lies beyond and what it lies beyond, if anything. */
function contained<Said extends { measurable: Measurable }>(
  groups: readonly (readonly Said[])[],
  measures: MeasureCatalogue,
  isBeyond: (part: Said, whole: Said) => boolean,
): Contained<Said>[] {
  return groups.flatMap((same) => {
    const byMeasure = grouped(same, ({ measurable }) => measurable.measure ?? '');
    const containersOf = containersAmong(byMeasure, measures);
    return [...byMeasure].flatMap(([code, parts]) =>
      containersOf(String(code)).flatMap((container) => {
        const wholes = byMeasure.get(container) ?? [];
        const beyond = parts.filter((part) => wholes.some((whole) => isBeyond(part, whole)));
        const below = wholes.filter((whole) => parts.some((part) => isBeyond(part, whole)));
        return beyond.length > 0 ? [{ parts: beyond, wholes: below }] : [];
      }),
    );
  });
}

/**
 * Tells of a measure those among the others that contain it, from the next to the last; a chain that runs
 * in a circle ends.
 */
function containersAmong(
  there: ReadonlyMap<string, unknown>,
  measures: MeasureCatalogue,
): (code: string) => string[] {
  const nexts = new Map<string, string | null>();
  return (code) => {
    const passed = new Set<string>();
    for (let at = next(code); at !== null && at !== code && !passed.has(at); at = next(at))
      passed.add(at);
    return [...passed];
  };

  /** The next one above that is there: chains may be long, and are gone through once. */
  function next(inner: string): string | null {
    const seen = new Set<string>();
    let at: string | null = inner;
    let found: string | null | undefined = nexts.get(inner);
    while (found === undefined) {
      seen.add(at!);
      at = partOf(at!);
      if (at === null || seen.has(at)) found = at !== null && there.has(at) ? at : null;
      else if (there.has(at)) found = at;
      else found = nexts.get(at);
    }
    for (const one of seen) nexts.set(one, found);
    return found;
  }

  /** Rates of growth and ranks of a part may be greater than those of the whole. */
  function partOf(inner: string): string | null {
    const { kind, partOf: outer = null } = measures.get(inner) ?? {};
    return kind === 'share' || kind === 'count' ? outer : null;
  }
}
