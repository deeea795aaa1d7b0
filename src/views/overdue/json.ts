import type { Day } from '../../calendar.ts';
import type { DeadlineItem } from '../../overdue.ts';
import type { ToldDeadlines } from './told.ts';

/**
 * Occurrences in the published shape of `overdue --format json`, `overdue/1`: plain data, keys in
 * a fixed order, no words and no locale.
 */
export function overdueJson(
  items: readonly DeadlineItem[],
  asOf: Day,
  plans: readonly ToldDeadlines[] = [],
) {
  const endedAreas = plans.flatMap(({ deadlines, endedArea }) =>
    endedArea === null
      ? []
      : [{ plan: deadlines.plan.id, area: endedArea.code, ended: endedArea.validTo }],
  );
  const notCounted = plans.flatMap(({ progress }) => progress.notCounted);
  return { format: 'overdue/1', asOf, endedAreas, items: items.map(itemJson), notCounted };
}

function itemJson(item: DeadlineItem) {
  return {
    plan: item.plan,
    kind: item.kind,
    id: item.id,
    title: item.title,
    lead: [...item.lead],
    agency: item.agency,
    due: item.due,
    state: item.state,
    daysOverdue: item.daysOverdue,
    occurrence: item.occurrence,
    originalDue: item.originalDue,
    doneOn: item.doneOn,
    note: item.note === '' ? null : item.note,
    group: item.group,
    file: item.file,
    line: item.line,
  };
}
