import type { Area, AreaCatalogue } from '../../area.ts';
import type { AreaRanking, AreaStanding } from '../../area-ranking.ts';
import type { Day } from '../../calendar.ts';
import type { IndicatorEvaluation, MeasurableEvaluation } from '../../evaluation.ts';
import { type Exact, toNumber } from '../../exact.ts';
import type { Cell, Column, Row, TableBlock } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import { observedText } from '../../observation.ts';
import type { Plan } from '../../plan.ts';
import type { Observation } from '../../result.ts';
import type { AreaWords } from '../../words/en/area-words.ts';
import { ONE } from '../../words/figures.ts';
import type { Speech } from '../../words/index.ts';
import { LANGS, type Lang } from '../../words/langs.ts';
import { formatNumber, formatPercent } from '../../words/numbers.ts';
import { countCell, numberCell } from '../cells.ts';
import { observationValue, ratioOrNull } from '../json-values.ts';

/** The ranking of a plan's areas with what it was made of. */
export interface RankedPlan {
  plan: Plan;
  asOf: Day;
  year: number;
  rankings: readonly AreaRanking[];
  areas: AreaCatalogue;
  resultFiles: readonly string[];
  unreadRows: number;
  /** The plan's own indicators, judged on the whole. */
  wholes: readonly IndicatorEvaluation[];
}

/** The areas of one plan by attainment, a section for each level; the rule is said below. */
export function areaTable(
  ranked: RankedPlan,
  { areas: words, lang }: Speech<'areas'>,
  closing: readonly string[],
  shown: readonly AreaRanking[] = ranked.rankings.filter(isCounted),
  addresses: readonly string[] = [],
): TableBlock {
  const { plan, asOf, year, rankings, resultFiles, unreadRows } = ranked;
  const nameOf = areaNames(rankings, lang);
  const idle = rankings.filter((one) => !isCounted(one)).flatMap(({ standings }) => standings);
  return {
    kind: 'table',
    title: `${plan.document} — ${oneLine(plan.title)}`,
    columns: columnsOf(words, addresses),
    sections: shown.map((ranking) => ({
      heading: ranking.level === null ? words.unknownLevel : words.levels[ranking.level],
      rows: ranking.standings.map((standing) => rowOf(standing, ranking, { plan, lang, nameOf })),
      subtotal: subtotalOf(ranking, words, nameOf),
    })),
    closing: [
      rankings.length === 0 ? words.noAreas : words.rule,
      ...(idle.length > 0
        ? [
            words.noneCounts(
              idle.map(({ area, code }) => nameOf(area, code)),
              year,
            ),
          ]
        : []),
      ...(unreadRows > 0 ? [words.unread(unreadRows)] : []),
      words.judged(asOf, year, resultFiles),
      ...closing,
    ],
    hiddenNote: words.hidden,
  };
}

type NameOf = (area: Area | null, code: string) => string;

/** Names of areas, with the code of those whose name another one of the plan's has. */
function areaNames(rankings: readonly AreaRanking[], lang: Lang): NameOf {
  const name = (area: Area | null, code: string) =>
    oneLine(area === null ? code : LANGS[lang].nameOf(area));
  const all = rankings.flatMap(({ standings }) => standings);
  const times = new Map<string, number>();
  for (const { area, code } of all)
    times.set(name(area, code), (times.get(name(area, code)) ?? 0) + 1);
  return (area, code) => {
    const own = name(area, code);
    return (times.get(own) ?? 0) < 2 ? own : `${own} (${code})`;
  };
}

/** Has any of its areas a figure that counts? */
function isCounted({ counted }: AreaRanking): boolean {
  return counted > 0;
}

function subtotalOf(
  { counted, standings, reporting, missing }: AreaRanking,
  words: AreaWords,
  nameOf: NameOf,
): string {
  const ranked = standings.filter(({ rank }) => rank !== null).length;
  const silent = missing.map((area) => nameOf(area, area.code));
  return [
    words.ranked(counted, ranked, standings.length),
    ...(silent.length > 0 ? [words.missing(reporting, silent)] : []),
  ].join(' ');
}

