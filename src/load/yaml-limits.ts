import { LIMITS, type Limit } from '../limits.ts';
import type { YamlNode, YamlScalar } from './yaml-tree.ts';

/** Where a YAML text is more than a limit allows. */
export interface Excess {
  limit: Limit;
  /** UTF-16 offset in the text. */
  at: number;
}

/** What a text holds too much of for the parser to be given it; `null` in sane files. */
export function excessOf(text: string): Excess | null {
  return tooManyKeys(text) ?? tooDeepInFlow(text) ?? tooDeepOnOneLine(text);
}

function tooManyKeys(text: string): Excess | null {
  let keys = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    keys += 1;
    if (keys > LIMITS.keys) return { limit: 'keys', at };
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
export function excessIn(tree: YamlNode | null): Excess | null {
  return excessBelow(tree, { aliases: 0 });
}

function excessBelow(node: YamlNode | null, seen: { aliases: number }): Excess | null {
  switch (node?.kind) {
    case 'scalar':
      return excessOfText(node);
    case 'map':
      return (
        tooManyEntries(node.pairs, node) ??
        firstOf(node.pairs, ({ key, value }) => excessBelow(key, seen) ?? excessBelow(value, seen))
      );
    case 'list':
      return (
        tooManyEntries(node.items, node) ?? firstOf(node.items, (item) => excessBelow(item, seen))
      );
    case 'alias':
      seen.aliases += 1;
      return seen.aliases > LIMITS.aliases ? { limit: 'aliases', at: node.from } : null;
    default:
      return null;
  }
}

function excessOfText({ source, from }: YamlScalar): Excess | null {
  if (source.length > LIMITS['text-length']) return { limit: 'text-length', at: from };
  return source.length > LIMITS.digits && LONG_NUMBER.test(source)
    ? { limit: 'digits', at: from }
    : null;
}

function tooManyEntries(inside: readonly unknown[], { from }: YamlNode): Excess | null {
  return inside.length > LIMITS.entries ? { limit: 'entries', at: from } : null;
}

function firstOf<Item>(items: readonly Item[], look: (item: Item) => Excess | null): Excess | null {
  for (const item of items) {
    const found = look(item);
    if (found) return found;
  }
  return null;
}
