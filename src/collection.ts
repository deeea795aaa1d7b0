import type { Day } from './calendar.ts';
import { isRecurring } from './deadline.ts';
import { type Delivery, deliveryIn, deliveryText, isSheet } from './delivery.ts';
import { exact, toFraction } from './exact.ts';
import type { Place } from './finding.ts';
import { observedText } from './observation.ts';
import type { DeadlineItem } from './overdue.ts';
import type { Plan } from './plan.ts';
import { agreement, figureOf } from './precision.ts';
import { isOwedByEach, knownRows, type ProgressRow } from './progress.ts';
import { hasValue, isCorrection, type Result, type ResultValue } from './result.ts';
import type { Recipient, Round, RoundSheet } from './round.ts';

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
  return mergeInto(held, received, keyOfResult, (one, before) => resultOutcome(one, before));
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
  return mergeInto(held, received, keyOf, progressOutcome);
}

type Judged<Row> = Pick<Merged<Row>, 'outcome' | 'before'>;

function mergeInto<Row>(
  held: readonly Row[],
  received: readonly Received<Row>[],
  keyOf: (row: Row) => string,
  judge: (one: Received<Row>, before: readonly Row[]) => Judged<Row>,
): Merged<Row>[] {
  const byKey = new Map<string, Row[]>();
  const add = (row: Row) => {
    const known = byKey.get(keyOf(row));
    if (known) known.push(row);
    else byKey.set(keyOf(row), [row]);
  };
  for (const row of held) add(row);
  return received.map((one) => {
    const merged = { ...one, ...judge(one, byKey.get(keyOf(one.row)) ?? []) };
    if (isTaken(merged)) add(one.row);
    return merged;
  });
}

function keyOfResult({ indicator, area, period }: Result): string {
  return [indicator, area, period.text].join('\n');
}

function resultOutcome(
  { row, delivery }: Received<Result>,
  held: readonly Result[],
): Judged<Result> {
  const own = held.filter(({ source }) => bare(source) === bare(row.source));
  const last = lastOf(own);
  const same = own.findLast(({ note }) => isSheet(deliveryIn(note), delivery.sheet)) ?? null;
  const isHeld = (one: Result | null) => one !== null && saidBy(one) === saidBy(row);
  if (isHeld(last)) return { outcome: 'unchanged', before: last };
  if (isHeld(same) || (last !== null && !isCorrection(row, last)))
    return { outcome: 'older', before: last };
  if (row.isAnswered) return { outcome: 'none', before: lastOf(held.filter(hasValue)) };
  if (last !== null) return { outcome: 'corrected', before: last };
  const rival = lastOf(held.filter((one) => isRival(one, row)));
  return rival === null ? { outcome: 'new', before: null } : { outcome: 'rival', before: rival };
}

