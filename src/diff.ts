import type { Area } from './area.ts';
import { type Asked, askedIn, askedNear, askedYears, carriersOf, isUnmeasured } from './asked.ts';
import { type Day, day } from './calendar.ts';
import type { Measure, MeasureCatalogue } from './measure.ts';
import type { Plan } from './plan.ts';
import { compareTargets, isAtMost, type Target } from './target.ts';

/** How what a plan asks relates to what the reference plan asks. */
export type Relation =
  | 'same'
  | 'stricter'
  | 'looser'
  | 'missing'
  /** It asks nothing, and the reference was issued after it: it was not asked of it yet. */
  | 'not-yet'
  | 'only'
  | 'incomparable'
  | 'other-year';

/** In the order in which summaries count them. */
export const RELATIONS = [
  'same',
  'stricter',
  'looser',
  'incomparable',
  'other-year',
  'missing',
  'not-yet',
  'only',
] as const satisfies readonly Relation[];

/**
 * Why two targets do not compare: other units; several conditions, levels or sectors in place of
 * one figure; a figure against a milestone; a target against the measure's direction; only one of
 * them holds in each sector.
 */
export type Incomparable = 'unit' | 'parts' | 'milestone' | 'direction' | 'each';

/** One plan in one row. */
export interface DiffCell {
  /** In the row's year; in the nearest other one where it has none; `null` where it has nothing. */
  asked: Asked | null;
  /** Against the reference, whose own cell says whether it asks anything here. */
  relation: Relation;
  why: Incomparable | null;
}

/** One measure in one year, in every plan. */
export interface DiffRow {
  /** Its code; in a row of look-alikes, theirs. */
  measure: string;
  /** The catalogue's entry; `null` where it knows no such code. */
  entry: Measure | null;
  year: number;
  unit: string | null;
  /**
   * In a row of look-alikes the measure of the reference that they are held against, though it is
   * defined differently; else `null`.
   */
  resembles: { measure: string; entry: Measure | null } | null;
  /** By plan id, in the order of the plans. */
  cells: ReadonlyMap<string, DiffCell>;
}

/** Which measures get rows: all; those of two plans at least; those of the reference. */
export const ROW_CHOICES = ['all', 'shared', 'reference'] as const;
type RowChoice = (typeof ROW_CHOICES)[number];

/** What a comparison is asked for. */
export interface DiffQuestion {
  /** Id of the plan that the others are held against; the first one where absent. */
  against?: string | undefined;
  /** Target years; where absent every year that two plans share. */
  years?: readonly number[] | undefined;
  rows?: RowChoice | undefined;
}

/** Plans side by side. */
export interface Diff {
  /** The reference first. */
  plans: readonly Plan[];
  reference: Plan;
  years: readonly number[];
  rows: readonly DiffRow[];
  /** Measures without a row, because of {@link DiffQuestion.rows}. */
  unasked: readonly string[];
  /** Measures without a row, because their targets are of other years. */
  untimely: readonly string[];
  /** By plan id: how many indicators have no measure, of how many. */
  unmeasured: ReadonlyMap<string, { count: number; of: number }>;
}

/** A plan whose area ended before target years that are compared did. */
export interface EndedPlan {
  plan: Plan;
  area: Area & { validTo: Day };
  /** Its target years that end later. */
  years: readonly number[];
}

/**
 * The plans compared whose area ends before one of their target years does.
 *
 * @param areas each plan's own area by the plan's id, where it is known
 */
export function endedPlans(
  { plans, rows }: Pick<Diff, 'plans' | 'rows'>,
  areas: ReadonlyMap<string, Area>,
): EndedPlan[] {
  return plans.flatMap((plan) => {
    const area = areas.get(plan.id);
    const validTo = area?.validTo ?? null;
    if (area === undefined || validTo === null) return [];
    const asked = rows.flatMap(({ cells }) => cells.get(plan.id)?.asked?.year ?? []);
    const years = [...new Set(asked)].filter((year) => validTo < day(year, 12, 31)).sort();
    return years.length === 0 ? [] : [{ plan, area: { ...area, validTo }, years }];
  });
}

interface Holder {
  plan: Plan;
  carriers: ReturnType<typeof carriersOf>;
}

interface ComparedPlans {
  holders: readonly Holder[];
  reference: Holder;
  measures: MeasureCatalogue;
}

