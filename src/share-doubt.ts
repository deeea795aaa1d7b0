import { compare, type Exact, exact, toFraction } from './exact.ts';
import type { Measurable, Path } from './indicator.ts';
import type { Observation } from './result.ts';
import { numbersOf, type Target } from './target.ts';

/** A figure in percent that may have been meant as a ratio: 0.967 is what a spreadsheet makes of 96.7%. */
export interface ShareDoubt {
  of: 'target' | 'result';
  figure: Exact;
  /** In percent, were the figure a ratio. */
  meant: Exact;
}

const NONE = exact(0);
const ONE = exact(1);
/** Shares above it are not near to one that is less than one percent. */
const MUCH = exact(5);

/** Does the share lie between nothing and one percent, where ratios lie? */
export function isLikeRatio(share: Exact): boolean {
  return compare(share, NONE) > 0 && compare(share, ONE) < 0;
}

/** A number that a plan prints of a share. */
export interface PlannedShare {
  value: Exact;
  path: Path;
  of: 'target' | 'baseline';
}

/** The numbers that a plan prints of a share. */
export function plannedShares({ path, earlier, targets }: Measurable): PlannedShare[] {
  const before = earlier.flatMap(({ year, value }) =>
    value?.kind === 'number'
      ? [{ value: value.value, path: [...path, 'baseline', String(year)], of: 'baseline' as const }]
      : [],
  );
  const ahead = [...targets].flatMap(([year, target]) =>
    numbersOf(target).map((value) => ({
      value,
      path: [...path, 'targets', String(year)],
      of: 'target' as const,
    })),
  );
  return [...before, ...ahead];
}

/** Is one of them far above what any ratio is? */
export function areMuch(shares: readonly { value: Exact }[]): boolean {
  return shares.some(({ value }) => compare(value, MUCH) > 0);
}

/** Those of the numbers that are doubted: beside much, or targets that nothing stands beside. */
export function doubtedShares(shares: readonly PlannedShare[]): PlannedShare[] {
  const isBareTargets = shares.every(({ value, of }) => of === 'target' && isLikeRatio(value));
  return isBareTargets || areMuch(shares) ? shares.filter(({ value }) => isLikeRatio(value)) : [];
}

/** What is to be doubted where a share is judged: its result beside its plan, or its target beside either. */
export function shareDoubtOf(
  measurable: Measurable,
  target: Target | null,
  result: Observation | null,
): ShareDoubt | null {
  const given = result?.value.kind === 'number' && result.counts === null ? result.value : null;
  if (given !== null && isLikeRatio(given.value) && plannedOf(measurable).areMuch)
    return doubt('result', given.value);
  if (target === null) return null;
  const number = numbersOf(target).find(
    (value) =>
      isLikeRatio(value) &&
      (plannedOf(measurable).doubted.has(toFraction(value)) ||
        (result?.value.kind === 'number' && areMuch([result.value]))),
  );
  return number === undefined ? null : doubt('target', number);
}

/** What is asked again for each year of an indicator. */
const PLANNED = new WeakMap<Measurable, { areMuch: boolean; doubted: ReadonlySet<string> }>();

function plannedOf(measurable: Measurable): { areMuch: boolean; doubted: ReadonlySet<string> } {
  const known = PLANNED.get(measurable);
  if (known) return known;
  const shares = plannedShares(measurable);
  const doubted = new Set(doubtedShares(shares).map(({ value }) => toFraction(value)));
  const planned = { areMuch: areMuch(shares), doubted };
  PLANNED.set(measurable, planned);
  return planned;
}

function doubt(of: ShareDoubt['of'], figure: Exact): ShareDoubt {
  return { of, figure, meant: figure.mul(100) };
}
