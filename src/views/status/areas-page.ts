import {
  type Block,
  type Document,
  heading,
  list,
  type TableBlock,
} from '../../formats/document.ts';
import type { Lang } from '../../words/langs.ts';
import { heatTable } from '../charts/heat.ts';
import { type ChartSpeech, chartSpeech } from '../charts/words.ts';
import type { RankedPlan } from './area-ranking.ts';

interface RankedTable {
  ranked: RankedPlan;
  table: TableBlock;
}

/** The areas of plans: their ranking, and what they attain by indicator or group as a heat table. */
export async function areasPage(plans: readonly RankedTable[], lang: Lang): Promise<Document> {
  const speech = await chartSpeech(lang);
  const { titles } = speech.charts;
  const [only] = plans;
  if (plans.length === 1 && only)
    return [heading(1, titles.areas(only.ranked.plan.document)), ...planBlocks(only, 2, speech)];
  return [
    heading(1, titles.areasOfSeveral(plans.length)),
    ...plans.flatMap((one) => [
      heading(2, titles.areas(one.ranked.plan.document)),
      ...planBlocks(one, 3, speech),
    ]),
  ];
}

function planBlocks({ ranked, table }: RankedTable, level: number, speech: ChartSpeech): Block[] {
  const { charts: words } = speech;
  const isRanked = ranked.rankings.length > 0;
  return [
    ...(isRanked ? [{ ...table, title: words.ranking, closing: [] }] : []),
    ...(isRanked ? [heading(level, words.heat(ranked.year))] : []),
    ...ranked.rankings.flatMap((ranking) => heatTable(ranked.plan, ranking, speech)),
    heading(level, words.basis),
    ...list(table.closing),
  ];
}
