import type {
  IndicatorEvaluation,
  MeasurableEvaluation,
  PlanEvaluation,
} from '../../evaluation.ts';
import { exact } from '../../exact.ts';
import type { Column, Row } from '../../formats/document.ts';
import { type Block, heading, list, paragraph, rowsTable } from '../../formats/document.ts';
import { PACE_CLASSES } from '../../pace-class.ts';
import type { PlanReport } from '../../report.ts';
import { isPercent } from '../../unit.ts';
import { TARGETED_VERDICTS, VERDICTS } from '../../verdict.ts';
import { formatNumber, formatSigned } from '../../words/numbers.ts';
import type { UncomputedReason } from '../../words/report-facts.ts';
import { dayCell, numberCell } from '../cells.ts';
import { doubtLines, doubtMarks } from '../evidence.ts';
import { nameSaid, tellingParts, valueSaid } from '../status/rows.ts';
import { statusColumns, statusRows as tableRows } from '../status/table.ts';
import { column, FIGURE, isAsked, type ReportContext, SHORT } from './view.ts';

/** Columns of `status` that a table of one verdict shows; some of them in spreadsheets alone. */
const SHOWN = [
  ...['indicator', 'name', 'target', 'value', 'period', 'attainment', 'gap', 'declared', 'lead'],
  'source',
];

/** Of no interest where the whole is not known. */
const COMPUTED = ['attainment', 'gap'];

type Shape = { columns: Column[]; rows: Row[] };

/** The rows of `status` for some of a plan's indicators, without headings. */
function statusRows(
  evaluation: PlanEvaluation,
  indicators: readonly IndicatorEvaluation[],
  { view, words }: ReportContext,
): Shape {
  const { speech } = view;
  const columns = statusColumns(speech.status, evaluation.year)
    .filter(({ key }) => SHOWN.includes(key))
    .map((one) =>
      one.key === 'declared' ? { ...one, title: words.columns.declaredOtherwise } : one,
    );
  const rows = [...tableRows({ ...evaluation, indicators: [...indicators] }, { speech })]
    .map(withoutMark)
    .map(withDoubts);
  return { columns, rows };
}

/** The column's title says already that the official word is another one. */
function withoutMark(row: Row): Row {
  const { declared } = row;
  if (!declared?.text) return row;
  const { marker: _, ...bare } = declared;
  return { ...row, declared: bare };
}

/** In a table of one verdict the figure bears the marks of what makes it doubtful. */
function withDoubts(row: Row): Row {
  const { value, disputed, provisional, doubted } = row as Row<string>;
  const marks = doubtMarks({
    rivals: disputed?.raw === true ? [true] : [],
    isProvisional: provisional?.raw === true,
    shareDoubt: doubted?.raw === true ? true : null,
  });
  return value && marks !== ''
    ? { ...row, value: { ...value, text: `${value.text} ${marks}` } }
    : row;
}

