import type { Day } from './calendar.ts';
import { type Delivery, deliveryIn, deliveryText } from './delivery.ts';
import { grouped } from './grouped.ts';
import type { DeadlineItem } from './overdue.ts';
import type { ProgressRow } from './progress.ts';
import { hasValue, type Result } from './result.ts';
import type { Recipient, Round, RoundSheet } from './round.ts';

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
  const known = grouped(deliveriesOf(round, held), ({ recipient }) => recipientKey(recipient));
  const refused = new Set(
    held.refused.map(({ recipient, item }) => `${recipientKey(recipient)}\n${item}`),
  );
  const answered = new Set(
    held.results
      .filter(({ period }) => period.text === round.period.text)
      .filter((row) => hasValue(row) || row.isAnswered)
      .map(({ indicator, area }) => `${indicator}\n${area}`),
  );
  return round.sheets.flatMap((sheet) => {
    const { recipient } = sheet;
    if (recipient === null) return [];
    const own = known.get(recipientKey(recipient)) ?? [];
    const days = own.map(({ day }) => day).sort();
    const received = days[0] ?? null;
    const isLate = received !== null && due !== null && received > due;
    const area = recipient.kind === 'area' ? recipient.code : round.home;
    const missing = sheet.figures.filter(({ address }) => !answered.has(`${address}\n${area}`));
    const silent = sheet.items.filter((item) => isDueBy(item, round) && !isSpokenOf(item, round));
    const isRefused = sheet.items.some(({ id }) =>
      refused.has(`${recipientKey(recipient)}\n${id}`),
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

function recipientKey(recipient: Recipient | null): string {
  return recipient === null ? '' : `${recipient.kind} ${recipient.code}`;
}
