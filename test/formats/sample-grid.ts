import type { Row, Table } from '../../src/formats/document.ts';

type Key = 'code' | 'name' | 'value' | 'lead' | 'plan';

/** A small grid of every kind of column, with the given rows in one section. */
export function gridOf(rows: readonly Row<Key>[], more: Partial<Table> = {}): Table {
  return {
    title: null,
    columns: [
      { key: 'plan', title: 'plan', importance: 0, csvOnly: true },
      { key: 'code', title: 'Code', importance: 50 },
      { key: 'name', title: 'Name', importance: 100, wraps: true, minWidth: 12 },
      { key: 'value', title: 'Value', importance: 80, align: 'right' },
      { key: 'lead', title: 'Lead', importance: 10, hideEmpty: true },
    ],
    sections: [{ heading: null, rows, subtotal: null }],
    closing: [],
    hiddenNote: (titles) => `hidden: ${titles.join(', ')}`,
    ...more,
  };
}
