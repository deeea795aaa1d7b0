import { toDecimal } from '../exact.ts';
import { isShare } from '../measure.ts';
import { message } from '../message/message.ts';
import { isNoShare } from '../one-sided.ts';
import { addresses } from '../plan.ts';
import type { Bound } from '../result.ts';
import type { RowCheck, RowContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'csv-share': { figure: string; bound: Bound | null };
  }
}

export const csvShare: Rule = { level: 'error', openRows };

/** A quotient of counts has no end; so many digits tell it. */
const PLACES = 4;

function openRows({ plan, measures }: RowContext): RowCheck {
  const shares = new Set(
    addresses(plan)
      .filter(({ measurable: m }) => isShare(m.unit, measures.get(m.measure ?? '')))
      .map(({ address }) => address),
  );
  return (row, at) => {
    if (row.value?.kind !== 'number' || !shares.has(row.indicator)) return [];
    const { value, bound = null } = row.value;
    if (!isNoShare(row.value)) return [];
    const column = row.counts === null ? 'value' : 'numerator';
    const figure = toDecimal(value, PLACES);
    const said = message('csv-share', { figure, bound });
    return [{ place: at(column), path: [column], message: said }];
  };
}
