import { oneLine } from '../../formats/printable.ts';
import type { NotCounted } from '../../not-counted.ts';
import { type DeadlineItem, mostUrgentFirst, type PlanDeadlines } from '../../overdue.ts';
import type { Plan } from '../../plan.ts';
import type { ProgressRow } from '../../progress.ts';
import type { OverdueWords } from '../../words/en/overdue.ts';
import type { Speech } from '../../words/index.ts';
import { notCountedPlaces } from '../evidence.ts';

/** Where a plan's progress comes from. */
export interface ProgressNotes {
  /** The rows that can be used, and the files they are from. */
  rows: readonly ProgressRow[];
  files: readonly string[];
  /** What of the files decides nothing. */
  notCounted: readonly NotCounted[];
}

/** How many of the overdue are named in brief. */
const NAMED = 3;

/** An agency's name; its code where the plan does not declare it. */
export function agencyName(plan: Plan, code: string): string {
  return oneLine(plan.agencies.get(code) ?? code);
}

/**
 * The counts of a plan's tasks and of its duties, each where it has any. Without any progress file
 * nothing is known of the agencies: what is past its date is told as that.
 */
export function totalLines(
  { tasks, reports, within }: PlanDeadlines,
  { files }: ProgressNotes,
  words: OverdueWords,
): string[] {
  const total = files.length === 0 ? words.unreported : words.total;
  return [
    ...(tasks.items === 0 ? [] : [total('task', tasks, within)]),
    ...(reports.items === 0 ? [] : [total('report', reports, within)]),
  ];
}

/** In brief: the counts, the longest overdue by name, and what that rests on; for no items, nothing. */
export function briefLines(
  deadlines: PlanDeadlines,
  progress: ProgressNotes,
  words: OverdueWords,
): string[] {
  const { items, plan } = deadlines;
  if (items.length === 0) return [];
  const overdue = items.filter(({ state }) => state === 'overdue').sort(mostUrgentFirst);
  const named = overdue.slice(0, NAMED);
  return [
    ...totalLines(deadlines, progress, words),
    ...(named.length === 0
      ? []
      : [words.longest(named.length, overdue.length, progress.files.length > 0)]),
    ...named.map(({ title, id, lead, due, daysOverdue, note }) =>
      words.longestItem({
        title: oneLine(title),
        id,
        lead: lead.map((code) => agencyName(plan, code)),
        due: due!,
        days: daysOverdue,
        note: oneLine(note),
      }),
    ),
    words.progressFrom(progress.files),
  ];
}

/** On-time rates: the plan's, then that of every agency of which something has fallen due or is done. */
export function onTimeLines(
  { plan, onTime, leads, items }: PlanDeadlines,
  { files }: ProgressNotes,
  words: OverdueWords,
): string[] {
  if (files.length === 0 || items.length === 0) return [];
  const told = leads.filter(({ onTime: own }) => own.judged + own.leftOut + own.ahead > 0);
  return [
    words.onTime(onTime),
    ...told.map((lead) =>
      words.onTimeOf(
        lead.lead === null ? words.withoutLead : agencyName(plan, lead.lead),
        lead.onTime,
      ),
    ),
  ];
}

/** What the figures rest on: the day, the files, rows that do not count, dates set elsewhere. */
export function sourceLines(
  { plan, asOf, items }: PlanDeadlines,
  progress: ProgressNotes,
  { overdue: words, evidence, lang }: Speech<'overdue' | 'evidence'>,
): string[] {
  const documents = documentsOf(items);
  return [
    ...(documents.length === 0 ? [] : [words.setElsewhere(documents)]),
    words.judged(asOf),
    words.sources(plan.document, plan.file, progress.files),
    ...notCountedPlaces(progress.notCounted, { evidence, lang }),
  ];
}

function documentsOf(items: readonly DeadlineItem[]): string[] {
  const undated = items.filter(({ state }) => state === 'undated');
  return [...new Set(undated.flatMap(({ per }) => (per === null ? [] : [per])))];
}
