import type { Document } from 'yaml';
import type { Finding } from '../finding.ts';
import { LIMITS } from '../limits.ts';
import type { EditedText } from './text-edits.ts';
import { syntaxFindings } from './yaml-faults.ts';
import { mended } from './yaml-mend.ts';
import { type PlaceOf, rangeOf } from './yaml-syntax.ts';
import {
  pairOf,
  type YamlAlias,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlPair,
} from './yaml-tree.ts';
import { wholeYaml } from './yaml-whole.ts';

/** A text as parsed, its faults of syntax mended as far as they were understood. */
export interface ParsedYaml {
  /** Its offsets are those of the edited text. */
  tree: YamlNode | null;
  edited: EditedText;
  /** Was it written so plainly that nothing needs to be found in it? */
  isPlain?: true;
  /** Is no fault left that was not understood? */
  isWhole: boolean;
  /** How many were. */
  causes: number;
  /** Where in the text as written something could not be read. */
  lost: readonly number[];
  /** Everything that keeps the text from being read. */
  faults(placeOf: PlaceOf): Finding[];
}

/** Parses any YAML text. */
export function parsedYaml(text: string): ParsedYaml {
  const found = mended(text, parse, treeOf);
  const { document, edited, causes } = found;
  return {
    tree: treeOf(document),
    edited,
    isWhole: document.errors.length === 0,
    causes: causes.length,
    lost: causes.filter(({ isLost }) => isLost).map(({ from }) => from),
    faults: (placeOf) => syntaxFindings(found, placeOf),
  };
}

function parse(text: string): Document {
  return wholeYaml().parseDocument(text, {
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

function treeOf(document: Document): YamlNode | null {
  return nodeOf(document.contents, { yaml: wholeYaml(), document, nodes: new Map(), aliases: 0 });
}

/** What an alias stands for is the same node as where it is written. */
interface Made {
  yaml: typeof import('yaml');
  document: Document;
  nodes: Map<unknown, YamlNode>;
  aliases: number;
}

function nodeOf(parsed: unknown, made: Made): YamlNode | null {
  const { isAlias, isMap, isScalar, isSeq } = made.yaml;
  const held = made.nodes.get(parsed);
  if (held) return held;
  const [from, to] = rangeOf(parsed) ?? [0, 0];
  if (isScalar(parsed)) {
    const { value, source = '' } = parsed;
    return { kind: 'scalar', value, source, from, to };
  }
  if (isMap(parsed)) {
    const map: YamlMap = { kind: 'map', pairs: [], from, to };
    made.nodes.set(parsed, map);
    for (const { key, value } of parsed.items)
      map.pairs.push(pairOf(nodeOf(key, made), nodeOf(value, made)));
    if (!parsed.flow) map.to = endOf(map.pairs.at(-1), to);
    return map;
  }
  if (isSeq(parsed)) {
    const list: YamlList = { kind: 'list', items: [], from, to };
    made.nodes.set(parsed, list);
    for (const item of parsed.items) list.items.push(nodeOf(item, made));
    if (!parsed.flow) list.to = list.items.at(-1)?.to ?? to;
    return list;
  }
  if (!isAlias(parsed)) return null;
  const alias: YamlAlias = { kind: 'alias', target: null, from, to };
  made.nodes.set(parsed, alias);
  made.aliases += 1;
  // Each looks through the whole document; of so many none will be followed.
  if (made.aliases <= LIMITS.aliases) alias.target = nodeOf(parsed.resolve(made.document), made);
  return alias;
}

/** A collection without brackets ends where the last thing in it does, not behind the comments after it. */
function endOf(last: YamlPair | undefined, otherwise: number): number {
  return (last?.value ?? last?.key)?.to ?? otherwise;
}