/** What is known of an indicator as it is printed, `96% (2023)`; parts joined. */
export function valueText(
  evaluation: PlanEvaluation,
  indicator: IndicatorEvaluation,
  { view: { speech } }: ReportContext,
): string {
  const bare = (text: string) => text.replace(/(?<![*‡†§ ])[*‡†§ ]+$/, '');
  const { status: words, evidence, lang } = speech;
  const context = { evaluation, words, evidence, lang };
  const own = bare(valueSaid(indicator, context));
  if (own !== '') return own;
  return tellingParts(indicator)
    .map((part) => ({ name: nameSaid(part), value: bare(valueSaid(part, context)) }))
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${name}: ${value}`)
    .join('; ');
}

/** What became of every indicator: a table for each verdict that occurs, the others in one line. */
export function indicatorBlocks(
  report: PlanReport,
  level: number,
  context: ReportContext,
): Block[] {
  const { words, status } = context;
  const told = TARGETED_VERDICTS.filter((verdict) => isAsked(context, verdict));
  if (told.length === 0) return [];
  const { year } = report.evaluation;
  if (report.tally.targeted === 0) return [paragraph(words.noTargets(year))];
  const none = told.filter((verdict) => report.byVerdict[verdict].length === 0);
  return [
    ...(none.length === 0 ? [] : [paragraph(words.noneWith(none, year))]),
    ...listed(doubtLines(report.evaluation, context.view.speech, report.areas)),
    ...told
      .filter((verdict) => !none.includes(verdict))
      .flatMap((verdict) => [
        heading(level, words.counted(status.verdicts[verdict], report.byVerdict[verdict].length)),
        ...(verdict === 'in-progress'
          ? openBlocks(report, level + 1, context)
          : tableOf(report, report.byVerdict[verdict], context, !VERDICTS[verdict].judged)),
      ]),
  ];
}

function listed(lines: readonly string[]): Block[] {
  return lines.length === 0 ? [] : list(lines);
}

function tableOf(
  { evaluation }: PlanReport,
  indicators: readonly IndicatorEvaluation[],
  context: ReportContext,
  isUnknown = false,
): Block[] {
  const { columns, rows } = statusRows(evaluation, indicators, context);
  const isEmpty = ({ key }: Column) =>
    (isUnknown && COMPUTED.includes(key)) ||
    rows.every((row) => !row[key]?.text && !row[key]?.value);
  return rowsTable(
    columns.filter((one) => !isEmpty(one)),
    rows,
    context.hidden,
  );
}

/** Those in progress by pace, with what is expected and what is still needed. */
function openBlocks(report: PlanReport, level: number, context: ReportContext): Block[] {
  const { words } = context;
  const isOnly = report.paces.length === 1;
  return PACE_CLASSES.flatMap((pace) => {
    const group = report.paces.find((one) => one.pace === pace);
    if (!group) return [];
    const { indicators } = group;
    return [
      ...(isOnly && pace === 'not-computable'
        ? []
        : [heading(level, words.counted(words.paces[pace], indicators.length))]),
      ...(pace === 'not-computable'
        ? [paragraph(uncomputedText(report, indicators, context))]
        : []),
      ...(pace === 'not-computable'
        ? tableOf(report, indicators, context)
        : pacedTable(report, indicators, context)),
    ];
  });
}

function uncomputedText(
  report: PlanReport,
  indicators: readonly IndicatorEvaluation[],
  { words }: ReportContext,
): string {
  const counts = new Map<UncomputedReason, number>();
  for (const one of indicators) {
    const reason = uncomputedReason(one);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return words.uncomputed(
    indicators.length,
    report.byVerdict['in-progress'].length,
    [...counts].map(([reason, count]) => ({ reason, count })),
  );
}

function uncomputedReason({ target, pace }: IndicatorEvaluation): UncomputedReason {
  if (target === null) return 'parts';
  return pace?.verdict === 'not-computable' ? pace.reason : 'milestone';
}

/** The table of indicators whose pace is known, a part's beside the part. */
function pacedTable(
  { evaluation }: PlanReport,
  indicators: readonly IndicatorEvaluation[],
  context: ReportContext,
): Block[] {
  const { columns, rows } = statusRows(evaluation, indicators, context);
  const judged = new Map(
    indicators.flatMap((one) => [one, ...one.parts]).map((one) => [one.address, one]),
  );
  const addressOf = (row: Row) => String(row.indicator?.raw ?? row.indicator?.text);
  const told = rows.map((row) => {
    const one = judged.get(addressOf(row));
    return { ...row, ...paceCells(one, evaluation.year, context) };
  });
  const { columns: titles } = context.words;
  const lead = columns.filter(({ key }) => key === 'lead');
  const kept = columns.filter(
    ({ key }) =>
      ['indicator', 'name', 'target', 'value', 'period', 'attainment', 'gap', 'declared'].includes(
        key,
      ) && told.some((row) => row[key as keyof typeof row]),
  );
  return rowsTable(
    [
      ...kept,
      column('expected', titles.expected, 60, { ...FIGURE, hideEmpty: true }),
      column('needed', titles.needed, 50, { ...FIGURE, hideEmpty: true }),
      column('left', titles.left, 48, { ...SHORT, hideEmpty: true }),
      column('achieved', titles.achieved, 45, { ...FIGURE, hideEmpty: true }),
      column('reaches', titles.reaches, 40, { ...SHORT, hideEmpty: true }),
      ...lead,
    ],
    told,
    context.hidden,
  );
}

function paceCells(
  one: MeasurableEvaluation | undefined,
  year: number,
  context: ReportContext,
): Row {
  const pace = one?.pace ?? null;
  if (one === undefined || pace === null || pace.verdict === 'not-computable') return {};
  const { lang, words, status } = context;
  const share = isPercent(one.measurable.unit);
  const change = (amount: number) => {
    const number = exact(amount.toFixed(6));
    const points = share ? ` ${status.points}` : '';
    return numberCell(formatSigned(number, lang) + points, number, lang);
  };
  const expected = exact(pace.expected.toFixed(6));
  return {
    expected: numberCell(`${formatNumber(expected, lang)}${share ? '%' : ''}`, expected, lang),
    needed: pace.neededPerYear === null ? { text: '' } : change(pace.neededPerYear),
    left: {
      text: words.leftIn(change(pace.left.amount).text, pace.left.months),
    },
    achieved: change(pace.achievedPerYear),
    reaches:
      pace.reaches !== null
        ? dayCell(pace.reaches, lang)
        : { text: pace.isYearTotal ? words.notInYear(year) : words.never },
  };
}
