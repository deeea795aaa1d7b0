import { type AreaCatalogue, successionOf } from '../../area.ts';
import type { Lang } from '../../message/message.ts';
import type { Plan } from '../../plan.ts';
import type { Result } from '../../result.ts';
import { areaWords as en } from '../../words/en/area-words.ts';
import { areaWords as vi } from '../../words/vi/area-words.ts';

const WORDS = { en, vi } as const;

/**
 * What a reader must know where the plan's area became part of another one and results of that
 * one are at hand: that they are, or would be, held against targets of the old area. Empty where
 * there is nothing to say. `judged` is the area whose results count.
 */
export function areaNotices(
  { plan, results, areas }: { plan: Plan; results: readonly Result[]; areas: AreaCatalogue },
  judged: string,
  lang: Lang,
): string[] {
  const succession = successionOf(areas, plan.area);
  if (succession === null) return [];
  const { code } = succession.successor;
  if (judged === code) return [WORDS[lang].judgedOnSuccessor(succession)];
  const rows = results.filter(({ area }) => area === code);
  const indicators = new Set(rows.map(({ indicator }) => indicator.split('/')[0])).size;
  return indicators === 0 ? [] : [WORDS[lang].successorResults(succession, indicators)];
}
