import { greatest } from '../extremes.ts';
import type { Entries, Entry, EntryGroup } from './document.ts';
import { loosened, printable, withoutTrailingSpaces } from './printable.ts';
import { type Paint, painter } from './style.ts';
import type { TextLook } from './text-table.ts';
import { displayWidth, wrapText } from './wrap.ts';

const GAP = 2;
/** A text column narrower than this would hold single words. */
const LEAST_TEXT = 24;

/** Entries as text that fits the width. Ends with a line break. */
export function entriesText(page: Entries, { width, color }: TextLook): string {
  const paint = painter(color);
  const labels = page.groups.flatMap(({ entries }) => entries.map(({ label }) => label));
  const widest = greatest(
    labels.map((label) => displayWidth(printable(label))),
    0,
  );
  const room = width === null ? widest : Math.min(widest, Math.max(6, width - GAP - LEAST_TEXT));
  const blocks = [
    wrapText(printable(page.title), width).map((line) => paint(line, 'strong')),
    ...page.groups
      .filter(({ entries }) => entries.length > 0)
      .map((block) => blockLines(block, { labels: room, width, paint })),
    page.closing.flatMap((line) => wrapText(printable(line), width)),
  ];
  const text = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'));
  return `${withoutTrailingSpaces(loosened(text.join('\n\n')))}\n`;
}

interface Layout {
  /** The width of the label column. */
  labels: number;
  width: number | null;
  paint: Paint;
}

function blockLines({ heading, entries, depth = 0 }: EntryGroup, layout: Layout): string[] {
  const indent = '  '.repeat(depth);
  const room = layout.width === null ? null : layout.width - indent.length;
  const title =
    heading === null
      ? []
      : wrapText(printable(heading), room).map((line) => layout.paint(line, 'strong'));
  const lines = entries.flatMap((entry) => entryLines(entry, { ...layout, width: room }));
  return [...title, ...lines].map((line) => indent + line);
}

function entryLines(
  { label, text, style = 'plain', marker = '' }: Entry,
  { labels, width, paint }: Layout,
): string[] {
  const before = labels + GAP + displayWidth(marker);
  const room = width === null ? null : Math.max(1, width - before);
  const texts = room === null ? printable(text).split('\n') : wrapText(printable(text), room);
  const names = wrapText(printable(label), labels);
  const height = Math.max(texts.length, names.length);
  return Array.from({ length: height }, (_, index) => {
    const name = names[index] ?? '';
    const gap = ' '.repeat(labels - displayWidth(name) + GAP);
    const mark = index === 0 ? marker : ' '.repeat(displayWidth(marker));
    return `${paint(name, 'dim')}${gap}${paint(`${mark}${texts[index] ?? ''}`, style)}`;
  });
}
