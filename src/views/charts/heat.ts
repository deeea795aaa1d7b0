import { type AreaRanking, isMeasured } from '../../area-ranking.ts';
import type { IndicatorEvaluation } from '../../evaluation.ts';
import { type Exact, sum, toNumber } from '../../exact.ts';
import { type Cell, type Column, rowsTable, type TextBlock } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import { grouped } from '../../grouped.ts';
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
}

interface Headings {
  headings: Heading[];
  /** Of the heading that an indicator stands below. */
  keyOf: (one: IndicatorEvaluation) => string;
}

/**
 * The areas of a level in rows, indicators or groups in columns, each cell shaded by the attainment
 * in it: of several indicators their mean, each counted up to 100%.
 */
export function heatTable(plan: Plan, ranking: AreaRanking, speech: ChartSpeech): TextBlock[] {
  const { charts: words, lang, overdue } = speech;
  const { headings, keyOf } = headingsOf(plan, ranking, speech);
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
  const rows = ranking.standings.map(({ code, area, indicators }) => {
    const own = grouped(indicators, keyOf);
    return {
      area: { text: oneLine(area === null ? code : LANGS[lang].nameOf(area)) },
      ...Object.fromEntries(headings.map(({ key }) => [key, shade(meanOf(own.get(key) ?? []))])),
    };
  });
  return rowsTable(columns, rows, overdue.hidden);

  function shade(mean: Exact | null): Cell {
    if (mean === null) return { text: '—', style: 'dim' };
    return { text: formatPercent(mean, lang, { apartFrom: [ONE] }), heat: toNumber(mean) };
  }
}

function headingsOf(plan: Plan, { standings }: AreaRanking, { status }: ChartSpeech): Headings {
  const measured = new Map(
    standings
      .flatMap(({ indicators }) => indicators.filter(isMeasured))
      .map(({ indicator }) => [indicator.id, indicator]),
  );
  if (measured.size <= MOST_COLUMNS)
    return {
      headings: [...measured.values()].map(({ id, name }) => ({ key: id, title: oneLine(name) })),
      keyOf: ({ indicator }) => indicator.id,
    };
  const groups = new Set([...measured.values()].map(({ group }) => group));
  const keyOfGroup = (group: string | null) => `group ${group ?? ''}`;
  return {
    headings: [...groups].map((group) => ({
      key: keyOfGroup(group),
      title: group === null ? status.withoutGroup : oneLine(plan.groups.get(group) ?? group),
    })),
    keyOf: ({ indicator }) => keyOfGroup(indicator.group),
  };
}

function meanOf(indicators: readonly IndicatorEvaluation[]): Exact | null {
  const attained = indicators
    .filter(isMeasured)
    .flatMap(({ attainment }) => (attainment === null ? [] : [attainment]));
  if (attained.length === 0) return null;
  const capped = attained.map((one) => (one.compare(1) > 0 ? ONE : one));
  return sum(capped).div(capped.length);
}
