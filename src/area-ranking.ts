import { type Area, type AreaCatalogue, typeOn } from './area.ts';
import { type Day, day } from './calendar.ts';
import {
  contextsOf,
  evaluateIndicator,
  type IndicatorEvaluation,
  type Question,
  reportingAreas,
} from './evaluation.ts';
import { compare, type Exact, exact, sum } from './exact.ts';
import { grouped } from './grouped.ts';
import type { MeasureCatalogue } from './measure.ts';
import type { Plan } from './plan.ts';
import type { Result } from './result.ts';
import { VERDICTS } from './verdict.ts';

/** How one area stands in a plan. */
export interface AreaStanding {
  code: string;
  /** `null` where the catalogue does not know the area. */
  area: Area | null;
  /** How many of the counted indicators it has results for. */
  measured: number;
  /** How many of those are met or exceeded. */
  reached: number;
  /** The mean of its attainments, each counted up to 1; `null` where none can be computed. */
  mean: Exact | null;
  /** The same mean without that limit. */
  unlimited: Exact | null;
  /** All of them, judged on the area's results. */
  indicators: readonly IndicatorEvaluation[];
  /** From 1; equals share one and the next is left out. `null` for too few results. */
  rank: number | null;
}

/** What areas are ranked among: centrally-run cities are provinces, cities in a province districts. */
export type AreaLevel = Exclude<Area['type'], 'city'>;

/** The areas of one level (districts, wards), best first; those without a rank at the end. */
export interface AreaRanking {
  /** `null` for areas that the catalogue does not know. */
  level: AreaLevel | null;
  /** Indicators with a target, not waived, that at least one area of the level has a result for. */
  counted: number;
  standings: AreaStanding[];
  /** How many areas of the level report to the plan and existed then. */
  reporting: number;
  /** Those of them of which there is no result. */
  missing: Area[];
}

/** An area needs results for this share of the counted indicators to be ranked. */
const ENOUGH = exact('0.8');

/**
 * Ranks the areas that have results of a plan, each level by itself: by the mean attainment over
 * the counted indicators that an area has results for, each attainment counted up to 100%; equal
 * means by the mean without that limit. The plan's own area is not among them.
 */
export function rankAreas(
  plan: Plan,
  results: readonly Result[],
  catalogues: { measures: MeasureCatalogue; areas: AreaCatalogue },
  question: Omit<Question, 'area'>,
): AreaRanking[] {
  return areasByLevel(plan, results, catalogues, question).map(
    ({ level, judged, reporting, missing }) => ({
      ...rankLevel(level, judged),
      reporting: reporting.length,
      missing,
    }),
  );
}

/** The areas of one level that have results, each judged on its own. */
export interface LevelOfAreas {
  /** `null` for areas that the catalogue does not know. */
  level: AreaLevel | null;
  judged: readonly AreaEvaluation[];
  /** The areas of the level that report to the plan and existed then. */
  reporting: readonly Area[];
  /** Those of them of which there is no result. */
  missing: Area[];
}

/** The areas that have results of a plan, level by level; the plan's own is not among them. */
export function areasByLevel(
  plan: Plan,
  results: readonly Result[],
  catalogues: { measures: MeasureCatalogue; areas: AreaCatalogue },
  question: Omit<Question, 'area'>,
): LevelOfAreas[] {
  const { measures, areas } = catalogues;
  const byArea = grouped(results, ({ area }) => area);
  byArea.delete(plan.area);
  const contextOf = contextsOf(plan, results, measures, question);
  const indicators = new Map(
    plan.indicators.map((indicator, at) => [indicator.id, { indicator, at }]),
  );
  // Of an indicator without a row in the area nothing is known there.
  const asked = (own: readonly Result[]) =>
    [...new Set(own.map((row) => row.indicator.split('/')[0]!))]
      .flatMap((id) => indicators.get(id) ?? [])
      .sort((a, b) => a.at - b.at);
  const judged = [...byArea].map(([code, own]) => {
    const context = contextOf({ ...question, area: code });
    return {
      code,
      area: areas.get(code) ?? null,
      indicators: asked(own).map(({ indicator }) => evaluateIndicator(context, indicator)),
    };
  });
  const known = reportingAreas(plan, areas).flatMap((code) => areas.get(code) ?? []);
  const reporting = known.filter((area) => existed(area, question));
  const levelIn = (area: Area | null) => area && levelOf(area, areas, question.asOf);
  const levels = [...new Set(judged.map(({ area }) => levelIn(area)))];
  return levels.map((level) => {
    const own = reporting.filter((area) => levelIn(area) === level);
    return {
      level,
      judged: judged.filter(({ area }) => levelIn(area) === level),
      reporting: own,
      missing: own.filter(({ code }) => !byArea.has(code)),
    };
  });
}

