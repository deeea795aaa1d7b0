import { type Document, isCollection, isScalar, visit } from 'yaml';
import { LIMITS, type Limit } from '../limits.ts';
import { rangeOf } from './yaml-syntax.ts';

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
export function excessIn(document: Document): Excess | null {
  let aliases = 0;
  let found: Excess | null = null;
  const tell = (limit: Limit, node: unknown) => {
    found = { limit, at: rangeOf(node)?.[0] ?? 0 };
    return visit.BREAK;
  };
  visit(document, {
    Node(_, node) {
      if (isScalar(node)) {
        const { source = '' } = node;
        if (source.length > LIMITS['text-length']) return tell('text-length', node);
        if (source.length > LIMITS.digits && LONG_NUMBER.test(source)) return tell('digits', node);
      } else if (isCollection(node)) {
        if (node.items.length > LIMITS.entries) return tell('entries', node);
      } else {
        aliases += 1;
        if (aliases > LIMITS.aliases) return tell('aliases', node);
      }
      return undefined;
    },
  });
  return found;
}
