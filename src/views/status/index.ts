import type { Document, Table } from '../../formats/document.ts';
import type { Records, View } from '../../formats/view.ts';
import { statusJson } from './json.ts';
import { overviewTable } from './overview.ts';
import { statusColumns, statusRows } from './table.ts';
import { type StatusLook, type ToldPlan, tableOf } from './told.ts';

/** `dti-eval status`: an overview where there are several plans, then a table for each. */
export function statusView(plans: readonly ToldPlan[], look: StatusLook): View {
  const { speech, asOf } = look;
  const tables = (isText: boolean) => plans.map((plan) => tableOf(plan, { ...look, isText }));
  return {
    document: ({ isText = false }): Document => [
      ...(plans.length > 1 ? [overviewTable(plans.map(overviewPlan), asOf, speech)] : []),
      ...tables(isText),
    ],
    page: async () => {
      const { statusPage } = await import('./page.ts');
      return statusPage(plans, look);
    },
    records: () => ({
      columns: statusColumns(look.speech.status, plans[0]!.evaluation.year),
      sections: plans.map(({ evaluation }) => ({ rows: statusRows(evaluation, look) })),
    }),
    json: () =>
      statusJson(
        plans.map(({ evaluation }) => evaluation),
        asOf,
        new Map(plans.map(({ input, deadlines }) => [input.plan, deadlines])),
      ),
  };
}

/** The rows of several tables of the same columns as one. */
export function joined(tables: readonly Table[]): Records {
  return { columns: tables[0]!.columns, sections: tables.flatMap(({ sections }) => sections) };
}

function overviewPlan({ evaluation, deadlines, progress }: ToldPlan) {
  return {
    evaluation,
    overdue: deadlines.tasks.overdue + deadlines.reports.overdue,
    isReported: progress.files.length > 0,
  };
}
