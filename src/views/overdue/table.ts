import type { Area } from '../../area.ts';
import { type Day, daysBetween } from '../../calendar.ts';
import type { Cell, Column, Row, TableBlock } from '../../formats/document.ts';
import { oneLine, together } from '../../formats/printable.ts';
import type { Style } from '../../formats/style.ts';
import {
  type DeadlineItem,
  type DeadlineState,
  isDone,
  type PlanDeadlines,
} from '../../overdue.ts';
import type { OverdueWords } from '../../words/en/overdue.ts';
import type { Speech } from '../../words/index.ts';
import { formatDay } from '../../words/numbers.ts';
import { countCell, dayCell } from '../cells.ts';
import { endedAreaLine, notCountedLine } from '../evidence.ts';
import {
  type Grouping,
  isByDefault,
  isNarrowed,
  type OverdueNarrowing,
  type OverdueSection,
  sectionsOf,
} from './narrowing.ts';
import { agencyName, onTimeLines, type ProgressNotes, sourceLines, totalLines } from './summary.ts';
import { type Axis, axisOf, timelineBar } from './timeline.ts';

/** How a reader wants to see deadlines. */
export interface OverdueView extends OverdueNarrowing {
  speech: Speech<'overdue' | 'evidence'>;
  by: Grouping;
  endedArea: Area | null;
  progress: ProgressNotes;
  /** How many columns the bars of the timeline take; `null` for none. */
  timeline: number | null;
}

/** A state's mark; with its words beside it nothing depends on colour. */
export const MARKS: Record<DeadlineState, string> = {
  overdue: '✗',
  'due-soon': '▲',
  upcoming: '·',
  done: '✓',
  'done-late': '✓',
  continuous: '→',
  undated: '?',
  cancelled: '○',
};

const STYLES: Record<DeadlineState, Style> = {
  overdue: 'bad',
  'due-soon': 'warn',
  upcoming: 'plain',
  done: 'good',
  'done-late': 'warn',
  continuous: 'plain',
  undated: 'dim',
  cancelled: 'dim',
};

/**
 * The table of a plan's tasks and duties: what is overdue and due soon, or what else is asked for,
 * the most urgent first, and the summary below. What is shown never changes what is counted.
 */
export function overdueTable(deadlines: PlanDeadlines, view: OverdueView): TableBlock {
  const { overdue: words, evidence, lang } = view.speech;
  const { plan } = deadlines;
  const sections = sectionsOf(deadlines, view, view.by);
  const shown = new Set(sections.flatMap((section) => section.shown));
  const span = { issued: plan.issued, today: deadlines.asOf };
  const axis = view.timeline === null ? null : axisOf([...shown], span, view.timeline);
  const context: Context = { deadlines, view, words, axis, leadTexts: new Map() };
  return {
    kind: 'table',
    title: `${plan.document} — ${oneLine(plan.title)}`,
    opening: [
      ...notCountedLine(view.progress.notCounted, evidence),
      ...endedAreaLine(
        { plan, deadlines, endedArea: view.endedArea },
        { words: evidence, lang },
        false,
      ),
    ],
    columns: columnsOf(words, view.by),
    sections: sections.map((section) => {
      const name = nameOf(section, context);
      return {
        heading: name,
        rows: section.shown.map((item) => rowOf(item, section, context)),
        subtotal: name === null ? null : subtotalOf(name, section, context),
      };
    }),
    closing: closingLines(sections, shown, context),
    hiddenNote: words.hidden,
  };
}

/** Without any progress file nothing is known of what was done in time. */
function subtotalOf(
  name: string,
  { counts, onTime }: OverdueSection,
  { view, words }: Context,
): string {
  return view.progress.files.length === 0
    ? words.subtotalUnreported(name, counts)
    : words.subtotal(name, counts, onTime);
}

