import type { Area, AreaCatalogue } from '../../area.ts';
import type { Day } from '../../calendar.ts';
import type { MeasurableEvaluation } from '../../evaluation.ts';
import { compare, exact, toNumber, toRatio } from '../../exact.ts';
import type { Cell, Column, Row, TableBlock } from '../../formats/document.ts';
import { oneLine, together } from '../../formats/printable.ts';
import type { IndicatorRanking, IndicatorStanding } from '../../indicator-ranking.ts';
import type { Plan } from '../../plan.ts';
import type { Observation } from '../../result.ts';
import { isPercent } from '../../unit.ts';
import { VERDICTS } from '../../verdict.ts';
import { formatAttainment, formatResult, formatTarget, placesOf } from '../../words/figures.ts';
import type { Speech } from '../../words/index.ts';
import { LANGS, type Lang } from '../../words/langs.ts';
import { formatPeriod, formatSigned } from '../../words/numbers.ts';
import { countCell, numberCell, targetCell } from '../cells.ts';
import { coverageLines, disputeLine, doubtMarks } from '../evidence.ts';
import { observationValue, ratioOrNull } from '../json-values.ts';
import { figureJson } from './area-ranking.ts';

/** The areas of a plan by one indicator, and the plan's own figure of it. */
export interface RankedIndicator {
  plan: Plan;
  asOf: Day;
  year: number;
  /** The plan's own, judged on the whole. */
  whole: MeasurableEvaluation;
  rankings: readonly IndicatorRanking[];
  areas: AreaCatalogue;
  resultFiles: readonly string[];
  unreadRows: number;
}

type Said = Speech<'areas' | 'status' | 'evidence'>;

/** The areas by their figures of one indicator, a section for each level. */
export function indicatorRankingTable(
  told: RankedIndicator,
  speech: Said,
  closing: readonly string[],
): TableBlock {
  const { plan, asOf, year, whole, rankings, areas, resultFiles, unreadRows } = told;
  const { areas: words, lang } = speech;
  const { address, measurable, actual } = whole;
  const { unit, name } = measurable;
  const named = unit === null || isPercent(unit) ? '' : ` (${oneLine(unit)})`;
  const own = actual ?? whole.latest;
  return {
    kind: 'table',
    title: words.byIndicator(plan.document, address, oneLine(name) + named),
    columns: columnsOf(year, speech),
    sections: rankings.map((ranking) => ({
      heading: ranking.level === null ? words.unknownLevel : words.levels[ranking.level],
      rows: ranking.standings.map((standing) => rowOf(standing, ranking, told, speech)),
      subtotal: subtotalOf(ranking, lang, speech),
    })),
    closing: [
      rankings.length === 0 ? words.noAreaFigures(address) : words.indicatorRule,
      ...(own === null
        ? []
        : [words.wholeHas(figureText(own, whole, speech), formatPeriod(own.period, lang))]),
      ...coverageLines(whole, speech, areas),
      ...doubtsOf(told, speech),
      ...(unreadRows > 0 ? [words.unread(unreadRows)] : []),
      words.judged(asOf, year, resultFiles),
      ...closing,
    ],
    hiddenNote: words.hidden,
  };
}

/** What explains the marks of verdicts: rival figures, and how many are not final. */
function doubtsOf({ rankings, year }: RankedIndicator, speech: Said): string[] {
  const all = rankings.flatMap(({ standings }) => standings);
  const provisional = all.filter(({ judged }) => judged.isProvisional).length;
  return [
    ...all.flatMap(({ area, code, judged }) =>
      judged.rivals.map(
        (rival) => `${nameOf(area, code, speech.lang)}: ${disputeLine(judged, rival, speech)}`,
      ),
    ),
    ...(provisional > 0 ? [speech.evidence.provisional(provisional, year)] : []),
  ];
}

function subtotalOf(
  { standings, reporting, missing }: IndicatorRanking,
  lang: Lang,
  { areas }: Said,
) {
  const ranked = standings.filter(({ rank }) => rank !== null).length;
  const silent = missing.map((area) => nameOf(area, area.code, lang));
  return [
    areas.rankedBy(ranked, standings.length),
    ...(silent.length > 0 ? [areas.missing(reporting, silent)] : []),
  ].join(' ');
}

function nameOf(area: Area | null, code: string, lang: Lang): string {
  return oneLine(area === null ? code : LANGS[lang].nameOf(area));
}