/**
 * Puts the targets of plans side by side, a row for each measure and year, with rows of
 * look-alikes below those they resemble. Plans must have different ids. Measures come in the order
 * of the reference, then of the other plans; where no year is asked for, a measure that no plan
 * sets for the years compared gets one row at the first year of its first holder.
 */
export function diffPlans(
  plans: readonly Plan[],
  measures: MeasureCatalogue,
  question: DiffQuestion = {},
): Diff {
  const compared = comparedPlans(plans, measures, question.against);
  const { holders, reference } = compared;
  const years = question.years ?? comparedYears(compared, question.rows);
  const all = [...new Set(holders.flatMap(({ carriers }) => [...carriers.keys()]))];
  const asked = all.filter((code) => isAsked(compared, code, question.rows ?? 'all'));
  const rowsOf = new Map(
    asked.map((code) => [code, measureRows(compared, code, years, question)] as const),
  );
  return {
    plans: holders.map(({ plan }) => plan),
    reference: reference.plan,
    years,
    rows: [...rowsOf.values()].flat(),
    unasked: all.filter((code) => !rowsOf.has(code)),
    untimely: asked.filter((code) => rowsOf.get(code)!.length === 0),
    unmeasured: new Map(holders.map(({ plan }) => [plan.id, unmeasuredOf(plan)])),
  };
}

function comparedPlans(
  plans: readonly Plan[],
  measures: MeasureCatalogue,
  against: string | undefined,
): ComparedPlans {
  const given = plans.map((plan) => ({ plan, carriers: carriersOf(plan) }));
  const reference = given.find(({ plan }) => plan.id === against) ?? given[0]!;
  const holders = [reference, ...given.filter((holder) => holder !== reference)];
  return { holders, reference, measures };
}

function unmeasuredOf({ indicators }: Plan) {
  return { count: indicators.filter(isUnmeasured).length, of: indicators.length };
}

/** Every year that two plans set targets for; held against a reference alone, that one's years. */
function comparedYears(
  { holders, reference }: ComparedPlans,
  rows: RowChoice | undefined,
): number[] {
  const yearsOf = ({ carriers }: Holder) => new Set([...carriers.values()].flatMap(askedYears));
  const ascending = (years: Iterable<number>) => [...new Set(years)].sort((a, b) => a - b);
  if (rows === 'reference') return ascending(yearsOf(reference));
  const all = holders.map(yearsOf);
  const isShared = (year: number) => all.filter((years) => years.has(year)).length > 1;
  return ascending(all.flatMap((years) => [...years])).filter(isShared);
}

function isAsked({ holders, reference }: ComparedPlans, code: string, rows: RowChoice): boolean {
  if (rows === 'reference') return reference.carriers.has(code);
  return rows === 'all' || holders.filter(({ carriers }) => carriers.has(code)).length > 1;
}

function measureRows(
  compared: ComparedPlans,
  code: string,
  years: readonly number[],
  { years: wanted, rows }: DiffQuestion,
): DiffRow[] {
  const deciding = rows === 'reference' ? [compared.reference] : compared.holders;
  const timely = years.filter((year) => deciding.some((holder) => isSetBy(holder, code, year)));
  const [first] = askedYears(firstHolder(compared, code)?.carriers.get(code) ?? []);
  const rowYears =
    timely.length > 0 || wanted !== undefined || first === undefined ? timely : [first];
  return rowYears.flatMap((year) => {
    const row = rowOf(compared, code, year);
    return [row, ...lookAlikes(compared, row)];
  });
}

function firstHolder({ holders }: ComparedPlans, code: string): Holder | undefined {
  return holders.find(({ carriers }) => askedYears(carriers.get(code) ?? []).length > 0);
}

function isSetBy({ plan, carriers }: Holder, code: string, year: number): boolean {
  return askedIn(plan, carriers.get(code) ?? [], year) !== null;
}

function rowOf(compared: ComparedPlans, code: string, year: number): DiffRow {
  const entry = compared.measures.get(code) ?? null;
  const asked = compared.holders.map((holder) => askedBy(holder, code, year));
  return {
    measure: code,
    entry,
    year,
    unit: unitOf(entry, asked),
    resembles: null,
    cells: cellsOf(compared, asked, { entry, year }),
  };
}

