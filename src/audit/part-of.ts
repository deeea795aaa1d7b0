import { compare, type Exact, exact } from '../exact.ts';
import { grouped } from '../grouped.ts';
import type { Measurable } from '../indicator.ts';
import { LIMITS } from '../limits.ts';
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
  return contained([...sameTime.values()], measures, TARGETS).map(({ parts, wholes }) =>
    conflictTold([...parts, ...wholes], 'part-greater', parts.at(-1)!),
  );
}

const TARGETS: Comparison<Setting> = {
  asPart: ({ target }) => (isMilestone(target) || isAtMost(target) ? null : targetNumber(target)),
  asWhole: ({ target }) => (isMilestone(target) ? null : targetNumber(target)),
  printOf: () => null,
  isBeyond: (part, whole) => isGreater(TARGETS.asPart(part), TARGETS.asWhole(whole)),
};

function isGreater(part: Exact | null, whole: Exact | null): boolean {
  return part !== null && whole !== null && compare(part, whole) > 0;
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
  return contained([...sameTime.values()], measures, FIGURES);
}

/** Of a one-sided figure only its side is known. */
const FIGURES: Comparison<Account> = {
  asPart: ({ observation: { value } }) =>
    value.kind === 'number' && !isBelow(value.bound) ? value.value : null,
  asWhole: ({ observation: { value } }) =>
    value.kind === 'number' && !isAbove(value.bound) ? value.value : null,
  printOf: ({ observation }) => figureOf(observation)?.decimals ?? null,
  // Whatever both were rounded from.
  isBeyond: (part, whole) =>
    isGreater(FIGURES.asPart(part), FIGURES.asWhole(whole)) &&
    agreement(figureOf(part.observation)!, figureOf(whole.observation)!, exact(0)) === 'different',
};

function isBelow(bound: Bound | undefined): boolean {
  return bound === '<' || bound === '<=';
}

function isAbove(bound: Bound | undefined): boolean {
  return bound === '>' || bound === '>=';
}

/** The accounts or settings of one measure, with those of them that show whether any lies beyond another’s. */
interface OfMeasure<Said> {
  all: readonly Said[];
  /** Of each kind of print the greatest that can be beyond a whole. */
  greatest: readonly Said[];
  /** Of each kind of print the least that a part can be beyond. */
  least: readonly Said[];
}

/** How what is said of measures is held against each other. */
interface Comparison<Said> {
  /** Its number as that of a part, and as that of a whole; `null` where it proves nothing there. */
  asPart(said: Said): Exact | null;
  asWhole(said: Said): Exact | null;
  /** Those of one print are beyond another as their numbers are. */
  printOf(said: Said): number | null;
  isBeyond(part: Said, whole: Said): boolean;
}

/**
 * Of each measure and the nearest that contains it and beyond which it lies what lies beyond and what it
 * lies beyond, if anything: what lies beyond a farther one, too, is told of the nearer one there.
 */
function contained<Said extends { measurable: Measurable }>(
  groups: readonly (readonly Said[])[],
  measures: MeasureCatalogue,
  comparison: Comparison<Said>,
): Contained<Said>[] {
  return groups.flatMap((same) => {
    const byMeasure = new Map(
      [...grouped(same, ({ measurable }) => measurable.measure ?? '')].map(([code, all]) => [
        code,
        ofMeasure(all, comparison),
      ]),
    );
    return [...byMeasure].flatMap(([code, parts]) => {
      const isBelow = (whole: OfMeasure<Said>) =>
        parts.greatest.some((part) => whole.least.some((one) => comparison.isBeyond(part, one)));
      const container = containersOf(code, measures).find((one) => {
        const whole = byMeasure.get(one);
        return whole !== undefined && isBelow(whole);
      });
      return container === undefined ? [] : [beyond(parts, byMeasure.get(container)!, comparison)];
    });
  });
}

function ofMeasure<Said>(
  all: readonly Said[],
  { asPart, asWhole, printOf }: Comparison<Said>,
): OfMeasure<Said> {
  const prints = [...grouped(all, printOf).values()];
  return {
    all,
    greatest: prints.flatMap((same) => utmost(same, asPart, (a, b) => compare(a, b) > 0)),
    least: prints.flatMap((same) => utmost(same, asWhole, (a, b) => compare(a, b) < 0)),
  };
}

/** The one whose number is further than that of every other, if any has one. */
function utmost<Said>(
  all: readonly Said[],
  numberOf: (said: Said) => Exact | null,
  isFurther: (number: Exact, other: Exact) => boolean,
): Said[] {
  let found: { said: Said; number: Exact } | null = null;
  for (const said of all) {
    const number = numberOf(said);
    if (number !== null && (found === null || isFurther(number, found.number)))
      found = { said, number };
  }
  return found === null ? [] : [found.said];
}

function beyond<Said>(
  parts: OfMeasure<Said>,
  wholes: OfMeasure<Said>,
  { isBeyond }: Comparison<Said>,
): Contained<Said> {
  return {
    parts: parts.all.filter((part) => wholes.least.some((whole) => isBeyond(part, whole))),
    wholes: wholes.all.filter((whole) => parts.greatest.some((part) => isBeyond(part, whole))),
  };
}

/**
 * The measures that contain one, from the next to the last. A chain that runs in a circle ends, and so
 * does one that is longer than catalogues may have.
 */
function containersOf(code: string, measures: MeasureCatalogue): string[] {
  const passed = new Set<string>();
  let at = next(code, measures);
  for (; at !== null && at !== code && !passed.has(at); at = next(at, measures)) {
    if (passed.size === LIMITS.containers) break;
    passed.add(at);
  }
  return [...passed];
}

/** Rates of growth and ranks of a part may be greater than those of the whole. */
function next(code: string, measures: MeasureCatalogue): string | null {
  const { kind, partOf = null } = measures.get(code) ?? {};
  return kind === 'share' || kind === 'count' ? partOf : null;
}
