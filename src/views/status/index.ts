import type { AreaCatalogue } from '../../area.ts';
import type { Day } from '../../calendar.ts';
import type { PlanEvaluation } from '../../evaluation.ts';
import type { Document, Table } from '../../formats/document.ts';
import type { View } from '../../formats/view.ts';
import type { PlanDeadlines } from '../../overdue.ts';
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
  input: { plan: Plan; results: readonly Result[]; areas: AreaCatalogue };
  evaluation: PlanEvaluation;
  deadlines: PlanDeadlines;
  progress: ProgressNotes;
  /** The result files. */
  files: readonly string[];
}

/** How a reader wants to see where plans stand. */
export interface StatusLook extends Narrowing {
  asOf: Day;
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
    records: () => joined(tables()),
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
  const { speech, only, group, lead, sort } = look;
  return statusTable(evaluation, {
    speech,
    only,
    group,
    lead,
    sort,
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
