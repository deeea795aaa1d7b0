import { type AreaCatalogue, hasEnded } from './area.ts';
import { type Day, endOfMonth, yearOf } from './calendar.ts';
import type { EvaluationContext } from './computed.ts';
import {
  contextsOf,
  evaluateIndicator,
  type IndicatorEvaluation,
  reportingAreas,
} from './evaluation.ts';
import { type Indicator, type Measurable, targetFor } from './indicator.ts';
import type { MeasureCatalogue } from './measure.ts';
import { type DeadlineItem, deadlinesOf, isDone } from './overdue.ts';
import { type Period, parsePeriod, periodYear } from './period.ts';
import { addresses, defaultYear, type Plan, yearsWithTargets } from './plan.ts';
import type { ProgressRow } from './progress.ts';
import type { Observation, Result } from './result.ts';
import type { Target } from './target.ts';

/** Who fills sheets in: the leading agencies, or the areas that report to the plan. */
export const SPLITS = ['lead', 'area'] as const;
export type Split = (typeof SPLITS)[number];

/** An agency or area that fills a sheet in. */
export interface Recipient {
  kind: Split;
  code: string;
}

/** A figure that a sheet asks for. */
export interface AskedFigure {
  /** `id` or `id/part`. */
  address: string;
  indicator: Indicator;
  measurable: Measurable;
  /** The round's target year, or the next one in which the indicator has a target. */
  year: number;
  target: Target | null;
  /** The last figure that is known. */
  last: Observation | null;
}

/** What one recipient is asked for. */
export interface RoundSheet {
  /** `null` where one sheet asks for everything. */
  recipient: Recipient | null;
  figures: readonly AskedFigure[];
  items: readonly DeadlineItem[];
}

/** A round of reporting: who is asked for what of one period. */
export interface Round {
  plan: Plan;
  period: Period;
  /** The target year that the figures are held against. */
  year: number;
  asOf: Day;
  /** The area that agencies report for: the plan's, or the one that follows it. */
  home: string;
  /** In the plan's order of agencies or areas; those without anything to fill in left out. */
  sheets: readonly RoundSheet[];
  /** What names no leading agency, and so stands on nobody's sheet. */
  unled: { figures: number; items: number };
}

/** What a round is made of. */
export interface RoundData {
  plan: Plan;
  results: readonly Result[];
  progress: readonly ProgressRow[];
  measures: MeasureCatalogue;
  areas: AreaCatalogue;
}

const MONTHS_OF_QUARTER = 3;

/**
 * The period that a round is about where none is named: the last quarter that has ended by the day,
 * but none after the last target year, and none in which the plan's area was no more. A figure of it
 * counts on that day; one of a year or quarter that still runs would not.
 */
export function countablePeriod(plan: Plan, areas: AreaCatalogue, today: Day): Period {
  const lastYear = yearsWithTargets(plan).at(-1) ?? plan.period.last;
  const last = plan.succeededBy === null ? (areas.get(plan.area)?.validTo ?? null) : null;
  const asOf = last !== null && last < today ? last : today;
  const month = Number(asOf.slice(5, 7));
  const quarter = Math.ceil(month / MONTHS_OF_QUARTER);
  const hasEnded = endOfMonth(yearOf(asOf), quarter * MONTHS_OF_QUARTER) === asOf;
  const ended = hasEnded ? quarter : quarter - 1;
  const [year, number] = ended === 0 ? [yearOf(asOf) - 1, 4] : [yearOf(asOf), ended];
  return quarterOf(year > lastYear ? lastYear : year, year > lastYear ? 4 : number);
}

/** The plan's own area in a period; where that is no more, the one that the plan names to follow it. */
function homeIn({ area: code, succeededBy }: Plan, areas: AreaCatalogue, period: Period): string {
  const area = areas.get(code);
  return succeededBy !== null && area && hasEnded(area, period.end) ? succeededBy : code;
}

function quarterOf(year: number, quarter: number): Period {
  return parsePeriod(`${year}-Q${quarter}`) as Period;
}

/** The target year that a period's figures are held against. */
export function roundYear(plan: Plan, period: Period): number {
  const year = periodYear(period);
  return yearsWithTargets(plan).includes(year) ? year : defaultYear(plan, year);
}

/** What every leading agency, or every reporting area, is asked for of a period. */
export function roundOf(data: RoundData, period: Period, split: Split, asOf: Day): Round {
  const { plan } = data;
  const year = roundYear(plan, period);
  const home = homeIn(plan, data.areas, period);
  const round = { plan, period, year, asOf, home, unled: { figures: 0, items: 0 } };
  if (split === 'area') {
    const codes = reportingAreas(plan, data.areas);
    const sheetOf = areaSheets(data, year, asOf);
    return { ...round, sheets: codes.flatMap(sheetOf) };
  }
  const whole = wholeSheet(data, period, asOf);
  const figures = byLead(whole.figures, ({ indicator }) => indicator.lead);
  const items = byLead(whole.items, ({ lead }) => lead);
  const sheets = [...plan.agencies.keys()].map((code) => ({
    recipient: { kind: 'lead', code } as const,
    figures: figures.get(code) ?? [],
    items: items.get(code) ?? [],
  }));
  const unled = {
    figures: whole.figures.filter(({ indicator }) => indicator.lead.length === 0).length,
    items: whole.items.filter(({ lead }) => lead.length === 0).length,
  };
  return { ...round, sheets: sheets.filter(hasAnything), unled };
}

