import type { Path } from '../indicator.ts';
import { legible } from '../look-alike.ts';

/** A value of a YAML text, and the UTF-16 offsets between which it stands. */
export type YamlNode = YamlScalar | YamlMap | YamlList | YamlAlias;

interface Ranged {
  from: number;
  to: number;
}

export interface YamlScalar extends Ranged {
  kind: 'scalar';
  /** As YAML's core schema reads it. */
  value: unknown;
  /** Its own characters, without quotes and with escapes resolved. */
  source: string;
}

export interface YamlMap extends Ranged {
  kind: 'map';
  pairs: YamlPair[];
}

/** What has no characters, as the value of `a:`, may be nothing. */
export interface YamlPair {
  key: YamlNode | null;
  value: YamlNode | null;
}

export interface YamlList extends Ranged {
  kind: 'list';
  items: (YamlNode | null)[];
}

export interface YamlAlias extends Ranged {
  kind: 'alias';
  /** What it stands for; `null` for nothing. */
  target: YamlNode | null;
}

/** A key as text; empty for what is no text. */
export function keyText({ key }: YamlPair): string {
  return key?.kind === 'scalar' ? asSeen(String(key.value)) : '';
}

/**
 * The text in NFC; a code with letters that only look like its own, or with blanks that nobody sees, as
 * its writer saw it.
 */
export function asSeen(text: string): string {
  if (ASCII.test(text)) return text;
  const composed = text.normalize('NFC');
  if (composed.length > LONGEST_CODE || !/[a-z0-9]/.test(composed)) return composed;
  const seen = legible(composed).trim();
  return CODE.test(seen) ? seen : composed;
}

const ASCII = /^[\x20-\x7e]*$/;
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_CODE = 100;

/** Where a path leads. */
export interface Found {
  node: YamlNode | null;
  /** The entry of a map that it is the value of. */
  pair: YamlPair | undefined;
  /** How many steps of the path were left. */
  rest: number;
}

/** The node at the path, or its nearest ancestor. */
export function descend(tree: YamlNode | null, path: Path): Found {
  let found: Found = { node: tree, pair: undefined, rest: path.length };
  for (const step of path) {
    const next = child(found.node, step);
    if (!next) return found;
    found = { ...next, rest: found.rest - 1 };
  }
  return found;
}

function child(node: YamlNode | null, step: string | number): Omit<Found, 'rest'> | undefined {
  if (node?.kind === 'map') {
    const pair = pairsOf(node).get(String(step));
    return pair && { node: pair.value, pair };
  }
  if (node?.kind !== 'list') return undefined;
  const item = node.items[Number(step)];
  return item === undefined ? undefined : { node: item, pair: undefined };
}

/** The pairs of a map by their keys; a map is asked again and again. */
function pairsOf(map: YamlMap): ReadonlyMap<string, YamlPair> {
  const held = PAIRS.get(map);
  if (held) return held;
  const pairs = new Map<string, YamlPair>();
  for (const pair of map.pairs) {
    const key = keyText(pair);
    if (!pairs.has(key)) pairs.set(key, pair);
  }
  PAIRS.set(map, pairs);
  return pairs;
}

const PAIRS = new WeakMap<YamlMap, ReadonlyMap<string, YamlPair>>();

/** The path of the key or value that the offset lies in; of what encloses it where none does. */
export function pathAt(node: YamlNode | null, offset: number): Path {
  if (node?.kind === 'map') {
    const pair = node.pairs.findLast(({ key }) => key !== null && key.from <= offset);
    return pair && encloses([pair.key, pair.value], offset)
      ? [keyText(pair), ...pathAt(pair.value, offset)]
      : [];
  }
  if (node?.kind !== 'list') return [];
  const index = node.items.findLastIndex((item) => item !== null && item.from <= offset);
  const item = node.items[index] ?? null;
  return encloses([item], offset) ? [index, ...pathAt(item, offset)] : [];
}

function encloses(nodes: readonly (YamlNode | null)[], offset: number): boolean {
  return nodes.some((node) => node !== null && offset < node.to);
}

/** Every scalar that is a value, with its path. */
export function scalarsOf(
  node: YamlNode | null,
  path: Path = [],
  found: { scalar: YamlScalar; path: Path }[] = [],
): { scalar: YamlScalar; path: Path }[] {
  if (node?.kind === 'scalar') found.push({ scalar: node, path });
  else if (node?.kind === 'map')
    for (const pair of node.pairs) scalarsOf(pair.value, [...path, keyText(pair)], found);
  else if (node?.kind === 'list')
    for (const [index, item] of node.items.entries()) scalarsOf(item, [...path, index], found);
  return found;
}