function levelOf(area: Area, areas: AreaCatalogue, on: Day): AreaLevel {
  const type = typeOn(area, on);
  if (type !== 'city') return type;
  const above = areas.get(area.parent ?? '')?.type;
  return above === undefined || above === 'country' ? 'province' : 'district';
}

/** Did the area exist on the day of judgement, or at the end of a year that has ended? */
function existed({ validFrom, validTo }: Area, { asOf, year }: Omit<Question, 'area'>): boolean {
  const end = year === undefined ? asOf : day(year, 12, 31);
  const then = end < asOf ? end : asOf;
  return (validFrom ?? then) <= then && then <= (validTo ?? then);
}

/** An area with the plan's indicators as judged on its results. */
export interface AreaEvaluation {
  code: string;
  area: Area | null;
  indicators: readonly IndicatorEvaluation[];
}

/** What is in order, each with its place in it; equal ones share the first of theirs. */
export function withRanks<One>(
  ordered: readonly One[],
  isSame: (a: One, b: One) => boolean,
): (One & { rank: number })[] {
  let rank = 0;
  return ordered.map((one, at) => {
    if (at === 0 || !isSame(ordered[at - 1]!, one)) rank = at + 1;
    return { ...one, rank };
  });
}

function rankLevel(
  level: AreaRanking['level'],
  judged: readonly AreaEvaluation[],
): Omit<AreaRanking, 'reporting' | 'missing'> {
  const counted = new Set(
    judged.flatMap(({ indicators }) => indicators.filter(isMeasured)).map((e) => e.indicator.id),
  );
  const standings = judged.map((one) => standingOf(one));
  const isRanked = ({ measured, mean }: AreaStanding) =>
    mean !== null && compare(exact(measured), ENOUGH.mul(counted.size)) >= 0;
  const ranked = standings.filter(isRanked).sort(bestFirst);
  const rest = standings.filter((standing) => !isRanked(standing));
  return {
    level,
    counted: counted.size,
    standings: [
      ...withRanks(ranked, isEqual),
      ...rest.sort((a, b) => b.measured - a.measured || byCode(a, b)),
    ],
  };
}

/** Does the indicator count, and is there a result that counts? */
export function isMeasured({ verdict, waiver }: IndicatorEvaluation): boolean {
  return waiver === null && VERDICTS[verdict].judged;
}

function standingOf({ code, area, indicators }: AreaEvaluation): AreaStanding {
  const measured = indicators.filter(isMeasured);
  const attainments = measured.map(({ attainment }) => attainment).filter((a) => a !== null);
  const one = exact(1);
  return {
    code,
    area,
    measured: measured.length,
    reached: measured.filter(({ verdict }) => VERDICTS[verdict].reached).length,
    mean: meanOf(attainments.map((a) => (compare(a, one) > 0 ? one : a))),
    unlimited: meanOf(attainments),
    indicators,
    rank: null,
  };
}

function meanOf(numbers: readonly Exact[]): Exact | null {
  if (numbers.length === 0) return null;
  return sum(numbers).div(numbers.length);
}

function bestFirst(a: AreaStanding, b: AreaStanding): number {
  return compare(b.mean!, a.mean!) || compare(b.unlimited!, a.unlimited!) || byCode(a, b);
}

function isEqual(a: AreaStanding, b: AreaStanding): boolean {
  return a.mean!.equals(b.mean!) && a.unlimited!.equals(b.unlimited!);
}

function byCode(a: AreaStanding, b: AreaStanding): number {
  return a.code < b.code ? -1 : 1;
}
