import type { Area } from '../../area.ts';
import type { Day } from '../../calendar.ts';
import type { PlanDeadlines } from '../../overdue.ts';
import type { OverdueNarrowing } from './narrowing.ts';
import type { ProgressNotes } from './summary.ts';
import type { OverdueView } from './table.ts';

/** The tasks and duties of one plan, with what is reported of them. */
export interface ToldDeadlines {
  deadlines: PlanDeadlines;
  /** The plan's area, where it had ended by the day. */
  endedArea: Area | null;
  progress: ProgressNotes;
}

/** How a reader wants to see deadlines. */
export interface DeadlinesLook extends OverdueNarrowing {
  asOf: Day;
  by: OverdueView['by'];
  speech: OverdueView['speech'];
}
