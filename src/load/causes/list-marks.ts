import { type Line, neighbour } from '../text-edits.ts';
import { syntax } from '../yaml-syntax.ts';
import { type Cause, causeAt } from './cause.ts';
import { indentOf } from './indents.ts';

/** A dash that is none and what else stands before the entries of a list in Word and on pages. */
export const LIST_MARK =
  /^(\s*)([–—−‐‑⁃•·∙‣◦●○▪▫■□►▸➢➤✓✔❖\ue000-\uf8ff*+]|--+|[=-]>|-(?:[ \t]+-)+(?=[ \t])|o(?=[ \t])|\d{1,3}[.)](?=[ \t\u00a0])|[a-zđ][.)](?=[ \t\u00a0]))([ \t\u00a0]*)(?=[^\s*+-])/u;

/** The list's entries from that line on that have the same kind of mark in the same column. */
export function* listMarks(text: string, line: Line): Generator<Cause> {
  const [, indent, mark] = LIST_MARK.exec(line.text) ?? [];
  if (indent === undefined || mark === undefined) return;
  const entries: Line[] = [];
  for (let at: Line | null = line; at !== null; at = neighbour(text, at, 1)) {
    if (indentOf(at.text) < indent.length) break;
    const [, own, other] = LIST_MARK.exec(at.text) ?? [];
    if (own === indent && kindOfMark(other!) === kindOfMark(mark)) entries.push(at);
  }
  const from = line.from + indent.length;
  const shown = /^-(?:[ \t]+-)+$/.test(mark) ? '- -' : mark;
  const message = /^[–—−‐‑⁃]$/.test(mark) ? syntax('not-a-dash', mark) : syntax('list-mark', shown);
  const place = { from, to: from + mark.trimEnd().length };
  for (const isAligned of [false, true]) {
    const edits = entries.map(({ from, text }) => {
      const [whole] = LIST_MARK.exec(text)!;
      const dash = isAligned ? '-'.padEnd(whole.length - indent.length) : '- ';
      return { from: from + indent.length, to: from + whole.length, text: dash };
    });
    yield causeAt(place, message, edits, 'safe');
  }
}

/** `1.` and `2.` are of one kind. */
function kindOfMark(mark: string): string {
  return mark.replace(/^(?:\d+|[a-zđ])(?=[.)])/, '1').replace(/^-.*/s, '-');
}
