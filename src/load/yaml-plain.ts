import { LIMITS } from '../limits.ts';
import {
  pairOf,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from './yaml-tree.ts';

/**
 * The tree of a text in the plain style that plans are written in: maps and lists by indentation or
 * in brackets, texts of one line, quotes without escapes, folded texts. `null` for whatever else it
 * holds and for every fault, which a whole parser is needed to read or to explain.
 *
 * A parser of all of YAML takes most of the time of a run; what this one reads, that one reads alike.
 */
export function plainTree(text: string): YamlMap | null {
  if (FOREIGN.test(text)) return null;
  const source: Source = { text, at: 0, depth: 0 };
  const indent = nextContent(source);
  if (indent !== 0) return null;
  const tree = mapAt(source, 0);
  return tree !== null && source.at === text.length ? tree : null;
}

/** Tabs and other steering characters, whatever may end a line elsewhere, document marks. */
const FOREIGN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text with them is not for this reader
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|^(?:---|\.\.\.|%)/m;

/** The text being read, and how far: `at` stands where the next key, item or value begins. */
interface Source {
  readonly text: string;
  at: number;
  /** How many collections enclose the place. */
  depth: number;
}

/** Goes to the next characters that are neither space nor comment. Gives their column from 0; −1 at the end. */
function nextContent(source: Source): number {
  const { text } = source;
  const at = afterBlanks(text, source.at);
  source.at = text.charCodeAt(at) === HASH && isBlankBefore(text, at) ? text.length : at;
  if (source.at >= text.length) return -1;
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** Where the blanks and whole lines of comment from there end. No expression: millions of them overflow its stack. */
function afterBlanks(text: string, from: number): number {
  for (let line = from; ; line += 1) {
    const at = afterSpaces(text, line);
    line = text.charCodeAt(at) === HASH ? text.indexOf('\n', at) : at;
    if (line === -1 || text.charCodeAt(line) !== BREAK) return at;
  }
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return at;
}

const [HASH, DASH, SPACE, BREAK] = [0x23, 0x2d, 0x20, 0x0a];

/** A comment on the last line, that no line break ends. */
function isBlankBefore(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === SPACE || text.charCodeAt(at - 1) === BREAK;
}

/** A key with its colon. What may not begin a plain text, or would end it, begins or is in none. */
const KEY =
  /(?:"([^"\\\n]{1,200})"|'([^'\n]{1,200})'|([^\s\-?:,[\]{}#&*!|>'"%@`<=][^\s:,[\]{}#&*!|>'"%@`]{0,200})):(?: +|(?=\n|$))/y;

/** A map whose keys stand in that column; the first is next. */
function mapAt(source: Source, column: number): YamlMap | null {
  const pairs: YamlMap['pairs'] = [];
  const from = source.at;
  if (!enter(source)) return null;
  for (let indent = column; indent === column; ) {
    const key = keyAt(source);
    const value = key && valueAt(source, column, true);
    if (!value) return null;
    pairs.push(pairOf(key, value));
    indent = nextContent(source);
    if (indent > column) return null;
    if (indent === column && isItem(source)) return null;
  }
  source.depth -= 1;
  return { kind: 'map', pairs, from, to: pairs.at(-1)!.value!.to };
}

function enter(source: Source): boolean {
  source.depth += 1;
  return source.depth <= LIMITS.depth;
}

function isItem({ text, at }: Source): boolean {
  return text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === SPACE;
}

function keyAt(source: Source): YamlScalar | null {
  KEY.lastIndex = source.at;
  const found = KEY.exec(source.text);
  if (!found) return null;
  const from = source.at;
  source.at = KEY.lastIndex;
  const said = found[1] ?? found[2] ?? found[3]!;
  const to = from + said.length + (found[3] === undefined ? 2 : 0);
  return { kind: 'scalar', value: said, source: said, from, to };
}

/** What follows a key or a dash, on its line or on lines that stand further in. */
function valueAt(source: Source, column: number, isOfKey: boolean): YamlNode | null {
  const { text, at } = source;
  switch (text[at]) {
    case undefined:
    case '\n':
    case '#':
      return isOfKey ? below(source, column) : null;
    case '[':
    case '{':
      return toLineEnd(source, flowAt(source, column));
    case '"':
    case "'":
      return toLineEnd(source, quotedAt(source));
    case '>':
    case '|':
      return foldedAt(source, column);
    default:
      return plainAt(source);
  }
}

