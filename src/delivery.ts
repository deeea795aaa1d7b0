import type { Day } from './calendar.ts';
import type { Recipient } from './round.ts';

/** The version of the sheets' form. */
export const SHEET_FORM = 'sheet/1';

/** What a sheet says of itself: which form it is, of which plan and period, and who fills it in. */
export interface SheetIdentity {
  plan: string;
  /** Canonical, `2024-Q3`. */
  period: string;
  recipient: Recipient | null;
}

/** The identity as a sheet's own column has it: `sheet/1 danang-2024 2024-Q3 lead so-y-te`. */
export function identityText({ plan, period, recipient }: SheetIdentity): string {
  const whose = recipient === null ? 'all' : `${recipient.kind} ${recipient.code}`;
  return `${SHEET_FORM} ${plan} ${period} ${whose}`;
}

const IDENTITY = /^(sheet\/\d+) (\S+) (\S+) (?:all|(lead|area) (\S+))$/;

/** Reads {@link identityText}; `other-form` is a sheet of a version that is not known here. */
export function identityIn(text: string): SheetIdentity | 'other-form' | null {
  const [, form, plan, period, kind, code] = IDENTITY.exec(text.trim()) ?? [];
  if (form === undefined) return null;
  if (form !== SHEET_FORM) return 'other-form';
  const recipient = code === undefined ? null : { kind: kind as Recipient['kind'], code };
  return { plan: plan!, period: period!, recipient };
}

/** A sheet that came in; every row taken from it names it. */
export interface Delivery {
  period: string;
  /** `null` where the sheet does not say whose it is. */
  recipient: Recipient | null;
  /** The day it was received. */
  day: Day;
  /** The sheet's file, without its folder. */
  sheet: string;
}

/** The delivery as rows name it: `[2024-Q3 so-y-te 2024-10-05: phieu.xlsx]`. */
export function deliveryText({ period, recipient, day, sheet }: Delivery): string {
  return `[${period} ${recipientText(recipient)} ${day}: ${sheetKept(sheet)}]`;
}

/** A sheet's file name as {@link deliveryText} keeps it: without the brackets that it is to stand in. */
export function sheetKept(sheet: string): string {
  return sheet.replaceAll('[', '(').replaceAll(']', ')');
}

function recipientText(recipient: Recipient | null): string {
  if (recipient === null) return '-';
  return recipient.kind === 'area' ? `area:${recipient.code}` : recipient.code;
}

const DELIVERY = /\[([^\s[]+) (?:-|(area:)?([^\s[]+)) (\d{4}-\d\d-\d\d): ([^[\]]+)\]$/;

/** The delivery that a row's text names at its end; `null` for a row that came otherwise. */
export function deliveryIn(text: string): Delivery | null {
  const [, period, area, code, day, sheet] = DELIVERY.exec(text.trim()) ?? [];
  if (period === undefined) return null;
  const kind = area === undefined ? 'lead' : 'area';
  return {
    period,
    recipient: code === undefined ? null : { kind, code },
    day: day!,
    sheet: sheet!,
  };
}
