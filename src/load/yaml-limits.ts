import { LIMITS, type Limit, type Limits } from '../limits.ts';
import type { YamlNode, YamlPair, YamlScalar } from './yaml-tree.ts';

/** Where a YAML text is more than a limit allows. */
export interface Excess {
  limit: Limit;
  /** UTF-16 offset in the text. */
  at: number;
}

/** What a text holds too much of for the parser to be given it; `null` in sane files. */
export function excessOf(text: string, limits: Limits): Excess | null {
  return (
    tooManyLines(text, limits) ??
    tooManyKeys(text, limits) ??
    tooManyMarks(text, limits) ??
    tooDeepInFlow(text) ??
    tooDeepOnOneLine(text)
  );
}

function tooManyLines(text: string, { lines }: Limits): Excess | null {
  return moreThan(text, '\n', lines, 'lines');
}

function tooManyKeys(text: string, { keys }: Limits): Excess | null {
  return moreThan(text, ':', keys, 'keys');
}

function moreThan(text: string, sign: string, most: number, limit: Limit): Excess | null {
  let found = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
    found += 1;
    if (found > most) return { limit, at };
  }
  return null;
}

/** The dash of a list's entry stands behind blanks alone, or behind another. */
const MARK = /[:,[\]{}]|\r(?!\n)|-(?=[ \t\r\n])/g;

function tooManyMarks(text: string, limits: Limits): Excess | null {
  if (text.length <= limits.marks) return null;
  let marks = 0;
  MARK.lastIndex = 0;
  for (let found = MARK.exec(text); found !== null; found = MARK.exec(text)) {
    marks += 1;
    if (marks > limits.marks) return { limit: 'marks', at: found.index };
  }
  return null;
}

const OPENING = /[[\]{}]/g;

function tooDeepInFlow(text: string): Excess | null {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(OPENING)) {
    if (bracket === '[' || bracket === '{') depth += 1;
    else if (depth > 0) depth -= 1;
    if (depth > LIMITS.depth) return { limit: 'depth', at: index };
  }
  return null;
}

const DASHES = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${LIMITS.depth}}`, 'm');

/** `- - - a` is a list in a list in a list; so are explicit keys. */
function tooDeepOnOneLine(text: string): Excess | null {
  const found = DASHES.exec(text);
  return found && { limit: 'depth', at: found.index };
}

const LONG_NUMBER = new RegExp(`^[-+]?[\\d.,_ ]{${LIMITS.digits + 1},}$`);

/** What the parsed file holds too much of, in the order of the file. */
export function excessIn(tree: YamlNode | null, limits: Limits): Excess | null {
  return excessBelow(tree, { limits, aliases: 0, values: 0, sizes: new Map() });
}

/** What was seen so far; an alias counts as often as it is used. */
interface Seen {
  limits: Limits;
  aliases: number;
  values: number;
  sizes: Map<YamlNode, number>;
}

function excessBelow(node: YamlNode | null, seen: Seen): Excess | null {
  const { limits } = seen;
  switch (node?.kind) {
    case 'scalar':
      return excessOfText(node, limits);
    case 'map':
      return tooManyEntries(node.pairs, node, limits) ?? excessInPairs(node.pairs, seen);
    case 'list':
      return tooManyEntries(node.items, node, limits) ?? excessInItems(node.items, seen);
    case 'alias':
      seen.aliases += 1;
      if (seen.aliases > limits.aliases) return { limit: 'aliases', at: node.from };
      seen.values += sizeOf(node.target, seen);
      return seen.values > limits.keys ? { limit: 'keys', at: node.from } : null;
    default:
      return null;
  }
}

/** How many values there are in what an alias stands for; one in itself has no end. */
function sizeOf(node: YamlNode | null, seen: Seen): number {
  if (node === null || node.kind === 'scalar') return 1;
  const known = seen.sizes.get(node);
  if (known !== undefined) return known;
  seen.sizes.set(node, 1);
  const inside =
    node.kind === 'alias'
      ? [node.target]
      : node.kind === 'list'
        ? node.items
        : node.pairs.map(({ value }) => value);
  const size = inside.reduce((sum, one) => sum + sizeOf(one, seen), 1);
  seen.sizes.set(node, size);
  return size;
}

function excessOfText({ source, from }: YamlScalar, limits: Limits): Excess | null {
  if (source.length > limits['text-length']) return { limit: 'text-length', at: from };
  return source.length > LIMITS.digits && LONG_NUMBER.test(source)
    ? { limit: 'digits', at: from }
    : null;
}

function tooManyEntries(
  inside: readonly unknown[],
  { from }: YamlNode,
  limits: Limits,
): Excess | null {
  return inside.length > limits.entries ? { limit: 'entries', at: from } : null;
}

function excessInPairs(pairs: readonly YamlPair[], seen: Seen): Excess | null {
  for (const { key, value } of pairs) {
    const found = excessBelow(key, seen) ?? excessBelow(value, seen);
    if (found) return found;
  }
  return null;
}

function excessInItems(items: readonly (YamlNode | null)[], seen: Seen): Excess | null {
  for (const item of items) {
    const found = excessBelow(item, seen);
    if (found) return found;
  }
  return null;
}
