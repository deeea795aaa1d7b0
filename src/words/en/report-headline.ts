import type { DeclaredTally } from '../../report.ts';
import { DECLARED_STATUSES, TARGETED_VERDICTS, type TargetedVerdict } from '../../verdict.ts';
import { formatDay, formatNumber, formatPercent, plural } from '../numbers.ts';
import { list } from '../quote.ts';
import type { DeadlineFacts, GroupFact, HeadlineFacts, IndicatorFact } from '../report-facts.ts';
import { evidence } from './evidence.ts';
import { status } from './status.ts';

const number = (count: number) => formatNumber(count, 'en');
const and = (items: readonly string[]) => list(items, 'and');
const be = (count: number) => (count === 1 ? 'is' : 'are');
const have = (count: number) => (count === 1 ? 'has' : 'have');

/** The document with the kind that its number tells. */
export function documentName(code: string): string {
  if (/\/KH\b/.test(code)) return `Plan ${code}`;
  if (/\/QĐ(?![\p{L}\d])/u.test(code)) return `Decision ${code}`;
  return code;
}

/** `11/13 (84.6%)`. */
export function share(part: number, of: number): string {
  const percent = of === 0 ? '' : ` (${formatPercent(part / of, 'en')})`;
  return `${number(part)}/${number(of)}${percent}`;
}

/** A verdict said of that many indicators. */
function isSo(verdict: TargetedVerdict, count: number): string {
  const said: Record<TargetedVerdict, string> = {
    exceeded: `${have(count)} been exceeded`,
    met: `${have(count)} been met`,
    'in-progress': `${be(count)} in progress`,
    missed: `${have(count)} been missed`,
    'no-data': `${have(count)} no usable data`,
  };
  return said[verdict];
}

/** The headline of one plan: what was counted, what stands out, what is not known. */
export function headline(facts: HeadlineFacts): string {
  return [
    counted(facts),
    ...facts.lastKnown,
    ...reached(facts),
    ...doubts(facts),
    ...earlier(facts),
    ...strongest(facts.strongest),
    ...extremes(facts),
    ...declared(facts),
    ...unknown(facts),
    ...deadlines(facts),
    ...notCounted(facts),
  ].join(' ');
}

/** The same for one page: what was counted, what is doubtful, what is late. */
export function shortHeadline(facts: HeadlineFacts): string {
  return [
    counted(facts),
    ...facts.lastKnown,
    ...reached(facts),
    ...doubts(facts),
    ...deadlines({ ...facts, longestOverdue: null }),
    ...notCounted(facts),
  ].join(' ');
}

function counted({ asOf, year, document, isNarrow, tally }: HeadlineFacts): string {
  const day = `As of ${formatDay(asOf, 'en')}`;
  const name = `${documentName(document)}${isNarrow ? ', as far as it is told here,' : ''}`;
  const { targeted } = tally;
  if (targeted === 0) return `${day}, no indicator of ${name} has a target for ${year} to judge.`;
  const told = TARGETED_VERDICTS.filter((verdict) => tally[verdict] > 0);
  const [only] = told;
  if (targeted === 1 && only)
    return `${day}, the one target that ${name} sets for ${year} ${isSo(only, 1)}.`;
  const of = `the ${number(targeted)} targets that ${name} sets for ${year}`;
  if (told.length === 1 && only)
    return only === 'no-data'
      ? `${day}, there are usable data for none of ${of}.`
      : `${day}, all of ${of} ${isSo(only, targeted)}.`;
  const counts = told.map(
    (verdict) => `${number(tally[verdict])} ${isSo(verdict, tally[verdict])}`,
  );
  return `${day}, of ${of}, ${and(counts)}.`;
}

function reached({ tally }: HeadlineFacts): string[] {
  const { judged, targeted } = tally;
  if (judged === 0 || judged === tally.reached) return [];
  if (judged === 1) return targeted === 1 ? [] : ['The one with data has not been reached.'];
  const base = judged === targeted ? 'them' : `the ${number(judged)} with data`;
  return tally.reached === 0
    ? [`None of ${base} has been reached.`]
    : [
        `Of ${base}, ${number(tally.reached)} ${have(tally.reached)} been met or exceeded (${formatPercent(tally.reached / judged, 'en')}).`,
      ];
}

function earlier({ earlier: count, tally, year }: HeadlineFacts): string[] {
  if (count === 0) return [];
  const results = count === 1 ? 'a result' : 'results';
  if (count === tally.judged)
    return [
      count === 1
        ? `${tally.reached === 0 ? 'It' : 'The one with data'} is judged on a result from before ${year}.`
        : `All ${number(count)} with data are judged on results from before ${year}.`,
    ];
  return [
    `Of those with data, ${number(count)} of ${number(tally.judged)} ${be(count)} judged on ${results} from before ${year}.`,
  ];
}

function strongest(group: GroupFact | null): string[] {
  if (group === null) return [];
  const { reached, judged } = group.tally;
  return [
    `“${group.name}” has the highest share met or exceeded, ${number(reached)} of ${number(judged)} with data.`,
  ];
}

