import { oneLine } from '../../formats/printable.ts';
import type { PlanReport } from '../../report.ts';
import type { ReportContext } from './view.ts';

/** So many documents are named. */
const MOST_NAMED = 6;

/** The documents that the figures are from. */
export function planSources({ documents }: PlanReport, { words }: ReportContext): string {
  const named = documents.slice(0, MOST_NAMED).map(oneLine);
  return words.chapters.sources(named, documents.length - named.length);
}
