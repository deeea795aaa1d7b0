import { type AreaCatalogue, successionOf } from '../../area.ts';
import type { Plan } from '../../plan.ts';
import type { Result } from '../../result.ts';
import type { AreaWords } from '../../words/en/area-words.ts';

/**
 * What a reader must know where the plan's area became part of another one and results of that
 * one are at hand: that they are, or would be, held against targets of the old area. Empty where
 * there is nothing to say. `judged` is the area whose results count.
 */
export function areaNotices(
  { plan, results, areas }: { plan: Plan; results: readonly Result[]; areas: AreaCatalogue },
  judged: string,
  words: AreaWords,
): string[] {
  const succession = successionOf(areas, plan.area);
  if (succession === null) return [];
  const { code } = succession.successor;
  if (judged === code) return [words.judgedOnSuccessor(succession)];
  const rows = results.filter(({ area }) => area === code);
  const indicators = new Set(rows.map(({ indicator }) => indicator.split('/')[0])).size;
  return indicators === 0 ? [] : [words.successorResults(succession, indicators)];
}
