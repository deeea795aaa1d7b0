import type { AreaCatalogue } from '../../area.ts';
import type { Day } from '../../calendar.ts';
import type { PlanEvaluation } from '../../evaluation.ts';
import type { Document, Table } from '../../formats/document.ts';
import type { View } from '../../formats/view.ts';
import type { MeasureCatalogue } from '../../measure.ts';
import type { PlanDeadlines } from '../../overdue.ts';
import type { PaceMethod } from '../../pace.ts';
import type { Plan } from '../../plan.ts';
import type { Result } from '../../result.ts';
import type { Speech } from '../../words/index.ts';
import { briefLines, type ProgressNotes } from '../overdue/summary.ts';
import { areaNotices } from './area-notice.ts';
import { statusJson } from './json.ts';
import type { Narrowing } from './narrowing.ts';
import { overviewTable } from './overview.ts';
import { statusTable } from './table.ts';

/** One plan, judged, with what its figures rest on. */
export interface ToldPlan {
  input: {
    plan: Plan;
    results: readonly Result[];
    areas: AreaCatalogue;
    measures: MeasureCatalogue;
  };
  evaluation: PlanEvaluation;
  deadlines: PlanDeadlines;
  progress: ProgressNotes;
  /** The result files. */
  files: readonly string[];
}

/** How a reader wants to see where plans stand. */
export interface StatusLook extends Narrowing {
  asOf: Day;
  pace?: PaceMethod | undefined;
  /** With a column of bars? */
  chart?: boolean | undefined;
  speech: Speech<'status' | 'overdue' | 'overview' | 'areas' | 'evidence'>;
}

/** `dti-eval status`: an overview where there are several plans, then a table for each. */
export function statusView(plans: readonly ToldPlan[], look: StatusLook): View {
  const { speech, asOf } = look;
  const tables = () => plans.map((plan) => tableOf(plan, look));
  return {
    document: (): Document => [
      ...(plans.length > 1 ? [overviewTable(plans.map(overviewPlan), asOf, speech)] : []),
      ...tables(),
    ],
    page: async () => {
      const { statusPage } = await import('./page.ts');
      return statusPage(plans, look, (plan) => tableOf(plan, look));
    },
    records: () => joined(plans.map((plan) => tableOf(plan, { ...look, chart: false }))),
    json: () =>
      statusJson(
        plans.map(({ evaluation }) => evaluation),
        asOf,
        new Map(plans.map(({ input, deadlines }) => [input.plan, deadlines])),
      ),
  };
}

/** The rows of several tables of the same columns as one. */
export function joined(tables: readonly Table[]): Table {
  return { ...tables[0]!, sections: tables.flatMap(({ sections }) => sections) };
}

function tableOf({ input, evaluation, deadlines, progress, files }: ToldPlan, look: StatusLook) {
  const { speech, only, group, lead, sort, chart } = look;
  return statusTable(evaluation, {
    speech,
    only,
    group,
    lead,
    sort,
    chart,
    resultFiles: files,
    closing: [
      ...briefLines(deadlines, progress, speech.overdue),
      ...areaNotices(input, evaluation.area, speech.areas),
    ],
  });
}

function overviewPlan({ evaluation, deadlines }: ToldPlan) {
  return { evaluation, overdue: deadlines.tasks.overdue + deadlines.reports.overdue };
}