interface Context {
  deadlines: PlanDeadlines;
  view: OverdueView;
  words: OverdueWords;
  axis: Axis | null;
  /** What was said of the other agencies that lead with one. */
  leadTexts: Map<readonly string[], Map<string, string>>;
}

type Key = keyof OverdueWords['columns'] | keyof OverdueWords['sheet'];

function columnsOf(
  { columns: titles, otherLeads, sheet }: OverdueWords,
  by: Grouping,
): Column<Key>[] {
  const column = (key: keyof typeof titles, importance: number, more: Partial<Column> = {}) =>
    ({ ...more, key, title: titles[key], importance }) satisfies Column<Key>;
  return [
    column('standing', 90, { wraps: true, minWidth: 15 }),
    column('due', 80, { wraps: true, minWidth: 11 }),
    column('item', 50),
    column('title', 100, { wraps: true, minWidth: 24 }),
    column('kind', 20),
    ...forSheets(sheet),
    column('reported', 40, { wraps: true, minWidth: 14, hideEmpty: true }),
    {
      ...column('lead', 60, { wraps: true, minWidth: 18, hideEmpty: true }),
      ...(by === 'lead' ? { title: otherLeads, importance: 10 } : {}),
    },
    column('timeline', 30, { hideEmpty: true }),
  ];
}

/** Columns that only a spreadsheet has: what others say in words, as days and counts of them. */
function forSheets(titles: OverdueWords['sheet']): Column<Key>[] {
  return (['original', 'days-overdue', 'done-on', 'days-late'] as const).map((key) => ({
    key,
    title: key,
    sheetTitle: titles[key],
    importance: 0,
    csvOnly: true,
  }));
}

function nameOf({ of, code }: OverdueSection, { deadlines, words }: Context): string | null {
  const { plan } = deadlines;
  switch (of) {
    case 'all':
      return null;
    case 'duties':
      return words.duties;
    case 'lead':
      return code === null ? words.withoutLead : agencyName(plan, code);
    case 'group':
      return code === null ? words.withoutGroup : oneLine(plan.groups.get(code) ?? code);
  }
}

/** So many agencies are named in a row; it may stand under each of them. */
const MOST_LEADS = 50;

function rowOf(item: DeadlineItem, section: OverdueSection, context: Context): Row<Key> {
  const { deadlines, words, axis } = context;
  const standing = standingText(item, deadlines.asOf, words);
  const bar = axis === null ? '' : together(timelineBar(item, axis));
  return {
    standing: {
      marker: `${MARKS[item.state]} `,
      text: isOpen(item) ? together(standing) : standing,
      style: STYLES[item.state],
    },
    due: dueCell(item, context),
    item: { text: item.id },
    title: { text: oneLine(item.title) },
    kind: { text: words.kinds[item.kind] },
    reported: reportedCell(item, context),
    lead: { text: leadsText(item.lead, section.of === 'lead' ? section.code : null, context) },
    timeline: { text: bar, style: STYLES[item.state] },
    ...sheetCells(item, context),
  };
}

/** Is it still to be done by some day? */
/**
 * The first of the leads that are others than the one, and how many more there are. An item stands below
 * each of its leads: it is not gone through for each of them, and most of its texts are the same.
 */
function leadsText(
  leads: readonly string[],
  own: string | null,
  { deadlines, words, leadTexts }: Context,
): string {
  const times = own === null ? 0 : (timesOf(leads).get(own) ?? 0);
  const first = leads.slice(0, MOST_LEADS + times);
  const at = own === null ? -1 : first.indexOf(own);
  const known = leadTexts.get(leads) ?? new Map<string, string>();
  leadTexts.set(leads, known);
  const key = `${at} ${times}`;
  const told = known.get(key);
  if (told !== undefined) return told;
  const others = at === -1 ? first : first.filter((code) => code !== own);
  const named = others.slice(0, MOST_LEADS).map((code) => agencyName(deadlines.plan, code));
  const more = leads.length - times - named.length;
  const text = [...named, ...(more === 0 ? [] : [words.moreLeads(more)])].join('; ');
  known.set(key, text);
  return text;
}