function columnsOf({ columns: titles }: AreaWords, addresses: readonly string[]): Column[] {
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
    ...addresses.map((address) => machine(figureKey(address))),
  ];
}

/** The column of an indicator's figures, for programs. */
function figureKey(address: string): string {
  return `figure:${address}`;
}

/** The indicators and parts that an area of any of the plans has a figure for, in their order. */
export function measuredAddresses(all: readonly RankedPlan[]): string[] {
  const found = all.flatMap(({ wholes, rankings }) => {
    const known = new Set(
      rankings.flatMap(({ standings }) =>
        standings.flatMap(({ indicators }) =>
          indicators
            .flatMap((whole) => [whole, ...whole.parts])
            .filter(({ actual, latest }) => (actual ?? latest) !== null)
            .map(({ address }) => address),
        ),
      ),
    );
    return wholes
      .flatMap((whole) => [whole, ...whole.parts])
      .map(({ address }) => address)
      .filter((address) => known.has(address));
  });
  return [...new Set(found)];
}

function rowOf(
  standing: AreaStanding,
  { counted, level }: AreaRanking,
  { plan, lang, nameOf }: { plan: Plan; lang: Lang; nameOf: NameOf },
): Row {
  const { code, area, rank, mean, unlimited, reached, measured } = standing;
  const of = (count: number, all: number) =>
    `${formatNumber(count, lang)}/${formatNumber(all, lang)}`;
  return {
    plan: { text: '', raw: plan.id },
    level: { text: '', raw: level },
    rank: { ...(rank === null ? { text: '—' } : countCell(rank, lang)), raw: rank },
    area: { text: nameOf(area, code), raw: code },
    name: { text: '', raw: area?.name ?? null },
    attainment: percentCell(mean, lang),
    unlimited: percentCell(unlimited, lang),
    reached: { ...numberCell(of(reached, measured), reached, lang), raw: reached },
    measured: { ...numberCell(of(measured, counted), measured, lang), raw: measured },
    counted: { text: '', raw: counted },
    ...Object.fromEntries(
      standing.indicators
        .flatMap((whole) => [whole, ...whole.parts])
        .map(({ address, actual, latest }) => [
          figureKey(address),
          { text: '', raw: rawFigure(actual ?? latest) },
        ]),
    ),
  };
}

/** As a results file would have it; a number alone is one. */
function rawFigure(figure: Observation | null): string | number | null {
  if (figure === null) return null;
  const { value } = figure;
  const isPlain = value.kind === 'number' && !value.about && value.bound === undefined;
  return isPlain ? toNumber(value.value) : observedText(value);
}

function percentCell(ratio: Exact | null, lang: Lang): Cell {
  if (ratio === null) return { text: '', raw: null };
  const text = formatPercent(ratio, lang, { apartFrom: [ONE] });
  return { ...numberCell(text, ratio.mul(100), lang), raw: toNumber(ratio) };
}

/** The figure of an area; none where it has none. */
export function figureJson({ address, actual, latest, verdict, attainment }: MeasurableEvaluation) {
  const figure = actual ?? latest;
  if (figure === null) return [];
  return {
    indicator: address,
    ...observationValue(figure.value),
    period: figure.period.text,
    verdict,
    attainment: ratioOrNull(attainment),
    source: figure.source,
  };
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
      indicator: null,
      levels: rankings.map(({ level, counted, standings, missing }) => ({
        level,
        counted,
        missing: missing.map(({ code }) => code),
        areas: standings.map((standing) => ({
          area: standing.code,
          name: standing.area?.name ?? null,
          nameEn: standing.area?.nameEn ?? null,
          rank: standing.rank,
          attainment: orNull(standing.mean),
          attainmentWithoutLimit: orNull(standing.unlimited),
          reached: standing.reached,
          measured: standing.measured,
          figures: standing.indicators.flatMap((whole) =>
            [whole, ...whole.parts].flatMap(figureJson),
          ),
        })),
      })),
    })),
  };
}