function askedBy({ plan, carriers }: Holder, code: string, year: number): Asked | null {
  const own = carriers.get(code) ?? [];
  return askedIn(plan, own, year) ?? askedNear(plan, own, year);
}

function unitOf(entry: Measure | null, asked: readonly (Asked | null)[]): string | null {
  return entry?.unit ?? asked.find((one) => one !== null)?.unit ?? null;
}

/**
 * Rows of what the others measure in place of the reference's measure: one for each look-alike
 * that a plan without the measure in that year has a target for.
 */
function lookAlikes(compared: ComparedPlans, row: DiffRow): DiffRow[] {
  const { holders, reference, measures } = compared;
  const own = row.cells.get(reference.plan.id)!.asked;
  if (own?.year !== row.year) return [];
  const lacking = holders.filter(({ plan }) => row.cells.get(plan.id)!.asked?.year !== row.year);
  return (row.entry?.similar ?? [])
    .filter((code) => !reference.carriers.has(code))
    .filter((code) => lacking.some((holder) => askedBy(holder, code, row.year)?.year === row.year))
    .map((code) => {
      const entry = measures.get(code) ?? null;
      const others = holders.slice(1).map((holder) => askedBy(holder, code, row.year));
      return {
        measure: code,
        entry,
        year: row.year,
        unit: unitOf(entry, others),
        resembles: { measure: row.measure, entry: row.entry },
        cells: cellsOf(compared, [own, ...others], { entry, year: row.year }),
      };
    });
}

interface Comparison {
  entry: Measure | null;
  year: number;
}

function cellsOf(
  { holders, reference }: ComparedPlans,
  asked: readonly (Asked | null)[],
  comparison: Comparison,
): Map<string, DiffCell> {
  const [own = null, ...others] = asked;
  const isAlone = others.every((other) => other === null);
  return new Map(
    holders.map(({ plan }, index) => {
      const cell =
        index === 0
          ? referenceCell(own, isAlone, comparison)
          : cellOf(asked[index]!, own, { ...comparison, isBefore: isBefore(plan, reference.plan) });
      return [plan.id, cell] as const;
    }),
  );
}

/** The reference against itself: whether it asks anything, and whether it is alone in that. */
function referenceCell(asked: Asked | null, isAlone: boolean, { year }: Comparison): DiffCell {
  if (asked === null) return { asked, relation: 'missing', why: null };
  const relation = isAlone ? 'only' : asked.year === year ? 'same' : 'other-year';
  return { asked, relation, why: null };
}

/** Was the plan issued before what the reference asks, and is it not there to implement it? */
function isBefore(plan: Plan, reference: Plan): boolean {
  return plan.issued < reference.issued && !plan.implements.includes(reference.document);
}

function cellOf(
  asked: Asked | null,
  own: Asked | null,
  { entry, year, isBefore }: Comparison & { isBefore: boolean },
): DiffCell {
  if (asked === null)
    return { asked, relation: isBefore && own !== null ? 'not-yet' : 'missing', why: null };
  if (own === null) return { asked, relation: 'only', why: null };
  if (asked.year !== year || own.year !== year) return { asked, relation: 'other-year', why: null };
  const why = obstacle(asked, own, entry);
  if (why !== null) return { asked, relation: 'incomparable', why };
  return { asked, relation: compareTargets(asked.target!, own.target!), why: null };
}

/** What keeps two targets of one year from being compared; `null` where nothing does. */
function obstacle(asked: Asked, own: Asked, entry: Measure | null): Incomparable | null {
  if (asked.target === null || own.target === null) return 'parts';
  if ((asked.target.op === 'done') !== (own.target.op === 'done')) return 'milestone';
  if (asked.target.op !== 'done' && asked.unit !== own.unit) return 'unit';
  if (asked.indicator.each !== own.indicator.each) return 'each';
  const isMeant = (target: Target) => runsWith(target, entry);
  const runsAlike = isAtMost(asked.target) === isAtMost(own.target);
  return runsAlike && isMeant(asked.target) && isMeant(own.target) ? null : 'direction';
}

function runsWith(target: Target, entry: Measure | null): boolean {
  if (entry === null || target.op === 'done') return true;
  return isAtMost(target) === (entry.direction === 'down');
}