function timesOf(leads: readonly string[]): ReadonlyMap<string, number> {
  const known = TIMES.get(leads);
  if (known !== undefined) return known;
  const times = new Map<string, number>();
  for (const code of leads) times.set(code, (times.get(code) ?? 0) + 1);
  TIMES.set(leads, times);
  return times;
}

const TIMES = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function isOpen({ state }: DeadlineItem): boolean {
  return state === 'overdue' || state === 'due-soon' || state === 'upcoming';
}

/** `16 days late`, `in 5 days`, `done 1 Aug 2024, 1 day late`. */
export function standingText(item: DeadlineItem, asOf: Day, { standing }: OverdueWords): string {
  const { due, doneOn, lateBy, per } = item;
  switch (item.state) {
    case 'overdue':
      return standing.overdue(item.daysOverdue);
    case 'due-soon':
    case 'upcoming':
      return standing.dueIn(daysBetween(asOf, due!));
    case 'done':
      return standing.done(doneOn);
    case 'done-late':
      return standing.doneLate(doneOn!, lateBy!);
    case 'undated':
      return standing.undated(per);
    case 'continuous':
    case 'cancelled':
      return standing[item.state];
  }
}

function dueCell({ due, originalDue }: DeadlineItem, { words, view }: Context): Cell {
  if (due === null) return { text: '' };
  const { lang } = view.speech;
  const day = together(formatDay(due, lang));
  const text = originalDue === null ? day : `${day} (${words.extended(originalDue)})`;
  return dayCell(due, lang, text);
}

function sheetCells(item: DeadlineItem, { view }: Context): Row<Key> {
  const { lang } = view.speech;
  const { state, daysOverdue, originalDue, doneOn, lateBy } = item;
  return {
    ...(originalDue === null ? {} : { original: dayCell(originalDue, lang) }),
    ...(state === 'overdue' ? { 'days-overdue': countCell(daysOverdue, lang) } : {}),
    ...(doneOn === null ? {} : { 'done-on': dayCell(doneOn, lang) }),
    ...(lateBy === null ? {} : { 'days-late': countCell(lateBy, lang) }),
  };
}

/** The latest word on what is still open and the reason given; of what is done or cancelled the state says the word. */
function reportedCell(item: DeadlineItem, { words }: Context): Cell {
  const { reported, state, note } = item;
  const isOver = reported === null || isDone(item) || state === 'cancelled';
  const said = isOver ? '' : words.reported(reported.status, reported.date);
  return { text: [said, oneLine(note)].filter((text) => text !== '').join('\n') };
}

function closingLines(
  sections: readonly OverdueSection[],
  shown: ReadonlySet<DeadlineItem>,
  { deadlines, view, words, axis }: Context,
): string[] {
  const { items } = deadlines;
  if (items.length === 0)
    return [words.nothing, ...sourceLines(deadlines, view.progress, view.speech)];
  const repeated = repeatedItems(sections);
  return [
    ...(shown.size === 0 ? [words.nothingShown(isByDefault(view))] : []),
    ...(isNarrowed(view) ? [words.narrowed(shown.size, items.length)] : []),
    ...totalLines(deadlines, view.progress, words),
    ...onTimeLines(deadlines, view.progress, words),
    ...(repeated === 0 ? [] : [words.severalLeads(repeated)]),
    ...sourceLines(deadlines, view.progress, view.speech),
    ...(axis === null || shown.size === 0 ? [] : [words.timeline(axis.from, axis.to)]),
  ];
}

function repeatedItems(sections: readonly OverdueSection[]): number {
  const seen = new Set<DeadlineItem>();
  const repeated = new Set<DeadlineItem>();
  for (const item of sections.flatMap((section) => section.shown))
    (seen.has(item) ? repeated : seen).add(item);
  return repeated.size;
}
