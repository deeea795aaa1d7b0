import type { AreaCatalogue } from '../../area.ts';
import type { PlanEvaluation } from '../../evaluation.ts';
import type { Column, Row, Section, TableBlock } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { PlanDeadlines } from '../../overdue.ts';
import type { StatusWords } from '../../words/en/status.ts';
import type { Speech } from '../../words/index.ts';
import { doubtLines, notCountedLine, notCountedPlaces, unmeasuredLines } from '../evidence.ts';
import { type GroupView, groupViews, isNarrowed, type Narrowing } from './narrowing.ts';
import { indicatorRows, type StatusContext, type StatusKey } from './rows.ts';
import { type SummaryNotes, subtotalLine, summaryLines } from './summary.ts';

/** How a reader wants to see an evaluation. */
export interface StatusView extends Narrowing, Omit<SummaryNotes, 'shown'> {
  speech: Speech<'status' | 'evidence'>;
  /** Those that are named; others by their code. */
  areas?: AreaCatalogue | undefined;
  /** With a column of bars? */
  chart?: boolean | undefined;
  /** Are only the texts of its cells shown? Then nothing else is made. */
  isText?: boolean | undefined;
  /** Tasks past their date where there is no progress file at all. */
  unreported?: number | undefined;
  deadlines?: PlanDeadlines | undefined;
  /** Lines to end with: what tasks and duties have to say. */
  closing?: readonly string[] | undefined;
}

/**
 * The attainment table of one plan: indicators with their parts, by group with subtotals, and the
 * summary below. Narrowing and sorting change what the table shows, never what is counted.
 */
export function statusTable(evaluation: PlanEvaluation, view: StatusView): TableBlock {
  const { status: words, evidence, lang } = view.speech;
  const { plan, notCounted } = evaluation;
  const groups = groupViews(evaluation, view);
  const shown = groups.reduce((sum, group) => sum + group.shown.length, 0);
  const context: StatusContext = {
    evaluation,
    words,
    evidence,
    lang,
    hasBars: view.chart === true,
    isText: view.isText === true,
  };
  return {
    kind: 'table',
    title: `${plan.document} — ${oneLine(plan.title)}`,
    opening: [
      ...unmeasuredLines(evaluation, view.speech, {
        unreported: view.unreported ?? 0,
        deadlines: view.deadlines ?? null,
        isWithOptions: true,
      }),
      ...notCountedLine(notCounted, evidence),
    ],
    columns: columnsOf(words, evaluation.year, view.chart === true),
    sections: groups
      .filter((group) => group.shown.length > 0)
      .map((group) => sectionOf(group, context, groups.length > 1 || group.code !== null)),
    closing: [
      ...summaryLines(evaluation, words, { ...view, shown: isNarrowed(view) ? shown : null }),
      ...(view.chart ? [words.bars] : []),
      ...doubtLines(evaluation, view.speech, view.areas ?? new Map()),
      ...notCountedPlaces(notCounted, view.speech),
      ...(view.closing ?? []),
    ],
    hiddenNote: words.hidden,
  };
}

/** The columns of a table for machines. */
export function statusColumns(words: StatusWords, year: number): Column[] {
  return columnsOf(words, year, false);
}

/** The rows of {@link statusTable} without what stands around them, made as they are asked for. */
export function* statusRows(
  evaluation: PlanEvaluation,
  view: Narrowing & Pick<StatusView, 'speech'>,
): Generator<Row> {
  const { status: words, evidence, lang } = view.speech;
  const context: StatusContext = { evaluation, words, evidence, lang };
  for (const { shown } of groupViews(evaluation, view))
    for (const indicator of shown) yield* indicatorRows(indicator, context);
}

const DOUBTS = ['estimate', 'provisional', 'disputed'] as const;

function columnsOf(
  { columns: titles, sheet }: StatusWords,
  year: number,
  hasBars: boolean,
): Column<StatusKey>[] {
  const forMachines = (key: StatusKey, sheetTitle?: string) =>
    ({
      key,
      title: key,
      importance: 0,
      csvOnly: true,
      ...(sheetTitle === undefined ? {} : { sheetTitle, wraps: true }),
    }) satisfies Column<StatusKey>;
  const shown = (key: keyof typeof titles, importance: number, more: Partial<Column> = {}) =>
    ({ ...more, key, title: titles[key], importance }) satisfies Column<StatusKey>;
  return [
    forMachines('plan'),
    shown('indicator', 70),
    shown('name', 100, { wraps: true, minWidth: 23 }),
    ...(['group', 'unit', 'year'] as const).map((key) => forMachines(key)),
    {
      ...shown('target', 80, { wraps: true, minWidth: 6 }),
      title: `${titles.target} ${year}`,
    },
    shown('value', 85, { wraps: true, minWidth: 13 }),
    forMachines('about'),
    forMachines('period', sheet.period),
    ...(['basis', 'latest', 'latest-period'] as const).map((key) => forMachines(key)),
    ...(hasBars ? [shown('bar', 88)] : []),
    shown('attainment', 60, { align: 'right' }),
    shown('gap', 40, { align: 'right' }),
    shown('verdict', 90, { wraps: true, minWidth: 13 }),
    forMachines('waived'),
    shown('pace', 20, { wraps: true, minWidth: 14, hideEmpty: true }),
    shown('declared', 50, { wraps: true, minWidth: 12, hideEmpty: true }),
    forMachines('differs'),
    shown('lead', 10, { wraps: true, minWidth: 16, hideEmpty: true }),
    forMachines('source', sheet.source),
    ...(['bound', 'published'] as const).map((key) => forMachines(key)),
    ...DOUBTS.map((key) => forMachines(key, sheet[key])),
    forMachines('rivals', sheet.rivals),
    forMachines('doubted', sheet.doubted),
  ];
}

function sectionOf(group: GroupView, context: StatusContext, isNamed: boolean): Section<StatusKey> {
  const { plan } = context.evaluation;
  const name =
    group.code === null ? context.words.withoutGroup : (plan.groups.get(group.code) ?? group.code);
  return {
    heading: isNamed ? oneLine(name) : null,
    rows: group.shown.flatMap((indicator) => indicatorRows(indicator, context)),
    subtotal: isNamed ? subtotalLine(group, oneLine(name), context.words) : null,
  };
}
