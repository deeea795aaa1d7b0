import {
  ICalCalendar,
  ICalCalendarMethod,
  ICalEvent,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays, type Day, daysBetween } from '../../calendar.ts';
import { oneLine, printable } from '../../formats/printable.ts';
import type { DeadlineItem, PlanDeadlines } from '../../overdue.ts';
import type { OverdueWords } from '../../words/en/overdue.ts';
import type { Speech } from '../../words/index.ts';
import { foldedLines } from './folded-lines.ts';
import { isWithin, type OverdueNarrowing } from './narrowing.ts';
import { agencyName } from './summary.ts';
import { MARKS, standingText } from './table.ts';

/** How a reader wants the calendar. */
export interface CalendarView extends OverdueNarrowing {
  speech: Speech<'overdue'>;
}

/**
 * The due days as an iCalendar file (RFC 5545) of all-day events. It holds every occurrence with a
 * due day, also what is done or cancelled, unless states are asked for: an entry that was there
 * before is then brought up to date when the file is imported again, by its UID. Nothing in it
 * depends on the clock or the zone of the machine.
 */
export function overdueCalendar(plans: readonly PlanDeadlines[], view: CalendarView): string {
  const { overdue: words, lang } = view.speech;
  const documents = [...new Set(plans.map(({ plan }) => plan.document))];
  const calendar = new ICalCalendar({
    prodId: { company: 'dti-eval', product: 'overdue', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: escaped(printable(words.entry.name(documents))),
  });
  const events: string[] = [];
  for (const deadlines of plans)
    for (const item of deadlines.items)
      if (item.due !== null && isWanted(item, view)) {
        const event = new ICalEvent(eventOf(item, item.due, deadlines, words), calendar);
        events.push(foldedLines(event.toString()));
      }
  const around = calendar.toString();
  return `${around.slice(0, -END.length)}${events.join('')}${END}\r\n`;
}

const END = 'END:VCALENDAR';

function isWanted(item: DeadlineItem, view: CalendarView): boolean {
  const { only = [] } = view;
  return isWithin(item, view) && (only.length === 0 || only.includes(item.state));
}

/** The library escapes the texts of events, but not the calendar's name. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

function eventOf(
  item: DeadlineItem,
  due: Day,
  deadlines: PlanDeadlines,
  words: OverdueWords,
): ICalEventData {
  const { asOf, plan } = deadlines;
  const stamp = new Date(`${asOf}T00:00:00Z`);
  return {
    id: uidOf(item),
    // A calendar takes an entry for newer when its number is higher: so does each later day.
    sequence: Math.max(0, daysBetween(plan.issued, asOf)),
    stamp,
    lastModified: stamp,
    start: due,
    end: addDays(due, 1),
    allDay: true,
    summary: summaryOf(item),
    description: printable(linesOf(item, deadlines, words).join('\n')),
    categories: [{ name: printable(plan.document) }],
    status: item.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/** Of codes and days only, so that it outlives new titles, extensions and runs. */
function uidOf({ plan, id, agency, occurrence }: DeadlineItem): string {
  const parts = [plan, id, agency, occurrence].filter((part) => part !== null);
  return `${parts.join('.')}@dti-eval`;
}

/** What is late or over shows it in the calendar's own view. */
function summaryOf({ state, title }: DeadlineItem): string {
  const isOpen = state === 'due-soon' || state === 'upcoming';
  return printable(`${isOpen ? '' : `${MARKS[state]} `}${oneLine(title)}`);
}

function linesOf(
  item: DeadlineItem,
  { asOf, plan }: PlanDeadlines,
  { entry, ...words }: OverdueWords,
): string[] {
  const leads = item.lead.map((code) => agencyName(plan, code));
  return [
    entry.standing(standingText(item, asOf, { entry, ...words }), asOf),
    ...(item.originalDue === null ? [] : [entry.originalDue(item.originalDue)]),
    ...(item.note === '' ? [] : [entry.note(oneLine(item.note))]),
    ...(leads.length === 0 ? [] : [entry.lead(leads)]),
    entry.plan(plan.document, oneLine(plan.title)),
    entry.item(item.kind, item.id),
  ];
}
