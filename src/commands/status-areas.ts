import { rankAreas } from '../area-ranking.ts';
import type { StatusOptions } from '../cli/flags/status.ts';
import type { PlanEvaluation } from '../evaluation.ts';
import type { View } from '../formats/view.ts';
import type { PlanDeadlines } from '../overdue.ts';
import { areaFigures } from '../views/status/area-figures.ts';
import { areaNotices } from '../views/status/area-notice.ts';
import { areaRankingJson, areaTable, type RankedPlan } from '../views/status/area-ranking.ts';
import { joined } from '../views/status/index.ts';
import type { Speech } from '../words/index.ts';
import type { PlanInput } from './read.ts';
import { usageError } from './session.ts';

/** A plan with what an evaluation made of it. */
export interface JudgedPlan {
  input: PlanInput;
  evaluation: PlanEvaluation;
  deadlines: PlanDeadlines;
}

/** What narrows or orders the table of indicators says nothing to a ranking of areas. */
export function checkByArea(options: StatusOptions): void {
  const other = '--by area';
  for (const [key, option] of Object.entries(NOT_WITH_AREAS))
    if (options[key as keyof StatusOptions] !== undefined)
      throw usageError('option-not-with', { option, other });
}

const NOT_WITH_AREAS = {
  only: '--only',
  group: '--group',
  lead: '--lead',
  sort: '--sort',
  area: '--area',
  pace: '--pace',
  chart: '--chart',
} as const satisfies Partial<Record<keyof StatusOptions, string>>;

/** `dti-eval status --by area`: the areas of each plan's results, ranked by attainment. */
export function areasView(
  judged: readonly JudgedPlan[],
  speech: Speech<'areas' | 'status' | 'evidence'>,
): View {
  const tableOf = (one: JudgedPlan) => {
    const { input } = one;
    const notices = areaNotices(input, input.plan.area, speech.areas);
    return areaTable(rankedPlan(one), speech, notices);
  };
  return {
    document: () =>
      judged.flatMap((one) => {
        const ranked = rankedPlan(one);
        return [
          tableOf(one),
          ...ranked.rankings
            .filter(({ counted }) => counted > 0)
            .map((level) => areaFigures(ranked, level, speech)),
        ];
      }),
    page: async () => {
      const { areasPage } = await import('../views/status/areas-page.ts');
      return areasPage(
        judged.map((one) => ({ ranked: rankedPlan(one), table: tableOf(one) })),
        speech.lang,
      );
    },
    records: () =>
      joined(
        judged.map(rankedPlan).map((ranked) => areaTable(ranked, speech, [], ranked.rankings)),
      ),
    json: () => areaRankingJson(judged.map(rankedPlan), judged[0]!.evaluation.asOf),
  };
}

function rankedPlan({ input, evaluation }: JudgedPlan): RankedPlan {
  const { plan, results, measures, areas, files, unread } = input;
  const { asOf, year } = evaluation;
  return {
    plan,
    asOf,
    year,
    rankings: rankAreas(plan, results, { measures, areas }, { asOf, year }),
    resultFiles: files,
    unreadRows: unread,
    wholes: evaluation.indicators,
  };
}
