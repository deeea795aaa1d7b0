import { countVerdicts } from '../../evaluation.ts';
import { explainer } from '../../explain.ts';
import { type Block, type Document, heading, list, paragraph } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import { bulletsChart } from '../charts/bullets.ts';
import { deadlineFigures, figuresChart, verdictFigures } from '../charts/figures.ts';
import { sharesChart } from '../charts/shares.ts';
import { timelineChart } from '../charts/timeline.ts';
import { type ChartSpeech, chartSpeech } from '../charts/words.ts';
import { groupViews } from './narrowing.ts';
import { subtotalLine } from './summary.ts';
import { type StatusLook, type ToldPlan, tableOf } from './told.ts';

/** Where plans stand in pictures: figures, verdicts by group, a bar an indicator, deadlines. */
export async function statusPage(plans: readonly ToldPlan[], look: StatusLook): Promise<Document> {
  const speech = await chartSpeech(look.speech.lang);
  const { charts: words } = speech;
  const [only] = plans;
  if (plans.length === 1 && only)
    return [
      heading(1, words.titles.status(only.input.plan.document)),
      ...planBlocks(only, 2, { look, speech }),
    ];
  const counted = plans.map(({ input, evaluation }) => ({
    label: input.plan.document,
    counts: evaluation.counts,
  }));
  return [
    heading(1, words.titles.statusOfSeveral(plans.length)),
    paragraph(words.asOf(look.asOf)),
    heading(2, words.plans),
    ...sharesChart(counted, { title: words.plans, of: words.plan }, speech),
    ...plans.flatMap((plan) => [
      heading(2, words.titles.status(plan.input.plan.document)),
      ...planBlocks(plan, 3, { look, speech }),
    ]),
  ];
}

interface Context {
  look: StatusLook;
  speech: ChartSpeech;
}

function planBlocks(told: ToldPlan, level: number, { look, speech }: Context): Block[] {
  const { input, evaluation, deadlines } = told;
  const { charts: words, status, evidence, lang } = speech;
  const { plan, results, areas, measures } = input;
  const { asOf, year, counts } = evaluation;
  const groups = groupViews(evaluation, look);
  const nameOf = (code: string | null) =>
    code === null ? status.withoutGroup : oneLine(plan.groups.get(code) ?? code);
  const sections = groups
    .filter(({ shown }) => shown.length > 0)
    .map((group) => ({
      heading: groups.length > 1 || group.code !== null ? nameOf(group.code) : null,
      indicators: group.shown,
      closing: subtotalLine(group, nameOf(group.code), status),
    }));
  const table = tableOf(told, look);
  const pace = look.pace ?? 'linear';
  const bullets = bulletsChart(sections, {
    context: { evaluation, words: status, evidence, lang },
    speech,
    pace,
    areas,
    explain: explainer(evaluation, results, measures),
    behind: [{ ...table, title: null, opening: [], closing: [] }],
  });
  return [
    paragraph(`${oneLine(plan.title)}. ${words.facts(asOf, year)}`),
    ...(table.opening ?? []).map(paragraph),
    ...figuresChart([
      ...verdictFigures(counts, speech),
      ...deadlineFigures(deadlines, told.progress.files.length > 0, speech),
    ]),
    heading(level, words.groups),
    ...sharesChart(
      groups.map(({ code, all }) => ({ label: nameOf(code), counts: countVerdicts(all) })),
      { title: words.groups, of: words.group },
      speech,
    ),
    heading(level, bullets.title),
    bullets,
    ...deadlineBlocks(told, level, speech),
    heading(level, words.basis),
    ...list(table.closing),
  ];
}

function deadlineBlocks({ deadlines }: ToldPlan, level: number, speech: ChartSpeech): Block[] {
  const chart = timelineChart(deadlines, deadlines.items, speech);
  return chart.length === 0 ? [] : [heading(level, speech.charts.timeline), ...chart];
}
