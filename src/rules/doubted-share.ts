import { type Exact, toDecimal } from '../exact.ts';
import type { Report } from '../finding.ts';
import { isShare, type MeasureCatalogue } from '../measure.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import { areMuch, doubtedShares, isLikeRatio, plannedShares } from '../share-doubt.ts';
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

const PLACES = 12;

function sharesOf({ plan, measures }: { plan: PlanContext['plan']; measures: MeasureCatalogue }) {
  return addresses(plan).filter(({ measurable: { unit, measure } }) =>
    isShare(unit, measures.get(measure ?? '')),
  );
}

function* check(context: PlanContext): Generator<Report> {
  for (const { address: id, measurable } of sharesOf(context))
    for (const { value, path, of } of doubtedShares(plannedShares(measurable))) {
      const said = message('doubted-share', { id, of, ...doubtOf(value) });
      yield { place: context.locate(path), path, message: said };
    }
}

function openRows(context: RowContext): RowCheck {
  const doubted = new Set(
    sharesOf(context)
      .filter(({ measurable }) => areMuch(plannedShares(measurable)))
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
