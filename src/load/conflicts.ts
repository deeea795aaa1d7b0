import type { Cause } from './yaml-causes.ts';
import { syntax } from './yaml-syntax.ts';

/** What git leaves where two versions of some lines could not be joined: the first of them is read. */
export function conflicts(text: string): Cause[] {
  if (!text.includes(OPENS)) return [];
  const found: Cause[] = [];
  let open: { from: number; ours: number; theirs: number | null } | null = null;
  for (const { 0: line, index: from } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const end = from + line.length;
    if (line.startsWith(OPENS)) open = { from, ours: end, theirs: null };
    else if (open && (line.startsWith('|||||||') || line.startsWith('=======')))
      open.theirs ??= from;
    else if (open && open.theirs !== null && line.startsWith('>>>>>>>')) {
      const edits = [
        { from: open.from, to: open.ours, text: '' },
        { from: open.theirs, to: end, text: '' },
      ];
      const place = { from: open.from, to: open.from + OPENS.length };
      found.push({
        ...place,
        message: syntax('conflict'),
        suggestion: null,
        edits,
        sure: null,
        isLost: true,
      });
      open = null;
    }
  }
  return found.length > MOST_TOLD
    ? [{ ...found[0]!, edits: found.flatMap((one) => one.edits) }]
    : found;
}

/** So many conflicts are one: the whole file is. */
const MOST_TOLD = 20;

const OPENS = '<<<<<<<';
