import { type AreaRanking, isMeasured } from '../../area-ranking.ts';
import type { IndicatorEvaluation } from '../../evaluation.ts';
import { type Exact, sum, toNumber } from '../../exact.ts';
import { type Cell, type Column, rowsTable, type TextBlock } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { Plan } from '../../plan.ts';
import { ONE } from '../../words/figures.ts';
import { LANGS } from '../../words/langs.ts';
import { formatPercent } from '../../words/numbers.ts';
import type { ChartSpeech } from './words.ts';

/** Up to so many indicators have a column each; more are put together by group. */
const MOST_COLUMNS = 12;

interface Heading {
  key: string;
  title: string;
  holds: (one: IndicatorEvaluation) => boolean;
}

/**
 * The areas of a level in rows, indicators or groups in columns, each cell shaded by the attainment
 * in it: of several indicators their mean, each counted up to 100%.
 */
export function heatTable(plan: Plan, ranking: AreaRanking, speech: ChartSpeech): TextBlock[] {
  const { charts: words, lang, overdue } = speech;
  const headings = headingsOf(plan, ranking, speech);
  if (headings.length === 0) return [];
  const columns: Column[] = [
    { key: 'area', title: words.area, importance: 100, wraps: true },
    ...headings.map(({ key, title }) => ({
      key,
      title,
      importance: 90,
      align: 'right' as const,
    })),
  ];
  const rows = ranking.standings.map(({ code, area, indicators }) => ({
    area: { text: oneLine(area === null ? code : LANGS[lang].nameOf(area)) },
    ...Object.fromEntries(
      headings.map(({ key, holds }) => [key, shade(meanOf(indicators.filter(holds)))]),
    ),
  }));
  return rowsTable(columns, rows, overdue.hidden);

  function shade(mean: Exact | null): Cell {
    if (mean === null) return { text: '—', style: 'dim' };
    return { text: formatPercent(mean, lang, { apartFrom: [ONE] }), heat: toNumber(mean) };
  }
}

function headingsOf(plan: Plan, { standings }: AreaRanking, { status }: ChartSpeech): Heading[] {
  const measured = new Map(
    standings
      .flatMap(({ indicators }) => indicators.filter(isMeasured))
      .map(({ indicator }) => [indicator.id, indicator]),
  );
  if (measured.size <= MOST_COLUMNS)
    return [...measured.values()].map(({ id, name }) => ({
      key: id,
      title: oneLine(name),
      holds: ({ indicator }) => indicator.id === id,
    }));
  const groups = new Set([...measured.values()].map(({ group }) => group));
  return [...groups].map((group) => ({
    key: `group ${group ?? ''}`,
    title: group === null ? status.withoutGroup : oneLine(plan.groups.get(group) ?? group),
    holds: ({ indicator }) => indicator.group === group,
  }));
}

function meanOf(indicators: readonly IndicatorEvaluation[]): Exact | null {
  const attained = indicators
    .filter(isMeasured)
    .flatMap(({ attainment }) => (attainment === null ? [] : [attainment]));
  if (attained.length === 0) return null;
  const capped = attained.map((one) => (one.compare(1) > 0 ? ONE : one));
  return sum(capped).div(capped.length);
}
