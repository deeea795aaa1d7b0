import { type Exact, toDecimal } from '../exact.ts';
import type { Report } from '../finding.ts';
import type { Path } from '../indicator.ts';
import { isShare } from '../measure.ts';
import { message } from '../message/message.ts';
import { isNoShare } from '../one-sided.ts';
import { type Addressed, addresses } from '../plan.ts';
import { numbersOf, type Target } from '../target.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'share-out-of-range': { id: string; figure: string; of: 'target' | 'baseline' | 'result' };
  }
}

export const shareOutOfRange: Rule = { level: 'error', check };

const PLACES = 12;

/** Can no share of a whole, in percent, be this number? */
export function isOutOfRange(value: Exact): boolean {
  return isNoShare({ value });
}

function* check({ plan, measures, locate }: PlanContext): Generator<Report> {
  for (const item of addresses(plan)) {
    const { unit, measure } = item.measurable;
    if (!isShare(unit, measures.get(measure ?? ''))) continue;
    for (const { path, value, of } of figuresOf(item))
      if (isOutOfRange(value))
        yield {
          place: locate(path),
          path,
          message: message('share-out-of-range', {
            id: item.address,
            figure: toDecimal(value, PLACES),
            of,
          }),
        };
  }
}

interface Figure {
  path: Path;
  value: Exact;
  of: 'target' | 'baseline' | 'result';
}

function* figuresOf({ measurable, indicator }: Addressed): Generator<Figure> {
  const { path, baseline, targets } = measurable;
  if (baseline)
    yield {
      path: [...path, 'baseline', String(baseline.year)],
      value: baseline.value,
      of: 'baseline',
    };
  yield* targetFigures(targets, [...path, 'targets']);
  if (measurable !== indicator) return;
  for (const [body, reference] of indicator.reference) {
    const at = [...path, 'reference', body];
    yield* targetFigures(reference.targets, [...at, 'targets']);
    for (const [year, { value }] of reference.results)
      yield { path: [...at, 'results', String(year)], value, of: 'result' };
  }
}

function* targetFigures(targets: ReadonlyMap<number, Target>, path: Path): Generator<Figure> {
  for (const [year, target] of targets) {
    const value = numbersOf(target).at(-1);
    if (value === undefined) continue;
    yield { path: [...path, String(year)], value, of: 'target' };
  }
}
