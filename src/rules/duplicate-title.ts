import type { Report } from '../finding.ts';
import { foldText } from '../fold.ts';
import type { Path } from '../indicator.ts';
import { message } from '../message/message.ts';
import { steps } from '../suggest.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    /** `isNear`: small words differ, or one word by a slip of the pen. */
    'duplicate-title': { kind: TitledKind; id: string; first: string; isNear: boolean };
  }
}

export const duplicateTitle: Rule = { level: 'warning', needs: ['id', 'name', 'title'], check };

type TitledKind = 'indicator' | 'part' | 'task' | 'report';

interface Titled {
  id: string;
  title: string;
  path: Path;
}

function* check(context: PlanContext): Generator<Report> {
  const { indicators, tasks, reports } = context.plan;
  const named = (item: { id: string; name: string; path: Path }): Titled => ({
    id: item.id,
    title: item.name,
    path: [...item.path, 'name'],
  });
  const titled = (item: Titled): Titled => ({ ...item, path: [...item.path, 'title'] });
  yield* repeats(context, 'indicator', indicators.map(named));
  for (const { id, parts } of indicators)
    yield* repeats(
      context,
      'part',
      parts.map((part) => ({ ...named(part), id: `${id}/${part.id}` })),
    );
  yield* repeats(context, 'task', tasks.map(titled));
  yield* repeats(context, 'report', reports.map(titled));
}

function* repeats(
  { locate }: PlanContext,
  kind: TitledKind,
  items: readonly Titled[],
): Generator<Report> {
  const known = new Map<string, Titled>();
  const slips = new Map<Key, Titled>();
  const numbers = new Map<string, number>();
  for (const item of items) {
    const key = normalised(item.title);
    const same = known.get(key);
    const near = keysOfSlips(key, numbers);
    const first = same ?? nearest(key, near, slips);
    if (same === undefined) {
      known.set(key, item);
      for (const one of near) slips.set(one, slips.get(one) ?? item);
    }
    // The same thing twice, with its id, is told of the id.
    if (first === undefined || first.id === item.id) continue;
    const said = { kind, id: item.id, first: first.id, isNear: same === undefined };
    yield {
      place: locate(item.path),
      path: item.path,
      message: message('duplicate-title', said),
      related: [{ message: message('first-here', {}), place: locate(first.path) }],
    };
  }
}

/** Titles of fewer words may well differ in one of them. */
const FEWEST_WORDS = 5;
/** Shorter words mean something else with one other letter: `xã`, `III`, `2025`. */
const SHORTEST_WORD = 4;
/** Words that may stand or be missing without another meaning; folded. */
const SMALL_WORDS = new Set(['cac', 'nhung', 'va', 'cua', 'cho', 'o', 'tai', 've', 'voi', 'viec']);

/** Words without small ones, or a number for those that are left where one is left out. */
type Key = string | number;

/**
 * What titles share that are nearly the same: the words without small ones, and the title with one
 * of its longer words left out, for a slip in that word leaves the rest alike.
 * @param numbers those of the words met so far
 */
function keysOfSlips(title: string, numbers: Map<string, number>): Key[] {
  const words = title.split(' ');
  if (words.length < FEWEST_WORDS) return [];
  const marks = words.map((word, at) => markOf(numberOf(word, numbers), at));
  const whole = marks.reduce((sum, mark) => (sum + mark) % MARKS, words.length);
  const keys: Key[] = [essence(words)];
  for (const [at, word] of words.entries())
    if (word.length >= SHORTEST_WORD && !/\d/.test(word))
      keys.push((whole - marks[at]! + MARKS) % MARKS);
  return keys;
}

function numberOf(word: string, numbers: Map<string, number>): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size + 1);
  return numbers.size;
}

/** Sums of marks are exact below twice this, and two that are equal are hardly ever of other words. */
const MARKS = 2 ** 52;

/** A number for a word in its place, spread over all of {@link MARKS}. */
function markOf(word: number, at: number): number {
  const high = mixed(Math.imul(word, 0x9e3779b1) ^ at);
  const low = mixed(Math.imul(at + 1, 0x85ebca6b) ^ word);
  return high * 2 ** 20 + (low >>> 12);
}

/** The last mixing of MurmurHash3: what differs in one bit differs in half of them. */
function mixed(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function essence(words: readonly string[]): string {
  return words.filter((word) => !SMALL_WORDS.has(word)).join(' ');
}

/** The title that differs in small words alone, or in one word by one slip of the pen. */
function nearest(
  title: string,
  keys: readonly Key[],
  slips: ReadonlyMap<Key, Titled>,
): Titled | undefined {
  return keys
    .flatMap((key) => slips.get(key) ?? [])
    .find((other) => isSlip(title.split(' '), normalised(other.title).split(' ')));
}

function isSlip(words: readonly string[], others: readonly string[]): boolean {
  if (essence(words) === essence(others)) return true;
  const at = words.findIndex((word, index) => word !== others[index]);
  const [word, other] = [words[at] ?? '', others[at] ?? ''];
  return !/\d/.test(other) && steps(word, other) === 1;
}

/** Words alone; a title of signs alone stays as it is. */
function normalised(title: string): string {
  const folded = foldText(title);
  const words = folded.replace(/[^\p{L}\p{N}%]+/gu, ' ').trim();
  return words || folded;
}
