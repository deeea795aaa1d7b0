import { type Edit, type Finding, finding, type Place } from '../finding.ts';
import type { Path } from '../indicator.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { message } from '../message/message.ts';
import { swallowedList } from './causes/missing-keys.ts';
import { withoutTrailingZeros } from './numeral.ts';
import { overLimit } from './over-limit.ts';
import { type EditedText, withEdits } from './text-edits.ts';
import { placesIn } from './text-places.ts';
import { dataOf } from './yaml-data.ts';
import { type ParsedYaml, parsedYaml } from './yaml-library.ts';
import { excessIn, excessOf } from './yaml-limits.ts';
import { plainTree } from './yaml-plain.ts';
import { type PlaceOf, syntaxFault } from './yaml-syntax.ts';
import {
  descend,
  pathAt,
  scalarsOf,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from './yaml-tree.ts';

/** A YAML file, parsed once, that knows where each of its values stands. */
export interface YamlFile {
  file: string;
  /** The file's text as read. */
  text: string;
  tree: YamlNode | null;
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
export function readYaml(file: string, text: string, limits: Limits = LIMITS): YamlFile {
  const inFile = placesIn(file, text);
  const unparsed = excessOf(text, limits);
  const { tree, edited, ...read } = unparsed === null ? parsed(text) : asPlain('', null);
  const placeOf: PlaceOf = (from, to) => inFile(edited.asWritten(from), edited.asWritten(to));
  const inside = excessIn(tree, limits);
  const excess = inside ? { ...inside, at: edited.asWritten(inside.at) } : unparsed;
  const syntax = excess
    ? [overLimit(excess.limit, limits, inFile(excess.at, excess.at + 1))]
    : read.faults(inFile);
  const isRead = read.isWhole && syntax.length === read.causes;
  const data = isRead && !excess ? dataOf(tree) : undefined;
  if (syntax.length === 0 && data === undefined)
    syntax.push(syntaxFault(placeOf(0, 0), 'loop', ''));
  const findings = excess
    ? syntax
    : [
        ...syntax,
        ...(read.isPlain !== true && tree && hasRepeatedKey(tree)
          ? firstOf(duplicateKeys(tree, placeOf), limits)
          : []),
        ...firstOf(ambiguousNumbers(edited.text, tree, placeOf), limits),
      ];
  const lost = read.lost.map((offset) => pathAt(tree, edited.asEdited(offset)));
  return { ...fileOf(file, text, tree, edited), data, lost, findings };
}

/** Of more than are told, one more than that. */
function firstOf(findings: Iterable<Finding>, limits: Limits): Finding[] {
  const taken: Finding[] = [];
  for (const found of findings) {
    taken.push(found);
    if (taken.length > limits.findings) break;
  }
  return taken;
}

function fileOf(
  file: string,
  text: string,
  tree: YamlNode | null,
  edited: EditedText,
): Omit<YamlFile, 'data' | 'lost' | 'findings'> {
  const inFile = placesIn(file, text);
  const placeOf: PlaceOf = (from, to) => inFile(edited.asWritten(from), edited.asWritten(to));
  return {
    file,
    text,
    tree,
    written: (path) => writtenAt(tree, path),
    locate: (path, on = 'value') => locate(tree, path, on, placeOf),
    edit: (path, text, on = 'value') => edit(tree, path, on, { text, placeOf }),
    placeAt: inFile,
    pathAt: (offset) => pathAt(tree, edited.asEdited(offset)),
  };
}

/** The parser of all of YAML is asked only for what is not written plainly. */
function parsed(text: string): ParsedYaml {
  const tree = plainYaml(text);
  return tree ? { ...asPlain(text, tree), isPlain: true } : parsedYaml(text);
}

/** What a text holds that is written plainly and hides no slip; `null` for any other text. */
export function plainYaml(text: string): YamlMap | null {
  const tree = plainTree(text);
  return tree && !hasRepeatedKey(tree) && swallowedList(tree) === null ? tree : null;
}

function asPlain(text: string, tree: YamlNode | null): ParsedYaml {
  return {
    tree,
    edited: withEdits(text, []),
    isWhole: true,
    causes: 0,
    lost: [],
    faults: () => [],
  };
}

/** Two of one key may be more than that: an entry without its dash. */
function hasRepeatedKey(tree: YamlNode): boolean {
  if (tree.kind !== 'map' && tree.kind !== 'list') return false;
  if (tree.kind === 'list') return tree.items.some((item) => item !== null && hasRepeatedKey(item));
  return (
    isRepeatedIn(tree.pairs) ||
    tree.pairs.some(({ value }) => value !== null && hasRepeatedKey(value))
  );
}

/** A set of each of very many small maps costs more than to hold their names against each other. */
function isRepeatedIn(pairs: readonly YamlPair[]): boolean {
  if (pairs.length > FEW) {
    const names = pairs.map(({ name }) => name).filter((name) => name !== '');
    return new Set(names).size < names.length;
  }
  for (let at = 1; at < pairs.length; at += 1) {
    const { name } = pairs[at]!;
    for (let before = 0; name !== '' && before < at; before += 1)
      if (pairs[before]!.name === name) return true;
  }
  return false;
}

const FEW = 16;

function* duplicateKeys(
  node: YamlNode | null,
  placeOf: PlaceOf,
  path: Path = [],
): Generator<Finding> {
  if (node?.kind === 'list') {
    for (const [index, item] of node.items.entries())
      yield* duplicateKeys(item, placeOf, [...path, index]);
  } else if (node?.kind === 'map') {
    const first = new Map<string, YamlPair>();
    for (const pair of node.pairs) {
      const key = pair.name;
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
  pair: YamlPair,
  rival: YamlPair,
  placeOf: PlaceOf,
): Finding {
  const placeOfKey = ({ key }: YamlPair) => placeOf(key?.from ?? 0, key?.to ?? 0);
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

function* ambiguousNumbers(
  text: string,
  tree: YamlNode | null,
  placeOf: PlaceOf,
): Generator<Finding> {
  if (!POINT_AND_THREE_DIGITS.test(text) && !ODD_SOMEWHERE.test(text)) return;
  const isOddly = ({ source }: YamlScalar) =>
    POINT_AND_THREE_DIGITS.test(source) || OTHER_BASE.test(source) || ODD_COUNT.test(source);
  for (const { scalar, path } of scalarsOf(tree, isOddly)) {
    const { source, from, to, value } = scalar;
    const isOdd = () =>
      (OTHER_BASE.test(source) && isNumeric(path)) || (ODD_COUNT.test(source) && isCount(path));
    if (typeof value === 'number' && isOdd()) {
      const said = message('odd-yaml-number', { found: source, value: String(value) });
      yield finding({ rule: 'ambiguous-number', place: placeOf(from, to), path, message: said });
      continue;
    }
    const isTarget = typeof scalar.value === 'string' && path.some((key) => NUMERIC_KEYS.has(key));
    const found =
      typeof scalar.value === 'number' && !isText(path)
        ? AMBIGUOUS.exec(source)?.[0]
        : isTarget
          ? AMBIGUOUS_IN_TARGET.exec(source)?.[1]
          : undefined;
    if (!found) continue;
    yield finding({
      rule: 'ambiguous-number',
      place: placeOf(from, to),
      path,
      message: message('ambiguous-yaml-number', {
        found,
        asThousands: found.replace('.', ''),
        asDecimal: withoutTrailingZeros(found),
      }),
    });
  }
}

/** Hexadecimal and octal numbers, and zeros in front, which YAML 1.1 took for octal ones. */
const OTHER_BASE = /^[-+]?0[xob\d][\da-f]*$/i;
/** `2e3`, `2024.0` and `+2024`: no way to write a year or a count. */
const ODD_COUNT = /^(?:\+\d+|[-+]?[\d.]+e[-+]?\d+|[-+]?\d+\.0*)$/i;
const ODD_SOMEWHERE = /[\s:[{,](?:[-+]?0[xob\d]|\+\d|[\d.]{1,20}e[-+]?\d|\d{1,20}\.(?:0|\s))/i;

/** Does a number stand there, and no text? */
function isNumeric(path: Path): boolean {
  return path.some((key) => NUMERIC_KEYS.has(key) || OTHER_NUMBERS.has(key));
}

/** Does a year or a count stand there, and no figure of an indicator? */
function isCount(path: Path): boolean {
  return !path.some((key) => NUMERIC_KEYS.has(key) || key === 'by-area') && isNumeric(path);
}

/** Does only a text stand there? A number is refused whatever it is, and is to be put in quotes. */
function isText(path: Path): boolean {
  const key = path.findLast((step) => typeof step === 'string');
  return key !== undefined && TEXT_KEYS.has(key);
}

const TEXT_KEYS: ReadonlySet<string | number> = new Set([
  'id',
  'title',
  'document',
  'printed-in',
  'implements',
  'name',
  'unit',
  'source',
  'note',
  'text',
  'decision',
  'reason',
]);

const OTHER_NUMBERS: ReadonlySet<string | number> = new Set([
  'period',
  'due',
  'per',
  'year',
  'years',
  'equals',
  'of',
  'counted',
  'by-area',
]);

const NUMERIC_KEYS: ReadonlySet<string | number> = new Set([
  'targets',
  'baseline',
  'results',
  'target',
]);

/** The scalar's own characters. */
function writtenAt(tree: YamlNode | null, path: Path): string | undefined {
  const { node, rest } = descend(tree, path);
  return rest === 0 && node?.kind === 'scalar' ? node.source : undefined;
}

function locate(tree: YamlNode | null, path: Path, on: 'key' | 'value', placeOf: PlaceOf): Place {
  const { node, pair, rest } = descend(tree, path);
  const wantsKey = on === 'key' || rest > 0 || node?.kind !== 'scalar';
  const shown = (wantsKey && pair?.key) || firstInside(node) || pair?.key;
  return shown ? placeOf(shown.from, shown.to) : placeOf(0, 0);
}

function edit(
  tree: YamlNode | null,
  path: Path,
  on: 'key' | 'value',
  { text, placeOf }: { text: string; placeOf: PlaceOf },
): Edit | null {
  const { node, pair, rest } = descend(tree, path);
  const meant = on === 'key' ? pair?.key : node;
  return rest === 0 && meant?.kind === 'scalar' && meant.to > meant.from
    ? { place: placeOf(meant.from, meant.to), text }
    : null;
}

/** A list item is shown by its first key, since the whole of it may be a page long. */
function firstInside(node: YamlNode | null): YamlNode | null {
  return (node?.kind === 'map' && node.pairs[0]?.key) || node;
}