/** The text without the apostrophe by which a table keeps a spreadsheet from taking it for a formula. */
export function bare(text: string): string {
  return text.normalize('NFC').trim().replace(/^'/, '');
}

/** Of rows of one source the one that counts. */
function lastOf(rows: readonly Result[]): Result | null {
  return rows.reduce<Result | null>(
    (last, row) => (last === null || isCorrection(row, last) ? row : last),
    null,
  );
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

function isRival(held: Result, row: Result): boolean {
  if (!hasValue(held) || !hasValue(row)) return false;
  const [a, b] = [figureOf(held), figureOf(row)];
  if (a === null || b === null) return observedText(held.value) !== observedText(row.value);
  return agreement(a, b, exact(0)) === 'different';
}

/** Later than every day. */
const ALWAYS: Day = '9999-12-31';

function progressOutcome(
  { row, delivery, isDated }: Received<ProgressRow>,
  held: readonly ProgressRow[],
): Judged<ProgressRow> {
  const last = knownRows(held, ALWAYS).at(-1) ?? null;
  if (last === null) return { outcome: 'new', before: null };
  const says = (one: ProgressRow) =>
    one.status === row.status &&
    one.due === row.due &&
    bare(one.note) === bare(row.note) &&
    (!isDated || one.date === row.date);
  const round = deliveryIn(last.source)?.period ?? delivery.period;
  if (says(last) && round === delivery.period) return { outcome: 'unchanged', before: last };
  const isOwn = (one: ProgressRow) => isSheet(deliveryIn(one.source), delivery.sheet);
  const same = held.findLast(isOwn);
  if (same !== undefined && same !== last && says(same)) return { outcome: 'older', before: last };
  const isBefore = row.date !== null && last.date !== null && row.date < last.date;
  return { outcome: isBefore ? 'older' : says(last) ? 'new' : 'corrected', before: last };
}

/**
 * Whose sheet it is, where it does not say so itself: the one recipient whose code stands in the
 * file's name, else the one agency that leads everything in it; `null` where that is not one.
 */
export function senderOf(
  round: Round,
  sheet: string,
  addresses: readonly string[],
): Recipient | null {
  const recipients = round.sheets.flatMap(({ recipient }) => recipient ?? []);
  const words = ` ${sheet.toLowerCase().replace(/[^a-z0-9-]+/g, ' ')} `;
  const named = recipients.filter(({ code }) => words.includes(` ${code} `));
  if (named.length > 0) return named.length === 1 ? named[0]! : null;
  const leading = round.sheets.filter(({ recipient, figures, items }) => {
    const asked = new Set([...figures.map(({ address }) => address), ...items.map(({ id }) => id)]);
    return recipient?.kind === 'lead' && addresses.every((address) => asked.has(address));
  });
  return leading.length === 1 ? leading[0]!.recipient : null;
}

/** The note of a result that came in with a sheet: what the sheet says, and which sheet. */
export function withDelivery(text: string, delivery: Delivery): string {
  return text === '' ? deliveryText(delivery) : `${text} ${deliveryText(delivery)}`;
}

/** Whether a recipient has sent its sheet. */
export type Sending = 'sent' | 'late' | 'with-gaps' | 'not-sent';

/** What is known of one recipient's sheet after a collection. */
export interface Standing {
  sheet: RoundSheet & { recipient: Recipient };
  sending: Sending;
  /** The first day on which a sheet of it was received; `null` where none was. */
  received: Day | null;
  isLate: boolean;
  /** The names of its sheets, in the order in which they came in. */
  sheets: readonly string[];
  /** The asked figures that nothing is known of for the period, not even that there is none. */
  missing: RoundSheet['figures'];
  /** The tasks and duties that have fallen due by the period's end, are open, and of which the round has no word. */
  silent: RoundSheet['items'];
  /** Is a figure missing, or are some of its tasks and duties left out and others not? */
  hasGaps: boolean;
}

/** What a collection holds when it is done. */
export interface Held {
  results: readonly Result[];
  progress: readonly ProgressRow[];
  /** The sheets of this collection, those without a row that could be taken included. */
  deliveries: readonly Delivery[];
  /** The tasks and duties of which something was said that was refused, each with who said it. */
  refused: readonly { recipient: Recipient | null; item: string }[];
}

/**
 * Who has sent a sheet for the round, now or in an earlier collection, and who has not. A sheet is
 * late that was received after the round's due day.
 */
export function standingsOf(round: Round, held: Held, due: Day | null): Standing[] {
  const known = deliveriesOf(round, held);
  const answered = new Set(
    held.results
      .filter(({ period }) => period.text === round.period.text)
      .filter((row) => hasValue(row) || row.isAnswered)
      .map(({ indicator, area }) => `${indicator}\n${area}`),
  );
  return round.sheets.flatMap((sheet) => {
    const { recipient } = sheet;
    if (recipient === null) return [];
    const own = known.filter((one) => isOf(one, recipient));
    const days = own.map(({ day }) => day).sort();
    const received = days[0] ?? null;
    const isLate = received !== null && due !== null && received > due;
    const area = recipient.kind === 'area' ? recipient.code : round.home;
    const missing = sheet.figures.filter(({ address }) => !answered.has(`${address}\n${area}`));
    const silent = sheet.items.filter((item) => isDueBy(item, round) && !isSpokenOf(item, round));
    const isRefused = held.refused.some(
      (one) =>
        one.recipient?.kind === recipient.kind &&
        one.recipient.code === recipient.code &&
        sheet.items.some(({ id }) => id === one.item),
    );
    const says = isRefused || saysOfTasks(sheet, round);
    const isHalf = silent.length > 0 && (sheet.figures.length === 0 || says);
    const hasGaps = missing.length > 0 || isHalf;
    const answer: Sending = hasGaps ? 'with-gaps' : 'sent';
    const sending: Sending = received === null ? 'not-sent' : isLate ? 'late' : answer;
    const sheets = [...new Set(own.map((one) => one.sheet))];
    const told = { sheet: { ...sheet, recipient }, sending, received, isLate, sheets };
    return [{ ...told, missing, silent, hasGaps }];
  });
}

/** Has it fallen due by the period's end? */
export function isDueBy({ due }: DeadlineItem, { period }: Round): boolean {
  return due !== null && due <= period.end;
}

/** A table of figures alone says nothing of tasks: it is no sheet that was left half filled in. */
function saysOfTasks({ items }: RoundSheet, { period }: Round): boolean {
  return items.some(({ reported }) => deliveryIn(reported?.source ?? '')?.period === period.text);
}

/** Does its last word come from the round, or is it of a day at or after the period's end? */
function isSpokenOf({ reported }: DeadlineItem, { period }: Round): boolean {
  if (reported === null) return false;
  if (deliveryIn(reported.source)?.period === period.text) return true;
  return reported.status === 'done' || (reported.date !== null && reported.date >= period.end);
}

function deliveriesOf({ period }: Round, { results, progress, deliveries }: Held): Delivery[] {
  const written = [...results.map(({ note }) => note), ...progress.map(({ source }) => source)];
  return [...written.flatMap((text) => deliveryIn(text) ?? []), ...deliveries].filter(
    (one) => one.period === period.text,
  );
}

function isOf({ recipient }: Delivery, { kind, code }: Recipient): boolean {
  return recipient?.kind === kind && recipient.code === code;
}
