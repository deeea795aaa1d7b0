import { type ChartBlock, dataBehind } from './chart.ts';
import type { TextBlock } from './text-block.ts';

export * from './text-block.ts';

/**
 * What a command shows, in words but without a format: every format makes its text or bytes of
 * these blocks.
 */
export type Document = readonly Block[];

export type Block = TextBlock | ChartBlock;

/** The document with the data of its pictures in their place, for formats that draw nothing. */
export function withoutPictures(document: Document): TextBlock[] {
  return document.flatMap((block) => (block.kind === 'chart' ? dataBehind(block) : [block]));
}

/** What the document is about: its first heading, else its first table's. */
export function titleOf(document: Document): string {
  for (const block of document) {
    if (block.kind === 'heading') return block.text;
    if ((block.kind === 'table' || block.kind === 'entries') && block.title) return block.title;
  }
  return '';
}