/** What each agency leads, in its order. */
function byLead<One>(all: readonly One[], leadOf: (one: One) => readonly string[]) {
  const found = new Map<string, One[]>();
  for (const one of all)
    for (const code of new Set(leadOf(one))) {
      const own = found.get(code);
      if (own) own.push(one);
      else found.set(code, [one]);
    }
  return found;
}

/** Everything that a plan asks for of a period, whoever leads it. */
export function wholeSheet(data: RoundData, period: Period, asOf: Day): RoundSheet {
  const year = roundYear(data.plan, period);
  const items = deadlinesOf(data.plan, data.progress, { asOf }).items;
  return {
    recipient: null,
    figures: figuresOf(data, year, asOf, homeIn(data.plan, data.areas, period)),
    items: openItems(items, period.end > asOf ? period.end : asOf),
  };
}

function hasAnything({ figures, items }: RoundSheet): boolean {
  return figures.length + items.length > 0;
}

/** An area is asked for what makes the whole, or has a target of its own; where nothing is so, for all. */
function areaSheets(data: RoundData, year: number, asOf: Day): (code: string) => RoundSheet[] {
  const asked = figuresIn(data, year, asOf);
  const isOfAreas = hasAreaFigures(data.plan);
  return (code) => {
    const isWanted = (one: Measurable) => !isOfAreas || isOfArea(one, code);
    const figures = asked(code, isWanted);
    return figures.length === 0 ? [] : [{ recipient: { kind: 'area', code }, figures, items: [] }];
  };
}

function isOfArea({ whole, byArea }: Measurable, code: string): boolean {
  return whole !== null || byArea.has(code);
}

function hasAreaFigures({ indicators }: Plan): boolean {
  return indicators.some((indicator) =>
    [indicator, ...indicator.parts].some(({ whole, byArea }) => whole !== null || byArea.size > 0),
  );
}

/** How many figures a round asks areas for at most; of very many that is more than anybody fills in. */
export function figuresOfAreas({ plan, areas }: Pick<RoundData, 'plan' | 'areas'>): number {
  const isOfAreas = hasAreaFigures(plan);
  const all = addresses(plan).map(({ measurable }) => measurable);
  const ofEach = all.filter(({ whole }) => !isOfAreas || whole !== null).length;
  const ofSome = all.reduce((sum, { byArea }) => sum + byArea.size, 0);
  return reportingAreas(plan, areas).length * ofEach + ofSome;
}

function figuresOf(data: RoundData, year: number, asOf: Day, area: string): AskedFigure[] {
  return figuresIn(data, year, asOf)(area, () => true);
}

/**
 * Every wanted indicator and part with a target for the year, in the plan's order; of an indicator that
 * has none for it those with a target for the next year that it has one for.
 */
function figuresIn({ plan, results, measures, areas }: RoundData, year: number, asOf: Day) {
  const years = [year, ...yearsWithTargets(plan).filter((later) => later > year)];
  const contextOf = contextsOf(plan, results, measures, { asOf, areas });
  return (area: string, isWanted: (one: Measurable) => boolean): AskedFigure[] => {
    const contexts = new Map<number, EvaluationContext>();
    const askedOf = (indicator: Indicator, each: number) => {
      const context = contexts.get(each) ?? contextOf({ year: each, area });
      contexts.set(each, context);
      return withTargets(evaluateIndicator(context, indicator), each);
    };
    return plan.indicators.flatMap((indicator) => {
      const all = [indicator, ...indicator.parts];
      if (!all.some(isWanted)) return [];
      const isAsked = (each: number) =>
        all.some(
          (one) =>
            one.byArea.get(area)?.has(each) ||
            targetFor(one, each, indicator.every, plan.period.first) !== undefined,
        );
      const first = years.find(isAsked);
      if (first === undefined) return [];
      return askedOf(indicator, first).filter(({ measurable }) => isWanted(measurable));
    });
  };
}

/** What of an indicator has a target for the year. */
function withTargets(judged: IndicatorEvaluation, year: number): AskedFigure[] {
  const { indicator, parts, ...own } = judged;
  return [own, ...parts]
    .filter(({ target }) => target !== null)
    .map(({ address, measurable, target, actual, latest }) => ({
      address,
      indicator,
      measurable,
      year,
      target,
      last: actual ?? latest,
    }));
}

/** What is not over; of a recurring item what has fallen due by then, and the next occurrence. */
function openItems(items: readonly DeadlineItem[], until: Day): DeadlineItem[] {
  const next = new Set<string>();
  return items.filter((item) => {
    if (isDone(item) || item.state === 'cancelled') return false;
    if (item.occurrence === null || item.due === null || item.due <= until) return true;
    const key = `${item.id}\n${item.agency ?? ''}`;
    if (next.has(key)) return false;
    next.add(key);
    return true;
  });
}

/**
 * The day by which sheets of a period are to be in: the first day of a report duty on which one
 * falls due from the period's end on, within a month; `null` where the plan has none.
 */
export function roundDue(plan: Plan, period: Period, items: readonly DeadlineItem[]): Day | null {
  const last = endOfMonth(...monthAfter(period.end));
  const days = items
    .filter(({ kind, plan: id }) => kind === 'report' && id === plan.id)
    .flatMap(({ occurrence }) => occurrence ?? [])
    .filter((day) => day >= period.end && day <= last)
    .sort();
  return days[0] ?? null;
}

function monthAfter(date: Day): [number, number] {
  const [year, month] = [yearOf(date), Number(date.slice(5, 7))];
  return month === 12 ? [year + 1, 1] : [year, month + 1];
}
