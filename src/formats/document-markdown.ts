import type { Block } from './document.ts';
import { inert, markdownTable, paragraph } from './markdown.ts';

/**
 * A report as GitHub-flavoured Markdown. Nothing in a plan's texts becomes markup. Ends with a
 * line break.
 */
export function reportMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockMarkdown).join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inert(block.text)}`;
    case 'paragraph':
      return paragraph(block.text);
    case 'list':
      return block.items
        .map((item, index) => `${bullet(block.start, index)} ${paragraph(item)}`)
        .join('\n');
    case 'table':
      return markdownTable(block.grid);
  }
}

function bullet(start: number | undefined, index: number): string {
  return start === undefined ? '-' : `${start + index}.`;
}
