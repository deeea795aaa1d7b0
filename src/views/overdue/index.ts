import type { Day } from '../../calendar.ts';
import type { View } from '../../formats/view.ts';
import type { PlanDeadlines } from '../../overdue.ts';
import { overdueJson } from './json.ts';
import { type OverdueNarrowing, shownItems } from './narrowing.ts';
import { overdueRecords } from './records.ts';
import type { ProgressNotes } from './summary.ts';
import { type OverdueView, overdueTable } from './table.ts';

/** The tasks and duties of one plan, with what is reported of them. */
export interface ToldDeadlines {
  deadlines: PlanDeadlines;
  progress: ProgressNotes;
}

/** How a reader wants to see deadlines. */
export interface DeadlinesLook extends OverdueNarrowing {
  asOf: Day;
  by: OverdueView['by'];
  speech: OverdueView['speech'];
}

/** `dti-eval overdue`: a table a plan; rows and a calendar of all of them. */
export function overdueView(plans: readonly ToldDeadlines[], look: DeadlinesLook): View {
  const { asOf, by, speech, ...narrowing } = look;
  const all = plans.map(({ deadlines }) => deadlines);
  const shown = () => shownItems(all, narrowing);
  return {
    document: ({ width }) =>
      plans.map(({ deadlines, progress }) => {
        const timeline = timelineWidth(width);
        return overdueTable(deadlines, { ...narrowing, speech, by, progress, timeline });
      }),
    page: async () => {
      const { overduePage } = await import('./page.ts');
      return overduePage(plans, look);
    },
    records: () => overdueRecords(shown()),
    json: () => overdueJson(shown(), asOf),
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
