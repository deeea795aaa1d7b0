import {
  type Cell,
  type Column,
  type EntriesBlock,
  headingText,
  type Item,
  type List,
  type Row,
  type Section,
  type Table,
  type TextBlock,
  visibleColumns,
} from '../document.ts';
import { type Child, element, lines, type Markup } from './markup.ts';
import type { Page } from './page.ts';

/** A text, list or table as HTML; `level` is that of the heading above it. */
export function blockMarkup(block: TextBlock, level: number, page: Page): Markup | null {
  switch (block.kind) {
    case 'heading':
      return headingMarkup(block.level, headingText(block), page.idOf(block));
    case 'paragraph':
      return element('p', { class: block.toFill ? 'to-fill' : null }, block.text);
    case 'list':
      return listMarkup(block);
    case 'table':
      return tableMarkup(block, level);
    case 'entries':
      return entriesMarkup(block, level);
  }
}

/** A heading; those of a level that HTML does not know are its lowest. */
export function headingMarkup(level: number, text: string, id: string | null = null): Markup {
  return element(`h${Math.min(level, 6)}`, { id }, text);
}

function listMarkup({ items, start }: List): Markup {
  const children = items.map(itemMarkup);
  return start === undefined
    ? element('ul', {}, children)
    : element('ol', { start: start === 1 ? null : start }, children);
}

function itemMarkup(item: Item): Markup {
  if (typeof item === 'string') return element('li', {}, item);
  const text = item.style === 'strong' ? element('strong', {}, item.text) : item.text;
  return element(
    'li',
    {},
    text,
    item.below.map((more) =>
      typeof more === 'string' ? element('p', {}, more) : listMarkup(more),
    ),
  );
}

function tableMarkup(table: Table, level: number): Markup {
  const columns = visibleColumns(table);
  const isEmpty = table.sections.every(({ rows }) => rows.length === 0);
  return element('section', { class: 'table' }, [
    table.title === null ? null : headingMarkup(level + 1, table.title),
    (table.opening ?? []).map((line) => element('p', {}, line)),
    isEmpty ? null : scrolling(table.title ?? columns[0]?.title ?? '', gridMarkup(table, columns)),
    table.closing.map((line) => element('p', { class: 'closing' }, line)),
  ]);
}

/** What may be wider than a phone can be moved aside, also by keyboard. */
export function scrolling(label: string, content: Markup): Markup {
  return element(
    'div',
    { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': label },
    content,
  );
}

function gridMarkup({ sections }: Table, columns: readonly Column[]): Markup {
  const titles = columns.map((column) =>
    element('th', { scope: 'col', class: classOf(column) }, column.title),
  );
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, titles)),
    sections.filter(({ rows }) => rows.length > 0).map((section) => bodyMarkup(section, columns)),
  );
}

function bodyMarkup({ heading, rows, subtotal }: Section, columns: readonly Column[]): Markup {
  const whole = (name: 'th' | 'td', kind: string, text: string) =>
    element(
      'tr',
      { class: kind },
      element(name, { colspan: columns.length, scope: name === 'th' ? 'rowgroup' : null }, text),
    );
  return element(
    'tbody',
    {},
    heading === null ? null : whole('th', 'group', heading),
    rows.map((row) => rowMarkup(row, columns)),
    subtotal === null ? null : whole('td', 'subtotal', subtotal),
  );
}

function rowMarkup(row: Row, columns: readonly Column[]): Markup {
  return element(
    'tr',
    {},
    columns.map((column) => cellMarkup(row[column.key], column)),
  );
}

/** How many steps of shade a heat table has. */
const SHADES = 10;

function cellMarkup(cell: Cell | undefined, column: Column): Markup {
  const { style = 'plain', heat } = cell ?? {};
  const kinds = [
    classOf(column),
    style === 'plain' ? null : style,
    heat === undefined ? null : `heat-${Math.round(Math.min(1, Math.max(0, heat)) * SHADES)}`,
  ].filter((kind) => kind !== null);
  return element('td', { class: kinds.length > 0 ? kinds.join(' ') : null }, cellContent(cell));
}

/** A cell's text with its marker. */
export function cellContent(cell: Cell | undefined): Child {
  if (cell === undefined) return null;
  return [
    cell.marker
      ? element('span', { class: 'mark', 'aria-hidden': 'true' }, `${cell.marker.trimEnd()}\u00a0`)
      : null,
    lines(cell.text),
  ];
}

function classOf({ align }: Column): string | null {
  return align === 'right' ? 'figure' : null;
}

function entriesMarkup({ title, groups, closing }: EntriesBlock, level: number): Markup {
  return element(
    'section',
    { class: 'entries' },
    headingMarkup(level + 1, title),
    entryGroups(groups, level + 2),
    closing.map((line) => element('p', { class: 'closing' }, line)),
  );
}

/** Labels with their texts, under headings of that level. */
export function entryGroups(groups: EntriesBlock['groups'], level: number): Markup[] {
  return groups
    .filter(({ entries }) => entries.length > 0)
    .map(({ heading, entries }) =>
      element(
        'div',
        { class: 'entry-group' },
        heading === null ? null : headingMarkup(level, heading),
        element(
          'dl',
          {},
          entries.map(({ label, text, style = 'plain', marker = '' }, index) => [
            label === '' && index > 0 ? null : element('dt', {}, label),
            element(
              'dd',
              { class: style === 'plain' ? null : style },
              cellContent({ text, marker: marker.trim() === '' ? '' : marker }),
            ),
          ]),
        ),
      ),
    );
}
