import { compare, type Exact, exact, toDecimal } from '../exact.ts';
import type { Report } from '../finding.ts';
import type { Measurable, Path } from '../indicator.ts';
import { isShare, type MeasureCatalogue } from '../measure.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import { numbersOf } from '../target.ts';
import type { PlanContext, RowCheck, RowContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'doubted-share': {
      id: string;
      figure: string;
      /** In percent, were the figure a ratio. */
      meant: string;
      of: 'target' | 'baseline' | 'result';
    };
  }
}

export const doubtedShare: Rule = { level: 'warning', check, openRows };

const NONE = exact(0);
const ONE = exact(1);
/** Shares above it are not near to one that is less than one percent. */
const MUCH = exact(5);
const PLACES = 12;

function isLikeRatio(value: Exact): boolean {
  return compare(value, NONE) > 0 && compare(value, ONE) < 0;
}

interface Figure {
  value: Exact;
  path: Path;
  of: 'target' | 'baseline';
}

/** The numbers that a plan prints of a share. */
function figuresOf({ path, earlier, targets }: Measurable): Figure[] {
  const before = earlier.flatMap(({ year, value }) =>
    value?.kind === 'number'
      ? [{ value: value.value, path: [...path, 'baseline', String(year)], of: 'baseline' as const }]
      : [],
  );
  const ahead = [...targets].flatMap(([year, target]) =>
    numbersOf(target).map((value) => ({
      value,
      path: [...path, 'targets', String(year)],
      of: 'target' as const,
    })),
  );
  return [...before, ...ahead];
}

function sharesOf({ plan, measures }: { plan: PlanContext['plan']; measures: MeasureCatalogue }) {
  return addresses(plan).filter(({ measurable: { unit, measure } }) =>
    isShare(unit, measures.get(measure ?? '')),
  );
}

function isMuch({ value }: Figure): boolean {
  return compare(value, MUCH) > 0;
}

function* check(context: PlanContext): Generator<Report> {
  for (const { address: id, measurable } of sharesOf(context)) {
    const figures = figuresOf(measurable);
    const isAllLikeRatio = figures.every(({ value }) => isLikeRatio(value));
    for (const { value, path, of } of figures) {
      const isAlone = of === 'target' && isAllLikeRatio && figures.every((one) => one.of === of);
      if (!isLikeRatio(value) || !(isAlone || figures.some(isMuch))) continue;
      const said = message('doubted-share', { id, of, ...doubtOf(value) });
      yield { place: context.locate(path), path, message: said };
    }
  }
}

function openRows(context: RowContext): RowCheck {
  const doubted = new Set(
    sharesOf(context)
      .filter(({ measurable }) => figuresOf(measurable).some(isMuch))
      .map(({ address }) => address),
  );
  return ({ indicator: id, value, counts }, at) => {
    if (value?.kind !== 'number' || counts !== null || !doubted.has(id)) return [];
    if (!isLikeRatio(value.value)) return [];
    const said = message('doubted-share', { id, of: 'result', ...doubtOf(value.value) });
    return [{ place: at('value'), path: ['value'], message: said }];
  };
}

function doubtOf(value: Exact): { figure: string; meant: string } {
  return { figure: toDecimal(value, PLACES), meant: toDecimal(value.mul(100), PLACES) };
}
