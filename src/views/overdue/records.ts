import type { Cell, Column, Table } from '../../formats/document.ts';
import type { DeadlineItem } from '../../overdue.ts';

/** The columns of `overdue --format csv`, a contract. */
const VALUES = {
  plan: (item) => item.plan,
  kind: (item) => item.kind,
  id: (item) => item.id,
  title: (item) => item.title,
  group: (item) => item.group,
  lead: (item) => item.lead.join(' '),
  agency: (item) => item.agency,
  start: (item) => item.start,
  due: (item) => item.due,
  'original-due': (item) => item.originalDue,
  occurrence: (item) => item.occurrence,
  state: (item) => item.state,
  'days-overdue': (item) => item.daysOverdue,
  'done-on': (item) => item.doneOn,
  'days-late': (item) => item.lateBy,
  'set-by': (item) => item.per,
  reported: (item) => item.reported?.status ?? null,
  'reported-on': (item) => item.reported?.date ?? null,
  source: (item) => item.reported?.source || null,
  note: (item) => item.note || null,
  file: (item) => item.file,
  line: (item) => item.line,
} as const satisfies Record<string, (item: DeadlineItem) => NonNullable<Cell['raw']> | null>;

/** The occurrences of all plans as one table for machines, each of them once. */
export function overdueRecords(items: readonly DeadlineItem[]): Table {
  const columns = Object.keys(VALUES).map(
    (key): Column => ({ key, title: key, importance: 0, csvOnly: true }),
  );
  const rows = items.map((item) =>
    Object.fromEntries(
      Object.entries(VALUES).map(([key, value]) => [key, { text: '', raw: value(item) }]),
    ),
  );
  return {
    title: null,
    columns,
    sections: [{ heading: null, rows, subtotal: null }],
    closing: [],
    hiddenNote: () => '',
  };
}
