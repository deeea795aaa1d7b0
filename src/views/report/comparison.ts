import { type Block, type Cell, heading, paragraph, rowsTable } from '../../formats/document.ts';
import type { PlanReport, Report } from '../../report.ts';
import { yearCell } from '../cells.ts';
import { deadlineFacts } from './headline.ts';
import { shareCell, tallyCells, tallyColumns } from './tally.ts';
import { areaName, column, FIGURE, isAsked, type ReportContext, SHORT } from './view.ts';

/** The plans side by side, one row each. */
export function comparisonBlocks(report: Report, level: number, context: ReportContext): Block[] {
  if (!isAsked(context, 'comparison')) return [];
  const { words } = context;
  const { columns: titles } = words;
  const { plans, asOf } = report;
  const table = rowsTable(
    [
      column('plan', titles.plan, 100, SHORT),
      column('area', titles.area, 90, SHORT),
      column('year', titles.year, 85, FIGURE),
      ...tallyColumns(
        plans.map(({ tally }) => tally),
        context,
      ),
      column('overdue', titles.overdue, 75, FIGURE),
    ],
    plans.map((one) => ({
      plan: { text: one.plan.document },
      area: { text: areaName(one.area, one.plan.area, context) },
      year: yearCell(one.evaluation.year, context.lang),
      ...tallyCells(one.tally, context),
      overdue: overdueCell(one, context),
    })),
    context.hidden,
  );
  return [
    heading(level, words.headings.comparison),
    paragraph(words.comparison(plans.length, asOf, plans.filter(isUnreported).length)),
    ...(context.pictures?.plans(report, table) ?? table),
  ];
}

function isUnreported({ plan, sources }: PlanReport): boolean {
  return plan.tasks.length > 0 && sources.progress.length === 0;
}

/** How many tasks have something overdue, of those with a date; empty where none has one. */
function overdueCell(one: PlanReport, context: ReportContext): Cell {
  const { dated, overdueItems } = deadlineFacts(one, 'task');
  return shareCell(overdueItems, dated, context);
}
