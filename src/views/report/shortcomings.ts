import { deciding, type IndicatorEvaluation, type MeasurableEvaluation } from '../../evaluation.ts';
import { compare } from '../../exact.ts';
import { greatest } from '../../extremes.ts';
import { type Block, type Item, list, paragraph } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { PlanReport } from '../../report.ts';
import { isPercent } from '../../unit.ts';
import { VERDICT_CODES, VERDICTS } from '../../verdict.ts';
import { formatAttainment, formatResult, placesOf } from '../../words/figures.ts';
import { formatNumber, formatPeriod } from '../../words/numbers.ts';
import type { Comparison, DeadlineKind } from '../../words/report-facts.ts';
import { leadNames } from './deadlines.ts';
import { indicatorName, measuredName } from './headline.ts';
import { targetInWords } from './target-words.ts';
import { groupName, type ReportContext } from './view.ts';
import { workOf } from './work.ts';

/** How many of a matter are named where it is told. */
interface Examples {
  indicators: number;
  leads: number;
}

/** More indicators than these stand in an annex. */
const MOST_NAMED = 5;

const WHOLE: Examples = { indicators: MOST_NAMED, leads: Number.POSITIVE_INFINITY };

/** What the data show to be short, late, unknown or doubtful; reasons as the agencies gave them. */
export function shortcomingBlocks(report: PlanReport, context: ReportContext): Block[] {
  const { shortcomings, fill } = context.words.chapters;
  const found = shortcomingItems(report, context);
  return [
    ...(found.length === 0 ? [paragraph(shortcomings.none)] : list(found)),
    { kind: 'paragraph', text: fill.reasons, toFill: true },
  ];
}

/** The same, an item a matter with so many examples of it. */
export function shortcomingItems(
  report: PlanReport,
  context: ReportContext,
  most: Examples = WHOLE,
): Item[] {
  const { shortcomings: words } = context.words.chapters;
  const { evaluation, tally, sources } = report;
  const short = unreached(report);
  const partly = belowTarget(report.byVerdict['no-data']).slice(0, most.indicators);
  const told = deciding(evaluation.indicators);
  const disputed = told.filter(({ rivals }) => rivals.length > 0).length;
  const doubted = told.filter(({ shareDoubt }) => shareDoubt !== null).length;
  const provisional = told.filter(({ isProvisional }) => isProvisional).length;
  const unknown = report.groups.filter(({ tally: own }) => own['no-data'] > 0);
  const count = tally.targeted - tally['no-data'] - tally.reached;
  return [
    ...(count === 0
      ? []
      : [
          below(
            words.notReached(count, evaluation.year),
            comparedItems(short.slice(0, most.indicators), count, report, context),
          ),
        ]),
    ...(tally['no-data'] === 0
      ? []
      : [
          below(
            words.noData(
              tally['no-data'],
              report.groups.length > 1
                ? unknown.map((group) =>
                    words.counted(groupName(report, group, context), group.tally['no-data']),
                  )
                : [],
            ),
            partly.map((one) => words.compared(comparison(one, report, context))),
          ),
        ]),
    ...KINDS.flatMap((kind) => {
      const { overdue } = workOf(report, kind);
      return overdue.length === 0
        ? []
        : [
            below(
              words.overdue(kind, overdue.length, sources.progress.length > 0),
              overdueLeads(report, kind, most.leads, context),
            ),
          ];
    }),
    ...KINDS.flatMap((kind) => {
      const { late } = workOf(report, kind);
      const most = greatest(
        late.map(({ lateBy }) => lateBy ?? 0),
        0,
      );
      return late.length === 0 ? [] : [words.late(kind, late.length, most)];
    }),
    ...(disputed === 0 ? [] : [words.disputed(disputed)]),
    ...(provisional === 0 ? [] : [words.provisional(provisional)]),
    ...(doubted === 0 ? [] : [words.doubted(doubted)]),
    ...reasonItems(report, context),
  ];
}

const KINDS: readonly DeadlineKind[] = ['task', 'report'];

function below(text: string, items: readonly string[]): Item {
  return items.length === 0 ? text : { text, below: list(items) };
}

/** Of the indicators that are judged and have not reached their target what has not, the lowest first. */
function unreached({ byVerdict }: PlanReport): MeasurableEvaluation[] {
  const codes = VERDICT_CODES.filter((code) => VERDICTS[code].judged && !VERDICTS[code].reached);
  return belowTarget(codes.flatMap((code) => byVerdict[code]));
}

