import type { AreaCatalogue } from '../../area.ts';
import type { IndicatorEvaluation, MeasurableEvaluation } from '../../evaluation.ts';
import { isEarlier } from '../../evaluation.ts';
import { toRatio } from '../../exact.ts';
import type { IndicatorExplanation } from '../../explain.ts';
import type { Bullet, BulletsChart, ChartBlock, Facet } from '../../formats/chart.ts';
import type { Cell, TextBlock } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { PaceMethod } from '../../pace.ts';
import { VERDICT_CODES, VERDICTS } from '../../verdict.ts';
import { formatResult } from '../../words/figures.ts';
import { formatDay } from '../../words/numbers.ts';
import { DISPUTED, DOUBTED, otherwiseOf, PROVISIONAL, shareDoubtText } from '../evidence.ts';
import { indicatorEntries } from '../explain/indicator.ts';
import { EARLIER, type StatusContext, statusRow, WAIVED } from '../status/rows.ts';
import { scaleOf } from './scale.ts';
import { VERDICT_TONES } from './tone.ts';
import { trendOf } from './trend.ts';
import type { ChartSpeech } from './words.ts';

/** Indicators under a heading. */
export interface BulletSection {
  heading: string | null;
  indicators: readonly IndicatorEvaluation[];
  closing: string | null;
}

/** What bars of one plan are made with. */
export interface BulletsInput {
  context: StatusContext;
  speech: ChartSpeech;
  pace: PaceMethod;
  areas: AreaCatalogue;
  explain(address: string): IndicatorExplanation | undefined;
  /** The same as a table. */
  behind: readonly TextBlock[];
}

/** A bar for every indicator and part, with all that is known of it one step away. */
export function bulletsChart(
  sections: readonly BulletSection[],
  input: BulletsInput,
): ChartBlock & BulletsChart {
  const { words } = input.context;
  return {
    kind: 'chart',
    chart: 'bullets',
    title: input.speech.charts.indicators(input.context.evaluation.year),
    facets: facetsOf(sections, input),
    sections: sections.map(({ heading, indicators, closing }) => ({
      heading,
      bullets: indicators.map((one) => bulletOf(one, one, input)),
      closing,
    })),
    behind: input.behind,
  };

  function facetsOf(all: typeof sections, { context }: BulletsInput): Facet[] {
    const { plan } = context.evaluation;
    const shown = all.flatMap(({ indicators }) => indicators);
    const groups = new Set(shown.map(({ indicator }) => indicator.group));
    const leads = new Set(shown.flatMap(({ indicator }) => indicator.lead));
    const verdicts = new Set(shown.map(({ verdict }) => verdict));
    const values = (codes: Iterable<string>, nameOf: (code: string) => string | undefined) =>
      [...codes].map((code) => ({ code, label: oneLine(nameOf(code) ?? code) }));
    return [
      {
        key: 'group',
        values: [...groups].map((code) => ({
          code: code ?? '',
          label: code === null ? words.withoutGroup : oneLine(plan.groups.get(code) ?? code),
        })),
      },
      { key: 'lead', values: values(leads, (code) => plan.agencies.get(code)) },
      {
        key: 'verdict',
        values: VERDICT_CODES.filter((verdict) => verdicts.has(verdict)).map((code) => ({
          code,
          label: `${VERDICTS[code].mark} ${words.verdicts[code]}`,
        })),
      },
    ];
  }
}

function bulletOf(
  judged: MeasurableEvaluation,
  whole: IndicatorEvaluation,
  input: BulletsInput,
): Bullet {
  const { context, speech, pace, areas } = input;
  const row = statusRow(judged, whole, context);
  const isWhole = judged === whole;
  const explanation = input.explain(judged.address);
  const { indicator } = whole;
  return {
    id: `${context.evaluation.plan.id}/${judged.address}`,
    code: judged.address,
    name: row.name?.text ?? '',
    target: row.target?.text ?? '',
    value: row.value?.text ?? '',
    attained: row.attainment?.text ?? '',
    verdict: verdictCell(judged, context),
    tone: judged.waiver === null ? VERDICT_TONES[judged.verdict] : 'none',
    remarks: remarksOf(judged, context, speech),
    lead: isWhole ? (row.lead?.text ?? '') : '',
    scale: scaleOf(judged),
    trend: explanation ? trendOf(explanation.main, explanation, speech) : null,
    belongs: { group: [indicator.group ?? ''], lead: indicator.lead, verdict: [judged.verdict] },
    ranks: {
      verdict: VERDICTS[judged.verdict].rank,
      attainment: judged.attainment === null ? null : toRatio(judged.attainment),
    },
    detail:
      explanation && isWhole
        ? [
            indicatorEntries(explanation, {
              speech,
              pace,
              areas,
              unread: [],
            }),
          ]
        : [],
    parts: isWhole
      ? whole.parts
          .filter((part) => part.target !== null || part.latest !== null)
          .map((part) => bulletOf(part, whole, input))
      : [],
  };
}

/** The verdict alone: what else is to be said of it stands in the remarks. */
function verdictCell({ verdict, waiver }: MeasurableEvaluation, { words }: StatusContext): Cell {
  const word = words.verdicts[verdict];
  return waiver === null
    ? { marker: `${VERDICTS[verdict].mark} `, text: word }
    : { marker: `${WAIVED} `, text: words.waived(word) };
}

/** What a reader must know before he uses the figure. */
function remarksOf(
  judged: MeasurableEvaluation,
  { evaluation, words }: StatusContext,
  { charts, evidence, lang }: ChartSpeech,
): Bullet['remarks'] {
  const { declared, waiver, pace } = judged;
  return [
    ...(judged.isProvisional ? [{ marker: PROVISIONAL, text: charts.provisional }] : []),
    ...(judged.shareDoubt === null
      ? []
      : [{ marker: DOUBTED, text: shareDoubtText(judged.shareDoubt, { evidence, lang }) }]),
    ...judged.rivals.map((rival) => ({
      marker: DISPUTED,
      text: charts.disputed(
        formatResult(
          rival.result,
          { unit: judged.measurable.unit, target: judged.target },
          lang,
          words,
        ),
        rival.result.source,
        otherwiseOf(judged, rival, { status: words, lang }),
      ),
    })),
    ...(judged.isEstimate ? [{ marker: '~', text: charts.estimate }] : []),
    ...(isEarlier(judged, evaluation.year) ? [{ marker: EARLIER, text: charts.earlier }] : []),
    ...(declared !== null && !declared.agrees
      ? [{ marker: '≠', text: charts.declared(words.declared[declared.status]) }]
      : []),
    ...(waiver === null
      ? []
      : [{ marker: WAIVED, text: charts.waivedUntil(formatDay(waiver.until, lang)) }]),
    ...(pace === null || pace.verdict === 'not-computable'
      ? []
      : [{ marker: '◔', text: words.pace[pace.verdict] }]),
  ];
}
