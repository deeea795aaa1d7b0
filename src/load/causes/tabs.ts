import type { FixClass } from '../../suggest.ts';
import type { TextEdit } from '../text-edits.ts';
import { wholeYaml } from '../yaml-whole.ts';

/** How many columns editors let a tab be. */
export const TAB_WIDTHS = [2, 4, 8] as const;

/** A longer text is read too often, once for each width. */
const LONGEST = 200_000;

const INDENT = /^ *\t[ \t]*(?=\S)/gm;

/**
 * The mend of a text that is indented by tabs: spaces in their place, where that makes it readable.
 * It is safe where any number of spaces that does so says the same.
 */
export function tabMend(text: string): { sure: FixClass; edits: TextEdit[] } | null {
  if (text.length > LONGEST) return null;
  const mends = TAB_WIDTHS.map((width) => ({ width, said: dataWith(text, width) })).filter(
    ({ said }) => said !== null,
  );
  const [first] = mends;
  if (first === undefined) return null;
  const isSafe = mends.every(({ said }) => said === first.said);
  return { sure: isSafe ? 'safe' : 'unsafe', edits: tabEdits(text, first.width) };
}

/** So many spaces in place of each tab that indents. */
export function tabEdits(text: string, width: number): TextEdit[] {
  return [...text.matchAll(INDENT)].map(({ 0: indent, index }) => {
    return { from: index, to: index + indent.length, text: spaced(indent, width) };
  });
}

/** What the text says with so many spaces for a tab; `null` where it still cannot be read. */
function dataWith(text: string, width: number): string | null {
  const spacedText = text.replace(INDENT, (indent) => spaced(indent, width));
  const document = wholeYaml().parseDocument(spacedText, { version: '1.2', prettyErrors: false });
  // What its aliases lead to is the same whatever the width.
  return document.errors.length > 0 ? null : JSON.stringify(document.contents);
}

function spaced(indent: string, width: number): string {
  return indent.replaceAll('\t', ' '.repeat(width));
}
