import type { Due } from './deadline.ts';
import type { Exact } from './exact.ts';
import type { Target } from './target.ts';

/** What a change between two states of a plan is; the gravest come first in every output. */
export const CHANGE_KINDS = [
  'removed',
  'target-removed',
  'target-looser',
  'target-changed',
  'deadline-later',
  'deadline-changed',
  'target-stricter',
  'target-added',
  'deadline-earlier',
  'added',
  'lead-changed',
  'wording-changed',
  'details-changed',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A target with its year and unit. */
export interface YearTarget {
  year: number;
  target: Target;
  unit: string | null;
}

/** One side of a change. Words and number styles are added when it is shown. */
export type ChangeValue =
  | { is: 'text'; text: string }
  | ({ is: 'target' } & YearTarget)
  | { is: 'targets'; targets: readonly YearTarget[] }
  | { is: 'due'; due: Due }
  | { is: 'agencies'; codes: readonly string[] }
  | { is: 'figure'; year: number; value: Exact; about: boolean; unit: string | null };

/** What changed: the plan itself, or one of its things. */
export interface Subject {
  item: 'plan' | 'indicator' | 'part' | 'task' | 'report' | 'claim' | 'ignore';
  /** Its id (`id/part`); of a claim its source, of an `ignore` its rule and place. */
  id: string;
  /** As the newer state words it, else the older. */
  name: string;
}

/** One change between two states of a plan. */
export interface Change extends Subject {
  kind: ChangeKind;
  /** The key of the plan file that changed; `null` where the whole thing came or went. */
  field: string | null;
  /** The target year it concerns. */
  year: number | null;
  before: ChangeValue | null;
  after: ChangeValue | null;
}

const ASKING_LESS: ReadonlySet<ChangeKind> = new Set([
  'target-looser',
  'target-removed',
  // What cannot be compared may well be less: whoever says that it is not accepts it by its name.
  'target-changed',
]);

/**
 * Does the newer state ask less: a target looser, not comparable or gone, with its indicator too, or
 * one part fewer?
 */
export function asksLess({ kind, item, before }: Change): boolean {
  if (ASKING_LESS.has(kind)) return true;
  return kind === 'removed' && (item === 'part' || before?.is === 'targets');
}

/** How many changes there are of each kind. */
export function countKinds(changes: readonly Change[]): Record<ChangeKind, number> {
  const counts = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0]));
  for (const { kind } of changes) counts[kind]! += 1;
  return counts as Record<ChangeKind, number>;
}

/** A text as one side of a change; `null` where there is none. */
function textValue(text: string | number | null | undefined): ChangeValue | null {
  return text === null || text === undefined || text === ''
    ? null
    : { is: 'text', text: `${text}` };
}

/** The change of a field whose sides are texts; none where they are equal. */
export function textChange(
  subject: Subject,
  kind: ChangeKind,
  field: string,
  [before, after]: readonly [string | number | null, string | number | null],
  year: number | null = null,
): Change[] {
  if (before === after) return [];
  const sides = { before: textValue(before), after: textValue(after) };
  return [{ ...subject, kind, field, year, ...sides }];
}

/** The changes of a field that holds a text for each key, such as codes with their names. */
export function entryChanges(
  subject: Subject,
  kind: ChangeKind,
  field: string,
  [before, after]: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>],
): Change[] {
  const written = (map: ReadonlyMap<string, string>, key: string) =>
    map.has(key) ? `${key}: ${map.get(key)}` : null;
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    textChange(subject, kind, field, [written(before, key), written(after, key)]),
  );
}

/** Things of two lists by id: those in both, those only before, those only after. */
export function matchById<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  idOf: (thing: Thing) => string,
): { both: (readonly [Thing, Thing])[]; removed: Thing[]; added: Thing[] } {
  const older = new Map(before.map((thing) => [idOf(thing), thing]));
  const newer = new Map(after.map((thing) => [idOf(thing), thing]));
  return {
    both: after.flatMap((thing) => {
      const other = older.get(idOf(thing));
      return other === undefined ? [] : [[other, thing] as const];
    }),
    removed: before.filter((thing) => !newer.has(idOf(thing))),
    added: after.filter((thing) => !older.has(idOf(thing))),
  };
}
