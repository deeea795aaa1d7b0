import type { AreaRanking, AreaStanding } from '../../area-ranking.ts';
import type { Day } from '../../calendar.ts';
import { type Exact, toNumber } from '../../exact.ts';
import type { Cell, Column, Row, TableBlock } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { Plan } from '../../plan.ts';
import type { AreaWords } from '../../words/en/area-words.ts';
import { ONE } from '../../words/figures.ts';
import type { Speech } from '../../words/index.ts';
import { LANGS, type Lang } from '../../words/langs.ts';
import { formatNumber, formatPercent } from '../../words/numbers.ts';
import { countCell, numberCell } from '../cells.ts';

/** The ranking of a plan's areas with what it was made of. */
export interface RankedPlan {
  plan: Plan;
  asOf: Day;
  year: number;
  rankings: readonly AreaRanking[];
  resultFiles: readonly string[];
  unreadRows: number;
}

/** The areas of one plan by attainment, a section for each level; the rule is said below. */
export function areaTable(
  ranked: RankedPlan,
  { areas: words, lang }: Speech<'areas'>,
  closing: readonly string[],
): TableBlock {
  const { plan, asOf, year, rankings, resultFiles, unreadRows } = ranked;
  return {
    kind: 'table',
    title: `${plan.document} — ${oneLine(plan.title)}`,
    columns: columnsOf(words),
    sections: rankings.map((ranking) => ({
      heading: ranking.level === null ? words.unknownLevel : words.levels[ranking.level],
      rows: ranking.standings.map((standing) => rowOf(standing, ranking, { plan, lang })),
      subtotal: words.ranked(
        ranking.counted,
        ranking.standings.filter(({ rank }) => rank !== null).length,
        ranking.standings.length,
      ),
    })),
    closing: [
      rankings.length === 0 ? words.noAreas : words.rule,
      ...(unreadRows > 0 ? [words.unread(unreadRows)] : []),
      words.judged(asOf, year, resultFiles),
      ...closing,
    ],
    hiddenNote: words.hidden,
  };
}

function columnsOf({ columns: titles }: AreaWords): Column[] {
  const machine = (key: string) => ({ key, title: key, importance: 0, csvOnly: true });
  const figures = ['attainment', 'unlimited', 'reached', 'measured'] as const;
  return [
    machine('plan'),
    machine('level'),
    { key: 'rank', title: titles.rank, importance: 90, align: 'right' },
    { key: 'area', title: titles.area, importance: 100, wraps: true, minWidth: 14 },
    machine('name'),
    ...figures.map((key, index) => ({
      key,
      title: titles[key],
      importance: 80 - index,
      align: 'right' as const,
    })),
    machine('counted'),
  ];
}

function rowOf(
  standing: AreaStanding,
  { counted, level }: AreaRanking,
  { plan, lang }: { plan: Plan; lang: Lang },
): Row {
  const { code, area, rank, mean, unlimited, reached, measured } = standing;
  const of = (count: number, all: number) =>
    `${formatNumber(count, lang)}/${formatNumber(all, lang)}`;
  const name = area === null ? code : LANGS[lang].nameOf(area);
  return {
    plan: { text: '', raw: plan.id },
    level: { text: '', raw: level },
    rank: { ...(rank === null ? { text: '—' } : countCell(rank, lang)), raw: rank },
    area: { text: oneLine(name), raw: code },
    name: { text: '', raw: area?.name ?? null },
    attainment: percentCell(mean, lang),
    unlimited: percentCell(unlimited, lang),
    reached: { ...numberCell(of(reached, measured), reached, lang), raw: reached },
    measured: { ...numberCell(of(measured, counted), measured, lang), raw: measured },
    counted: { text: '', raw: counted },
  };
}

function percentCell(ratio: Exact | null, lang: Lang): Cell {
  if (ratio === null) return { text: '', raw: null };
  const text = formatPercent(ratio, lang, { apartFrom: [ONE] });
  return { ...numberCell(text, ratio.mul(100), lang), raw: toNumber(ratio) };
}

/** The rankings in the published shape of `status --by area --format json`, `area-ranking/1`. */
export function areaRankingJson(ranked: readonly RankedPlan[], asOf: Day) {
  const orNull = (ratio: Exact | null) => (ratio === null ? null : toNumber(ratio));
  return {
    format: 'area-ranking/1',
    asOf,
    plans: ranked.map(({ plan, year, rankings }) => ({
      id: plan.id,
      title: plan.title,
      document: plan.document,
      year,
      levels: rankings.map(({ level, counted, standings }) => ({
        level,
        counted,
        areas: standings.map((standing) => ({
          area: standing.code,
          name: standing.area?.name ?? null,
          rank: standing.rank,
          attainment: orNull(standing.mean),
          attainmentWithoutLimit: orNull(standing.unlimited),
          reached: standing.reached,
          measured: standing.measured,
        })),
      })),
    })),
  };
}
