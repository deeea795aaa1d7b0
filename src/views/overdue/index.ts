import type { View } from '../../formats/view.ts';
import { overdueJson } from './json.ts';
import { shownItems } from './narrowing.ts';
import { overdueRecords } from './records.ts';
import { overdueTable } from './table.ts';
import type { DeadlinesLook, ToldDeadlines } from './told.ts';

/** `dti-eval overdue`: a table a plan; rows and a calendar of all of them. */
export function overdueView(plans: readonly ToldDeadlines[], look: DeadlinesLook): View {
  const { asOf, by, speech, ...narrowing } = look;
  const all = plans.map(({ deadlines }) => deadlines);
  const shown = () => shownItems(all, narrowing);
  return {
    document: ({ width }) =>
      plans.map(({ deadlines, endedArea, progress }) => {
        const timeline = timelineWidth(width);
        return overdueTable(deadlines, {
          ...narrowing,
          speech,
          by,
          endedArea,
          progress,
          timeline,
        });
      }),
    page: async () => {
      const { overduePage } = await import('./page.ts');
      return overduePage(plans, look);
    },
    records: () => overdueRecords(shown()),
    json: () => overdueJson(shown(), asOf, plans),
    calendar: async () => {
      const { overdueCalendar } = await import('./calendar.ts');
      return overdueCalendar(all, { ...narrowing, speech });
    },
  };
}

/** A terminal this wide has room for bars beside the names; a pipe is no terminal. */
const WIDE = 120;
const VERY_WIDE = 160;

function timelineWidth(width: number | null): number | null {
  if (width === null || width < WIDE) return null;
  return width < VERY_WIDE ? 24 : 36;
}
