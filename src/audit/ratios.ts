import { type Exact, exact, toFraction } from '../exact.ts';
import { agreement, printedFigure } from '../precision.ts';
import type { Result } from '../result.ts';
import {
  type Audited,
  type AuditQuestion,
  byAddress,
  type Outline,
  type Outlined,
  outlineOf,
  placeOfRow,
  type RatioMismatch,
  saidCounts,
  sayingOf,
} from './finding.ts';

type Ratio = RatioMismatch['row'];

/** Is the printed value another than its counts give, rounded to as many digits as it has? */
export function isRatioWrong(row: Result): row is Ratio {
  return isBeyond(row, NONE);
}

const NONE = exact(0);

function isBeyond(row: Result, tolerance: Exact): row is Ratio {
  const printed = printedFigure(row);
  if (!printed || row.counts === null || row.value?.kind !== 'number') return false;
  const counted = { value: row.value.value, decimals: null };
  return agreement(printed, counted, tolerance) === 'different';
}

/** Values that are not their numerator over their denominator, beyond the printed rounding. */
export function* ratioMismatches(
  { plan, results }: Audited,
  { tolerance }: AuditQuestion,
): Generator<Outlined<'ratio-mismatch', RatioMismatch>> {
  const known = byAddress(plan);
  for (const row of results.filter(isRatioWrong)) {
    const addressed = known.get(row.indicator);
    if (!addressed || row.printed === null || row.counts === null) continue;
    const { indicator, measurable } = addressed;
    const outline: Outline<'ratio-mismatch'> = outlineOf({
      kind: 'ratio-mismatch',
      plan,
      address: row.indicator,
      area: row.area,
      lead: indicator.lead,
      isNote: !isBeyond(row, tolerance),
      at: placeOfRow(plan, row),
      path: ['value'],
    });
    if (row.more?.ratios !== undefined) outline.more = row.more.ratios;
    const { printed, counts } = row;
    yield [outline, () => mismatchTold(outline, { measurable, row, printed, counts })];
  }
}

function mismatchTold(
  outline: Outline<'ratio-mismatch'>,
  facts: Pick<RatioMismatch, 'measurable' | 'row' | 'printed' | 'counts'>,
): RatioMismatch {
  const { measurable, row, printed, counts } = facts;
  const args = {
    printed: toFraction(printed),
    quotient: toFraction(row.value.value),
    counts: saidCounts(counts),
    unit: measurable.unit,
  };
  return { ...outline, ...sayingOf(outline, { args }), ...facts };
}
