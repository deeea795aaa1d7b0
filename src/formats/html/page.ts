import type { Speech } from '../../words/index.ts';
import { type Block, type Document, headingText } from '../document.ts';

/** What the pieces of a page are made with. */
export interface Page {
  speech: Speech<'page'>;
  /** The address of a heading on the page; `null` for what is not listed. */
  idOf(block: Block): string | null;
}

/** The headings that the list of contents names, with their addresses. */
export function contentsOf(document: Document): { block: Block; id: string; text: string }[] {
  return document
    .filter((block) => block.kind === 'heading')
    .filter(({ level }) => level === 2)
    .map((block, index) => ({ block, id: `section-${index + 1}`, text: headingText(block) }));
}
