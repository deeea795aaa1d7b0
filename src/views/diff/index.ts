import type { Diff } from '../../diff.ts';
import type { View } from '../../formats/view.ts';
import type { Revision } from '../../revision.ts';
import type { DiffView } from './cells.ts';
import { diffJson } from './json.ts';
import { diffList } from './records.ts';
import { type RevisionView, revisionTable } from './revision.ts';
import { revisionJson } from './revision-json.ts';
import { fittingTable } from './table.ts';

/** `dti-eval diff` across plans: targets side by side. */
export function diffView(diff: Diff, view: DiffView): View {
  return {
    document: ({ width }) => [fittingTable(diff, view, width)],
    page: async () => {
      const { diffPage } = await import('./page.ts');
      return diffPage(diff, view);
    },
    records: () => diffList(diff, view),
    json: () => diffJson(diff, view),
  };
}

/** `dti-eval diff` on two states of a plan: what changed. */
export function revisionView(revision: Revision, view: RevisionView): View {
  return {
    document: () => [revisionTable(revision, view)],
    records: () => revisionTable(revision, view),
    json: () => revisionJson(revision, view.kinds),
  };
}
