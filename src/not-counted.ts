import { toDecimal } from './exact.ts';
import { grouped } from './grouped.ts';
import { observedText } from './observation.ts';
import type { Result } from './result.ts';

/** Why something that was read decides nothing, other than being older history; domain.md. */
export const NOT_COUNTED_REASONS = [
  'unreadable',
  'file-unread',
  'out-of-range',
  'on-parts',
  'not-addable',
  'after-as-of',
  'after-target-year',
  'other-area',
  'ended-area',
  'answered-none',
] as const;

export type NotCountedReason = (typeof NOT_COUNTED_REASONS)[number];

/** A row or file that was read and decides nothing. */
export interface NotCounted {
  reason: NotCountedReason;
  file: string;
  /** The sheet of a workbook. */
  sheet?: string | undefined;
  /** 1-based; `null` where the whole file is meant. */
  line: number | null;
  /** `id` or `id/part`; `null` where it is not known. */
  indicator: string | null;
  /** The figure as the program read it, or the cell as written; empty where there is none. */
  text: string;
  /** So many more of its reason and indicator come later, counted and not listed. */
  more?: number;
}

/** Is it of the indicator or one of its parts, or of the task? */
export function isOfItem({ indicator }: NotCounted, id: string): boolean {
  return indicator?.split('/')[0] === id;
}

/** How many entries there are, those included that are not listed. */
export function countNotCounted(list: readonly NotCounted[]): number {
  return list.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
}

/** A row that decides nothing for that reason. */
export function notCounted(result: Result, reason: NotCountedReason): NotCounted {
  const { file, sheet, line, indicator, more } = result;
  const entry = { reason, file, sheet, line, indicator, text: figureText(result) };
  return more?.rows === undefined ? entry : { ...entry, more: more.rows };
}

const MOST_DECIMALS = 12;

/** What the row says: its figure as a plan's YAML would have it, its counts, or the code of its status. */
export function figureText({ value, counts, printed, status }: Result): string {
  if (value === null) return status ?? '';
  if (value.kind === 'milestone') return observedText(value);
  if (counts !== null && printed === null)
    return [counts.numerator, counts.denominator].map((n) => toDecimal(n, MOST_DECIMALS)).join('/');
  const number = toDecimal(value.value, value.decimals ?? MOST_DECIMALS);
  const sign = value.bound ?? (value.about ? '~' : '');
  return sign === '' ? number : `${sign} ${number}`;
}

/** How many there are of each reason that occurs, in the order of the reasons. */
export function countReasons(
  list: readonly NotCounted[],
): { reason: NotCountedReason; count: number }[] {
  const byReason = grouped(list, ({ reason }) => reason);
  return NOT_COUNTED_REASONS.flatMap((reason) => {
    const own = byReason.get(reason);
    return own === undefined ? [] : [{ reason, count: countNotCounted(own) }];
  });
}

/** Reasons that someone has to look into; the others are in the order of things. */
const DOUBTFUL: ReadonlySet<NotCountedReason> = new Set([
  'unreadable',
  'file-unread',
  'out-of-range',
  'on-parts',
  'not-addable',
  'ended-area',
]);

/** Must someone look into what does not count? */
export function needsLooking({ reason }: NotCounted): boolean {
  return DOUBTFUL.has(reason);
}
