import type { Area, AreaCatalogue } from './area.ts';
import { type AreaLevel, areasByLevel, withRanks } from './area-ranking.ts';
import type { MeasurableEvaluation, Question } from './evaluation.ts';
import { compare, type Exact, exact } from './exact.ts';
import type { MeasureCatalogue } from './measure.ts';
import type { Plan } from './plan.ts';
import type { Observation, Result } from './result.ts';
import { isAtMost } from './target.ts';

/** Where one area stands with one indicator. */
export interface IndicatorStanding {
  code: string;
  /** `null` where the catalogue does not know the area. */
  area: Area | null;
  judged: MeasurableEvaluation;
  /** The figure that counts, else the last one known. */
  figure: Observation;
  /** From 1; equals share one. `null` for a figure of which only the side is known. */
  rank: number | null;
}

/** The areas of one level by their figures of one indicator. */
export interface IndicatorRanking {
  /** `null` for areas that the catalogue does not know. */
  level: AreaLevel | null;
  standings: IndicatorStanding[];
  /** How many areas of the level report to the plan and existed then. */
  reporting: number;
  /** Those of them that have sent no figure of the indicator. */
  missing: Area[];
}

/**
 * Ranks the areas by their figures of one indicator or part, the best first: the highest, or the
 * lowest where the target is a most or the measure is to fall. A milestone ranks as the share of it
 * that is reached. Levels without any figure are left out.
 *
 * @param address `id` or `id/part`
 */
export function rankByIndicator(
  plan: Plan,
  results: readonly Result[],
  catalogues: { measures: MeasureCatalogue; areas: AreaCatalogue },
  question: Omit<Question, 'area'>,
  address: string,
): IndicatorRanking[] {
  const { measures } = catalogues;
  return areasByLevel(plan, results, catalogues, question).flatMap((one) => {
    const own = one.judged.flatMap(({ code, area, indicators }) => {
      const judged = indicators
        .flatMap((whole) => [whole, ...whole.parts])
        .find((each) => each.address === address);
      const figure = judged?.actual ?? judged?.latest ?? null;
      return judged && figure ? [{ code, area, judged, figure }] : [];
    });
    if (own.length === 0) return [];
    const isLowest = own.some(({ judged }) => isToFall(judged, measures));
    const sent = new Set(own.map(({ code }) => code));
    const silent = one.reporting.filter(({ code }) => !sent.has(code));
    return [
      {
        level: one.level,
        standings: ranked(own, isLowest ? -1 : 1),
        reporting: one.reporting.length,
        missing: silent,
      },
    ];
  });
}

function isToFall({ target, measurable }: MeasurableEvaluation, measures: MeasureCatalogue) {
  if (target !== null) return isAtMost(target);
  return measures.get(measurable.measure ?? '')?.direction === 'down';
}

function ranked(own: readonly Omit<IndicatorStanding, 'rank'>[], sign: 1 | -1) {
  const known = own.flatMap((one) => {
    const height = heightOf(one.figure);
    return height === null ? [] : [{ one, height }];
  });
  const first = known.sort(
    (a, b) => sign * compare(b.height, a.height) || (a.one.code < b.one.code ? -1 : 1),
  );
  return [
    ...withRanks(first, (a, b) => a.height.equals(b.height)).map(({ one, rank }) => ({
      ...one,
      rank,
    })),
    ...own.filter(({ figure }) => heightOf(figure) === null).map((one) => ({ ...one, rank: null })),
  ];
}

/** What a figure is ranked by; `null` where only its side is known. */
function heightOf({ value }: Observation): Exact | null {
  if (value.bound !== undefined) return null;
  if (value.kind === 'number') return value.value;
  return value.done ? exact(1) : (value.share ?? exact(0));
}
