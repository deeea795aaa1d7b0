import type { AreaCatalogue } from '../../area.ts';
import type { Day } from '../../calendar.ts';
import type { PlanEvaluation } from '../../evaluation.ts';
import type { TableBlock } from '../../formats/document.ts';
import type { MeasureCatalogue } from '../../measure.ts';
import type { PlanDeadlines } from '../../overdue.ts';
import type { PaceMethod } from '../../pace.ts';
import type { Plan } from '../../plan.ts';
import type { Result } from '../../result.ts';
import type { Speech } from '../../words/index.ts';
import { areaText } from '../area-text.ts';
import { briefLines, type ProgressNotes } from '../overdue/summary.ts';
import { areaNotices } from './area-notice.ts';
import type { Narrowing } from './narrowing.ts';
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
  /** Are only the texts of its cells shown? */
  isText?: boolean | undefined;
  speech: Speech<'status' | 'overdue' | 'overview' | 'areas' | 'evidence'>;
}

/** The plan's table, with what else is to be said of it below. */
export function tableOf(
  { input, evaluation, deadlines, progress, files }: ToldPlan,
  look: StatusLook,
): TableBlock {
  const { speech, only, group, lead, sort, chart, isText } = look;
  return statusTable(evaluation, {
    speech,
    areas: input.areas,
    only,
    group,
    lead,
    sort,
    chart,
    isText,
    resultFiles: files,
    deadlines,
    judgedArea: areaText(input.areas, evaluation.area, speech.lang),
    unreported: progress.files.length === 0 ? overdueTasks(deadlines) : 0,
    closing: [
      ...briefLines(deadlines, progress, speech.overdue),
      ...areaNotices(input, evaluation.area, speech.areas),
    ],
  });
}

function overdueTasks({ items }: PlanDeadlines): number {
  const overdue = items.filter(({ kind, state }) => kind === 'task' && state === 'overdue');
  return new Set(overdue.map(({ id }) => id)).size;
}
