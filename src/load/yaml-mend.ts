import type { Document, YAMLError } from 'yaml';
import { candidates } from './causes/candidates.ts';
import type { Cause } from './causes/cause.ts';
import { conflicts } from './causes/conflicts.ts';
import { flowCommas } from './causes/flow-commas.ts';
import { joinedLines } from './causes/joined-lines.ts';
import { loneReturns } from './causes/lone-returns.ts';
import { lostColons } from './causes/lost-colons.ts';
import { missingDashes } from './causes/missing-dashes.ts';
import { missingKeys } from './causes/missing-keys.ts';
import { swallowedWords } from './causes/swallowed-words.ts';
import { type EditedText, type Line, lineAt, withEdits } from './text-edits.ts';
import type { YamlNode } from './yaml-tree.ts';

/** A text whose faults of syntax were mended as far as they were understood. */
export interface Mended {
  /** What is wrong, each cause once, in offsets of the text as written. */
  causes: readonly Cause[];
  edited: EditedText;
  document: Document;
}

/** Parses a text. */
type Parse = (text: string) => Document;

/** Texts are parsed again and again while a cause is looked for; together, so many characters at most. */
const MOST_PARSED = 1_500_000;
/** What an error costs the parser, in characters. */
const ERROR = 100;
/** A file of which so much cannot be read was made by no hand. */
const MOST_ERRORS = 5_000;
/** A file with more causes is no slip of the hand. */
const MOST_CAUSES = 20;

/**
 * Finds what is at the bottom of the errors of a text, and reads on as if it were put right: one slip
 * makes many errors, and hides what else is wrong.
 */
export function mended(
  written: string,
  parse: Parse,
  treeOf: (document: Document) => YamlNode | null,
): Mended {
  let left = MOST_PARSED;
  const parsed = (text: string) => {
    const document = parse(text);
    left -= text.length + ERROR * document.errors.length;
    return document;
  };
  const edit = (causes: readonly Cause[]) => {
    return withEdits(
      written,
      causes.flatMap(({ edits }) => edits),
    );
  };
  let causes: readonly Cause[] = [...conflicts(written), ...loneReturns(written)];
  let edited = edit(causes);
  let document = parsed(edited.text);
  for (let tried = 0; document.errors.length > 0 && tried < MOST_CAUSES; tried += 1) {
    const found = bestMend(edited.text, document, (text) => (left > 0 ? parsed(text) : null));
    if (found === null) break;
    const all = [...causes, inWritten(found.cause, edited)];
    if (overlap(all)) break;
    causes = all;
    edited = edit(all);
    document = found.document;
  }
  const meant =
    document.errors.length > 0
      ? []
      : [
          ...[flowCommas, lostColons, missingDashes, swallowedWords, joinedLines].flatMap((look) =>
            look(document, edited.text),
          ),
          ...missingKeys(edited.text, treeOf(document)),
        ];
  const told = new Set(causes.map(({ from }) => from));
  const others = meant
    .map((cause) => inWritten(cause, edited))
    .filter(({ from }) => !told.has(from));
  const all = [...causes, ...others];
  if (others.length === 0 || overlap(all)) return { causes, edited, document };
  edited = edit(all);
  return { causes: all, edited, document: parse(edited.text) };
}

function inWritten(cause: Cause, { asWritten }: EditedText): Cause {
  const written = <Item extends { from: number; to: number }>(item: Item): Item => {
    return { ...item, from: asWritten(item.from), to: asWritten(item.to) };
  };
  return { ...written(cause), edits: cause.edits.map(written) };
}

function overlap(causes: readonly Cause[]): boolean {
  const edits = causes.flatMap((cause) => cause.edits);
  const sorted = edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
  return sorted.some(({ from }, index) => index > 0 && from < sorted[index - 1]!.to);
}

interface Found {
  cause: Cause;
  document: Document;
}

/** The mend after which the next error stands furthest away; `null` where none helps. */
function bestMend(
  text: string,
  { errors }: Document,
  parse: (text: string) => Document | null,
): Found | null {
  if (errors.length > MOST_ERRORS) return null;
  const first = firstOf(errors)!;
  const line = lineAt(text, first.pos[0]);
  const end = endOfLook(text, line);
  let best: { cause: Cause; reaches: number } | null = null;
  for (const cause of candidates(text, first)) {
    const edits = cause.edits.filter(({ to }) => to <= end);
    const { text: tried, asWritten } = withEdits(text.slice(0, end), edits);
    const document = parse(tried);
    if (document === null) return null;
    const next = firstOf(document.errors);
    const reaches = next ? asWritten(next.pos[0]) : Number.POSITIVE_INFINITY;
    if (reaches >= line.end && reaches > (best?.reaches ?? -1)) best = { cause, reaches };
    if (next === undefined) break;
  }
  const document = best && parse(withEdits(text, best.cause.edits).text);
  const isBetter = document !== null && document.errors.length <= errors.length;
  return isBetter ? { cause: best!.cause, document } : null;
}

/** A mend is tried on the file up to some lines behind the error. */
function endOfLook(text: string, line: Line): number {
  let { end } = line;
  for (let lines = 0; lines < LOOK && end < text.length; lines += 1) end = lineAt(text, end).end;
  return end;
}

const LOOK = 40;

function firstOf(errors: readonly YAMLError[]): YAMLError | undefined {
  return errors.reduce<YAMLError | undefined>(
    (first, one) => (first === undefined || one.pos[0] < first.pos[0] ? one : first),
    undefined,
  );
}
