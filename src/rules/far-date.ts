import { type Day, yearOf } from '../calendar.ts';
import type { Due } from '../deadline.ts';
import type { Report } from '../finding.ts';
import type { Measurable, Path } from '../indicator.ts';
import { message } from '../message/message.ts';
import { addresses, type Plan } from '../plan.ts';
import { isFarAfter, isFarBefore } from './far.ts';
import { lastDueDay } from './last-due-day.ts';
import type { PlanContext, ProgressCheck, RowCheck, RowContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    /** A year or a day that has nothing to do with the plan's years. */
    'far-date': { of: Dated; id: string | null; found: number | Day; first: number; last: number };
    /** A figure of a year that had not begun when the plan was issued. */
    'printed-before': { of: 'baseline' | 'reference'; id: string; year: number; issued: Day };
    'far-issue': { issued: Day; first: number; last: number };
    'long-period': { first: number; last: number };
  }
}

export const farDate: Rule = {
  level: 'warning',
  needs: ['period', 'issued'],
  isAlone: true,
  check,
  openRows,
  openProgress,
};

/** What has a date. */
export type Dated =
  | 'target'
  | 'baseline'
  | 'reference'
  | 'due'
  | 'waiver'
  | 'claim'
  | 'result'
  | 'published'
  | 'progress'
  | 'extension';

const LONGEST = 50;
const LEAD = 5;

/** Does the day of issue have nothing to do with the plan's years? */
export function isIssueFar({ issued, period }: Plan): boolean {
  const year = yearOf(issued);
  return year > period.last || year < period.first - LEAD;
}

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const { first, last } = plan.period;
  if (last - first > LONGEST) {
    const said = message('long-period', { first, last });
    yield { place: locate(['period']), path: ['period'], message: said };
    return;
  }
  if (isIssueFar(plan)) {
    const related = [{ message: message('the-period', {}), place: locate(['period']) }];
    const said = message('far-issue', { issued: plan.issued, first, last });
    yield { place: locate(['issued']), path: ['issued'], message: said, related };
    return;
  }
  for (const { path, of, id, found } of [...figures(plan), ...days(plan)]) {
    const year = yearIn(found);
    const isEarlier = of === 'baseline' || of === 'reference';
    const place = () => locate(path, typeof found === 'number' && of !== 'claim' ? 'key' : 'value');
    if (isEarlier && year > yearOf(plan.issued)) {
      const said = message('printed-before', { of, id, year, issued: plan.issued });
      yield { place: place(), path, message: said };
    } else if (isFarAfter(plan, year) || (isEarlier && isFarBefore(plan, year)))
      yield { place: place(), path, message: message('far-date', { of, id, found, first, last }) };
  }
}

interface Found {
  of: Dated;
  id: string;
  found: number | Day;
  path: Path;
}

function yearIn(found: number | Day): number {
  return typeof found === 'number' ? found : yearOf(found);
}

/** Every year that something is given for. */
function* figures(plan: Plan): Generator<Found> {
  for (const { address: id, measurable, indicator } of addresses(plan)) {
    yield* figuresOf(measurable, id);
    if (measurable !== indicator) continue;
    for (const [body, { targets, results }] of indicator.reference) {
      const at = [...indicator.path, 'reference', body];
      for (const found of targets.keys())
        yield { of: 'target', id, found, path: [...at, 'targets', String(found)] };
      for (const found of results.keys())
        yield { of: 'reference', id, found, path: [...at, 'results', String(found)] };
    }
  }
  for (const claim of plan.claims)
    if (claim.kind === 'target')
      yield {
        of: 'claim',
        id: claim.indicator,
        found: claim.year,
        path: [...claim.path, 'year'],
      };
}

function* figuresOf({ path, ...measurable }: Measurable, id: string): Generator<Found> {
  for (const found of measurable.targets.keys())
    yield { of: 'target', id, found, path: [...path, 'targets', String(found)] };
  for (const [area, targets] of measurable.byArea)
    for (const found of targets.keys())
      yield { of: 'target', id, found, path: [...path, 'by-area', area, String(found)] };
  for (const { year: found } of measurable.earlier)
    yield { of: 'baseline', id, found, path: [...path, 'baseline', String(found)] };
}

/** Every day that something is due on, or that a decision ends on. */
function* days(plan: Plan): Generator<Found> {
  for (const { id, due, path } of [...plan.tasks, ...plan.reports]) {
    const found = lastDayOfDue(due);
    if (found !== null) yield { of: 'due', id, found, path: [...path, 'due'] };
  }
  for (const { address: id, measurable } of addresses(plan))
    for (const [at, { until }] of measurable.waived.entries())
      yield { of: 'waiver', id, found: until, path: [...measurable.path, 'waived', at, 'until'] };
}

function lastDayOfDue(due: Due): Day | null {
  const last = due.kind === 'dated' ? due.years?.last : undefined;
  return last === undefined ? lastDueDay(due) : `${last}-12-31`;
}

function openRows({ plan }: RowContext): RowCheck {
  const { first, last } = plan.period;
  return function* ({ indicator: id, period, published }, at) {
    const said = (of: Dated, found: number | Day) =>
      message('far-date', { of, id, found, first, last });
    const year = yearOf(period.end);
    if (isFarAfter(plan, year) || isFarBefore(plan, year))
      yield { place: at('period'), path: ['period'], message: said('result', year) };
    if (published !== null && (isFarAfter(plan, yearOf(published)) || isTooEarly(plan, published)))
      yield {
        place: at('published'),
        path: ['published'],
        message: said('published', published),
      };
  };
}

/** Was nothing of this plan known yet on that day? */
function isTooEarly(plan: Plan, date: Day): boolean {
  return isFarBefore(plan, yearOf(date));
}

function openProgress({ plan }: RowContext): ProgressCheck {
  const { first, last } = plan.period;
  return function* ({ task: id, date, due }, at) {
    const said = (of: Dated, found: Day) => message('far-date', { of, id, found, first, last });
    if (date !== null && (isFarAfter(plan, yearOf(date)) || isLongBeforeIssue(plan, date)))
      yield { place: at('date'), path: ['date'], message: said('progress', date) };
    if (due !== null && isFarAfter(plan, yearOf(due)))
      yield { place: at('due'), path: ['due'], message: said('extension', due) };
  };
}

/** Some begin before the decision; nobody reports years before it. */
function isLongBeforeIssue({ issued }: Plan, date: Day): boolean {
  return yearOf(date) < yearOf(issued) - LEAD;
}