/** Indicators and parts with a figure that has not reached its target, the lowest first. */
function belowTarget(indicators: readonly IndicatorEvaluation[]): MeasurableEvaluation[] {
  return deciding(indicators)
    .filter(
      ({ verdict, attainment, actual }) =>
        VERDICTS[verdict].judged &&
        !VERDICTS[verdict].reached &&
        attainment !== null &&
        actual?.value.kind === 'number',
    )
    .sort((a, b) => compare(a.attainment!, b.attainment!));
}

function comparedItems(
  named: readonly MeasurableEvaluation[],
  count: number,
  report: PlanReport,
  context: ReportContext,
): string[] {
  const { shortcomings: words } = context.words.chapters;
  const more = count - indicatorsOf(named);
  return [
    ...named.map((one) => words.compared(comparison(one, report, context))),
    ...(more > 0 && named.length > 0 ? [words.more(more)] : []),
  ];
}

/** Parts of one indicator are one. */
function indicatorsOf(named: readonly MeasurableEvaluation[]): number {
  return new Set(named.map(({ address }) => address.split('/')[0])).size;
}

function comparison(
  one: MeasurableEvaluation,
  { evaluation }: PlanReport,
  context: ReportContext,
): Comparison {
  const { actual, target, attainment, measurable } = one;
  const { lang, status } = context;
  return {
    name: measuredName(one, evaluation),
    value: formatResult(actual!, { unit: measurable.unit, target }, lang, status),
    period: actual!.period.end === evaluation.asOf ? null : formatPeriod(actual!.period, lang),
    target: target && targetInWords(target, measurable.unit, context),
    attained: attainment && formatAttainment(attainment, target, lang),
  };
}

/** The agencies with something overdue of the kind, the most first. */
function overdueLeads(
  report: PlanReport,
  kind: DeadlineKind,
  most: number,
  context: ReportContext,
): string[] {
  const { shortcomings: words } = context.words.chapters;
  const counts = report.overdue
    .map(({ lead, items }) => ({ lead, count: items.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const named = counts.slice(0, most);
  return [
    ...named.map(({ lead, count }) =>
      words.counted(leadNames(report.plan, lead === null ? [] : [lead], context), count),
    ),
    ...(named.length < counts.length ? [words.moreLeads(counts.length - named.length)] : []),
  ];
}

/** What agencies gave as the reason of what is overdue or was late. */
function reasonItems(report: PlanReport, context: ReportContext): Item[] {
  const { shortcomings: words } = context.words.chapters;
  const noted = KINDS.flatMap((kind) => {
    const { overdue, late } = workOf(report, kind);
    return [...overdue, ...late].filter(({ note }) => note !== '');
  });
  if (noted.length === 0) return [];
  return [
    {
      text: words.reasons,
      below: list(noted.map(({ title, note }) => words.reason(oneLine(title), oneLine(note)))),
    },
  ];
}

/** What there is to do: finish, go on, collect. */
export function nextItems(report: PlanReport, context: ReportContext): Item[] {
  const { next: words, shortcomings } = context.words.chapters;
  const { tally, sources } = report;
  const isReported = sources.progress.length > 0;
  const { indicators } = report.evaluation;
  const disputed = deciding(indicators).filter(({ rivals }) => rivals.length > 0).length;
  const short = unreached(report);
  const count = tally.targeted - tally['no-data'] - tally.reached;
  const first = short.slice(0, MOST_NAMED);
  const named = first.map((one) => missingText(one, report, context));
  const more = count - indicatorsOf(first);
  return [
    ...KINDS.flatMap((kind) => {
      const { overdue } = workOf(report, kind);
      return overdue.length === 0 ? [] : [words.overdue(kind, overdue.length, isReported)];
    }),
    ...(count === 0
      ? []
      : [
          below(words.unreached(count), [
            ...named,
            ...(more > 0 && named.length > 0 ? [shortcomings.more(more)] : []),
          ]),
        ]),
    ...(tally['no-data'] === 0 ? [] : [words.noData(tally['no-data'])]),
    ...(disputed === 0 ? [] : [words.disputed(disputed)]),
  ];
}

function missingText(
  one: MeasurableEvaluation,
  { evaluation }: PlanReport,
  context: ReportContext,
): string {
  const { lang, words } = context;
  const { gap, actual, measurable } = one;
  const number = formatNumber(gap!.abs(), lang, { places: placesOf(actual!) });
  const unit = isPercent(measurable.unit)
    ? words.chapters.points
    : (measurable.unit && oneLine(measurable.unit)) || '';
  return words.chapters.next.missing(indicatorName(one, evaluation), `${number} ${unit}`.trim());
}
