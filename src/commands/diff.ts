import { CHANGE_KINDS } from '../change.ts';
import type { DiffOptions } from '../cli/flags/diff.ts';
import { type Diff, diffPlans, endedPlans } from '../diff.ts';
import { chosenRows, hasRelation } from '../diff-view.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { grouped } from '../grouped.ts';
import type { Plan } from '../plan.ts';
import type { DiffView } from '../views/diff/cells.ts';
import { diffView } from '../views/diff/index.ts';
import { type Speech, speak } from '../words/index.ts';
import { checkChoices } from './choices.ts';
import { type Compared, readCompared } from './diff-plans.ts';
import { diffRevisions } from './diff-revisions.ts';
import { sayDataFindings, sayPlanErrors } from './remarks.ts';
import { beginRun, deliverView } from './run.ts';
import { type Session, usageError } from './session.ts';

const FAIL_ON = ['diff', 'looser'] as const;

/** `dti-eval diff`: targets across plans, or what changed between two states of one. */
export async function diff(
  session: Session,
  names: readonly string[],
  options: DiffOptions,
): Promise<ExitCode> {
  const run = beginRun(session, options, 'diff');
  const { look } = run;
  const compared = await readCompared(session, names, options);
  if ('broken' in compared) return sayPlanErrors(session, compared.broken, look);
  const { plans } = compared;
  if (plans.length < 2) throw usageError('diff-needs-two', {});
  const [before, after] = plans;
  if (plans.length === 2 && before!.id === after!.id)
    return diffRevisions([before!, after!], { options, run });
  checkDistinct(plans);
  checkForPlans(options);
  const failOn = checkChoices('--fail-on', options.failOn ?? [], FAIL_ON);
  const made = compare(compared, options);
  const speech = await speak(look.lang, 'diff');
  const ended = endedPlans(made, compared.areas);
  const view = { ...viewOf(compared, options, speech), ended };
  const rows = chosenRows(made, view);
  const accepted = checkChoices(
    '--accept',
    options.accept ?? [],
    rows.map(({ measure }) => measure),
  );
  await sayDataFindings(session, compared.catalogues, look);
  await deliverView(run, diffView(made, view), plans.length);
  return failOn.some((what) => hasRelation(made, rows, what, accepted)) ? EXIT.findings : EXIT.ok;
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
  for (const [id, own] of grouped(plans, (plan) => plan.id))
    if (own.length > 1)
      throw usageError('plan-id-repeated', { id, files: own.map(({ file }) => file) });
}

function checkForPlans({ kind, failOn }: DiffOptions): void {
  if (kind !== undefined) throw usageError('option-for-revisions', { option: '--kind' });
  const choice = failOn?.find((what) => CHANGE_KINDS.some((known) => known === what));
  if (choice !== undefined)
    throw usageError('choice-for-revisions', { option: '--fail-on', choice });
}

function viewOf(
  { against }: Compared,
  options: DiffOptions,
  speech: Speech<'diff'>,
): Omit<DiffView, 'ended'> {
  const isAligned = against !== null;
  return {
    speech,
    isAligned,
    measure: options.measure ?? [],
    group: options.group ?? [],
    similar: options.similar ?? isAligned,
    changedOnly: options.changedOnly === true,
  };
}
