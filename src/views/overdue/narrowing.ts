import type { Day } from '../../calendar.ts';
import { grouped } from '../../grouped.ts';
import {
  countStates,
  type DeadlineItem,
  type DeadlineState,
  itemsByLead,
  mostUrgentFirst,
  type OnTime,
  onTimeOf,
  type PlanDeadlines,
  type TaskCounts,
} from '../../overdue.ts';

/** What `--kind` may name. */
export const KINDS = ['task', 'report'] as const;

/** What `--by` may name. */
export const GROUPINGS = ['lead', 'due', 'group'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which occurrences are shown; codes of groups and agencies. */
export interface OverdueNarrowing {
  /** Also what is neither overdue nor due soon. */
  all?: boolean | undefined;
  /** These states, in place of overdue and due soon. */
  only?: readonly DeadlineState[] | undefined;
  kind?: DeadlineItem['kind'] | undefined;
  lead?: readonly string[] | undefined;
  group?: readonly string[] | undefined;
}

/** Occurrences under one heading, the most urgent first, and what all of the heading's count. */
export interface OverdueSection {
  /** An agency, a group, the duties without a group, or everything. */
  of: 'lead' | 'group' | 'duties' | 'all';
  /** `null` for what names no agency or group. */
  code: string | null;
  shown: DeadlineItem[];
  counts: TaskCounts;
  onTime: OnTime;
}

const BY_DEFAULT: readonly DeadlineState[] = ['overdue', 'due-soon'];

/** Is the occurrence among those asked for? */
function isShown(item: DeadlineItem, narrowing: OverdueNarrowing): boolean {
  return isWithin(item, narrowing) && statesOf(narrowing)(item.state);
}

/** Is it so but for its state? */
export function isWithin(item: DeadlineItem, { kind, lead, group }: OverdueNarrowing): boolean {
  return (
    (kind === undefined || item.kind === kind) &&
    (isEmpty(lead) || lead.some((code) => item.lead.includes(code))) &&
    (isEmpty(group) || group.some((code) => item.group === code))
  );
}

function statesOf({ all, only }: OverdueNarrowing): (state: DeadlineState) => boolean {
  if (!isEmpty(only)) return (state) => only.includes(state);
  return (state) => all === true || BY_DEFAULT.includes(state);
}

/** Were the states left to the default? */
export function isByDefault({ all, only }: OverdueNarrowing): boolean {
  return all !== true && isEmpty(only);
}

/** Does the view leave out something that its states would show? */
export function isNarrowed({ only, kind, lead, group }: OverdueNarrowing): boolean {
  return kind !== undefined || [only, lead, group].some((wanted) => !isEmpty(wanted));
}

function isEmpty<T>(wanted: readonly T[] | undefined): wanted is undefined | readonly [] {
  return wanted === undefined || wanted.length === 0;
}

/** The occurrences of all plans that are asked for, the most urgent first. */
export function shownItems(
  plans: readonly PlanDeadlines[],
  narrowing: OverdueNarrowing,
): DeadlineItem[] {
  const items = plans.flatMap((deadlines) => deadlines.items);
  return items.filter((item) => isShown(item, narrowing)).sort(mostUrgentFirst);
}

/** A plan's occurrences under headings; headings under which nothing is shown are left out. */
export function sectionsOf(
  deadlines: PlanDeadlines,
  narrowing: OverdueNarrowing,
  by: Grouping,
): OverdueSection[] {
  const headings = HEADINGS[by](deadlines, narrowing);
  return headings
    .map(({ items, ...heading }) => ({
      ...heading,
      shown: items.filter((item) => isShown(item, narrowing)).sort(mostUrgentFirst),
    }))
    .filter(({ shown }) => shown.length > 0);
}

type Heading = Omit<OverdueSection, 'shown'> & { items: readonly DeadlineItem[] };
type HeadingsOf = (deadlines: PlanDeadlines, narrowing: OverdueNarrowing) => Heading[];

const HEADINGS: Record<Grouping, HeadingsOf> = {
  due: ({ items, asOf }) => [headingOf('all', null, items, asOf)],
  lead: byLead,
  group: byGroup,
};

/** Agencies with the most overdue first, of equals in the plan's order; without one last. */
function byLead({ plan, leads, items }: PlanDeadlines, { lead }: OverdueNarrowing): Heading[] {
  const own = itemsByLead(plan, items);
  return leads
    .filter(({ lead: code }) => isEmpty(lead) || (code !== null && lead.includes(code)))
    .map(
      ({ lead: code, counts, onTime }): Heading => ({
        ...{ of: 'lead', code, counts, onTime },
        items: own.get(code) ?? [],
      }),
    )
    .sort(
      (a, b) =>
        Number(a.code === null) - Number(b.code === null) ||
        b.counts.overdue - a.counts.overdue ||
        b.counts['due-soon'] - a.counts['due-soon'],
    );
}

/** The plan's groups in its order, groups that it does not declare, duties and tasks without one. */
function byGroup({ plan, items, asOf }: PlanDeadlines): Heading[] {
  const codes = new Set(plan.groups.keys());
  for (const { group } of items) if (group !== null) codes.add(group);
  const own = grouped(items, ({ group }) => group);
  const rest = own.get(null) ?? [];
  return [
    ...[...codes].map((code) => headingOf('group', code, own.get(code) ?? [], asOf)),
    headingOf(
      'group',
      null,
      rest.filter(({ kind }) => kind === 'task'),
      asOf,
    ),
    headingOf(
      'duties',
      null,
      rest.filter(({ kind }) => kind === 'report'),
      asOf,
    ),
  ];
}

function headingOf(
  of: Heading['of'],
  code: string | null,
  items: readonly DeadlineItem[],
  asOf: Day,
): Heading {
  const counts = countStates(items, new Set(items.map(({ id }) => id)).size);
  return { of, code, counts, onTime: onTimeOf(items, asOf), items };
}