/** What is to be said of a figure that stands out and is in doubt. */
const DOUBTS = {
  disputed: ', though another source says otherwise',
  doubted: ', though the percentage is doubted',
};

function extremes({ highest, lowest }: HeadlineFacts): string[] {
  const figures = ({ name, value, period, target, attained, doubt }: IndicatorFact) =>
    `“${name}”: ${value}${period === null ? '' : ` (${period})`} against ${target}, ${attained} of the target${doubt === null ? '' : DOUBTS[doubt]}`;
  return [
    ...(highest ? [`Farthest beyond its target is ${figures(highest)}.`] : []),
    ...(lowest ? [`Farthest from its target is ${figures(lowest)}.`] : []),
  ];
}

function declared({ declared: tally }: HeadlineFacts): string[] {
  const { declared: all, differing, unsupported } = tally;
  if (all === 0) return [];
  if (differing + unsupported === 0)
    return [
      all === 1
        ? 'The one officially declared status agrees with the figures.'
        : `All ${number(all)} officially declared statuses (${statuses(tally)}) agree with the figures.`,
    ];
  const parts = [
    ...(differing > 0
      ? [`${number(differing)} ${differing === 1 ? 'differs' : 'differ'} from what the figures say`]
      : []),
    ...(unsupported > 0
      ? [`${number(unsupported)} ${have(unsupported)} no figures to be held against`]
      : []),
  ];
  return [
    `Of ${plural(all, 'officially declared status', 'officially declared statuses')} (${statuses(tally)}), ${and(parts)}.`,
  ];
}

function statuses({ statuses: counts }: DeclaredTally): string {
  return DECLARED_STATUSES.filter((one) => counts[one] > 0)
    .map((one) => `${number(counts[one])} ${status.declared[one]}`)
    .join(', ');
}

function unknown({ tally, leastKnown }: HeadlineFacts): string[] {
  if (leastKnown === null || tally.judged === 0) return [];
  const { name, tally: own } = leastKnown;
  return [
    `Data are missing most of all in “${name}”: for ${number(own['no-data'])} of ${number(own.targeted)}.`,
  ];
}

function deadlines(facts: HeadlineFacts): string[] {
  const { tasks, duties, hasProgress, longestOverdue, within } = facts;
  if (tasks.items + duties.items === 0) return ['The plan lists no tasks and no duties to report.'];
  const late = overdueText(tasks, duties);
  const basis = hasProgress ? '' : 'No progress has been reported; by the plan’s own dates, ';
  const longest = longestOverdue
    ? `, the longest by ${plural(longestOverdue.days, 'day', 'days')} (“${longestOverdue.title}”)`
    : '';
  const told = late === null ? 'nothing is overdue' : `${late}${longest}`;
  const soon = tasks.soon + duties.soon;
  const next =
    soon > 0
      ? `; ${plural(soon, 'item falls', 'items fall')} due in the next ${plural(within, 'day', 'days')}`
      : '';
  return [`${sentence(basis + told)}${next}.`];
}

/** What is past its day without word that it is done; `null` where nothing is. */
export function overdueText(tasks: DeadlineFacts, duties: DeadlineFacts): string | null {
  const parts = [
    ...(tasks.overdue > 0 ? [overdueOf(tasks, ['task', 'tasks'])] : []),
    ...(duties.overdue > 0 ? [overdueOf(duties, ['duty to report', 'duties to report'])] : []),
  ];
  if (parts.length === 0) return null;
  const count = tasks.overdueItems + duties.overdueItems;
  return `${and(parts)} ${be(count)} past the due day and not reported done`;
}

function overdueOf(facts: DeadlineFacts, [one, many]: readonly [string, string]): string {
  const repeated =
    facts.overdue === facts.overdueItems ? '' : ` (${plural(facts.overdue, 'time', 'times')})`;
  return `${number(facts.overdueItems)} of ${plural(facts.dated, one, many)}${facts.dated < facts.items ? ' with a date' : ''}${repeated}`;
}

function doubts({ disputed: { count, tipped }, provisional, doubted }: HeadlineFacts): string[] {
  const change =
    count === 1
      ? `${tipped === 0 ? 'not ' : ''}change it`
      : tipped === 0
        ? 'change none of them'
        : `change ${tipped === count ? 'all' : number(tipped)} of them`;
  return [
    ...(count === 0
      ? []
      : [
          `${plural(count, 'verdict is', 'verdicts are')} disputed by another source, whose figure would ${change}.`,
        ]),
    ...(provisional === 0
      ? []
      : [
          `${plural(provisional, 'verdict is', 'verdicts are')} provisional, resting on ${provisional === 1 ? 'a figure' : 'figures'} of before the year’s last quarter.`,
        ]),
    ...(doubted === 0
      ? []
      : [
          `${plural(doubted, 'verdict is', 'verdicts are')} doubted, for a percentage that may be a ratio.`,
        ]),
  ];
}

function notCounted({ notCounted: list }: HeadlineFacts): string[] {
  const told = list.map(({ reason, count }) => evidence.reasons[reason](count));
  return told.length === 0 ? [] : [evidence.notCounted(0, told)];
}

/** With a capital at its head. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
