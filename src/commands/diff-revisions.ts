import { asksLess, CHANGE_KINDS, type ChangeKind } from '../change.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { renderCsv } from '../formats/csv.ts';
import { renderMarkdown } from '../formats/markdown.ts';
import { renderTable } from '../formats/text-table.ts';
import type { Plan } from '../plan.ts';
import { compareRevisions, type Revision } from '../revision.ts';
import { type RevisionView, revisionGrid } from '../views/diff/revision.ts';
import { revisionJson } from '../views/diff/revision-json.ts';
import type { DiffOptions } from './diff-options.ts';
import { deliver, type TableFormat, type Wanted } from './output.ts';
import { type Session, usageError } from './session.ts';
import { checkChoices, type Look } from './settings.ts';

/** What `diff` was asked for, once it is known that both files are the same plan. */
export interface Asking {
  options: DiffOptions;
  outputs: readonly Wanted<TableFormat>[];
  look: Look;
}

const FAIL_ON = ['diff', 'looser', ...CHANGE_KINDS] as const;

/** `dti-eval diff` on two states of one plan: what changed, by kind. */
export async function diffRevisions(
  session: Session,
  [before, after]: readonly [Plan, Plan],
  { options, outputs, look }: Asking,
): Promise<ExitCode> {
  checkForRevisions(options, after);
  const kinds = checkChoices('--kind', options.kind ?? [], CHANGE_KINDS);
  const failOn = checkChoices('--fail-on', options.failOn ?? [], FAIL_ON);
  const revision = compareRevisions(before, after);
  const view = { lang: look.lang, kinds };
  for (const output of outputs)
    await deliver(session, output, RENDER[output.format](revision, view, look, options));
  return failOn.some((what) => fails(revision, what)) ? EXIT.findings : EXIT.ok;
}

/** Options that would be read and then change nothing are refused. */
function checkForRevisions(options: DiffOptions, { id }: Plan): void {
  const given = Object.entries(ONLY_FOR_PLANS).find(
    ([key]) => options[key as keyof DiffOptions] !== undefined,
  );
  if (given) throw usageError('option-for-plans', { option: given[1], id });
}

const ONLY_FOR_PLANS = {
  against: '--against',
  year: '--year',
  measure: '--measure',
  group: '--group',
  rows: '--rows',
  changedOnly: '--changed-only',
  similar: '--similar',
} as const satisfies Partial<Record<keyof DiffOptions, string>>;

function fails({ changes }: Revision, what: 'diff' | 'looser' | ChangeKind): boolean {
  if (what === 'diff') return changes.length > 0;
  return what === 'looser' ? changes.some(asksLess) : changes.some(({ kind }) => kind === what);
}

type Render = (revision: Revision, view: RevisionView, look: Look, options: DiffOptions) => string;

const RENDER: Record<TableFormat, Render> = {
  table: (revision, view, { width, color }) =>
    renderTable(revisionGrid(revision, view), { width, color }),
  markdown: (revision, view) => renderMarkdown(revisionGrid(revision, view)),
  csv: (revision, view, _look, { bom }) =>
    renderCsv(revisionGrid(revision, view), { bom: bom === true }),
  json: (revision, { kinds }) => `${JSON.stringify(revisionJson(revision, kinds), null, 2)}\n`,
};
