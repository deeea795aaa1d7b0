import type { Cause } from './yaml-causes.ts';
import { syntax } from './yaml-syntax.ts';

const LONE = /\r(?!\n)/g;

/** Carriage returns without a line feed, among lines that end otherwise: YAML breaks the line there, editors may not. */
export function loneReturns(text: string): Cause[] {
  if (!text.includes('\r')) return [];
  const found = [...text.matchAll(LONE)].map(({ index: from }) => ({ from, to: from + 1 }));
  const [first] = found;
  if (first === undefined) return [];
  const edits = found.map((place) => ({ ...place, text: '\n' }));
  return [{ ...first, message: syntax('lone-return'), suggestion: null, edits, sure: 'safe' }];
}
