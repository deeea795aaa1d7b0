import {
  type Block,
  type Cell,
  heading,
  paragraph,
  type Row,
  rowsTable,
} from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { DeadlineItem } from '../../overdue.ts';
import type { PlanReport, Work } from '../../report.ts';
import type { DeadlineKind, WorkFacts } from '../../words/report-facts.ts';
import { countCell, dayCell } from '../cells.ts';
import { itemCells, leadNames } from './deadlines.ts';
import { column, FIGURE, LONG, type ReportContext, SHORT } from './view.ts';

const KINDS: readonly DeadlineKind[] = ['task', 'report'];

/** Tasks and duties in a sentence each, then what was done, done late, and what is under way. */
export function workBlocks(report: PlanReport, context: ReportContext): Block[] {
  const { words } = context;
  const { chapters } = words;
  const { deadlines, sources, scope } = report;
  if (deadlines.items.length === 0)
    return [paragraph(scope.area === null ? words.noDuties : chapters.noTasksOfArea)];
  return [
    ...(sources.progress.length === 0 ? [paragraph(chapters.noProgress)] : []),
    ...KINDS.flatMap((kind) => {
      const facts = workFacts(report, kind);
      return facts.occurrences === 0
        ? []
        : [paragraph(chapters.standing(facts, kind, deadlines.asOf))];
    }),
  ];
}

/** A table of each state that somebody reported. */
export function reportedBlocks(report: PlanReport, level: number, context: ReportContext): Block[] {
  const { headings } = context.words.chapters;
  return (['done', 'late', 'underWay'] as const).flatMap((state) => {
    const items = [...report.tasks[state], ...report.duties[state]];
    if (items.length === 0) return [];
    return [
      heading(level, context.words.counted(headings[state], items.length)),
      ...itemTable(report, items, context),
    ];
  });
}

/** Every task and duty with what became of it. */
export function taskListBlocks(report: PlanReport, context: ReportContext): Block[] {
  return itemTable(report, report.deadlines.items, context, true);
}

/** A plan's tasks or duties in numbers. */
export function workFacts(report: PlanReport, kind: DeadlineKind): WorkFacts {
  const { deadlines } = report;
  const work = workOf(report, kind);
  const counts = kind === 'task' ? deadlines.tasks : deadlines.reports;
  const done = [...work.done, ...work.late];
  return {
    items: counts.items,
    occurrences: counts.occurrences,
    done: work.done.length,
    late: work.late.length,
    undatedDone: done.filter(({ doneOn }) => doneOn === null).length,
    underWay: work.underWay.length,
    overdue: work.overdue.length,
    cancelled: counts.cancelled,
    onTime: work.onTime,
    isReported: report.sources.progress.length > 0,
  };
}

export function workOf(report: PlanReport, kind: DeadlineKind): Work {
  return kind === 'task' ? report.tasks : report.duties;
}

function itemTable(
  report: PlanReport,
  items: readonly DeadlineItem[],
  context: ReportContext,
  withState = false,
): Block[] {
  const { words } = context;
  const { columns: own } = words.chapters;
  const { columns: titles } = words;
  const rows = items.map((item) => itemRow(item, report, context));
  const empty = { hideEmpty: true };
  return rowsTable(
    [
      column('item', titles.item, 40),
      column('title', titles.title, 100, LONG),
      column('lead', titles.lead, 60, LONG),
      column('due', titles.due, 85, { ...SHORT, ...empty }),
      ...(withState ? [column('state', own.state, 80, SHORT)] : []),
      column('done', own.done, 75, { ...SHORT, ...empty }),
      column('late', own.late, 70, { ...FIGURE, ...empty }),
      column('note', own.note, 50, { ...LONG, ...empty }),
    ],
    rows,
    context.hidden,
  );
}

function itemRow(item: DeadlineItem, { plan }: PlanReport, context: ReportContext): Row<string> {
  const { lang, words } = context;
  const { chapters } = words;
  const { item: code, due } = itemCells(item, context);
  const late = item.lateBy ?? item.daysOverdue;
  return {
    item: code,
    title: { text: oneLine(item.title) },
    lead: { text: leadNames(plan, item.lead, context) },
    due: item.per === null || due.text !== '' ? due : { text: chapters.per(oneLine(item.per)) },
    state: { text: stateText(item, context) },
    done: item.doneOn === null ? NONE : dayCell(item.doneOn, lang),
    late: late > 0 ? countCell(late, lang) : NONE,
    note: { text: oneLine(item.note) },
  };
}

const NONE: Cell = { text: '' };

function stateText({ state, reported }: DeadlineItem, { words }: ReportContext): string {
  const { states, reportedUnderWay } = words.chapters;
  const isOpen = state === 'due-soon' || state === 'upcoming' || state === 'undated';
  return isOpen && reported?.status === 'in-progress' ? reportedUnderWay : states[state];
}