/** What stands below a key; a list may stand in the key's own column. */
function below(source: Source, column: number): YamlNode | null {
  const indent = nextContent(source);
  if (isItem(source)) return indent >= column ? listAt(source, indent) : null;
  if (indent <= column) return null;
  return startsMap(source) ? mapAt(source, indent) : valueAt(source, column, false);
}

function startsMap({ text, at }: Source): boolean {
  KEY.lastIndex = at;
  return KEY.test(text);
}

function listAt(source: Source, column: number): YamlList | null {
  const items: YamlList['items'] = [];
  const from = source.at;
  if (!enter(source)) return null;
  for (let indent = column; indent === column && isItem(source); ) {
    const item = itemAt(source, column);
    if (!item) return null;
    items.push(item);
    indent = nextContent(source);
    if (indent > column) return null;
  }
  source.depth -= 1;
  return { kind: 'list', items, from, to: items.at(-1)!.to };
}

function itemAt(source: Source, column: number): YamlNode | null {
  const { text } = source;
  const dash = source.at;
  source.at += 1;
  while (text.charCodeAt(source.at) === SPACE) source.at += 1;
  return startsMap(source)
    ? mapAt(source, column + source.at - dash)
    : valueAt(source, column, false);
}

const REST_OF_LINE = /(?: +#[^\n]*| *)(?=\n|$)/y;

/** The node, where nothing but a comment stands behind it on its line. */
function toLineEnd<Node extends YamlNode>(source: Source, node: Node | null): Node | null {
  REST_OF_LINE.lastIndex = source.at;
  if (!node || !REST_OF_LINE.test(source.text)) return null;
  source.at = REST_OF_LINE.lastIndex;
  return node;
}

const DOUBLE = /"([^"\\\n]*)"/y;
const SINGLE = /'((?:[^'\n]|'')*)'/y;

function quotedAt(source: Source): YamlScalar | null {
  const from = source.at;
  const isDouble = source.text[from] === '"';
  const quoted = isDouble ? DOUBLE : SINGLE;
  quoted.lastIndex = from;
  const inside = quoted.exec(source.text)?.[1];
  if (inside === undefined) return null;
  source.at = quoted.lastIndex;
  const said = isDouble ? inside : inside.replaceAll("''", "'");
  return { kind: 'scalar', value: said, source: said, from, to: source.at };
}

/** What may begin a plain text: no sign that means something to YAML, but a minus of a number. */
const PLAIN = /(?:-(?=[\d.])|[^\s\-?:,[\]{}#&*!|>'"%@`])[^\n]*/y;
const COLON = /:(?: |$)/;

function plainAt(source: Source): YamlScalar | null {
  PLAIN.lastIndex = source.at;
  const line = PLAIN.exec(source.text)?.[0];
  if (line === undefined) return null;
  const from = source.at;
  source.at = PLAIN.lastIndex;
  const comment = line.indexOf(' #');
  const said = withoutLastSpaces(comment === -1 ? line : line.slice(0, comment));
  return COLON.test(said) ? null : plainScalar(said, from);
}

function withoutLastSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end -= 1;
  return text.slice(0, end);
}

function plainScalar(said: string, from: number): YamlScalar | null {
  const value = resolved(said);
  if (value === undefined) return null;
  return { kind: 'scalar', value, source: said, from, to: from + said.length };
}

const INTEGER = /^[-+]?[0-9]+$/;
const DECIMAL = /^[-+]?[0-9]+\.[0-9]+$/;
/** Other spellings of numbers, and what is no text. */
const OTHER =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan)|0[ox][\da-f]+|~|null|true|false)$/i;

function resolved(said: string): unknown {
  if (INTEGER.test(said)) return Number.parseInt(said, 10);
  if (DECIMAL.test(said)) return Number.parseFloat(said);
  return OTHER.test(said) ? WORDS.get(said) : said;
}

const WORDS: ReadonlyMap<string, unknown> = new Map([
  ['true', true],
  ['false', false],
]);

const FOLDED = /([>|])(-?)\n( +)(?=[^ \n])/y;

