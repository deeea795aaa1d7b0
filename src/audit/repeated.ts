import { grouped } from '../grouped.ts';
import { periodYear } from '../period.ts';
import { decimalsOf } from '../precision.ts';
import { hasValue, isKnown, type Observation } from '../result.ts';
import {
  type Audited,
  type AuditQuestion,
  accountOf,
  byAddress,
  type StaleResult,
  staleResult,
} from './finding.ts';

/** Coarser figures may well be the same in two years. */
const FEWEST_DECIMALS = 2;

/**
 * Figures of a whole year that are, to the second decimal at least, the figure that sources of the
 * same family gave for the year before: the old figure under a new year.
 */
export function* repeatedFigures(
  { plan, results }: Audited,
  { asOf }: AuditQuestion,
): Generator<StaleResult> {
  const known = byAddress(plan);
  const rows = results.filter(hasValue).filter((row) => isKnown(row, asOf) && isFine(row));
  const same = grouped(rows, ({ indicator, area, value, source }) =>
    [indicator, area, textOf(value), familyOf(source)].join('\n'),
  );
  for (const own of same.values()) {
    const byYear = new Map(own.map((row) => [periodYear(row.period), row]));
    for (const [year, row] of byYear) {
      const before = byYear.get(year - 1);
      const addressed = known.get(row.indicator);
      if (!before || !addressed) continue;
      const { measurable } = addressed;
      const accounts = [before, row].map((one) => accountOf(plan, one, measurable));
      yield staleResult({ plan, row, measurable, year, why: 'repeated', declared: null }, accounts);
    }
  }
}

function isFine({ period, value }: Observation): boolean {
  if (period.kind !== 'year' || value.kind !== 'number') return false;
  return (decimalsOf(value.value) ?? 0) >= FEWEST_DECIMALS;
}

/** `vneconomy.vn`, `en.nhandan.vn post156205`, `digitalcoalition.gov.cy/?p=39825`. */
const ADDRESS = /^(?:[a-z\d-]+\.)+[a-z]{2,}$/;

function textOf(value: Observation['value']): string {
  return value.kind === 'number' ? value.value.toFraction() : '';
}

/** What stands on the web, which copies from itself; else the document or office by the first words of its name. */
function familyOf(source: string): string {
  if (source.split(/[^\w.-]+/).some((word) => ADDRESS.test(word))) return 'web';
  return source.split(/[\s,;.]/)[0] ?? '';
}
