import { periodYear } from '../period.ts';
import { decimalsOf } from '../precision.ts';
import { hasValue, type Observation } from '../result.ts';
import {
  type Account,
  type Audited,
  type AuditQuestion,
  accountsElsewhere,
  auditFinding,
  byAddress,
  placeOfRow,
  type StaleResult,
  saidResults,
} from './finding.ts';
import { grouped } from './grouped.ts';

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
  const rows = results.filter(hasValue).filter((row) => row.period.end <= asOf && isFine(row));
  const same = grouped(rows, ({ indicator, area, value, source }) =>
    [indicator, area, textOf(value), familyOf(source)].join('\n'),
  );
  for (const own of same.values()) {
    const byYear = new Map(own.map((row) => [periodYear(row.period), row]));
    for (const [year, row] of byYear) {
      const before = byYear.get(year - 1);
      const addressed = known.get(row.indicator);
      if (!before || !addressed) continue;
      const { address, indicator, measurable } = addressed;
      const accounts = [before, row].map((observation): Account => {
        const places = [placeOfRow(plan, observation, indicator.source)];
        return { observation, measurable, plan, address, places };
      });
      const at = placeOfRow(plan, row, indicator.source);
      const args = { declared: null, period: row.period, why: 'repeated' as const };
      yield {
        ...auditFinding({
          kind: 'stale-result',
          plan,
          address,
          area: row.area,
          lead: indicator.lead,
          isNote: false,
          at,
          path: ['value'],
          args: { ...args, figures: saidResults(accounts) },
          elsewhere: accountsElsewhere(accounts, at),
        }),
        why: 'repeated',
        declared: null,
        row,
        year,
        accounts,
      };
    }
  }
}

function isFine({ period, value }: Observation): boolean {
  if (period.kind !== 'year' || value.kind !== 'number') return false;
  return (decimalsOf(value.value) ?? 0) >= FEWEST_DECIMALS;
}

function textOf(value: Observation['value']): string {
  return value.kind === 'number' ? value.value.toFraction() : '';
}

/** The press, which copies from itself; else the document or office by the first words of its name. */
function familyOf(source: string): string {
  if (/\b[\w-]+\.(vn|com|org|net)\b/.test(source)) return 'press';
  return source.split(/[\s,;.]/)[0] ?? '';
}
