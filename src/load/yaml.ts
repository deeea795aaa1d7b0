import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { type Edit, type Finding, finding, type Place } from '../finding.ts';
import type { Path } from '../indicator.ts';
import { LIMITS } from '../limits.ts';
import { legible } from '../look-alike.ts';
import { message } from '../message/message.ts';
import { overLimit } from './over-limit.ts';
import { withEdits } from './text-edits.ts';
import { type PlaceOf, syntaxFault, syntaxFindings } from './yaml-faults.ts';
import { excessIn, excessOf } from './yaml-limits.ts';
import { type Mended, mended } from './yaml-mend.ts';
import { rangeOf } from './yaml-syntax.ts';

/** A YAML file, parsed once, that knows where each of its values stands. */
export interface YamlFile {
  file: string;
  /** The file's text as read. */
  text: string;
  /**
   * The values as plain data, texts in NFC. Of a file with faults of syntax, what it says once these
   * are mended; `undefined` where nobody knows how.
   */
  data: unknown;
  /** The paths of what encloses lines that could not be read. */
  lost: readonly Path[];
  /** The scalar's own characters at that path, before YAML makes a value of them. */
  written(path: Path): string | undefined;
  /** The place of the key or of the value at that path; of its nearest ancestor where it has none. */
  locate(path: Path, on?: 'key' | 'value'): Place;
  /** The edit that writes YAML in place of the key or scalar at that path; `null` where there is none. */
  edit(path: Path, text: string, on?: 'key' | 'value'): Edit | null;
  /** The place between two UTF-16 offsets of the text. */
  placeAt(from: number, to: number): Place;
  /** The path of the key or value that the offset lies in; of what encloses it where none does. */
  pathAt(offset: number): Path;
  findings: Finding[];
}

/** Parses a YAML file; every syntax error and duplicate key is a finding with its place. */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  countLines(text, lines);
  const inFile: PlaceOf = (from, to) => placeIn(file, lines, from, to);
  const unparsed = excessOf(text);
  const found = unparsed === null ? mended(text, parsed) : NOTHING;
  const { document, edited } = found;
  const placeOf: PlaceOf = (from, to) => inFile(edited.asWritten(from), edited.asWritten(to));
  const inside = unparsed === null ? excessIn(document) : null;
  const excess = inside ? { ...inside, at: edited.asWritten(inside.at) } : unparsed;
  const syntax = excess
    ? [overLimit(excess.limit, inFile(excess.at, excess.at + 1))]
    : syntaxFindings(found, inFile);
  const isRead = document.errors.length === 0 && syntax.length === found.causes.length;
  const data = isRead && !excess ? dataOf(document) : undefined;
  if (syntax.length === 0 && data === undefined)
    syntax.push(syntaxFault(placeOf(0, 0), 'loop', ''));
  const findings = excess
    ? syntax
    : [
        ...syntax,
        ...duplicateKeys(document.contents, placeOf),
        ...ambiguousNumbers(edited.text, document.contents, placeOf),
      ];
  const lost = found.causes.filter(({ isLost }) => isLost);
  return {
    file,
    text,
    data,
    lost: lost.map(({ from }) => pathAt(document.contents, edited.asEdited(from))),
    written: (path) => scalarAt(document, path)?.source,
    locate: (path, on = 'value') => locate(document, path, on, placeOf),
    edit: (path, text, on = 'value') => edit(document, path, on, { text, placeOf }),
    placeAt: inFile,
    pathAt: (offset) => pathAt(document.contents, edited.asEdited(offset)),
    findings,
  };
}

function parsed(text: string): Document {
  return parseDocument(text, {
    version: '1.2',
    // Whatever version the file names, and whatever tags: a date is a text.
    schema: 'core',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    strict: true,
    stringKeys: true,
  });
}

/** What is not given to the parser. */
const NOTHING: Mended = { causes: [], edited: withEdits('', []), document: parsed('') };

function countLines(text: string, lines: LineCounter): void {
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
    lines.addNewLine(at + 1);
}

function placeIn(file: string, lines: LineCounter, from: number, to: number): Place {
  const start = lines.linePos(from);
  const end = lines.linePos(Math.max(from, to));
  return {
    file,
    line: Math.max(1, start.line),
    column: Math.max(1, start.col),
    endLine: Math.max(1, end.line),
    endColumn: Math.max(1, end.col),
  };
}

/** The values; `undefined` where aliases of aliases would make too many of them. */
function dataOf(document: Document): unknown {
  const seen = { aliases: 0 };
  const data = plain(document.contents, document, seen);
  return seen.aliases > LIMITS.aliases ? undefined : data;
}

