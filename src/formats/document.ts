import type { Column, Grid, Row } from './grid.ts';

/** One piece of a report, in words but without a format. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  /** `start` is the number of the first item, where they are numbered. */
  | { kind: 'list'; items: readonly string[]; start?: number }
  | { kind: 'table'; grid: Grid };

export function heading(level: number, text: string): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** A list; none where there are no items. */
export function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** A table without headings or closing lines; none where there are no rows. */
export function table<Key extends string>(
  columns: readonly Column<Key>[],
  rows: readonly Row<Key>[],
  hiddenNote: Grid['hiddenNote'],
): Block[] {
  if (rows.length === 0) return [];
  const sections = [{ heading: null, rows, subtotal: null }];
  return [{ kind: 'table', grid: { title: null, columns, sections, closing: [], hiddenNote } }];
}
