import type { Computed } from './computed.ts';
import {
  NOT_COUNTED_REASONS,
  type NotCounted,
  type NotCountedReason,
  notCounted,
} from './not-counted.ts';
import { periodYear } from './period.ts';
import { foremost, type Result } from './result.ts';
import type { Considered } from './standing.ts';

/** What of the rows decides nothing for another reason than being older history; by file and line. */
export function leftOver(
  indicators: readonly Computed[],
  results: readonly Result[],
  { area, year }: { area: string; year: number },
  isOfWhole: (row: Result) => boolean,
): NotCounted[] {
  const own = indicators.flatMap((whole) => [
    ...[whole, ...whole.parts].flatMap(({ considered }) => considered.flatMap(reasonOf)),
    ...onParts(whole, year),
  ]);
  const elsewhere = results
    .filter((row) => !isOfWhole(row) && row.area !== area && (row.value !== null || row.isAnswered))
    .map((row) => notCounted(row, 'other-area'));
  return [...own, ...elsewhere].sort(
    (a, b) => compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const TOLD: ReadonlySet<string> = new Set(NOT_COUNTED_REASONS);

function reasonOf({ result, standing }: Considered): NotCounted[] {
  if (standing === 'not-joinable') return [notCounted(result, 'not-addable')];
  if (result.basis === 'baseline' || !TOLD.has(standing)) return [];
  return [notCounted(result, standing as NotCountedReason)];
}

/** The figure of an indicator as a whole in a year whose targets stand on its parts. */
function onParts({ target, parts, considered }: Computed, year: number): NotCounted[] {
  if (target !== null || !parts.some((part) => part.target !== null)) return [];
  const rows = considered.filter(
    ({ result, standing }) =>
      standing === 'no-target' && result.basis === 'result' && periodYear(result.period) <= year,
  );
  const latest = foremost(rows.map(({ result }) => result));
  return latest ? [notCounted({ ...latest, more: {} }, 'on-parts')] : [];
}