function keyText(pair: Pair<unknown, unknown>): string {
  return isScalar(pair.key) ? asSeen(nfc(String(pair.key.value))) : '';
}

/** A code with letters that only look like its own, or with blanks that nobody sees, as its writer saw it. */
function asSeen(text: string): string {
  if (ASCII.test(text) || text.length > LONGEST_CODE || !/[a-z0-9]/.test(text)) return text;
  const seen = legible(text).trim();
  return CODE.test(seen) ? seen : text;
}

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_CODE = 100;

function* duplicateKeys(node: unknown, placeOf: PlaceOf, path: Path = []): Generator<Finding> {
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries())
      yield* duplicateKeys(item, placeOf, [...path, index]);
  } else if (isMap(node)) {
    const first = new Map<string, Pair<unknown, unknown>>();
    for (const pair of node.items) {
      const key = keyText(pair);
      // What is no scalar, or nothing, is a key only where the syntax is broken.
      const rival = key === '' ? undefined : first.get(key);
      if (rival) yield duplicateKey(key, [...path, key], pair, rival, placeOf);
      else first.set(key, pair);
      yield* duplicateKeys(pair.value, placeOf, [...path, key]);
    }
  }
}

function duplicateKey(
  key: string,
  path: Path,
  pair: Pair<unknown, unknown>,
  rival: Pair<unknown, unknown>,
  placeOf: PlaceOf,
): Finding {
  const placeOfKey = (of: Pair<unknown, unknown>) => placeOf(...(rangeOf(of.key) ?? [0, 0]));
  return finding({
    rule: 'duplicate-key',
    place: placeOfKey(pair),
    path,
    message: message('duplicate-key', { key }),
    related: [{ message: message('first-here', {}), place: placeOfKey(rival) }],
  });
}

/** One to three digits, a point, exactly three digits: thousands in Vietnam, a fraction in YAML. */
const AMBIGUOUS = /^[-+]?[1-9]\d{0,2}\.\d{3}$/;
const POINT_AND_THREE_DIGITS = /\d\.\d{3}(?!\d)/;
const AMBIGUOUS_IN_TARGET = /(?<![\d.])([1-9]\d{0,2}\.\d{3})(?![\d.])/;

function* ambiguousNumbers(text: string, contents: unknown, placeOf: PlaceOf): Generator<Finding> {
  if (!POINT_AND_THREE_DIGITS.test(text)) return;
  for (const { scalar, path } of scalarsOf(contents)) {
    const source = scalar.source ?? '';
    const isTarget = typeof scalar.value === 'string' && path.some((key) => NUMERIC_KEYS.has(key));
    const found =
      typeof scalar.value === 'number'
        ? AMBIGUOUS.exec(source)?.[0]
        : isTarget
          ? AMBIGUOUS_IN_TARGET.exec(source)?.[1]
          : undefined;
    const range = rangeOf(scalar);
    if (!found || !range) continue;
    yield finding({
      rule: 'ambiguous-number',
      place: placeOf(...range),
      path,
      message: message('ambiguous-yaml-number', {
        found,
        asThousands: found.replace('.', ''),
        asDecimal: found.replace(/0+$/, '').replace(/\.$/, ''),
      }),
    });
  }
}

const NUMERIC_KEYS: ReadonlySet<string | number> = new Set([
  'targets',
  'baseline',
  'results',
  'target',
]);

function* scalarsOf(node: unknown, path: Path = []): Generator<{ scalar: Scalar; path: Path }> {
  if (isScalar(node)) yield { scalar: node, path };
  else if (isMap(node))
    for (const pair of node.items) yield* scalarsOf(pair.value, [...path, keyText(pair)]);
  else if (isSeq(node))
    for (const [index, item] of node.items.entries()) yield* scalarsOf(item, [...path, index]);
}

function scalarAt(document: Document, path: Path): Scalar | undefined {
  const found = descend(document.contents, path);
  return found.rest === 0 && isScalar(found.node) ? found.node : undefined;
}

interface Found {
  node: unknown;
  pair: Pair<unknown, unknown> | undefined;
  /** How many steps of the path were left. */
  rest: number;
}

function descend(contents: unknown, path: Path): Found {
  let found: Found = { node: contents, pair: undefined, rest: path.length };
  for (const step of path) {
    const next = child(found.node, step);
    if (!next) return found;
    found = { ...next, rest: found.rest - 1 };
  }
  return found;
}

