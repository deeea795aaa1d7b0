import type { Place } from '../../finding.ts';
import { charactersOf, displayWidth, isNarrow } from '../wrap.ts';
import { visible } from './visible.ts';

const TAB = 4;
const ELLIPSIS = '…';

/** A line of source and the line of carets under it, both ready to print. */
export interface CodeFrame {
  source: string;
  carets: string;
}

/** One character as a reader sees it: where it stands in the text and on the screen. */
interface Cell {
  shown: string;
  /** Screen columns before it. */
  x: number;
  width: number;
  /** UTF-16 offsets, the end exclusive. */
  from: number;
  to: number;
}

interface Span {
  from: number;
  to: number;
}

/**
 * The line with carets under the place, by what terminals show: tabs expanded, combining marks
 * without width, wide characters two columns. A line wider than `budget` columns is cut at both
 * sides of the carets; `null` cuts nothing.
 */
export function codeFrameOf(line: string, place: Place, budget: number | null): CodeFrame {
  const text = line.replace(/\r?\n$|\r$/, '');
  const offsets = offsetsOf(text, place);
  const reach = text.length > LONG ? REACH : text.length;
  const from = Math.max(0, offsets.from - reach);
  const near = text.slice(from, offsets.from + reach);
  if (budget === null && isNarrow(near))
    return drawnAsIs(
      near,
      { from: offsets.from - from, to: offsets.to - from },
      {
        before: from > 0,
        after: from + near.length < text.length,
      },
    );
  const cells = text.length > LONG ? cellsAround(text, from, from + near.length) : cellsOf(near);
  const mark = markOf(cells, { from: offsets.from - from, to: offsets.to - from });
  const total = Math.max(endOf(cells), mark.to);
  const around = { before: from > 0, after: from + near.length < text.length };
  return budget === null || total <= budget
    ? drawn(cells, mark, around)
    : cut(cells, mark, { total, room: Math.max(budget - 2 * ELLIPSIS.length, 1), around });
}

/** The cells between two offsets of a long line, which many findings may be of: what is near them all is looked at once. */
function cellsAround(text: string, from: number, to: number): Cell[] {
  const start = Math.floor(from / REACH) * REACH;
  if (known.text !== text || known.start !== start) {
    const near = text.slice(start, start + 3 * REACH);
    known = { text, start, cells: cellsOf(near) };
  }
  const inside = known.cells.filter((cell) => start + cell.from >= from && start + cell.to <= to);
  const [first] = inside;
  if (first === undefined) return [];
  const before = first.x;
  return inside.map((cell) => ({
    ...cell,
    x: cell.x - before,
    from: start + cell.from - from,
    to: start + cell.to - from,
  }));
}

let known: { text: string; start: number; cells: Cell[] } = { text: '', start: 0, cells: [] };

/** Nobody writes lines longer than this; what lies farther than so many characters from the place is then not shown. */
const LONG = 1000;
const REACH = 100;

/** Where every character is a column, they need not be looked at one by one. */
function drawnAsIs(text: string, mark: Span, around: Around): CodeFrame {
  const [before, after] = marksOf(around);
  const from = Math.min(mark.from, text.length);
  const to = Math.max(Math.min(mark.to, text.length), from + 1);
  const carets = ' '.repeat(before.length + from) + '^'.repeat(to - from);
  return { source: `${before}${text}${after}`.trimEnd(), carets };
}

/** Is there more of the line before and after what is shown? */
interface Around {
  before: boolean;
  after: boolean;
}

function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  let x = 0;
  let from = 0;
  for (const character of charactersOf(text)) {
    const shown = shownAs(character, from, x);
    const width = displayWidth(shown);
    cells.push({ shown, x, width, from, to: from + character.length });
    x += width;
    from += character.length;
  }
  return cells;
}

function shownAs(segment: string, index: number, x: number): string {
  if (segment === '\t') return ' '.repeat(TAB - (x % TAB));
  const isByteOrderMark = segment === '\uFEFF' && index === 0;
  return isByteOrderMark ? '' : visible(segment);
}

/** 0-based UTF-16 offsets; a place that runs over several lines is marked to its first line's end. */
function offsetsOf(text: string, place: Place): Span {
  const from = place.column - 1;
  return { from, to: place.endLine > place.line ? text.length : place.endColumn - 1 };
}

/** The screen columns of the offsets: whole characters, at least one column. */
function markOf(cells: readonly Cell[], offsets: Span): Span {
  const first = cells.find((cell) => cell.to > offsets.from);
  if (!first) return { from: endOf(cells), to: endOf(cells) + 1 };
  const last = cells.findLast((cell) => cell.from < offsets.to && cell.from >= first.from) ?? first;
  return { from: first.x, to: Math.max(last.x + last.width, first.x + 1) };
}

function endOf(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last ? last.x + last.width : 0;
}

function cut(
  cells: readonly Cell[],
  mark: Span,
  { total, room, around }: { total: number; room: number; around: Around },
): CodeFrame {
  const marked = Math.min(mark.to - mark.from, room);
  const centred = mark.from - Math.floor((room - marked) / 2);
  const left = Math.max(0, Math.min(centred, total - room));
  const kept = cells.filter((cell) => cell.x >= left && cell.x + cell.width <= left + room);
  return drawn(kept, mark, {
    before: left > 0 || around.before,
    after: endOf(kept) < endOf(cells) || around.after,
  });
}

function drawn(cells: readonly Cell[], mark: Span, around: Around): CodeFrame {
  const [before, after] = marksOf(around);
  const start = cells[0]?.x ?? 0;
  const from = Math.max(mark.from, start);
  const to = Math.max(Math.min(mark.to, Math.max(endOf(cells), from + 1)), from + 1);
  const source = `${before}${cells.map((cell) => cell.shown).join('')}${after}`;
  const carets = ' '.repeat(before.length + from - start) + '^'.repeat(to - from);
  return { source: source.trimEnd(), carets };
}

function marksOf({ before, after }: Around): [before: string, after: string] {
  return [before ? ELLIPSIS : '', after ? ELLIPSIS : ''];
}
