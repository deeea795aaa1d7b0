import type { Day } from './calendar.ts';
import { isRecurring } from './deadline.ts';
import { type Delivery, deliveryIn, sheetKept } from './delivery.ts';
import { exact, toFraction } from './exact.ts';
import type { Place } from './finding.ts';
import { observedText } from './observation.ts';
import type { Plan } from './plan.ts';
import { agreement, figureOf } from './precision.ts';
import { isOwedByEach, type ProgressRow } from './progress.ts';
import {
  hasValue,
  isCorrection,
  type Observation,
  type Result,
  type ResultValue,
} from './result.ts';

/** What became of a row of a sheet, in the order in which summaries count. */
export const OUTCOMES = ['new', 'corrected', 'rival', 'none', 'unchanged', 'older'] as const;

/**
 * `corrected`: it takes the place of what its source said before. `rival`: another source says
 * something else. `none`: an answer without a figure. `unchanged`: it is held already. `older`: what
 * is held was made known after it. The last two are not taken over.
 */
export type Outcome = (typeof OUTCOMES)[number];

/** Is the row written to the plan's tables? */
export function isTaken({ outcome }: { outcome: Outcome }): boolean {
  return outcome !== 'unchanged' && outcome !== 'older';
}

/** A row read from a sheet, with the place of what it says. */
export interface Received<Row> {
  row: Row;
  delivery: Delivery;
  place: Place;
  /** Does the sheet itself give the day of it? */
  isDated: boolean;
}

/** A row with what became of it, and what is held or said against it. */
export interface Merged<Row> extends Received<Row> {
  outcome: Outcome;
  before: Row | null;
}

/**
 * Holds the results of sheets against those of the plan, in the order in which they came in. Pure:
 * what is held is never changed; a row that is taken is held against from then on. Of one source and
 * period the later row corrects the earlier, unless that was published after it.
 */
export function mergeResults(
  held: readonly Result[],
  received: readonly Received<Result>[],
): Merged<Result>[] {
  return mergeInto(held, received, keyOfResult, resultsBefore);
}

/** The same of tasks and duties: the word that speaks of the later day is the one that counts. */
export function mergeProgress(
  plan: Plan,
  held: readonly ProgressRow[],
  received: readonly Received<ProgressRow>[],
): Merged<ProgressRow>[] {
  const items = new Map([...plan.tasks, ...plan.reports].map((item) => [item.id, item]));
  const keyOf = (row: ProgressRow) => {
    const item = items.get(row.task);
    const isEach = item !== undefined && isOwedByEach(item);
    const day = item !== undefined && isRecurring(item.due) ? row.occurrence : null;
    return [row.task, day, isEach ? row.agency : null].join('\n');
  };
  return mergeInto(held, received, keyOf, progressBefore);
}

type Judged<Row> = Pick<Merged<Row>, 'outcome' | 'before'>;

/** What is said of one figure or task so far: thousands of rows may be held against it, each in a step. */
interface Before<Row> {
  judge(one: Received<Row>): Judged<Row>;
  add(row: Row): void;
}

function mergeInto<Row>(
  held: readonly Row[],
  received: readonly Received<Row>[],
  keyOf: (row: Row) => string,
  nothing: () => Before<Row>,
): Merged<Row>[] {
  const byKey = new Map<string, Before<Row>>();
  const beside = (row: Row) => {
    const key = keyOf(row);
    const known = byKey.get(key) ?? nothing();
    byKey.set(key, known);
    return known;
  };
  for (const row of held) beside(row).add(row);
  return received.map((one) => {
    const before = beside(one.row);
    const merged = { ...one, ...before.judge(one) };
    if (isTaken(merged)) before.add(one.row);
    return merged;
  });
}

function keyOfResult({ indicator, area, period }: Result): string {
  return [indicator, area, period.text].join('\n');
}

/** The last that counts of all, and of each source and sheet, and of each figure that was given. */
function resultsBefore(): Before<Result> {
  const ofSource = new Map<string, { last: Result; bySheet: Map<string, Result> }>();
  const figures = lastFigures();
  let lastKnown: Result | null = null;
  return {
    add(row) {
      const source = bare(row.source);
      const sheet = deliveryIn(row.note)?.sheet;
      const own = ofSource.get(source) ?? { last: row, bySheet: new Map() };
      own.last = later(own.last, row);
      if (sheet !== undefined) own.bySheet.set(sheet, row);
      ofSource.set(source, own);
      if (!hasValue(row)) return;
      lastKnown = lastKnown === null ? row : later(lastKnown, row);
      figures.add(row);
    },
    judge({ row, delivery }) {
      const own = ofSource.get(bare(row.source));
      const last = own?.last ?? null;
      const same = own?.bySheet.get(sheetKept(delivery.sheet)) ?? null;
      const isHeld = (one: Result | null) => one !== null && saidBy(one) === saidBy(row);
      if (isHeld(last)) return { outcome: 'unchanged', before: last };
      if (isHeld(same) || (last !== null && !isCorrection(row, last)))
        return { outcome: 'older', before: last };
      if (row.isAnswered) return { outcome: 'none', before: lastKnown };
      if (last !== null) return { outcome: 'corrected', before: last };
      const rival = figures.rivalOf(row);
      return rival === null
        ? { outcome: 'new', before: null }
        : { outcome: 'rival', before: rival };
    },
  };
}

