import type { AreaCatalogue } from '../../area.ts';
import type { Day } from '../../calendar.ts';
import type { Standing } from '../../collection.ts';
import type { Finding } from '../../finding.ts';
import type { ProgressRow } from '../../progress.ts';
import { type Merged, OUTCOMES, type Outcome } from '../../received.ts';
import type { Result } from '../../result.ts';
import type { Recipient, Round } from '../../round.ts';
import type { Speech } from '../../words/index.ts';

/** What a collection did, or would do. */
export interface Collected {
  round: Round;
  /** The day by which the sheets were to be in; `null` where none is known. */
  due: Day | null;
  areas: AreaCatalogue;
  standings: readonly Standing[];
  /** The sheets that were read, and whose they are. */
  sheets: readonly {
    file: string;
    recipient: Recipient | null;
    findings: readonly Finding[];
    isRefused: boolean;
  }[];
  results: readonly Merged<Result>[];
  progress: readonly Merged<ProgressRow>[];
  /** The tables with the rows that were added. */
  files: readonly { file: string; rows: readonly string[] }[];
  isDryRun: boolean;
}

export type CollectSpeech = Speech<'collect' | 'sheet' | 'messages' | 'overdue' | 'status'>;

/** What is wrong in the sheets: cells that were refused, or those that leave doubts. */
export function foundIn({ sheets }: Collected, level: 'refused' | 'doubted'): Finding[] {
  const findings = sheets.flatMap((sheet) => sheet.findings);
  return findings.filter((found) => (found.level === 'error') === (level === 'refused'));
}

/**
 * How many rows had each outcome, how many sheets there were, of how many no row could be taken, and
 * how many cells were refused, such sheets among them.
 */
export function countsOf(
  told: Collected,
): Record<Outcome, number> & { sheets: number; unread: number; refused: number } {
  const outcomes = [...told.results, ...told.progress].map(({ outcome }) => outcome);
  const count = (wanted: Outcome) => outcomes.filter((one) => one === wanted).length;
  const counts = Object.fromEntries(OUTCOMES.map((one) => [one, count(one)]));
  return {
    ...(counts as Record<Outcome, number>),
    sheets: told.sheets.length,
    unread: told.sheets.filter(({ isRefused }) => isRefused).length,
    refused: foundIn(told, 'refused').length,
  };
}
