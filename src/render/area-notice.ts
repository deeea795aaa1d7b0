import { type AreaCatalogue, successionOf } from '../area.ts';
import { areaWords as en } from '../messages/en/area-words.ts';
import type { Lang } from '../messages/message.ts';
import { areaWords as vi } from '../messages/vi/area-words.ts';
import type { Plan } from '../plan.ts';
import type { Result } from '../result.ts';

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