/** A text over several lines, all as far in as the first, none empty. */
function foldedAt(source: Source, column: number): YamlScalar | null {
  const { text, at: from } = source;
  FOLDED.lastIndex = from;
  const header = FOLDED.exec(text);
  if (!header) return null;
  const [, style, strip, margin = ''] = header;
  if (margin.length <= column) return null;
  const lines: string[] = [];
  let at = FOLDED.lastIndex - margin.length;
  while (text.startsWith(margin, at) && !isSpaceOrBreak(text, at + margin.length)) {
    const end = text.indexOf('\n', at);
    // Without a last line break there is none in the text either.
    if (end === -1) return null;
    lines.push(text.slice(at + margin.length, end));
    at = end + 1;
  }
  source.at = at;
  const said = lines.join(style === '>' ? ' ' : '\n') + (strip ? '' : '\n');
  if (!isDone(source, column)) return null;
  return { kind: 'scalar', value: said, source: said, from, to: at };
}

function isSpaceOrBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE || code === BREAK;
}

const AHEAD = /\n*( *)/y;

/** Does nothing follow that could be a further line of the text? */
function isDone({ text, at }: Source, column: number): boolean {
  AHEAD.lastIndex = at;
  const indent = AHEAD.exec(text)![1]!.length;
  return indent <= column && text.charCodeAt(AHEAD.lastIndex) !== BREAK;
}

/** A map or list in brackets; whatever line it goes on to stands further in than the column. */
function flowAt(source: Source, column: number): YamlNode | null {
  if (!enter(source)) return null;
  const isMap = source.text[source.at] === '{';
  const node = isMap ? flowMapAt(source, column) : flowListAt(source, column);
  source.depth -= 1;
  return node;
}

function flowMapAt(source: Source, column: number): YamlMap | null {
  const from = source.at;
  const pairs: YamlMap['pairs'] = [];
  while (goOn(source, column)) {
    if (source.text[source.at] === '}') return { kind: 'map', pairs, from, to: ++source.at };
    const key = keyAt(source);
    const value = key && skipped(source, column) ? flowValueAt(source, column) : null;
    if (!value || !isFlowEnd(source, column, '}')) return null;
    pairs.push(pairOf(key, value));
  }
  return null;
}

function flowListAt(source: Source, column: number): YamlList | null {
  const from = source.at;
  const items: YamlList['items'] = [];
  while (goOn(source, column)) {
    if (source.text[source.at] === ']') return { kind: 'list', items, from, to: ++source.at };
    const item = flowValueAt(source, column);
    if (!item || !isFlowEnd(source, column, ']')) return null;
    items.push(item);
  }
  return null;
}

/** Past the opening bracket or the comma; a closing bracket is looked at again. */
function goOn(source: Source, column: number): boolean {
  if (!/[\]}]/.test(source.text[source.at] ?? ']')) source.at += 1;
  return skipped(source, column);
}

function isFlowEnd(source: Source, column: number, closing: string): boolean {
  if (!skipped(source, column)) return false;
  const next = source.text[source.at];
  return next === ',' || next === closing;
}

const SPACES = /[ \n]*/y;

/** Goes past spaces and line breaks. Is what follows far enough in, and no comment? */
function skipped(source: Source, column: number): boolean {
  const { text, at } = source;
  SPACES.lastIndex = at;
  SPACES.test(text);
  source.at = SPACES.lastIndex;
  const between = text.slice(at, source.at);
  const onLine = between.lastIndexOf('\n');
  return source.at < text.length && (onLine === -1 || between.length - onLine - 1 > column);
}

const FLOW_PLAIN =
  /(?:-(?=[\d.])|[^\s\-?:,[\]{}#&*!|>'"%@`])(?:[^\n,[\]{}:#]|:(?![\s,[\]{}]|$)|(?<! )#)*/y;

function flowValueAt(source: Source, column: number): YamlNode | null {
  const { text, at: from } = source;
  const first = text[from];
  if (first === '[' || first === '{') return flowAt(source, column);
  if (first === '"' || first === "'") return quotedAt(source);
  FLOW_PLAIN.lastIndex = from;
  const said = FLOW_PLAIN.exec(text)?.[0].replace(/(?<! ) +$/, '');
  if (said === undefined) return null;
  source.at = from + said.length;
  return plainScalar(said, from);
}
