import { rankAreas } from '../area-ranking.ts';
import { renderCsv } from '../formats/csv.ts';
import { renderMarkdown } from '../formats/markdown.ts';
import { renderTable } from '../formats/text-table.ts';
import { areaNotices } from '../views/status/area-notice.ts';
import { areaGrid, areaRankingJson, type RankedPlan } from '../views/status/area-ranking.ts';
import type { TableFormat } from './output.ts';
import { usageError } from './session.ts';
import type { Look } from './settings.ts';
import type { Judged, StatusOptions } from './status-options.ts';

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
} as const satisfies Partial<Record<keyof StatusOptions, string>>;

/** `dti-eval status --by area`: the areas of each plan's results, ranked by attainment. */
export function renderAreas(
  format: TableFormat,
  judged: readonly Judged[],
  look: Look,
  bom: boolean,
): string {
  const ranked = judged.map(rankedPlan);
  if (format === 'json') {
    const asOf = judged[0]!.evaluation.asOf;
    return `${JSON.stringify(areaRankingJson(ranked, asOf), null, 2)}\n`;
  }
  const grids = ranked.map((one, index) => {
    const { input } = judged[index]!;
    return areaGrid(one, look.lang, areaNotices(input, input.plan.area, look.lang));
  });
  if (format === 'markdown') return grids.map(renderMarkdown).join('\n');
  if (format === 'csv')
    return grids
      .map((grid, index) => renderCsv(grid, { bom: bom && index === 0, header: index === 0 }))
      .join('');
  return grids
    .map((grid) => renderTable(grid, { width: look.width, color: look.color }))
    .join('\n');
}

function rankedPlan({ input, evaluation }: Judged): RankedPlan {
  const { plan, results, measures, areas, files, unread } = input;
  const { asOf, year } = evaluation;
  return {
    plan,
    asOf,
    year,
    rankings: rankAreas(plan, results, { measures, areas }, { asOf, year }),
    resultFiles: files,
    unreadRows: unread,
  };
}
