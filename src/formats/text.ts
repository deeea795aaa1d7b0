import {
  type Document,
  headingText,
  type Item,
  type List,
  type TextBlock,
  withoutPictures,
} from './document.ts';
import { enclosed } from './letter-lines.ts';
import { printable } from './printable.ts';
import { painter } from './style.ts';
import { entriesText } from './text-entries.ts';
import { type TextLook, tableText } from './text-table.ts';
import type { Look, View } from './view.ts';
import { wrapText } from './wrap.ts';

/** The view's document as text for a terminal. Ends with a line break. */
export async function write(view: View, look: Look): Promise<string> {
  const { letter, document } = await enclosed(
    view.document({ width: look.width, isText: true }),
    view,
    look,
  );
  const text = documentText(document, look);
  if (letter === null) return text;
  const { letterHead, letterFoot } = await import('./text-letter.ts');
  return `${letterHead(letter, look)}\n\n${text}\n${letterFoot(letter, look)}\n`;
}

const RULES: Readonly<Record<number, string>> = { 1: '═', 2: '─' };

/** A document as text that fits the width. Ends with a line break. */
export function documentText(document: Document, look: TextLook): string {
  return `${withoutPictures(document)
    .map((block) => blockText(block, look))
    .join('\n\n')}\n`;
}

function blockText(block: TextBlock, look: TextLook): string {
  const { width, color } = look;
  switch (block.kind) {
    case 'heading': {
      const lines = wrapText(printable(headingText(block)), width);
      const rule = RULES[block.level];
      const under = rule ? [rule.repeat(Math.max(...lines.map((line) => line.length)))] : [];
      return [...lines, ...under].map((line) => painter(color)(line, 'strong')).join('\n');
    }
    case 'paragraph':
      return wrapText(printable(block.text), width).join('\n');
    case 'list':
      return listLines(block, look).join('\n');
    case 'table':
      return tableText(block, look).trimEnd();
    case 'entries':
      return entriesText(block, look).trimEnd();
  }
}

function listLines({ items, start }: List, look: TextLook): string[] {
  return items.flatMap((item, index) =>
    itemLines(item, start === undefined ? '• ' : `${start + index}. `, look),
  );
}

/** What belongs to an item is indented as far as its text. */
function itemLines(item: Item, bullet: string, look: TextLook): string[] {
  const {
    text,
    style = 'plain',
    below,
  } = typeof item === 'string' ? { text: item, below: [] } : item;
  const room = look.width === null ? null : look.width - bullet.length;
  const within = { ...look, width: room };
  const lines = [
    ...wrapText(printable(text), room).map((line) => painter(look.color)(line, style)),
    ...below.flatMap((more) =>
      typeof more === 'string' ? wrapText(printable(more), room) : listLines(more, within),
    ),
  ];
  return lines.map((line, index) => (index === 0 ? bullet : ' '.repeat(bullet.length)) + line);
}
