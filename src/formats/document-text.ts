import type { Block } from './document.ts';
import { printable } from './grid.ts';
import { painter } from './style.ts';
import { renderTable, type TableOptions } from './text-table.ts';
import { wrapText } from './wrap.ts';

const RULES: Readonly<Record<number, string>> = { 1: '═', 2: '─' };

/** A report as text for a terminal of that width. Ends with a line break. */
export function reportText(blocks: readonly Block[], options: TableOptions): string {
  const { width, color } = options;
  const paint = painter(color);
  const textOf = (block: Block): string => {
    switch (block.kind) {
      case 'heading': {
        const lines = wrapText(printable(block.text), width);
        const rule = RULES[block.level];
        const under = rule ? [rule.repeat(Math.max(...lines.map((line) => line.length)))] : [];
        return [...lines, ...under].map((line) => paint(line, 'strong')).join('\n');
      }
      case 'paragraph':
        return wrapText(printable(block.text), width).join('\n');
      case 'list':
        return block.items
          .map((item, index) => itemText(item, bulletOf(block.start, index), width))
          .join('\n');
      case 'table':
        return renderTable(block.grid, options).trimEnd();
    }
  };
  return `${blocks.map(textOf).join('\n\n')}\n`;
}

function bulletOf(start: number | undefined, index: number): string {
  return start === undefined ? '• ' : `${start + index}. `;
}

function itemText(item: string, bullet: string, width: number | null): string {
  const room = width === null ? null : width - bullet.length;
  return wrapText(printable(item), room)
    .map((line, index) => (index === 0 ? bullet : ' '.repeat(bullet.length)) + line)
    .join('\n');
}
