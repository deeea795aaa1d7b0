import { toDecimal } from '../exact.ts';
import { isShare } from '../measure.ts';
import { message } from '../message/message.ts';
import { addresses } from '../plan.ts';
import type { RowCheck, RowContext, Rule } from './rule.ts';
import { isOutOfRange } from './share-out-of-range.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'csv-share': { figure: string };
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
    const { value } = row.value;
    if (!isOutOfRange(value)) return [];
    const column = row.counts === null ? 'value' : 'numerator';
    const figure = toDecimal(value, PLACES);
    const said = message('csv-share', { figure });
    return [{ place: at(column), path: [column], message: said }];
  };
}
