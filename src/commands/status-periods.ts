import type { StatusOptions } from '../cli/flags/status.ts';
import { coursesOf } from '../course.ts';
import type { PlanEvaluation } from '../evaluation.ts';
import type { View } from '../formats/view.ts';
import type { Period } from '../period.ts';
import type { Result } from '../result.ts';
import { groupViews, type Narrowing } from '../views/status/narrowing.ts';
import { periodsJson, periodsRecords, periodsTable } from '../views/status/periods.ts';
import type { Speech } from '../words/index.ts';
import { usageError } from './session.ts';

/** What is about one verdict says nothing of a row of periods. */
const NOT_WITH_PERIODS = {
  by: '--by',
  pace: '--pace',
  chart: '--chart',
} as const satisfies Partial<Record<keyof StatusOptions, string>>;

/** @throws UsageError for an option that would be ignored */
export function checkPeriods(options: StatusOptions): void {
  for (const [key, option] of Object.entries(NOT_WITH_PERIODS))
    if (options[key as keyof StatusOptions] !== undefined)
      throw usageError('option-not-with', { option, other: '--periods' });
}

/** A plan as it was judged, with the results of all periods. */
export interface OverPeriods {
  input: { results: readonly Result[]; files: readonly string[] };
  evaluation: PlanEvaluation;
}

/** `dti-eval status --periods`: the figures of each period side by side. */
export function periodsView(
  judged: readonly OverPeriods[],
  periods: readonly Period[],
  narrowing: Narrowing,
  speech: Speech<'status' | 'periods' | 'evidence'>,
): View {
  const all = () =>
    judged.map(({ input, evaluation }) => {
      const groups = groupViews(evaluation, narrowing).map(({ code, shown }) => ({
        code,
        indicators: shown,
      }));
      return coursesOf(evaluation, groups, input.results, periods);
    });
  return {
    document: () =>
      all().map((one, index) => periodsTable(one, judged[index]!.input.files, speech)),
    records: () => periodsRecords(all()),
    json: () => periodsJson(all(), judged[0]!.evaluation.asOf),
  };
}