function columnsOf(year: number, { areas: words, status }: Said): Column[] {
  const machine = (key: string): Column => ({ key, title: key, importance: 0, csvOnly: true });
  const figure = (key: string, title: string, importance: number): Column => ({
    ...{ key, title, importance, align: 'right', wraps: true, minWidth: 8 },
  });
  return [
    machine('plan'),
    machine('indicator'),
    machine('level'),
    { key: 'rank', title: words.columns.rank, importance: 90, align: 'right' },
    { key: 'area', title: words.columns.area, importance: 100, wraps: true, minWidth: 14 },
    machine('name'),
    figure('value', status.columns.value, 95),
    machine('about'),
    machine('bound'),
    { key: 'period', title: words.period, importance: 85 },
    figure('target', `${status.columns.target} ${year}`, 60),
    figure('attainment', status.columns.attainment, 50),
    figure('gap', status.columns.gap, 55),
    { key: 'verdict', title: status.columns.verdict, importance: 80 },
    machine('source'),
    machine('disputed'),
  ];
}

function figureText(
  figure: Observation,
  one: MeasurableEvaluation,
  { status, lang }: Said,
): string {
  const { measurable, target } = one;
  return together(formatResult(figure, { unit: measurable.unit, target }, lang, status));
}

function rowOf(
  { code, area, judged, figure, rank }: IndicatorStanding,
  { level }: IndicatorRanking,
  { plan }: RankedIndicator,
  speech: Said,
): Row {
  const { status, lang } = speech;
  const { target, attainment, verdict, measurable, gap } = judged;
  const machine = (raw: string | number | boolean | null): Cell => ({ text: '', raw });
  const text = figureText(figure, judged, speech);
  const said = observationValue(figure.value);
  const marks = doubtMarks(judged);
  const points = isPercent(measurable.unit) ? ` ${status.points}` : '';
  return {
    plan: machine(plan.id),
    indicator: machine(judged.address),
    level: machine(level),
    rank: { ...(rank === null ? { text: '—' } : countCell(rank, lang)), raw: rank },
    area: { text: nameOf(area, code, lang), raw: code },
    name: machine(area?.name ?? null),
    value: {
      ...(figure.value.kind === 'number' ? numberCell(text, figure.value.value, lang) : { text }),
      raw: said.value,
    },
    about: machine(said.about),
    bound: machine(said.bound),
    period: { text: formatPeriod(figure.period, lang), raw: figure.period.text },
    target:
      target === null
        ? { text: '', raw: null }
        : {
            ...targetCell(formatTarget(target, measurable.unit, lang, status.done), target, lang),
            raw: target.text,
          },
    attainment:
      attainment === null
        ? { text: '', raw: null }
        : {
            ...numberCell(formatAttainment(attainment, target, lang), attainment.mul(100), lang),
            raw: toRatio(attainment),
          },
    gap:
      gap === null
        ? { text: '', raw: null }
        : {
            ...numberCell(
              together(formatSigned(gap, lang, { places: placesOf(figure) }) + points),
              gap,
              lang,
            ),
            raw: toNumber(gap),
          },
    verdict: {
      marker: `${VERDICTS[verdict].mark} `,
      text: status.verdicts[verdict] + (marks === '' ? '' : ` ${marks}`),
      style: VERDICTS[verdict].style,
      raw: verdict,
    },
    source: machine(figure.source),
    disputed: machine(judged.rivals.length > 0),
  };
}

/** The rankings by one indicator in the published shape `area-ranking/1`. */
export function indicatorRankingJson(all: readonly RankedIndicator[], asOf: Day) {
  return {
    format: 'area-ranking/1',
    asOf,
    plans: all.map(({ plan, year, whole, rankings }) => ({
      id: plan.id,
      title: plan.title,
      document: plan.document,
      year,
      indicator: whole.address,
      levels: rankings.map(({ level, standings, missing }) => ({
        level,
        counted: 1,
        missing: missing.map(({ code }) => code),
        areas: standings.map(({ code, area, judged, rank }) => ({
          area: code,
          name: area?.name ?? null,
          nameEn: area?.nameEn ?? null,
          rank,
          attainment: ratioOrNull(upToOne(judged)),
          attainmentWithoutLimit: ratioOrNull(judged.attainment),
          reached: VERDICTS[judged.verdict].reached ? 1 : 0,
          measured: VERDICTS[judged.verdict].judged ? 1 : 0,
          figures: [figureJson(judged)].flat(),
        })),
      })),
    })),
  };
}

function upToOne({ attainment }: MeasurableEvaluation) {
  const one = exact(1);
  return attainment !== null && compare(attainment, one) > 0 ? one : attainment;
}
