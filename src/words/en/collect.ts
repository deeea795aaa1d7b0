import type { Day } from '../../calendar.ts';
import type { Sending } from '../../collection.ts';
import type { Period } from '../../period.ts';
import type { Outcome } from '../../received.ts';
import { formatDay, formatPeriod } from '../numbers.ts';

const day = (date: Day) => formatDay(date, 'en');
const number = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const SENDINGS: Record<Sending, string> = {
  sent: 'sent',
  late: 'sent late',
  'with-gaps': 'sent with gaps',
  'not-sent': 'not sent',
};

const OUTCOMES: Record<Outcome, string> = {
  new: 'new',
  corrected: 'corrected',
  rival: 'another source differs',
  none: 'no figure',
  unchanged: 'unchanged',
  older: 'older than what is held, not taken',
};

/** The English words of `collect`. */
export const collect = {
  title: (document: string, period: Period) =>
    `Sheets of ${formatPeriod(period, 'en')} — ${document}`,
  asOf: (date: Day, due: Day | null) =>
    due === null
      ? `As of ${day(date)}. The plan names no day by which sheets of this period are due, so none is late; --due DATE names one.`
      : `As of ${day(date)}; sheets were due on ${day(due)}.`,
  counts: (counts: Record<Outcome, number> & { sheets: number; unread: number; refused: number }) =>
    [
      `${counts.unread > 0 ? `${counts.sheets - counts.unread} of ` : ''}${number(counts.sheets, 'sheet', 'sheets')} read: ${number(counts.new, 'row', 'rows')} new`,
      ...(counts.corrected > 0 ? [`${counts.corrected} corrected`] : []),
      ...(counts.rival > 0 ? [`${counts.rival} against another source`] : []),
      ...(counts.none > 0 ? [`${counts.none} without a figure`] : []),
      `${counts.unchanged} unchanged`,
      ...(counts.older > 0 ? [`${counts.older} older than what is held`] : []),
      `${number(counts.refused - counts.unread, 'cell', 'cells')} refused.`,
    ].join(', '),
  dryRun: 'Nothing is written (--dry-run).',
  unchanged: 'Nothing was written: everything is held already.',
  written: (file: string, rows: number) => `Added ${number(rows, 'row', 'rows')} to ${file}.`,
  wouldWrite: (file: string, rows: number) =>
    `${number(rows, 'row', 'rows')} would be added to ${file}.`,
  unled: (figures: number, items: number) =>
    `Asked of nobody, because they name no leading agency: ${number(figures, 'figure', 'figures')}, ${number(items, 'task or duty', 'tasks and duties')}.`,
  standing: 'Who has sent',
  changes: 'What was taken over',
  refused: 'Refused cells',
  doubted: 'To be looked at',
  letters: 'Letters of reminder',
  columns: {
    recipient: 'Agency or area',
    sending: 'State',
    received: 'Received',
    answered: 'Figures',
    spoken: 'Tasks and duties due',
    missing: 'Still missing',
    code: 'Code',
    name: 'Name',
    outcome: 'What it is',
    before: 'Held before',
    now: 'Now',
    source: 'Source',
    place: 'Place',
    mend: 'What to write',
  },
  sending: (state: Sending) => SENDINGS[state],
  alsoGaps: 'with gaps',
  outcome: (outcome: Outcome) => OUTCOMES[outcome],
  answered: (answered: number, asked: number) => `${answered} of ${asked}`,
  noFigure: 'no figure',
  hidden: (columns: readonly string[]) => `Columns without room: ${columns.join(', ')}.`,
  letter: {
    subject: (period: Period) => `Figures of ${formatPeriod(period, 'en')}`,
    to: (name: string) => `To: ${name}`,
    notSent: (document: string, period: Period, asOf: Day) =>
      `Under ${document}, figures of ${formatPeriod(period, 'en')} are asked of you. As of ${day(asOf)} your sheet has not been received.`,
    gaps: (document: string, period: Period, received: Day) =>
      `Your sheet of ${formatPeriod(period, 'en')} under ${document} was received on ${day(received)}. Some of it is still missing or could not be taken over.`,
    due: (due: Day, isPast: boolean) =>
      isPast ? `It was due on ${day(due)}.` : `It is due on ${day(due)}.`,
    missing: 'Figures still missing',
    refused: 'Cells to correct',
    silent: 'Tasks and duties that have fallen due, of which this round has no word',
    overdue: 'Other tasks and duties past their date',
    closing:
      'Please fill in the sheet and send it back. Where there is no figure, write “no data”; an empty cell counts as missing.',
  },
};

export type CollectWords = typeof collect;