/** Of rows of one time the one that counts. */
function later(last: Result, row: Result): Result {
  return isCorrection(row, last) ? row : last;
}

/** The last row of each figure that was given, in the order in which they count. */
function lastFigures() {
  let inOrder: Observation[] = [];
  const lasts = new Map<string, Observation>();
  const isLast = (row: Observation) => lasts.get(figureKey(row)) === row;
  return {
    add(row: Observation): void {
      const key = figureKey(row);
      const before = lasts.get(key);
      if (before !== undefined && !isCorrection(row, before)) return;
      lasts.set(key, row);
      let at = inOrder.length;
      while (at > 0 && !isCorrection(row, inOrder[at - 1]!)) at -= 1;
      if (at === inOrder.length) inOrder.push(row);
      else inOrder.splice(at, 0, row);
      // Those that another row of their figure has replaced are taken out now and then.
      if (inOrder.length > 2 * lasts.size) inOrder = inOrder.filter(isLast);
    },
    rivalOf: (row: Result) => inOrder.findLast((one) => isLast(one) && isRival(one, row)) ?? null,
  };
}

function figureKey(row: Observation): string {
  const { decimals } = figureOf(row) ?? {};
  return `${decimals} ${saidBy({ ...row, status: null })}`;
}

/** The text without the apostrophe by which a table keeps a spreadsheet from taking it for a formula. */
export function bare(text: string): string {
  return text.normalize('NFC').trim().replace(/^'/, '');
}

/** What a row says, whoever says it, when, and with however many digits. */
function saidBy({ value, counts, printed, isAnswered, status }: Result): string {
  const counted = counts && [toFraction(counts.numerator), toFraction(counts.denominator)];
  const figure = value === null || counts !== null ? null : figureSaid(value);
  return JSON.stringify([figure, counted, printed && toFraction(printed), isAnswered, status]);
}

function figureSaid(value: ResultValue): readonly unknown[] {
  const { about = false, bound = null } = value;
  if (value.kind === 'milestone')
    return [value.done, value.share && toFraction(value.share), about, bound];
  return [toFraction(value.value), about, bound];
}

function isRival(held: Observation, row: Result): boolean {
  if (!hasValue(row)) return false;
  const [a, b] = [figureOf(held), figureOf(row)];
  if (a === null || b === null) return observedText(held.value) !== observedText(row.value);
  return agreement(a, b, exact(0)) === 'different';
}

/** The last word of all, and of each sheet; a word without a day is as late as what stands before it. */
function progressBefore(): Before<ProgressRow> {
  const bySheet = new Map<string, ProgressRow>();
  let last: ProgressRow | null = null;
  let latest: Day = '';
  return {
    add(row) {
      const day = row.date ?? latest;
      if (day >= latest) last = row;
      if (day > latest) latest = day;
      const sheet = deliveryIn(row.source)?.sheet;
      if (sheet !== undefined) bySheet.set(sheet, row);
    },
    judge: (one) => progressOutcome(one, last, bySheet.get(sheetKept(one.delivery.sheet))),
  };
}

function progressOutcome(
  { row, delivery, isDated }: Received<ProgressRow>,
  last: ProgressRow | null,
  same: ProgressRow | undefined,
): Judged<ProgressRow> {
  if (last === null) return { outcome: 'new', before: null };
  const says = (one: ProgressRow) =>
    one.status === row.status &&
    one.due === row.due &&
    bare(one.note) === bare(row.note) &&
    (!isDated || one.date === row.date);
  const round = deliveryIn(last.source)?.period ?? delivery.period;
  if (says(last) && round === delivery.period) return { outcome: 'unchanged', before: last };
  if (same !== undefined && same !== last && says(same)) return { outcome: 'older', before: last };
  const isBefore = row.date !== null && last.date !== null && row.date < last.date;
  return { outcome: isBefore ? 'older' : says(last) ? 'new' : 'corrected', before: last };
}
