import { toNumber } from '../exact.ts';
import { periodYear } from '../period.ts';
import { isPercent } from '../unit.ts';
import type { Account } from './finding.ts';

/** A figure in a conflict, and the account of another indicator that gives the very same. */
export interface Mistaken {
  figure: Account;
  of: Account;
}

/**
 * The one of the conflicting figures that another source gives for another indicator, of the same
 * area and at most a year apart: perhaps it was taken for this one. `null` where none is, or more
 * than one: then sameness says nothing.
 */
export function mistakenFigure(
  conflicting: readonly Account[],
  all: readonly Account[],
): Mistaken | null {
  const found = conflicting.filter(isTelling).flatMap((figure) => {
    const of = alike(all)
      .get(figureKey(figure))
      ?.find((other) => isTwin(figure, other));
    return of ? [{ figure, of }] : [];
  });
  return found.length === 1 ? found[0]! : null;
}

/** Accounts of one area by their number: only these can be twins. */
function alike(all: readonly Account[]): ReadonlyMap<string, readonly Account[]> {
  const held = ALIKE.get(all);
  if (held) return held;
  const made = new Map<string, Account[]>();
  for (const one of all) {
    const key = figureKey(one);
    const same = made.get(key);
    if (same) same.push(one);
    else made.set(key, [one]);
  }
  ALIKE.set(all, made);
  return made;
}

const ALIKE = new WeakMap<readonly Account[], ReadonlyMap<string, readonly Account[]>>();

function figureKey({ observation: { area, value } }: Account): string {
  return `${area} ${value.kind === 'number' ? value.value.toFraction() : ''}`;
}

/** Round shares are met everywhere. */
const ROUND = 5;

function isTelling({ observation: { value }, measurable }: Account): boolean {
  return (
    value.kind === 'number' &&
    !value.about &&
    isPercent(measurable.unit) &&
    !Number.isInteger(toNumber(value.value.div(ROUND)))
  );
}

function isTwin(figure: Account, other: Account): boolean {
  const [a, b] = [figure.observation, other.observation];
  return (
    figure.plan === other.plan &&
    figure.address !== other.address &&
    a.value.kind === 'number' &&
    b.value.kind === 'number' &&
    !b.value.about &&
    a.source !== b.source &&
    isPercent(other.measurable.unit) &&
    Math.abs(periodYear(a.period) - periodYear(b.period)) <= 1
  );
}
