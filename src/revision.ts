import {
  type Change,
  type ChangeKind,
  type ChangeValue,
  entryChanges,
  matchById,
  type Subject,
  textChange,
} from './change.ts';
import { indicatorChanges, leadChanges } from './change-target.ts';
import { closingDays, type Due, dueDates, type Horizon, isRecurring } from './deadline.ts';
import type { Plan, ReportDuty, Task } from './plan.ts';

/** Two states of one plan and everything that changed from the first to the second. */
export interface Revision {
  before: Plan;
  after: Plan;
  /** The plan's own first, then indicators, tasks, duties, claims and suppressions. */
  changes: readonly Change[];
}

/** Compares two states of one plan, thing by thing by id; another order alone is no change. */
export function compareRevisions(before: Plan, after: Plan): Revision {
  const changes = [
    ...planChanges(before, after),
    ...indicatorChanges(before.indicators, after.indicators),
    ...dutyChanges('task', before.tasks, after.tasks, after),
    ...dutyChanges('report', before.reports, after.reports, after),
    ...statementChanges(before, after),
  ];
  return { before, after, changes };
}

function planChanges(before: Plan, after: Plan): Change[] {
  const subject: Subject = { item: 'plan', id: after.id, name: after.title };
  const detail = (field: string, of: (plan: Plan) => string | null) =>
    textChange(subject, 'details-changed', field, [of(before), of(after)]);
  return [
    ...textChange(subject, 'wording-changed', 'title', [before.title, after.title]),
    ...textChange(subject, 'wording-changed', 'note', [before.note, after.note]),
    ...detail('document', (plan) => plan.document),
    ...detail('issued', (plan) => plan.issued),
    ...detail('area', (plan) => plan.area),
    ...detail('period', ({ period }) => `${period.first}..${period.last}`),
    ...detail('implements', (plan) => plan.implements.join(', ')),
    ...detail('decimal', (plan) => plan.decimal),
    ...entryChanges(subject, 'details-changed', 'agencies', [before.agencies, after.agencies]),
    ...entryChanges(subject, 'details-changed', 'groups', [before.groups, after.groups]),
  ];
}

type Duty = Task | ReportDuty;

function dutyChanges(
  item: 'task' | 'report',
  before: readonly Duty[],
  after: readonly Duty[],
  horizon: Horizon,
): Change[] {
  const { both, removed, added } = matchById<Duty>(before, after, ({ id }) => id);
  const subjectOf = ({ id, title }: Duty): Subject => ({ item, id, name: title });
  const presence = (kind: 'added' | 'removed', duty: Duty): Change => {
    const value: ChangeValue = { is: 'due', due: duty.due };
    const sides =
      kind === 'added' ? { before: null, after: value } : { before: value, after: null };
    return { ...subjectOf(duty), kind, field: null, year: null, ...sides };
  };
  return [
    ...removed.map((duty) => presence('removed', duty)),
    ...added.map((duty) => presence('added', duty)),
    ...both.flatMap(([older, newer]) => oneDuty(subjectOf(newer), older, newer, horizon)),
  ];
}

function oneDuty(subject: Subject, older: Duty, newer: Duty, horizon: Horizon): Change[] {
  const detail = (field: string, of: (duty: Duty) => string | null) =>
    textChange(subject, 'details-changed', field, [of(older), of(newer)]);
  const partners = (duty: Duty) => ('partners' in duty ? duty.partners : []);
  return [
    ...deadlineChanges(subject, older.due, newer.due, horizon),
    ...leadChanges(subject, older.lead, newer.lead),
    ...textChange(subject, 'wording-changed', 'title', [older.title, newer.title]),
    ...textChange(subject, 'wording-changed', 'note', [older.note, newer.note]),
    ...leadChanges(subject, partners(older), partners(newer), 'partners'),
    ...detail('group', (duty) => duty.group),
    ...detail('to', (duty) => ('to' in duty ? duty.to : null)),
    ...detail('funding', (duty) => ('funding' in duty ? duty.funding.join('; ') : null)),
    ...detail('source', (duty) => duty.source),
  ];
}

function deadlineChanges(subject: Subject, before: Due, after: Due, horizon: Horizon): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [
    {
      ...subject,
      kind: deadlineKind(before, after, horizon),
      field: 'due',
      year: null,
      before: { is: 'due', due: before },
      after: { is: 'due', due: after },
    },
  ];
}

/**
 * Earlier or later where both are due as often and no day moves the other way; else changed: a
 * date against "continuous", two reports a year against four.
 */
function deadlineKind(before: Due, after: Due, horizon: Horizon): ChangeKind {
  const older = daysOf(before, horizon);
  const newer = daysOf(after, horizon);
  const isAlike = isRecurring(before) === isRecurring(after) && ends(before) === ends(after);
  if (!isAlike || older.length !== newer.length || older.length === 0) return 'deadline-changed';
  const moves = older.map((day, i) => (day === newer[i] ? 0 : newer[i]! < day ? -1 : 1));
  const isEarlier = moves.some((move) => move < 0);
  const isLater = moves.some((move) => move > 0);
  if (isEarlier === isLater) return 'deadline-changed';
  return isEarlier ? 'deadline-earlier' : 'deadline-later';
}

/** After "by May, then continuous" the duty goes on; after a date it is over. */
function ends(due: Due): boolean {
  return due.kind !== 'then-continuous';
}

/** The days of one year where it recurs, else its one day. */
function daysOf(due: Due, horizon: Horizon): string[] {
  if (isRecurring(due)) return closingDays(due, horizon.period.first);
  return dueDates(due, horizon).map((occurrence) => occurrence.due);
}

/** What the plan says of itself, and what it suppresses: both have no id but their own words. */
function statementChanges(before: Plan, after: Plan): Change[] {
  const list = <Thing>(
    things: (plan: Plan) => readonly Thing[],
    subjectOf: (t: Thing) => Subject,
  ) => {
    const keyOf = (thing: Thing) => JSON.stringify({ ...thing, path: null }, exactAsText);
    const { removed, added } = matchById(things(before), things(after), keyOf);
    const nothing = { field: null, year: null, before: null, after: null };
    return [
      ...removed.map((thing): Change => ({ ...subjectOf(thing), kind: 'removed', ...nothing })),
      ...added.map((thing): Change => ({ ...subjectOf(thing), kind: 'added', ...nothing })),
    ];
  };
  return [
    ...list(
      (plan) => plan.claims,
      ({ source, text }) => ({ item: 'claim', id: source, name: text }),
    ),
    ...list(
      (plan) => plan.ignore,
      ({ rule, where, reason }) => ({ item: 'ignore', id: `${rule} ${where}`, name: reason }),
    ),
  ];
}

/** Exact numbers are made of big integers, which JSON does not know. */
function exactAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value;
}
