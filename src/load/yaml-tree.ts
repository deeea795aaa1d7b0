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
  /** The key as text, in NFC; empty for what is no text. */
  name: string;
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

/** A pair, whose key is asked for by its text again and again. */
export function pairOf(key: YamlNode | null, value: YamlNode | null): YamlPair {
  return { key, value, name: keyText(key) };
}

function keyText(key: YamlNode | null): string {
  if (key?.kind !== 'scalar') return '';
  const { value } = key;
  return asSeen(typeof value === 'string' ? value : String(value));
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
  let node = tree;
  let pair: YamlPair | undefined;
  for (let at = 0; at < path.length; at += 1) {
    const step = path[at]!;
    const rest = path.length - at;
    if (node?.kind === 'map') {
      const next = pairAt(node, String(step));
      if (next === undefined) return { node, pair, rest };
      pair = next;
      node = next.value;
    } else {
      const item: YamlNode | null | undefined =
        node?.kind === 'list' ? node.items[Number(step)] : undefined;
      if (item === undefined) return { node, pair, rest };
      pair = undefined;
      node = item;
    }
  }
  return { node, pair, rest: 0 };
}

/** Of maps with more pairs the pairs are kept by their keys. */
const FEW = 24;

function pairAt(map: YamlMap, key: string): YamlPair | undefined {
  if (map.pairs.length > FEW) return pairsOf(map).get(key);
  return map.pairs.find(({ name }) => name === key);
}

/** The pairs of a map by their keys; a map is asked again and again. */
function pairsOf(map: YamlMap): ReadonlyMap<string, YamlPair> {
  const held = PAIRS.get(map);
  if (held) return held;
  const pairs = new Map<string, YamlPair>();
  for (const pair of map.pairs) if (!pairs.has(pair.name)) pairs.set(pair.name, pair);
  PAIRS.set(map, pairs);
  return pairs;
}

const PAIRS = new WeakMap<YamlMap, ReadonlyMap<string, YamlPair>>();

/** The path of the key or value that the offset lies in; of what encloses it where none does. */
export function pathAt(node: YamlNode | null, offset: number): Path {
  if (node?.kind === 'map') {
    const pair = node.pairs.findLast(({ key }) => key !== null && key.from <= offset);
    return pair && encloses([pair.key, pair.value], offset)
      ? [pair.name, ...pathAt(pair.value, offset)]
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

/** The scalars that are values and of the kind that is looked for, each with its path. */
export function scalarsOf(
  tree: YamlNode | null,
  isWanted: (scalar: YamlScalar) => boolean,
): { scalar: YamlScalar; path: Path }[] {
  const found: { scalar: YamlScalar; path: Path }[] = [];
  const path: (string | number)[] = [];
  const look = (node: YamlNode | null, step: string | number): void => {
    path.push(step);
    visit(node);
    path.pop();
  };
  const visit = (node: YamlNode | null): void => {
    if (node?.kind === 'scalar') {
      if (isWanted(node)) found.push({ scalar: node, path: [...path] });
    } else if (node?.kind === 'map') {
      for (const { name, value } of node.pairs) look(value, name);
    } else if (node?.kind === 'list') {
      for (const [index, item] of node.items.entries()) look(item, index);
    }
  };
  visit(tree);
  return found;
}
