import type { IndicatorEvaluation, MeasurableEvaluation } from '../../evaluation.ts';
import {
  type Block,
  type Cell,
  type Column,
  type Document,
  heading,
  list,
  paragraph,
  type Row,
  type TableBlock,
} from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { Medium } from '../../formats/view.ts';
import { groupsOf } from '../../grouping.ts';
import { type Indicator, type Measurable, targetYears } from '../../indicator.ts';
import type { Plan } from '../../plan.ts';
import type { PlanReport, Report } from '../../report.ts';
import type { Observation } from '../../result.ts';
import { isMilestone, numbersOf, type Target } from '../../target.ts';
import { isPercent } from '../../unit.ts';
import { AS_WRITTEN, formatValue, IN_FULL, placesOf } from '../../words/figures.ts';
import { formatNumber, formatPeriod } from '../../words/numbers.ts';
import { roman } from '../../words/roman.ts';
import { countCell, numberCell, targetCell } from '../cells.ts';
import { notCountedPlaces, rivalLines } from '../evidence.ts';
import {
  column,
  groupName,
  LONG,
  type ReportContext,
  type ReportView,
  reportContext,
  SHORT,
} from './view.ts';

/** The table of results of every plan below its title, and nothing else of the report. */
export function appendixBlocks({ plans }: Report, view: ReportView, medium: Medium): Document {
  const context = reportContext(view, medium);
  const { words } = context;
  return [
    ...(view.title === null || plans.length === 1 ? [] : [heading(1, view.title)]),
    ...plans.flatMap((one): Block[] => {
      const { plan, evaluation, sources } = one;
      const title = words.appendix.title(evaluation.year);
      return [
        {
          kind: 'heading',
          level: plans.length > 1 && view.title ? 2 : 1,
          text: plans.length === 1 ? (view.title ?? title) : title,
          isAnnex: true,
        },
        ...list([
          words.facts.document(plan.document, plan.issued, oneLine(plan.title)),
          words.facts.asOf(evaluation.asOf, evaluation.year, null),
          words.facts.sources(plan.file, sources.results, sources.progress),
        ]),
        appendixTable(one, context),
        ...list(notCountedPlaces(evaluation.notCounted, view.speech)),
      ];
    }),
    paragraph(words.method.version(view.version)),
  ];
}

/**
 * The table of results in the form of Appendix I of 93/KH-UBND: groups with Roman numerals, their
 * indicators counted anew in each, targets in the document's own words. It is made for people in
 * CSV too: its columns bear their titles.
 */
export function appendixTable(report: PlanReport, context: ReportContext): TableBlock {
  const columns = columnsOf(report, context);
  const rows = groupsOf(report.evaluation).flatMap((group, index) => {
    const name = groupName(report, group, context);
    return [
      {
        [columns.number.key]: groupCell(roman(index + 1)),
        [columns.name.key]: groupCell(name),
      },
      ...group.indicators.map((one, position) =>
        rowOf(one, position + 1, report, columns, context),
      ),
    ];
  });
  return {
    kind: 'table',
    title: null,
    columns: [
      columns.number,
      columns.name,
      ...columns.years.map(({ column: one }) => one),
      ...columns.references.map(({ column: one }) => one),
      ...columns.rest,
    ],
    sections: [{ heading: null, rows, subtotal: null }],
    closing: [],
    hiddenNote: context.hidden,
  };
}

interface Columns {
  number: Column;
  name: Column;
  years: { year: number; column: Column }[];
  references: { body: string; year: number; column: Column }[];
  rest: Column[];
}

function columnsOf({ plan, evaluation }: PlanReport, { words }: ReportContext): Columns {
  const { appendix } = words;
  const named = (title: string, importance: number, more: Partial<Column>) =>
    column(title, title, importance, more);
  return {
    number: named(appendix.number, 90, {}),
    name: named(appendix.indicator, 100, LONG),
    years: yearsOf(plan).map((year) => ({
      year,
      column: named(appendix.cityTarget(year), year === evaluation.year ? 85 : 40, SHORT),
    })),
    references: referencesOf(plan).map(({ body, year }) => ({
      body,
      year,
      column: named(appendix.referenceTarget(body, year), 35, SHORT),
    })),
    rest: [
      named(appendix.lead, 50, SHORT),
      named(appendix.result(evaluation.asOf), 80, LONG),
      named(appendix.declared, 60, SHORT),
      named(appendix.verdict, 70, SHORT),
      named(appendix.disputed, 65, { ...SHORT, hideEmpty: true }),
      named(appendix.provisional, 64, { ...SHORT, hideEmpty: true }),
    ],
  };
}

/** The years with targets, the farthest first as the documents have them. */
function yearsOf({ indicators }: Plan): number[] {
  return [...new Set(indicators.flatMap(targetYears))].sort((a, b) => b - a);
}

function referencesOf({ indicators }: Plan): { body: string; year: number }[] {
  const found = new Map<string, { body: string; year: number }>();
  for (const { reference } of indicators)
    for (const [body, { targets }] of reference)
      for (const year of targets.keys()) found.set(`${body} ${year}`, { body, year });
  return [...found.values()].sort((a, b) => a.year - b.year);
}

function cell(text: string): Cell {
  return { text };
}

/** A cell of the row that heads a group. */
function groupCell(text: string): Cell {
  return { text, isGroup: true };
}

