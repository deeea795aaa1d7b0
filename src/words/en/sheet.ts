import type { Day } from '../../calendar.ts';
import type { DeadlineState } from '../../overdue.ts';
import type { Period } from '../../period.ts';
import type { ProgressStatus } from '../../progress.ts';
import { formatDay, formatPeriod } from '../numbers.ts';

const day = (date: Day) => formatDay(date, 'en');

/** A line of the tab that says how a sheet is filled in. */
export interface HowLine {
  text: string;
  isHeading?: boolean;
}

const STATES: Record<DeadlineState, string> = {
  done: 'done',
  'done-late': 'done late',
  overdue: 'past its date',
  'due-soon': 'due soon',
  upcoming: 'due later',
  continuous: 'continuous',
  undated: 'no date',
  cancelled: 'cancelled',
};

const REPORTED: Record<ProgressStatus, string> = {
  done: 'done',
  'in-progress': 'in progress',
  'not-started': 'not started',
  extended: 'extended',
  cancelled: 'cancelled',
};

const HOW: readonly HowLine[] = [
  { text: 'How to fill in this sheet', isHeading: true },
  {
    text: 'Fill in the yellow cells only. The grey ones are fixed; rows stay as they are, columns may be made wider.',
  },
  {
    text: 'Value: the figure of this period, in the unit of the row. “~ 45” or “about 45” for an estimate, “> 90” for “more than 90”, “< 50” for “nearly 50”. An end without a figure: “done” or “not-done”.',
  },
  {
    text: 'Share in percent: write 81.5%, or the numerator and denominator, from which the share is computed.',
  },
  {
    text: 'No figure: write “no data” as the value. An empty row means that the figure is still to come; zero means zero.',
  },
  {
    text: 'Status: your own assessment, from the list; it may be left empty. Source: the document or system that the figure is from. Note: whatever explains the figure.',
  },
  {
    text: 'Tasks and duties: choose the status from the list. Date: the day on which it was done (for “done”) or decided. New due day: only with “extended”. Reason: why it is late, extended or cancelled.',
  },
  { text: 'Dates: day, month, year, as 30/09/2024.' },
  {
    text: 'The file may be saved as CSV (one file a tab); its name may be changed. Please keep the hidden columns: they say whose sheet it is.',
  },
];

/** The English words of the sheets that agencies and areas fill in. */
export const sheet = {
  tabs: { results: 'Results', tasks: 'Tasks', how: 'How to fill in' },
  title: (document: string, period: Period) =>
    `Figures of ${formatPeriod(period, 'en')} — ${document}`,
  tasksTitle: (document: string) => `Tasks and report duties — ${document}`,
  /** Whose sheet it is, and how to know what to fill in. */
  recipient: (name: string, asOf: Day, due: Day | null) =>
    `${name}. As of ${day(asOf)}.${due === null ? '' : ` To be sent by ${day(due)}.`} Fill in the yellow cells.`,
  everyone: 'All agencies',
  /** Names of columns, as they are read back. */
  results: {
    indicator: 'Indicator',
    name: 'Name',
    unit: 'Unit',
    target: (year: number) => `Target (${year})`,
    last: 'Last figure',
    lastPeriod: 'Of period',
    period: 'Period',
    value: 'Value',
    numerator: 'Numerator',
    denominator: 'Denominator',
    status: 'Status',
    note: 'Note',
    source: 'Source',
    sheet: 'Sheet',
  },
  tasks: {
    task: 'Task',
    title: 'Title',
    occurrence: 'Deadline',
    state: 'State',
    last: 'Last word',
    status: 'Status',
    date: 'Date',
    due: 'New due',
    note: 'Reason',
    sheet: 'Sheet',
  },
  prompts: {
    percent: 'The share in percent: 81.5%. About: ~ 45. No figure: no data.',
    number: 'The figure in the unit of the row. About: ~ 45. No figure: no data.',
    milestone: 'done or not-done; 60% for part of the way.',
    counts: 'Only where the figure is one count over another.',
    status: 'Your own assessment, from the list; may be left empty.',
    source: 'The document or system that the figure is from.',
    taskStatus: 'From the list. “extended” needs the new due day.',
    date: 'Day, month, year: 30/09/2024.',
    reason: 'Why it is late, extended or cancelled.',
  },
  statuses: ['exceeded', 'met', 'in-progress', 'missed', 'no-data'],
  milestones: ['done', 'not-done'],
  taskStatuses: ['done', 'in-progress', 'not-started', 'extended', 'cancelled'],
  done: 'done',
  notDone: 'not done',
  noDate: (per: string | null) => (per === null ? 'no date' : `no date: set by ${per}`),
  state: (state: DeadlineState) => STATES[state],
  extended: (to: Day) => `extended to ${day(to)}`,
  reported: (status: ProgressStatus, on: Day | null) =>
    `${REPORTED[status]}${on === null ? '' : `, ${day(on)}`}`,
  how: HOW,
  /** A day as it is read back, however a spreadsheet saves it. */
  deadline: (date: Day): string => date,
  /** What was written. */
  written: (files: number, folder: string, period: Period) =>
    `Wrote ${files} ${files === 1 ? 'file' : 'files'} for ${formatPeriod(period, 'en')} to ${folder}:`,
  file: (file: string, figures: number, items: number) =>
    `  ${file}: ${figures} ${figures === 1 ? 'figure' : 'figures'}, ${items} ${items === 1 ? 'task or duty' : 'tasks and duties'}`,
  unled: (figures: number, items: number) =>
    `On nobody’s sheet, because they name no leading agency: ${figures} ${figures === 1 ? 'figure' : 'figures'}, ${items} ${items === 1 ? 'task or duty' : 'tasks and duties'}.`,
  ended: (area: string, last: Day) =>
    `${area} was no more from the day after ${day(last)}: figures of this period do not count for it; name a period until then with --period, or “succeeded-by” in the plan.`,
  running: (period: Period, end: Day) =>
    `${formatPeriod(period, 'en')} ends on ${day(end)}: until then its figures count as estimates only.`,
};

export type SheetWords = typeof sheet;
