import { oneLine } from '../../formats/printable.ts';
import type { PlanReport } from '../../report.ts';
import type { ReportContext } from './view.ts';

/** So many documents are named, and so many on one page. */
const MOST_NAMED = 6;
const MOST_ON_PAGE = 1;

/** The documents that the figures are from. */
export function planSources({ documents }: PlanReport, { view, words }: ReportContext): string {
  const named = documents.slice(0, view.isShort ? MOST_ON_PAGE : MOST_NAMED).map(oneLine);
  return words.chapters.sources(named, documents.length - named.length);
}
