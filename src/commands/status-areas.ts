import { rankAreas } from '../area-ranking.ts';
import type { StatusOptions } from '../cli/flags/status.ts';
import type { PlanEvaluation } from '../evaluation.ts';
import type { View } from '../formats/view.ts';
import { rankByIndicator } from '../indicator-ranking.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { PlanDeadlines } from '../overdue.ts';
import { addresses } from '../plan.ts';
import { hasValue, isKnown } from '../result.ts';
import { areaFigures } from '../views/status/area-figures.ts';
import { areaNotices } from '../views/status/area-notice.ts';
import {
  areaRankingJson,
  areaTable,
  measuredAddresses,
  type RankedPlan,
} from '../views/status/area-ranking.ts';
import { joined } from '../views/status/index.ts';
import { indicatorRankingJson, indicatorRankingTable } from '../views/status/indicator-ranking.ts';
import type { Speech } from '../words/index.ts';
import type { PlanInput } from './read.ts';
import { codesOf } from './run.ts';
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

/**
 * `dti-eval status --by area --indicator`: the areas of each plan that has the indicator, ranked by it.
 * @throws UsageError where none of the plans has it
 */
export function indicatorAreasView(
  judged: readonly JudgedPlan[],
  named: string,
  speech: Speech<'areas' | 'status' | 'evidence'>,
): View {
  const known = judged.flatMap(({ input: { plan } }) => addresses(plan));
  const [address] = codesOf(
    '--indicator',
    [named],
    known.map((one) => [one.address, one.measurable.name] as const),
  );
  const all = judged.flatMap((one) => rankedIndicator(one, address!));
  const tables = all.map(({ input, ranked }) =>
    indicatorRankingTable(ranked, speech, areaNotices(input, input.plan.area, speech.areas)),
  );
  return {
    document: () => tables,
    records: () => joined(tables),
    json: () =>
      indicatorRankingJson(
        all.map(({ ranked }) => ranked),
        judged[0]!.evaluation.asOf,
      ),
  };
}

function rankedIndicator({ input, evaluation }: JudgedPlan, address: string) {
  const { plan, results, measures, areas, files, unread } = input;
  const { asOf, year, indicators } = evaluation;
  const whole = indicators
    .flatMap((one) => [one, ...one.parts])
    .find((one) => one.address === address);
  if (whole === undefined) return [];
  const rankings = rankByIndicator(plan, results, { measures, areas }, { asOf, year }, address);
  const ranked = {
    plan,
    asOf,
    year,
    whole,
    rankings,
    areas,
    resultFiles: files,
    unreadRows: unread,
  };
  return [{ input, ranked }];
}

/** `dti-eval status --by area`: the areas of each plan's results, ranked by attainment. */
export function areasView(
  judged: readonly JudgedPlan[],
  speech: Speech<'areas' | 'status' | 'evidence'>,
  limits: Limits = LIMITS,
): View {
  const tableOf = (one: JudgedPlan) => {
    const { input } = one;
    const notices = areaNotices(input, input.plan.area, speech.areas);
    return areaTable(rankedPlan(one), speech, notices);
  };
  return {
    document: () =>
      judged.flatMap((one) => {
        refuseManyFigures([one], limits);
        const ranked = rankedPlan(one);
        refuseTooMany([ranked], limits);
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
    records: () => {
      refuseManyFigures(judged, limits);
      const all = judged.map(rankedPlan);
      refuseTooMany(all, limits);
      return joined(
        all.map((ranked) => areaTable(ranked, speech, [], ranked.rankings, measuredAddresses(all))),
      );
    },
    json: () => areaRankingJson(judged.map(rankedPlan), judged[0]!.evaluation.asOf),
  };
}

/** @throws UsageError for tables with a cell for each of very many areas and indicators */
/** Each figure of an area stands in a cell of its own: they are counted before they are judged. */
function refuseManyFigures(judged: readonly JudgedPlan[], limits: Limits): void {
  const figures = new Set<string>();
  for (const { input, evaluation } of judged)
    for (const row of input.results)
      if (row.area !== input.plan.area && hasValue(row) && isKnown(row, evaluation.asOf))
        figures.add([input.plan.id, row.area, row.indicator].join('\n'));
  if (figures.size > limits.cells) throw tooManyCells(limits);
}

function tooManyCells({ cells: most }: Limits) {
  return usageError('over-limit', { limit: 'cells', most, isOpen: true });
}

function refuseTooMany(all: readonly RankedPlan[], limits: Limits): void {
  const areas = all
    .flatMap(({ rankings }) => rankings)
    .reduce((sum, { standings }) => sum + standings.length, 0);
  if (areas * measuredAddresses(all).length <= limits.cells) return;
  throw tooManyCells(limits);
}

/** Made once: a document asks for it and for its table, and both again where it is drawn. */
function rankedPlan(one: JudgedPlan): RankedPlan {
  const ranked = RANKED.get(one) ?? rankedOf(one);
  RANKED.set(one, ranked);
  return ranked;
}

const RANKED = new WeakMap<JudgedPlan, RankedPlan>();

function rankedOf({ input, evaluation }: JudgedPlan): RankedPlan {
  const { plan, results, measures, areas, files, unread } = input;
  const { asOf, year } = evaluation;
  return {
    plan,
    asOf,
    year,
    rankings: rankAreas(plan, results, { measures, areas }, { asOf, year }),
    areas,
    resultFiles: files,
    unreadRows: unread,
    wholes: evaluation.indicators,
  };
}
