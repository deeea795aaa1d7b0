import type { Plan } from '../plan.ts';

/** So many years after its last, a plan speaks of nothing but round years, and of none in the end. */
const NEAR = 10;
const FAR = 30;
/** No series of a plan's figures reaches back further. */
const BACK = 40;

type OfPlan = Pick<Plan, 'period'>;

/** Is the year so far after the plan's that it is surely a slip? Visions of 2045 and 2050 are none. */
export function isFarAfter({ period }: OfPlan, year: number): boolean {
  return year > period.last + (year % 5 === 0 ? FAR : NEAR);
}

/** Is the year so far before the plan's that it is surely a slip? */
export function isFarBefore({ period }: OfPlan, year: number): boolean {
  return year < period.first - BACK;
}