/** The pairs of a map by their keys; a map is asked again and again. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const held = PAIRS.get(map);
  if (held) return held;
  const pairs = new Map<string, Pair>();
  for (const pair of map.items) {
    const key = keyText(pair);
    if (!pairs.has(key)) pairs.set(key, pair);
  }
  PAIRS.set(map, pairs);
  return pairs;
}

const PAIRS = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function child(node: unknown, step: string | number): Omit<Found, 'rest'> | undefined {
  if (isMap(node)) {
    const pair = pairsOf(node).get(String(step));
    return pair && { node: pair.value, pair };
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { node: item, pair: undefined };
  }
  return undefined;
}

function locate(document: Document, path: Path, on: 'key' | 'value', placeOf: PlaceOf): Place {
  const { node, pair, rest } = descend(document.contents, path);
  const keyRange = rangeOf(pair?.key);
  const wantsKey = on === 'key' || rest > 0 || isCollection(node) || isAlias(node);
  const range = (wantsKey && keyRange) || rangeOf(firstInside(node)) || keyRange || [0, 0];
  return placeOf(...range);
}

function edit(
  document: Document,
  path: Path,
  on: 'key' | 'value',
  { text, placeOf }: { text: string; placeOf: PlaceOf },
): Edit | null {
  const { node, pair, rest } = descend(document.contents, path);
  const meant = on === 'key' ? pair?.key : node;
  const range = rest === 0 && isScalar(meant) ? rangeOf(meant) : undefined;
  return range && range[1] > range[0] ? { place: placeOf(...range), text } : null;
}

/** A list item is shown by its first key, since the whole of it may be a page long. */
function firstInside(node: unknown): unknown {
  if (isMap(node) && node.items[0]) return node.items[0].key;
  return node;
}

function pathAt(node: unknown, offset: number): Path {
  if (isMap(node)) {
    const pair = node.items.findLast(({ key }) => startsBy(key, offset));
    return pair && encloses([pair.key, pair.value], offset)
      ? [keyText(pair), ...pathAt(pair.value, offset)]
      : [];
  }
  if (!isSeq(node)) return [];
  const index = node.items.findLastIndex((item) => startsBy(item, offset));
  const item = node.items[index];
  return encloses([item], offset) ? [index, ...pathAt(item, offset)] : [];
}

function startsBy(node: unknown, offset: number): boolean {
  const range = rangeOf(node);
  return range !== undefined && range[0] <= offset;
}

function encloses(nodes: readonly unknown[], offset: number): boolean {
  return nodes.some((node) => {
    const range = rangeOf(node);
    return range !== undefined && offset < range[1];
  });
}

/**
 * The node as plain data with its texts in NFC, an alias as the data of its anchor. A number that
 * JavaScript cannot hold as it is written is a text of its decimal digits.
 */
function plain(node: unknown, document: Document, seen: { aliases: number }): unknown {
  if (isScalar(node)) return scalarData(node);
  if (isSeq(node)) return node.items.map((item) => plain(item, document, seen));
  if (isMap(node))
    return Object.fromEntries(
      node.items.map((pair) => [keyText(pair), plain(pair.value, document, seen)]),
    );
  if (!isAlias(node)) return node ?? null;
  seen.aliases += 1;
  return seen.aliases > LIMITS.aliases ? null : plain(node.resolve(document), document, seen);
}

function scalarData({ value, source }: Scalar): unknown {
  if (typeof value === 'string') return asSeen(nfc(value));
  return typeof value === 'number' ? (asWritten(source ?? '', value) ?? value) : value;
}

const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e([-+]?\d+))?$/i;

/** The number in plain decimal digits where JavaScript's own text for it says another, or has an exponent. */
function asWritten(source: string, value: number): string | null {
  const exponent = DECIMAL.exec(source)?.[1];
  if (!DECIMAL.test(source) || (source.length < SAFE_LENGTH && exponent === undefined)) return null;
  if (Math.abs(Number(exponent ?? 0)) > LIMITS.digits) return source;
  const digits = plainDecimal(source);
  return digits === String(value) ? null : digits;
}

/** So few characters hold no number that JavaScript would round. */
const SAFE_LENGTH = 16;

/** `-1.5e3` as `-1500`, `1e-7` as `0.0000001`; what has no exponent, as it is. */
function plainDecimal(source: string): string {
  const [mantissa = '', power = '0'] = source.toLowerCase().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = mantissa.replace(/^[-+]/, '').split('.');
  const point = whole.length + Number(power);
  const digits = (whole + part)
    .padEnd(point, '0')
    .padStart(whole.length + part.length - Math.min(point, 0), '0');
  const at = Math.max(point, 0);
  const text = `${digits.slice(0, at).replace(/^0+(?=\d)/, '') || '0'}.${digits.slice(at)}`;
  return sign + text.replace(/\.?0*$/, '');
}

function nfc(text: string): string {
  return ASCII.test(text) ? text : text.normalize('NFC');
}

const ASCII = /^[\x20-\x7e]*$/;
