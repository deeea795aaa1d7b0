import { endedBy } from '../../area.ts';
import { placeInPlan } from '../../audit/finding.ts';
import { type Due, firstDayOf, lastDayOf } from '../../deadline.ts';
import type { TaskExplanation } from '../../explain-task.ts';
import type { EntriesBlock, Entry } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { NotCounted } from '../../not-counted.ts';
import { parsePeriod } from '../../period.ts';
import { placeText } from '../../place.ts';
import { LANGS, type Lang } from '../../words/langs.ts';
import { formatDay, formatPeriod } from '../../words/numbers.ts';
import { list } from '../../words/quote.ts';
import { citation, explanationOf } from '../cited.ts';
import { endedAreaLine, notCountedPlaces } from '../evidence.ts';
import { agencyName } from '../overdue/summary.ts';
import { MARKS, standingText } from '../overdue/table.ts';
import {
  agencyNames,
  type ExplainView,
  entriesOf,
  notCountedEntries,
  tongueOf,
} from './indicator.ts';
import type { Tongue } from './text.ts';

/** A task or duty with its due days, as a sheet. */
export function taskEntries(
  explanation: TaskExplanation,
  { speech, areas, unread }: Pick<ExplainView, 'speech' | 'areas' | 'unread'>,
): EntriesBlock {
  const tongue = tongueOf(speech);
  const { headings } = tongue.words;
  const { item, plan, asOf, recurs, occurrences } = explanation;
  const endedArea = endedBy(areas, plan.area, asOf);
  return {
    kind: 'entries',
    title: `${item.id} — ${oneLine(item.title)}`,
    groups: [
      { heading: null, entries: identityEntries(explanation, unread, tongue) },
      { heading: headings.due, entries: dueEntries(explanation, tongue) },
      { heading: tongue.words.labels.reported, entries: reportedEntries(explanation, tongue) },
    ],
    closing: [
      ...notCountedPlaces(unread, speech),
      ...endedAreaLine(
        { plan, endedArea, deadlines: { items: occurrences } },
        { words: speech.evidence, lang: speech.lang },
        false,
      ),
      speech.overdue.judged(asOf),
      ...(recurs ? [tongue.words.beforeIssue(plan.issued)] : []),
      ...[explanationOf(plan, [item.source]) ?? []].flat(),
    ],
  };
}

function identityEntries(
  { plan, item, kind }: TaskExplanation,
  unread: readonly NotCounted[],
  tongue: Tongue,
): Entry[] {
  const { labels, noSource, at } = tongue.words;
  const place = placeInPlan(plan, item.id, item.source);
  return entriesOf([
    [labels.plan, `${plan.document} — ${oneLine(plan.title)}`],
    [labels.place, at(citation(place, noSource), placeText(place))],
    [labels.group, item.group && oneLine(plan.groups.get(item.group) ?? item.group)],
    [labels.lead, agencyNames(plan.agencies, item.lead)],
    ...(kind === 'task' && 'partners' in item
      ? ([
          [labels.partners, agencyNames(plan.agencies, item.partners)],
          [labels.funding, item.funding.map(oneLine).join('; ')],
        ] as const)
      : []),
    ...('to' in item ? ([[labels.to, item.to && oneLine(item.to)]] as const) : []),
    [labels.note, item.note && oneLine(item.note)],
    ...notCountedEntries(unread, tongue),
  ]);
}

function dueEntries({ plan, item, occurrences, asOf }: TaskExplanation, tongue: Tongue): Entry[] {
  const { words, lang, deadlines } = tongue;
  return [
    { label: words.labels.readAs, text: dueText(item.due, tongue) },
    ...(occurrences.length === 0
      ? [{ label: words.labels.state, text: words.noOccurrence }]
      : occurrences.map((one): Entry => {
          const moved = one.originalDue === null ? '' : ` (${deadlines.extended(one.originalDue)})`;
          const whose = one.agency === null ? [] : [agencyName(plan, one.agency)];
          const reason = one.note === '' ? [] : [deadlines.entry.note(oneLine(one.note))];
          return {
            label: one.due === null ? words.labels.state : formatDay(one.due, lang),
            marker: `${MARKS[one.state]} `,
            text: [
              [...whose, standingText(one, asOf, deadlines) + moved].join(': '),
              ...reason,
            ].join('\n'),
            style: one.state === 'overdue' ? 'bad' : 'plain',
          };
        })),
  ];
}

function dueText(due: Due, { words, lang }: Tongue): string {
  switch (due.kind) {
    case 'date':
      return words.due.date(writtenDate(due.date, lang), lastDayOf(due.date));
    case 'window':
      return words.due.window(firstDayOf(due.from), lastDayOf(due.to));
    case 'recurring':
      return words.due.recurring[due.every];
    case 'dated':
      return words.due.dated(
        list(
          due.days.map((day) => monthDay(day, lang)),
          LANGS[lang].and,
        ),
        due.years,
      );
    case 'then-continuous':
      return words.due.thenContinuous(lastDayOf(due.by));
    case 'per':
      return words.due.per(due.document);
    case 'continuous':
    case 'none':
      return words.due[due.kind];
  }
}

/** A date as coarse as the file has it, in the reader's style. */
function writtenDate(date: string, lang: Lang): string {
  const period = parsePeriod(date);
  return typeof period === 'string' ? date : formatPeriod(period, lang);
}

/** `30/6`, `30 Jun`: a day of every year. */
function monthDay(monthDay: string, lang: Lang): string {
  const [month, day] = monthDay.split('-') as [string, string];
  return LANGS[lang].dayOfYear(month, day);
}

/** Every row about the item; those after the as-of day are told apart. */
function reportedEntries(
  { plan, rows, unlisted, asOf }: TaskExplanation,
  { words, lang, deadlines }: Tongue,
): Entry[] {
  if (rows.length === 0) return [{ label: '', text: words.noReport }];
  const entries = rows.map((row): Entry => {
    const isLater = row.date !== null && row.date > asOf;
    const whose = row.agency === null ? '' : `${agencyName(plan, row.agency)}: `;
    const what = whose + deadlines.reported(row.status, row.date);
    const moved = row.due === null ? '' : ` → ${formatDay(row.due, lang)}`;
    return {
      label: row.occurrence === null ? '' : formatDay(row.occurrence, lang),
      text: [
        `${what}${moved}${isLater ? ` — ${words.standing['after-as-of']}` : ''}`,
        words.at(row.source === '' ? words.noSource : oneLine(row.source), placeText(row)),
        ...(row.note === '' ? [] : [oneLine(row.note)]),
      ].join('\n'),
      style: isLater ? 'dim' : 'plain',
    };
  });
  if (unlisted > 0) entries.push({ label: '', text: words.unlisted(unlisted), style: 'dim' });
  return entries;
}
