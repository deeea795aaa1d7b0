import { type Day, daysBetween } from './calendar.ts';
import { type Due, dueDates, isRecurring, type Occurrence } from './deadline.ts';
import { type Exact, exact, ratio } from './exact.ts';
import { grouped } from './grouped.ts';
import type { Plan, ReportDuty, Task } from './plan.ts';
import { isUsable, knownRows, owingAgencies, type ProgressRow, rowsByTask } from './progress.ts';

/** Where one occurrence can stand on a day, in the order in which summaries count. */
export const DEADLINE_STATES = [
  'done',
  'done-late',
  'overdue',
  'due-soon',
  'upcoming',
  'continuous',
  'undated',
  'cancelled',
] as const;

export type DeadlineState = (typeof DEADLINE_STATES)[number];

/** How many days ahead count as soon where nothing else is asked. */
const DUE_SOON_DAYS = 30;

/** What is asked of the deadlines. */
export interface DeadlineQuestion {
  asOf: Day;
  /** Whole days ahead that count as soon, the last included; else {@link DUE_SOON_DAYS}. */
  within?: number;
}

/** One occurrence of a task or a report duty, or the whole item where it has no due day. */
export interface DeadlineItem {
  /** The plan's id. */
  plan: string;
  kind: 'task' | 'report';
  id: string;
  title: string;
  /** Where each agency owes the item for itself, that agency alone. */
  lead: readonly string[];
  /** The agency that owes this occurrence for itself; `null` where the leads owe it together. */
  agency: string | null;
  group: string | null;
  /** The due day that counts: the extended one where there was an extension. */
  due: Day | null;
  state: DeadlineState;
  /** Whole days since the due day; 0 in every state but `overdue`. */
  daysOverdue: number;
  /** The day that names this occurrence of a recurring item in progress files; else `null`. */
  occurrence: Day | null;
  /** The due day in the plan, where an extension moved it. */
  originalDue: Day | null;
  /** The day it was done, where it is done and the day is known. */
  doneOn: Day | null;
  /** Whole days from the due day to the day done, 0 in time; `null` where either is not known. */
  lateBy: number | null;
  /** The first day of its window, where it has one. */
  start: Day | null;
  /** The document that sets its date, where another one does. */
  per: string | null;
  /** The row that decided: the latest known one. */
  reported: ProgressRow | null;
  /** The latest known row's reason for a delay; empty where there is none. */
  note: string;
  /** The plan's file and the item's 1-based line in it. */
  file: string;
  line: number;
}

/** How many items there are, and occurrences in each state, which add up to `occurrences`. */
export type TaskCounts = { items: number; occurrences: number } & Record<DeadlineState, number>;

/** How much was done in time, of what has fallen due: domain.md, "on-time rate". */
export interface OnTime {
  onTime: number;
  /** The denominator: fallen due, and overdue or done on a known day. */
  judged: number;
  /** Done, but left out: the day done or the due day is not known. */
  leftOut: number;
  /** Done ahead of a due day that is still to come: not yet fallen due. */
  ahead: number;
  /** `onTime / judged`, exact; `null` when nothing has fallen due. */
  rate: Exact | null;
}

/** The deadlines of one lead agency; `null` are the items that name none. */
export interface LeadDeadlines {
  lead: string | null;
  counts: TaskCounts;
  onTime: OnTime;
}

/** A plan's tasks and report duties as of one day. */
export interface PlanDeadlines {
  plan: Plan;
  asOf: Day;
  within: number;
  /** Tasks before duties, in the plan's order; the occurrences of one item ascending. */
  items: readonly DeadlineItem[];
  tasks: TaskCounts;
  reports: TaskCounts;
  onTime: OnTime;
  /** In the order of the plan's agencies; an item with several leads counts under each. */
  leads: readonly LeadDeadlines[];
}

/** How many due days of tasks and duties come after that day, such as their area's last; 0 without one. */
export function dueAfter({ items }: Pick<PlanDeadlines, 'items'>, last: Day | null): number {
  return items.filter(({ due }) => due !== null && last !== null && due > last).length;
}

interface DeadlineContext {
  plan: Plan;
  asOf: Day;
  within: number;
  rowsOf: ReadonlyMap<string, readonly ProgressRow[]>;
}

/**
 * Where every task and duty of the plan stands. Pure: the same inputs give the same answer. Rows
 * dated after the as-of day do not count, nor do those that `progressProblems` finds unusable.
 */
