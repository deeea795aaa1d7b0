import { type Finding, finding } from '../finding.ts';
import { message } from '../message/message.ts';
import type { SourceRow } from './sources/source.ts';

/** What git leaves of two versions of some rows: the marks and the second version are no rows. */
export function conflictIn() {
  let isInside = false;
  let isTheirs = false;
  return {
    isOpening: false,
    takes(first: string): boolean {
      this.isOpening = first.startsWith('<<<<<<<') && /^<{7}(?: |$)/.test(first);
      if (!this.isOpening && !isInside) return false;
      const isMark = this.isOpening || (isInside && /^(?:\|{7}|={7}|>{7})(?: |$)/.test(first));
      if (isMark) {
        isInside = !first.startsWith('>');
        isTheirs = isInside && !this.isOpening;
      }
      return isMark || isTheirs;
    },
  };
}

/** Told of the row that begins such a place. */
export function conflictLeft(row: SourceRow): Finding {
  return finding({ rule: 'csv-syntax', place: row.whole(), message: message('csv-conflict', {}) });
}
