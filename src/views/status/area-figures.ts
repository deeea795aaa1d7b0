import type { AreaRanking, AreaStanding } from '../../area-ranking.ts';
import type { IndicatorEvaluation, MeasurableEvaluation } from '../../evaluation.ts';
import type { Cell, Column, Row, TableBlock } from '../../formats/document.ts';
import { oneLine, together } from '../../formats/printable.ts';
import { grouped } from '../../grouped.ts';
import { latestFirst, type Period } from '../../period.ts';
import { isPercent } from '../../unit.ts';
import { VERDICTS } from '../../verdict.ts';
import { formatResult, withPeriod } from '../../words/figures.ts';
import type { Speech } from '../../words/index.ts';
import { LANGS } from '../../words/langs.ts';
import { formatNumber, formatPeriod } from '../../words/numbers.ts';
import { coverageLines } from '../evidence.ts';
import type { RankedPlan } from './area-ranking.ts';

/** Of the figures of one indicator or part, one an area. */
interface FigureRow {
  whole: MeasurableEvaluation;
  byArea: ReadonlyMap<string, MeasurableEvaluation>;
}

/** Where an area has sent nothing for an indicator. */
const NOTHING = '–';

/**
 * The figures of a level's areas, a line for each indicator and part that any of them, or the whole,
 * has one for, and a column for each area, best first; a figure of another period than the row's
 * names its own.
 */
export function areaFigures(
  ranked: RankedPlan,
  ranking: AreaRanking,
  speech: Speech<'areas' | 'status' | 'evidence'>,
): TableBlock {
  const { areas: words, status, lang } = speech;
  const { plan, wholes, year } = ranked;
  const all = ranking.standings.length + ranking.missing.length;
  const known = byAddress(ranking.standings);
  const rows = wholes.flatMap((whole) => rowsOf(whole, known.get(whole.address) ?? []));
  const columns: Column[] = [
    { key: 'indicator', title: status.columns.indicator, importance: 90 },
    { key: 'name', title: status.columns.name, importance: 60, wraps: true, minWidth: 20 },
    { key: 'period', title: words.period, importance: 85, wraps: true, minWidth: 8 },
    { key: 'sent', title: words.sent, importance: 84, align: 'right' },
    { key: 'whole', title: words.whole, importance: 80, align: 'right', wraps: true, minWidth: 8 },
    ...ranking.standings.map(({ code, area }, at) => ({
      key: `area-${code}`,
      title: oneLine(area === null ? code : LANGS[lang].nameOf(area)),
      importance: 79 - Math.min(at, 70),
      align: 'right' as const,
      wraps: true,
      minWidth: 8,
    })),
  ];
  const level = ranking.level === null ? words.unknownLevel : words.levels[ranking.level];
  return {
    kind: 'table',
    title: words.figures(plan.document, level, year),
    columns,
    sections: [
      {
        heading: null,
        rows: rows.map((row) => figureRow(row, { ranking, all }, speech)),
        subtotal: null,
      },
    ],
    closing: [
      words.marks(VERDICT_MARKS.join(' '), NOTHING),
      ...rows.flatMap(({ whole }) => coverageLines(whole, speech, ranked.areas)),
    ],
    hiddenNote: words.hidden,
  };
}

const VERDICT_MARKS = [VERDICTS.exceeded.mark, VERDICTS.met.mark] as const;

type OfArea = readonly [code: string, judged: IndicatorEvaluation];

/** What areas have of each indicator, in their order. */
function byAddress(standings: readonly AreaStanding[]): ReadonlyMap<string, readonly OfArea[]> {
  const all = standings.flatMap(({ code, indicators }) =>
    indicators.map((judged): OfArea => [code, judged]),
  );
  return grouped(all, ([, { address }]) => address);
}

function rowsOf(whole: IndicatorEvaluation, own: readonly OfArea[]): FigureRow[] {
  const rowOf = (
    one: MeasurableEvaluation,
    pick: (of: IndicatorEvaluation) => MeasurableEvaluation,
  ) => ({
    whole: one,
    byArea: new Map(own.map(([code, found]) => [code, pick(found)])),
  });
  const rows = [
    rowOf(whole, (found) => found),
    ...whole.parts.map((part, index) => rowOf(part, (found) => found.parts[index]!)),
  ];
  return rows.filter((row) => [...row.byArea.values()].some((one) => figureOf(one) !== null));
}

function figureOf({ actual, latest }: MeasurableEvaluation) {
  return actual ?? latest;
}

function figureRow(
  { whole, byArea }: FigureRow,
  { ranking: { standings }, all }: { ranking: AreaRanking; all: number },
  speech: Speech<'areas' | 'status'>,
): Row {
  const { lang } = speech;
  const sent = [...byArea.values()].filter((one) => figureOf(one) !== null);
  const periods = sent.map((one) => figureOf(one)!.period).sort(latestFirst);
  const period = periods[0]!;
  const { unit, name } = whole.measurable;
  const named = unit === null || isPercent(unit) ? '' : ` (${oneLine(unit)})`;
  const count = (one: number) => formatNumber(one, lang);
  return {
    indicator: { text: whole.address },
    name: { text: oneLine(name) + named },
    period: { text: formatPeriod(period, lang) },
    sent: { text: `${count(sent.length)}/${count(all)}` },
    whole: figureCell(whole, period, speech),
    ...Object.fromEntries(
      standings.map(({ code }) => {
        const one = byArea.get(code);
        return [`area-${code}`, one ? figureCell(one, period, speech) : { text: NOTHING }];
      }),
    ),
  };
}

function figureCell(
  one: MeasurableEvaluation,
  period: Period,
  { status, lang }: Speech<'areas' | 'status'>,
): Cell {
  const figure = figureOf(one);
  if (figure === null) return { text: NOTHING, style: 'dim' };
  const { verdict, target, measurable, waiver } = one;
  const text = together(formatResult(figure, { unit: measurable.unit, target }, lang, status));
  const said = figure.period.text === period.text ? text : withPeriod(text, figure, lang);
  const isJudged = waiver === null && VERDICTS[verdict].judged && one.actual !== null;
  return isJudged
    ? { marker: `${VERDICTS[verdict].mark} `, text: said, style: VERDICTS[verdict].style }
    : { text: said, style: 'dim' };
}