export function deadlinesOf(
  plan: Plan,
  progress: readonly ProgressRow[],
  question: DeadlineQuestion,
): PlanDeadlines {
  const within = question.within ?? DUE_SOON_DAYS;
  const context: DeadlineContext = {
    plan,
    asOf: question.asOf,
    within,
    rowsOf: rowsByTask(progress),
  };
  const tasks = plan.tasks.flatMap((task) => itemsOf(context, 'task', task));
  const reports = plan.reports.flatMap((duty) => itemsOf(context, 'report', duty));
  const items = [...tasks, ...reports];
  return {
    plan,
    asOf: question.asOf,
    within,
    items,
    tasks: countStates(tasks, plan.tasks.length),
    reports: countStates(reports, plan.reports.length),
    onTime: onTimeOf(items, question.asOf),
    leads: leadsOf(plan, items, question.asOf),
  };
}

/** An item that each of its agencies owes is one for each of them, with that agency's rows alone. */
function itemsOf(
  context: DeadlineContext,
  kind: DeadlineItem['kind'],
  item: Task | ReportDuty,
): DeadlineItem[] {
  const rows = context.rowsOf.get(item.id) ?? [];
  const owing = owingAgencies(context.plan, item);
  if (owing === null)
    return occurrencesOf(context, shellOf(context.plan, kind, item, null), item, rows);
  const sole = owing.length === 1 ? owing[0]! : null;
  const byAgency = grouped(rows, ({ agency }) => agency ?? sole);
  return owing.flatMap((agency) => {
    const shell = shellOf(context.plan, kind, item, agency);
    return occurrencesOf(context, shell, item, byAgency.get(agency) ?? []);
  });
}

/**
 * A recurring item has one entry an occurrence, for good: what was missed does not vanish when the
 * next one comes. An item `by … then: continuous` has one entry for its day; once that is done
 * the entry stays done and a second one, without a day, says that the work goes on.
 */
function occurrencesOf(
  context: DeadlineContext,
  shell: ItemShell,
  item: Task | ReportDuty,
  rows: readonly ProgressRow[],
): DeadlineItem[] {
  const occurrences = dueDates(item.due, context.plan);
  if (isRecurring(item.due)) {
    const byOccurrence = grouped(rows, ({ occurrence }) => occurrence);
    return occurrences.map((each) => {
      const own = byOccurrence.get(each.due) ?? [];
      return itemOf(shell, each.due, standing(context, item.due, each, own));
    });
  }
  const once = occurrences[0] ?? null;
  const own = rows.filter((row) => row.occurrence === null || row.occurrence === once?.due);
  const entry = itemOf(shell, null, standing(context, item.due, once, own));
  return item.due.kind === 'then-continuous' && isDone(entry)
    ? [entry, itemOf(shell, null, standing(context, { kind: 'continuous' }, null, []))]
    : [entry];
}

/** Written out: of tens of thousands, those that are spread together take several times the time and memory. */
function itemOf(shell: ItemShell, occurrence: Day | null, now: DeadlineStanding): DeadlineItem {
  return {
    plan: shell.plan,
    kind: shell.kind,
    id: shell.id,
    title: shell.title,
    lead: shell.lead,
    agency: shell.agency,
    group: shell.group,
    due: now.due,
    state: now.state,
    daysOverdue: now.daysOverdue,
    occurrence,
    originalDue: now.originalDue,
    doneOn: now.doneOn,
    lateBy: now.lateBy,
    start: now.start,
    per: shell.per,
    reported: now.reported,
    note: now.note,
    file: shell.file,
    line: shell.line,
  };
}

type DeadlineStanding = Pick<
  DeadlineItem,
  | 'due'
  | 'state'
  | 'daysOverdue'
  | 'originalDue'
  | 'doneOn'
  | 'lateBy'
  | 'start'
  | 'reported'
  | 'note'
>;

type ItemShell = Omit<DeadlineItem, keyof DeadlineStanding | 'occurrence'>;

function shellOf(
  plan: Plan,
  kind: DeadlineItem['kind'],
  item: Task | ReportDuty,
  agency: string | null,
): ItemShell {
  return {
    plan: plan.id,
    kind,
    id: item.id,
    title: item.title,
    lead: agency === null ? item.lead : [agency],
    agency,
    group: item.group,
    per: item.due.kind === 'per' ? item.due.document : null,
    file: plan.file,
    line: plan.lines.get(item.id) ?? 1,
  };
}

