/** Messages about filled sheets of a round. */
export interface RoundArgs {
  /** Of another version of the form. */
  'sheet-other-form': { form: string };
  'sheet-other-plan': { found: string; plan: string };
  /** The sheet, or a row of it, speaks of another period than is collected. */
  'sheet-other-period': { found: string; period: string };
  'sheet-several': { found: readonly string[] };
  /** Nothing says whose sheet it is. */
  'sheet-of-nobody': Record<never, never>;
  /** No row names anything that the plan knows. */
  'sheet-of-help': Record<never, never>;
  'sheet-without-codes': Record<never, never>;
  'sheet-note-alone': { found: string };
  'sheet-broken': { problem: 'missing' | 'unreadable' };
  /** The table that collected rows go into cannot be written to as it is. */
  'table-not-utf8': { file: string };
  'table-without-columns': { file: string; missing: readonly string[] };
  'table-not-csv': { file: string };
  /** Rows at its end would not be read. */
  'table-not-appendable': { file: string };
  'table-changed': { file: string };
  'table-locked': { file: string; lock: string; by: string };
}
