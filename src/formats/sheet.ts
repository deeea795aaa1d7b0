import { loosened, printable } from './grid.ts';
import { type Paint, painter, type Style } from './style.ts';
import { displayWidth, wrapText } from './wrap.ts';

/** One labelled text of a sheet; several lines under one label follow each other. */
export interface Entry {
  label: string;
  text: string;
  style?: Style;
  /** Stands before the text; further lines are indented by its width. */
  marker?: string;
}

/** Entries under a heading. */
export interface Block {
  heading: string | null;
  entries: readonly Entry[];
  /** How far the block belongs under the one before, in steps of two columns. */
  depth?: number;
}

/** A page about one thing: labels at the left, texts beside them. Words are in place already. */
export interface Sheet {
  title: string;
  blocks: readonly Block[];
  closing: readonly string[];
}

export interface SheetOptions {
  /** In terminal columns; `null` where the output is piped: then only the texts' own lines break. */
  width: number | null;
  color: boolean;
}

const GAP = 2;
/** A text column narrower than this would hold single words. */
const LEAST_TEXT = 24;

/** The sheet as text that fits the width. Ends with a line break. */
export function renderSheet(sheet: Sheet, { width, color }: SheetOptions): string {
  const paint = painter(color);
  const labels = sheet.blocks.flatMap(({ entries }) => entries.map(({ label }) => label));
  const widest = Math.max(0, ...labels.map((label) => displayWidth(printable(label))));
  const room = width === null ? widest : Math.min(widest, Math.max(6, width - GAP - LEAST_TEXT));
  const blocks = [
    wrapText(printable(sheet.title), width).map((line) => paint(line, 'strong')),
    ...sheet.blocks
      .filter(({ entries }) => entries.length > 0)
      .map((block) => blockLines(block, { labels: room, width, paint })),
    sheet.closing.flatMap((line) => wrapText(printable(line), width)),
  ];
  const text = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'));
  return `${loosened(text.join('\n\n')).replace(/ +$/gm, '')}\n`;
}

interface Layout {
  /** The width of the label column. */
  labels: number;
  width: number | null;
  paint: Paint;
}

function blockLines({ heading, entries, depth = 0 }: Block, layout: Layout): string[] {
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