/** `rows` are those of this occurrence; the latest extension keeps counting under later rows. */
function standing(
  context: DeadlineContext,
  planned: Due,
  occurrence: Occurrence | null,
  rows: readonly ProgressRow[],
): DeadlineStanding {
  const usable = rows.filter((row) => isUsable(row, planned));
  const known = knownRows(usable, context.asOf);
  const reported = known.at(-1) ?? null;
  const extended = known.findLast((row) => row.status === 'extended')?.due ?? null;
  const due = extended ?? occurrence?.due ?? null;
  const doneOn = reported?.status === 'done' ? reported.date : null;
  const state = stateOf(context, planned, due, reported);
  return {
    due,
    state,
    daysOverdue: state === 'overdue' && due !== null ? daysBetween(due, context.asOf) : 0,
    originalDue: extended === null ? null : (occurrence?.due ?? null),
    doneOn,
    lateBy: doneOn !== null && due !== null ? Math.max(0, daysBetween(due, doneOn)) : null,
    start: occurrence?.start ?? null,
    reported,
    note: known.findLast((row) => row.note !== '')?.note ?? '',
  };
}

function stateOf(
  { asOf, within }: DeadlineContext,
  planned: Due,
  due: Day | null,
  reported: ProgressRow | null,
): DeadlineState {
  if (reported?.status === 'cancelled') return 'cancelled';
  if (reported?.status === 'done')
    return due !== null && reported.date !== null && reported.date > due ? 'done-late' : 'done';
  if (due === null) return planned.kind === 'continuous' ? 'continuous' : 'undated';
  if (due < asOf) return 'overdue';
  return daysBetween(asOf, due) <= within ? 'due-soon' : 'upcoming';
}

/** Is the occurrence done, in time or late? */
export function isDone(item: DeadlineItem): boolean {
  return item.state === 'done' || item.state === 'done-late';
}

/** Counts states; `items` is how many tasks or duties the occurrences belong to. */
export function countStates(occurrences: readonly DeadlineItem[], items: number): TaskCounts {
  const states = Object.fromEntries(DEADLINE_STATES.map((state) => [state, 0]));
  const counts = { items, occurrences: occurrences.length, ...states } as TaskCounts;
  for (const { state } of occurrences) counts[state] += 1;
  return counts;
}

/** The share done in time of what has fallen due, with what could not be judged. */
export function onTimeOf(items: readonly DeadlineItem[], asOf: Day): OnTime {
  const done = items.filter(isDone);
  const known = done.filter((item) => item.lateBy !== null);
  const fallen = known.filter(({ due }) => due !== null && due <= asOf);
  const onTime = fallen.filter((item) => item.state === 'done').length;
  const judged = fallen.length + items.filter(({ state }) => state === 'overdue').length;
  return {
    onTime,
    judged,
    leftOut: done.length - known.length,
    ahead: known.length - fallen.length,
    rate: ratio(exact(onTime), exact(judged)) ?? null,
  };
}

/** The items under each of their leads, in the order of the plan's agencies; without one under `null`. */
export function itemsByLead(
  plan: Plan,
  items: readonly DeadlineItem[],
): Map<string | null, DeadlineItem[]> {
  const byLead = new Map<string | null, DeadlineItem[]>(
    [...plan.agencies.keys()].map((lead) => [lead, []]),
  );
  const itemsOf = (lead: string | null) => {
    const own = byLead.get(lead) ?? [];
    byLead.set(lead, own);
    return own;
  };
  for (const item of items) {
    for (const lead of item.lead.length === 0 ? [null] : new Set(item.lead))
      itemsOf(lead).push(item);
  }
  return byLead;
}

function leadsOf(plan: Plan, items: readonly DeadlineItem[], asOf: Day): LeadDeadlines[] {
  return [...itemsByLead(plan, items)]
    .filter(([, own]) => own.length > 0)
    .sort(([a], [b]) => Number(a === null) - Number(b === null))
    .map(([lead, own]) => ({
      lead,
      counts: countStates(own, new Set(own.map((item) => item.id)).size),
      onTime: onTimeOf(own, asOf),
    }));
}

/** The states as one reads them: what is late, what comes, what is over, what has no day. */
const URGENCY: Record<DeadlineState, number> = {
  overdue: 0,
  'due-soon': 1,
  upcoming: 2,
  continuous: 3,
  undated: 4,
  'done-late': 5,
  done: 6,
  cancelled: 7,
};

/**
 * Orders occurrences by urgency: the longest overdue first, then what is due next, then the rest.
 * The order is total within a plan; of several plans, by plan id.
 */
export function mostUrgentFirst(a: DeadlineItem, b: DeadlineItem): number {
  return (
    URGENCY[a.state] - URGENCY[b.state] ||
    compareText(a.due ?? '', b.due ?? '') ||
    compareText(a.plan, b.plan) ||
    compareText(b.kind, a.kind) ||
    a.line - b.line ||
    compareText(a.id, b.id) ||
    compareText(a.occurrence ?? '', b.occurrence ?? '') ||
    compareText(a.agency ?? '', b.agency ?? '')
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
