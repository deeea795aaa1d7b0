import { daysBetween } from '../../calendar.ts';
import type { Cell, Column, Row } from '../../formats/document.ts';
import { type Block, heading, paragraph, rowsTable } from '../../formats/document.ts';
import { oneLine, together } from '../../formats/printable.ts';
import type { DeadlineItem } from '../../overdue.ts';
import type { Plan } from '../../plan.ts';
import type { PlanReport } from '../../report.ts';
import { formatDay } from '../../words/numbers.ts';
import { countCell, dayCell } from '../cells.ts';
import { agencyName } from '../overdue/summary.ts';
import { deadlineFacts } from './headline.ts';
import { column, FIGURE, isAsked, LONG, type ReportContext, SHORT } from './view.ts';

type Key = 'lead' | 'item' | 'title' | 'kind' | 'due' | 'days';

/** What is overdue, by the agencies that lead. */
export function overdueBlocks(report: PlanReport, level: number, context: ReportContext): Block[] {
  const { words } = context;
  const { plan, deadlines, overdue } = report;
  const head = heading(level, words.headings.overdue);
  if (deadlines.items.length === 0)
    return isAsked(context, 'tasks') ? [] : [head, paragraph(words.noDuties)];
  const facts = { tasks: deadlineFacts(report, 'task'), duties: deadlineFacts(report, 'report') };
  const hasProgress = report.sources.progress.length > 0;
  const rows = overdue.flatMap(({ lead, items }) =>
    items.map((item, index) => ({
      lead:
        index === 0
          ? { text: `${leadNames(plan, lead === null ? [] : [lead], context)} (${items.length})` }
          : empty,
      ...itemCells(item, context),
      days: countCell(item.daysOverdue, context.lang),
    })),
  );
  const { columns: titles } = words;
  const own = new Set(overdue.flatMap(({ items }) => items));
  const repeated = [...own].filter(({ lead }) => new Set(lead).size > 1).length;
  return [
    head,
    paragraph(words.overdue(facts, deadlines.asOf, hasProgress)),
    ...(repeated === 0 ? [] : [paragraph(words.severalLeads(repeated))]),
    ...rowsTable(
      [
        column('lead', titles.lead, 80, LONG),
        ...itemColumns(report, rows, context),
        column('days', titles.daysLate, 90, FIGURE),
      ],
      rows,
      context.hidden,
    ),
  ];
}

/** What is due soon, else on the nearest day ahead. */
export function dueNextBlocks(report: PlanReport, level: number, context: ReportContext): Block[] {
  const { deadlines, dueNext } = report;
  if (deadlines.items.length === 0) return [];
  const { words } = context;
  const { within, soon, later } = dueNext;
  const [nearest] = later;
  const rows = [...soon, ...later].map((item) => ({
    ...itemCells(item, context),
    days: countCell(daysBetween(deadlines.asOf, item.due!), context.lang),
    lead: { text: leadNames(report.plan, item.lead, context) },
  }));
  const { columns: titles } = words;
  const text =
    soon.length > 0
      ? words.dueSoon(soon.length, within)
      : nearest
        ? words.dueLater(later.length, within, nearest.due!)
        : words.nothingDue(deadlines.asOf);
  return [
    heading(level, words.headings.dueNext),
    paragraph(text),
    ...rowsTable(
      [
        ...itemColumns(report, rows, context),
        column('days', titles.daysLeft, 90, FIGURE),
        column('lead', titles.lead, 60, LONG),
      ],
      rows,
      context.hidden,
    ),
  ];
}

const empty: Cell = { text: '' };

/** The agencies' names; a phrase where the plan names none. */
export function leadNames(plan: Plan, lead: readonly string[], { words }: ReportContext): string {
  return lead.length === 0
    ? words.withoutLead
    : lead.map((code) => agencyName(plan, code)).join('; ');
}

function itemColumns(
  { plan }: PlanReport,
  rows: readonly Row<Key>[],
  { words }: ReportContext,
): Column<Key>[] {
  const { columns: titles } = words;
  const kinds = new Set(rows.map((row) => row.kind?.text));
  const isMixed = kinds.size > 1 || (plan.tasks.length > 0 && kinds.has(words.kinds.report));
  return [
    column('item', titles.item, 40),
    column('title', titles.title, 100, LONG),
    ...(isMixed ? [column<Key>('kind', titles.kind, 20)] : []),
    column('due', titles.due, 85, SHORT),
  ];
}

/** The cells that tell an occurrence: code, title, kind and due day. */
export function itemCells(item: DeadlineItem, { words, lang }: ReportContext) {
  const title = oneLine(item.title);
  const due = item.due === null ? '' : together(formatDay(item.due, lang));
  const extended = item.originalDue === null ? '' : ` (${words.extendedFrom(item.originalDue)})`;
  return {
    item: { text: item.id },
    title: { text: item.note === '' ? title : `${title} (${words.reason(oneLine(item.note))})` },
    kind: { text: words.kinds[item.kind] },
    due: item.due === null ? empty : dayCell(item.due, lang, due + extended),
  };
}
