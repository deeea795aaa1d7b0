import type { Day } from '../calendar.ts';
import type { NoOccurrence } from '../progress.ts';

/** Messages about progress files. `found` is the cell as written; days are as a file writes them. */
export interface ProgressArgs {
  'csv-unknown-task': { found: string; suggestion: string | null };
  'csv-missing-agency': { task: string; owing: readonly string[] };
  /** `owing` are the agencies that it could be. */
  'csv-unknown-agency': { found: string; owing: readonly string[]; suggestion: string | null };
  'csv-missing-occurrence': { task: string; nearest: readonly Day[] };
  'csv-unknown-occurrence': {
    task: string;
    found: string;
    why: NoOccurrence;
    nearest: readonly Day[];
    issued: Day;
    period: { first: number; last: number };
  };
  'csv-progress-status': { found: string; valid: readonly string[]; suggestion: string | null };
  'csv-bad-day': { found: string; needsDay: boolean };
  'csv-excel-day': { found: string; needsDay: boolean };
  'csv-day-needed': { found: string };
  'csv-impossible-day': { found: string; nearest: Day | null };
  'csv-extension-without-due': Record<string, never>;
  'csv-nothing-to-extend': { task: string };
  'csv-extension-not-later': { found: string; planned: Day };
  'csv-due-not-used': { found: string };
}
