import type { TextEdit } from '../text-edits.ts';
import { syntax } from '../yaml-syntax.ts';
import { type Cause, causeAt } from './cause.ts';

const LONE = /\r(?!\n)/g;

/** Carriage returns without a line feed, among lines that end otherwise: YAML breaks the line there, editors may not. */
export function loneReturns(text: string): Cause[] {
  if (!text.includes('\r')) return [];
  const found = Array.from(text.matchAll(LONE), ({ index }) => index);
  const [from] = found;
  if (from === undefined) return [];
  const edits =
    found.length > MOST_EDITS
      ? [allOf(text, from, found.at(-1)! + 1)]
      : found.map((at) => ({ from: at, to: at + 1, text: '\n' }));
  const place = { from, to: from + 1 };
  return [causeAt(place, syntax('lone-return'), edits, 'safe')];
}

/** No file of a plan has so many lines; all are mended at once, whatever becomes of the places between. */
const MOST_EDITS = 10_000;

function allOf(text: string, from: number, to: number): TextEdit {
  return { from, to, text: text.slice(from, to).replace(LONE, '\n') };
}
