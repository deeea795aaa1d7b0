import { CHANGE_KINDS } from '../change.ts';
import { type Diff, diffPlans } from '../diff.ts';
import { chosenRows, hasRelation } from '../diff-view.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { renderCsv } from '../formats/csv.ts';
import { renderMarkdown } from '../formats/markdown.ts';
import type { Plan } from '../plan.ts';
import type { DiffView } from '../views/diff/cells.ts';
import { diffJson } from '../views/diff/json.ts';
import { diffList } from '../views/diff/records.ts';
import { diffGrid, renderDiff } from '../views/diff/table.ts';
import type { DiffOptions } from './diff-options.ts';
import { type Compared, readCompared } from './diff-plans.ts';
import { diffRevisions } from './diff-revisions.ts';
import { deliver, TABLE_FORMATS, type TableFormat, wantedOutputs } from './output.ts';
import { sayPlanErrors } from './remarks.ts';
import { type Session, usageError } from './session.ts';
import { checkChoices, type Look, lookOf } from './settings.ts';

const FAIL_ON = ['diff', 'looser'] as const;

/** `dti-eval diff`: targets across plans, or what changed between two states of one. */
export async function diff(
  session: Session,
  names: readonly string[],
  options: DiffOptions,
): Promise<ExitCode> {
  const look = lookOf(options, session);
  const outputs = wantedOutputs(options.format, options.output, TABLE_FORMATS, 'table');
  const compared = await readCompared(session, names, options);
  if ('broken' in compared) return sayPlanErrors(session, compared.broken, look);
  const { plans } = compared;
  if (plans.length < 2) throw usageError('diff-needs-two', {});
  const [before, after] = plans;
  if (plans.length === 2 && before!.id === after!.id)
    return diffRevisions(session, [before!, after!], { options, outputs, look });
  checkDistinct(plans);
  checkForPlans(options);
  const failOn = checkChoices('--fail-on', options.failOn ?? [], FAIL_ON);
  const made = compare(compared, options);
  const view = viewOf(compared, options, look);
  for (const output of outputs)
    await deliver(session, output, RENDER[output.format](made, view, look, options));
  const rows = chosenRows(made, view);
  return failOn.some((what) => hasRelation(made, rows, what)) ? EXIT.findings : EXIT.ok;
}

function compare({ plans, against, measures }: Compared, options: DiffOptions): Diff {
  const known = plans.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => [indicator, ...indicator.parts]),
  );
  const codes = known.map(({ measure }) => measure).filter((code) => code !== null);
  checkChoices('--measure', options.measure ?? [], codes);
  checkChoices(
    '--group',
    options.group ?? [],
    plans.flatMap((plan) => [...plan.groups.keys()]),
  );
  checkYears(
    options.year ?? [],
    known.flatMap(({ targets }) => [...targets.keys()]),
  );
  return diffPlans(plans, measures, {
    against: against?.id,
    years: options.year === undefined ? undefined : [...new Set(options.year)].sort(),
    rows: options.rows ?? (against === null ? 'all' : 'reference'),
  });
}

/** A year for which no plan says anything would show an empty table: refused instead. */
function checkYears(asked: readonly number[], known: readonly number[]): void {
  const valid = [...new Set(known)].sort();
  if (asked.length > 0 && !asked.some((year) => valid.includes(year)))
    throw usageError('no-such-rows', { years: asked, valid });
}

/** Three plans of which two are the same could be neither compared by plan nor by state. */
function checkDistinct(plans: readonly Plan[]): void {
  for (const { id } of plans) {
    const files = plans.filter((plan) => plan.id === id).map(({ file }) => file);
    if (files.length > 1) throw usageError('plan-id-repeated', { id, files });
  }
}

function checkForPlans({ kind, failOn }: DiffOptions): void {
  if (kind !== undefined) throw usageError('option-for-revisions', { option: '--kind' });
  const choice = failOn?.find((what) => CHANGE_KINDS.some((known) => known === what));
  if (choice !== undefined)
    throw usageError('choice-for-revisions', { option: '--fail-on', choice });
}

function viewOf({ against }: Compared, options: DiffOptions, look: Look): DiffView {
  const isAligned = against !== null;
  return {
    lang: look.lang,
    isAligned,
    measure: options.measure ?? [],
    group: options.group ?? [],
    similar: options.similar ?? isAligned,
    changedOnly: options.changedOnly === true,
  };
}

type Render = (made: Diff, view: DiffView, look: Look, options: DiffOptions) => string;

const RENDER: Record<TableFormat, Render> = {
  table: (made, view, { width, color }) => renderDiff(made, view, { width, color }),
  markdown: (made, view) => renderMarkdown(diffGrid(made, view)),
  csv: (made, view, _look, { bom }) => renderCsv(diffList(made, view), { bom: bom === true }),
  json: (made, view) => `${JSON.stringify(diffJson(made, view), null, 2)}\n`,
};
