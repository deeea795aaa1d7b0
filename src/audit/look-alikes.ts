import { foldText } from '../fold.ts';
import { grouped } from '../grouped.ts';
import type { MeasureCatalogue } from '../measure.ts';
import { compareTargets, isMilestone, targetNumber } from '../target.ts';
import { unitKey } from '../unit.ts';
import type { Setting, TargetConflict } from './finding.ts';
import { areaOf, targetConflict } from './settings.ts';

/**
 * Measures that the catalogue calls similar with different targets for one area and year: no
 * contradiction, for they are defined differently, but a reader takes one for the other. A plan that
 * has both tells them apart itself, unless by its own names they are nearly one.
 */
export function lookAlikes(
  settings: readonly Setting[],
  measures: MeasureCatalogue,
): TargetConflict[] {
  const named = settings.filter(({ measurable }) => measurable.measure !== null);
  const sameTime = grouped(named, (one) =>
    [areaOf(one), one.year, unitKey(one.measurable.unit)].join('\n'),
  );
  return [...sameTime.values()].flatMap((same) => {
    const byMeasure = grouped(same, ({ measurable }) => measurable.measure!);
    return similarPairs([...byMeasure.keys()], measures).flatMap(([code, other]) =>
      mistakable(byMeasure.get(code)!, byMeasure.get(other)!),
    );
  });
}

/** The codes of which one is called similar to the other, the earlier one first. */
function similarPairs(
  codes: readonly string[],
  measures: MeasureCatalogue,
): (readonly [string, string])[] {
  const places = new Map(codes.map((code, at) => [code, at]));
  const later = codes.map(() => new Set<number>());
  for (const [at, code] of codes.entries())
    for (const similar of measures.get(code)?.similar ?? []) {
      const other = places.get(similar);
      if (other !== undefined && other !== at) later[Math.min(at, other)]!.add(Math.max(at, other));
    }
  return codes.flatMap((code, at) =>
    [...later[at]!].sort((a, b) => a - b).map((other) => [code, codes[other]!] as const),
  );
}

/** Of so many indicators of one measure no more are held against those of a similar one. */
const MOST_OF_ONE = 100;

function mistakable(all: readonly Setting[], allOthers: readonly Setting[]): TargetConflict[] {
  const [own, others] = [all.slice(0, MOST_OF_ONE), allOthers.slice(0, MOST_OF_ONE)];
  const plans = new Set(own.map(({ plan }) => plan));
  const both = others.filter(({ plan }) => plans.has(plan)).map(({ plan }) => plan);
  const pairs = own.flatMap((a) =>
    others
      .filter((b) => areApart(a, b))
      .filter((b) => (both.length === 0 ? true : areNearlyOne(a, b)))
      .map((b) => [a, b]),
  );
  const told = new Set(pairs.flat());
  const settings = [...own, ...others].filter((one) => told.has(one));
  return settings.length > 0 ? [targetConflict(settings, 'look-alike')] : [];
}

/** Another number, or what compares with none; the wording of one number is no other target. */
function areApart({ target: a }: Setting, { target: b }: Setting): boolean {
  const order = compareTargets(a, b);
  if (order === 'same' || order === 'incomparable' || isMilestone(a) || isMilestone(b))
    return order !== 'same';
  return !targetNumber(a).equals(targetNumber(b));
}

/** In one plan, of two indicators: so many of the words of both names are in both. */
const NEARLY_ALL = 0.7;

function areNearlyOne(a: Setting, b: Setting): boolean {
  if (a.plan !== b.plan || indicatorOf(a) === indicatorOf(b)) return false;
  const [own, others] = [wordsOf(a), wordsOf(b)];
  const shared = [...own].filter((word) => others.has(word)).length;
  return shared >= NEARLY_ALL * new Set([...own, ...others]).size;
}

function indicatorOf({ address }: Setting): string {
  return address.split('/')[0]!;
}

function wordsOf({ measurable }: Setting): Set<string> {
  return new Set(foldText(measurable.name).match(/[\p{L}\p{N}]+/gu));
}
