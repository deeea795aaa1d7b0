import type { Document } from '../../formats/document.ts';
import type { Records, View } from '../../formats/view.ts';
import type { Letter } from '../../letter.ts';
import type { Report } from '../../report.ts';
import { joined } from '../status/index.ts';
import { appendixBlocks, appendixTable } from './appendix.ts';
import { reportBlocks } from './document.ts';
import { reportJson } from './json.ts';
import { type ReportView, reportContext } from './view.ts';

/** `dti-eval report`: a text to read, or the table of results alone; `null` for no official head. */
export function reportView(
  report: Report,
  view: ReportView,
  template: 'appendix' | null,
  letter: Letter | null,
): View {
  return {
    document: (medium) =>
      template === 'appendix'
        ? appendixBlocks(report, view, medium)
        : reportBlocks(report, view, medium),
    ...(template === 'appendix' ? {} : { page: () => page(report, view) }),
    records: () => appendixRecords(report, view),
    json: () => reportJson(report, view),
    ...(letter === null ? {} : { letter }),
  };
}

async function page(report: Report, view: ReportView): Promise<Document> {
  const { reportPage } = await import('./page.ts');
  return reportPage(report, view);
}

function appendixRecords({ plans }: Report, view: ReportView): Records {
  const context = reportContext(view, { width: null });
  return joined(plans.map((plan) => appendixTable(plan, context)));
}
