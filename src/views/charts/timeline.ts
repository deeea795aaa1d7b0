import { addDays, type Day, day, endOfMonth, yearOf } from '../../calendar.ts';
import type { ChartBlock, TimelineRow } from '../../formats/chart.ts';
import { type Column, rowsTable, type TextBlock } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import { grouped } from '../../grouped.ts';
import {
  DEADLINE_STATES,
  type DeadlineItem,
  mostUrgentFirst,
  type PlanDeadlines,
} from '../../overdue.ts';
import { formatDay } from '../../words/numbers.ts';
import { agencyName } from '../overdue/summary.ts';
import { MARKS, standingText } from '../overdue/table.ts';
import { STATE_TONES } from './tone.ts';
import type { ChartSpeech } from './words.ts';

type Dated = DeadlineItem & { due: Day };

/** Beyond so many months the line of time counts years. */
const MOST_MONTHS = 36;

/**
 * The occurrences that have a day on a line of time with today's line, an item a row, the most
 * urgent first; none where nothing has a day.
 */
export function timelineChart(
  { plan, asOf }: Pick<PlanDeadlines, 'plan' | 'asOf'>,
  items: readonly DeadlineItem[],
  speech: ChartSpeech,
): ChartBlock[] {
  const { charts: words, lang } = speech;
  const dated = items.filter((item): item is Dated => item.due !== null);
  if (dated.length === 0) return [];
  const days = dated.flatMap(({ start, due, doneOn }) => [start, due, doneOn]);
  const known = [plan.issued, asOf, ...days.filter((one) => one !== null)].sort();
  const first = day(yearOf(known[0]!), Number(known[0]!.slice(5, 7)), 1);
  const last = known.at(-1)!;
  const to = endOfMonth(yearOf(last), Number(last.slice(5, 7)));
  const steps = stepsBetween(first, to);
  const states = DEADLINE_STATES.filter((state) => dated.some((item) => item.state === state));
  return [
    {
      kind: 'chart',
      chart: 'timeline',
      title: words.timeline,
      said: words.timelineSaid(dated.length, asOf),
      from: first,
      to,
      today: asOf,
      todayLabel: words.today(formatDay(asOf, lang)),
      ticks: steps.filter(isTick(steps)).map(({ from, label }) => ({ day: from, label })),
      rows: rowsOf(dated, { plan, asOf }, speech),
      months: steps.map(({ from, to: end, label }) => ({
        day: from,
        label,
        counts: states.map(
          (state) =>
            dated.filter((item) => item.state === state && item.due >= from && item.due <= end)
              .length,
        ),
      })),
      states: states.map((state) => ({
        label: words.states[state],
        marker: MARKS[state],
        tone: STATE_TONES[state],
      })),
      behind: deadlineTable(items, { plan, asOf }, speech),
    },
  ];
}

interface Step {
  from: Day;
  to: Day;
  label: string;
}

/** The months of a stretch of time, or its years where there are too many of them. */
function stepsBetween(from: Day, to: Day): Step[] {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1;
  const steps: Step[] = [];
  for (let start = from; start <= to; start = addDays(steps.at(-1)!.to, 1)) {
    const year = yearOf(start);
    const isYear = months > MOST_MONTHS;
    steps.push({
      from: start,
      to: isYear ? day(year, 12, 31) : endOfMonth(year, monthOf(start)),
      label: isYear ? String(year) : `${monthOf(start)}/${year}`,
    });
  }
  return steps;
}

/** So many labels find room. */
const MOST_TICKS = 12;

function isTick(steps: readonly Step[]): (step: Step) => boolean {
  const every = [1, 2, 3, 6, 12].find((many) => steps.length / many <= MOST_TICKS) ?? 12;
  return ({ from }) => (monthOf(from) - 1) % every === 0;
}

function monthOf(date: Day): number {
  return Number(date.slice(5, 7));
}

interface Situation {
  plan: PlanDeadlines['plan'];
  asOf: Day;
}

function rowsOf(
  dated: readonly Dated[],
  { plan, asOf }: Situation,
  { overdue, lang, charts: words }: ChartSpeech,
): TimelineRow[] {
  const byItem = grouped([...dated].sort(mostUrgentFirst), ({ id }) => id);
  return [...byItem].map(([id, own]) => ({
    id: `${plan.id}/${id}`,
    label: oneLine(own[0]!.title),
    note: own[0]!.lead.map((code) => agencyName(plan, code)).join('; '),
    spans: own.map((item) => ({
      start: earlier(item.start ?? plan.issued, item.due),
      due: item.due,
      late: lateUntil(item, asOf),
      done: item.doneOn,
      tone: STATE_TONES[item.state],
      said: {
        marker: `${MARKS[item.state]} `,
        text: `${words.dueOn(formatDay(item.due, lang))}: ${standingText(item, asOf, overdue)}`,
      },
    })),
  }));
}

function lateUntil({ state, due, doneOn }: Dated, asOf: Day): Day | null {
  if (state === 'overdue') return asOf;
  return state === 'done-late' && doneOn !== null && doneOn > due ? doneOn : null;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** Every occurrence, those without a day too. */
function deadlineTable(
  items: readonly DeadlineItem[],
  { plan, asOf }: Situation,
  { overdue, lang, charts: words }: ChartSpeech,
): TextBlock[] {
  const { columns: titles } = overdue;
  const columns: Column[] = [
    { key: 'standing', title: titles.standing, importance: 90, wraps: true },
    { key: 'due', title: titles.due, importance: 80 },
    { key: 'title', title: titles.title, importance: 100, wraps: true },
    { key: 'lead', title: titles.lead, importance: 60, wraps: true, hideEmpty: true },
  ];
  const rows = [...items].sort(mostUrgentFirst).map((item) => ({
    standing: { marker: `${MARKS[item.state]} `, text: standingText(item, asOf, overdue) },
    due: { text: item.due === null ? words.noDay : formatDay(item.due, lang) },
    title: { text: oneLine(item.title) },
    lead: { text: item.lead.map((code) => agencyName(plan, code)).join('; ') },
  }));
  return rowsTable(columns, rows, overdue.hidden);
}