function rowOf(
  one: IndicatorEvaluation,
  position: number,
  { plan, evaluation }: PlanReport,
  columns: Columns,
  context: ReportContext,
): Row<string> {
  const { indicator, declared, waiver, verdict } = one;
  const { appendix } = context.words;
  const [lead, result, status, judged, disputed, provisional] = columns.rest;
  const names = indicator.lead.map((code) => oneLine(plan.agencies.get(code) ?? code));
  const said = appendix.statuses[verdict];
  return {
    [columns.number.key]: countCell(position, context.lang),
    [columns.name.key]: cell(oneLine(indicator.name)),
    ...Object.fromEntries(
      columns.years.map(({ year, column: { key } }) => [
        key,
        yearTargetCell(indicator, year, context),
      ]),
    ),
    ...Object.fromEntries(
      columns.references.map(({ body, year, column: { key } }) => {
        const target = indicator.reference.get(body)?.targets.get(year);
        return [key, target ? printedCell(target, indicator.unit, context) : cell('')];
      }),
    ),
    [lead!.key]: cell(names.join('; ')),
    [result!.key]: resultCell(one, evaluation.asOf, context),
    [status!.key]: cell(declared ? appendix.statuses[declared.status] : ''),
    [judged!.key]: cell(waiver ? `${said} (${appendix.waived})` : said),
    [disputed!.key]: cell(rivalLines(one, context.view.speech).join('\n')),
    [provisional!.key]: cell(one.isProvisional ? appendix.early(evaluation.year) : ''),
  };
}

function yearTargetCell(indicator: Indicator, year: number, context: ReportContext): Cell {
  const target = indicator.targets.get(year);
  return target && !indicator.wording.has(year)
    ? printedCell(target, indicator.unit, context)
    : cell(targetText(indicator, indicator.parts, year, context));
}

function printedCell(target: Target, unit: string | null, context: ReportContext): Cell {
  return targetCell(printedTarget(target, unit, context), target, context.lang);
}

/** What is known in words; where that is nothing but a figure, with its number. */
function resultCell(one: IndicatorEvaluation, asOf: string, context: ReportContext): Cell {
  const text = resultText(one, asOf, context);
  const { value, printed } = one.actual ?? one.latest ?? { value: null, printed: null };
  if (
    value?.kind !== 'number' ||
    text !== figureText((one.actual ?? one.latest)!, one, asOf, context)
  )
    return cell(text);
  return numberCell(text, printed ?? value.value, context.lang);
}

/** The target of a year in the document's words, else its figure; those of parts below each other. */
function targetText(
  whole: Measurable,
  parts: readonly Measurable[],
  year: number,
  context: ReportContext,
): string {
  const own = whole.wording.get(year);
  if (own !== undefined) return oneLine(own);
  const target = whole.targets.get(year);
  if (target) return printedTarget(target, whole.unit, context);
  return parts
    .filter((part) => part.targets.has(year))
    .map((part) => `${oneLine(part.name)}: ${targetText(part, [], year, context)}`)
    .join('\n');
}

/** The figure as the documents print it: at least is the bare number. */
function printedTarget(
  target: Target,
  unit: string | null,
  { lang, words }: ReportContext,
): string {
  const { appendix } = words;
  if (isMilestone(target)) return appendix.done;
  const numbers = numbersOf(target).map((one) => formatNumber(one, lang, { places: IN_FULL }));
  const figure = `${numbers.join('–')}${unit === null ? '' : isPercent(unit) ? '%' : ` ${oneLine(unit)}`}`;
  return appendix.printed[target.op](figure);
}

/** What is known, with the source's own remark; the figures of parts below. */
function resultText(one: IndicatorEvaluation, asOf: string, context: ReportContext): string {
  const own = oneResult(one, asOf, context);
  const remark = one.declared?.row.note ?? '';
  const parts = one.parts
    .map((part) => ({ part, text: oneResult(part, asOf, context) }))
    .filter(({ text }) => text !== '')
    .map(({ part, text }) => `${oneLine(part.measurable.name)}: ${text}`);
  const isTold = remark === '' || own.includes(oneLine(remark));
  return [...(own === '' ? [] : [own]), ...(isTold ? [] : [oneLine(remark)]), ...parts].join('\n');
}

function oneResult(one: MeasurableEvaluation, asOf: string, context: ReportContext): string {
  const known = one.actual ?? one.latest;
  if (known === null) return '';
  const figure = figureText(known, one, asOf, context);
  const note = oneLine(known.note);
  if (note === '') return figure + countsText(known, context);
  return isSaid(figure, note) ? note : `${figure}. ${note}`;
}

/** Does the note hold this very figure, not only its digits within another? */
function isSaid(figure: string, note: string): boolean {
  const at = note.indexOf(figure);
  if (at === -1) return false;
  const before = note.slice(0, at);
  const after = note.slice(at + figure.length);
  return !/[\d.,/]$/.test(before) && !/^(\d|[.,/]\d)/.test(after);
}

/** The figure as printed, with its period where that does not end on the day of the table. */
function figureText(
  known: Observation,
  { target, measurable }: MeasurableEvaluation,
  asOf: string,
  { lang, words }: ReportContext,
): string {
  const { value, printed } = known;
  const isPrinted = value.kind === 'number' && printed !== null;
  const said = isPrinted
    ? { value: { ...value, value: printed }, places: AS_WRITTEN, target }
    : { value, places: placesOf(known), target };
  const figure = formatValue(said, measurable.unit, lang, words.appendix);
  return known.period.end === asOf ? figure : `${figure} (${formatPeriod(known.period, lang)})`;
}

function countsText({ counts }: Observation, { lang }: ReportContext): string {
  if (counts === null) return '';
  return ` (${formatNumber(counts.numerator, lang)}/${formatNumber(counts.denominator, lang)})`;
}
