import { asksLess, CHANGE_KINDS, type Change, type ChangeKind } from '../change.ts';
import type { DiffOptions } from '../cli/flags/diff.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { addresses, type Plan } from '../plan.ts';
import { compareRevisions } from '../revision.ts';
import { revisionView } from '../views/diff/index.ts';
import { speak } from '../words/index.ts';
import { checkChoices } from './choices.ts';
import { deliverView, type Run } from './run.ts';
import { usageError } from './session.ts';

/** What `diff` was asked for, once it is known that both files are the same plan. */
export interface Asking {
  options: DiffOptions;
  run: Run;
}

const FAIL_ON = ['diff', 'looser', ...CHANGE_KINDS] as const;

/** `dti-eval diff` on two states of one plan: what changed, by kind. */
export async function diffRevisions(
  [before, after]: readonly [Plan, Plan],
  { options, run }: Asking,
): Promise<ExitCode> {
  checkForRevisions(options, after);
  const kinds = checkChoices('--kind', options.kind ?? [], CHANGE_KINDS);
  const failOn = checkChoices('--fail-on', options.failOn ?? [], FAIL_ON);
  const accepted = checkChoices('--accept', options.accept ?? [], namesIn([before, after]));
  const revision = compareRevisions(before, after);
  const speech = await speak(run.look.lang, 'revision');
  await deliverView(run, revisionView(revision, { speech, kinds }), 1);
  const isAccepted = ({ id }: Change) =>
    accepted.includes(id) || accepted.includes(id.split('/')[0]!);
  const decisive = revision.changes.filter((change) => !isAccepted(change));
  return failOn.some((what) => fails(decisive, what)) ? EXIT.findings : EXIT.ok;
}

/** What a change may be accepted under: ids of indicators, parts, tasks and duties. */
function namesIn(plans: readonly Plan[]): string[] {
  return plans.flatMap((plan) => [
    ...addresses(plan).map(({ address }) => address),
    ...plan.indicators.map(({ id }) => id),
    ...[...plan.tasks, ...plan.reports].map(({ id }) => id),
  ]);
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

function fails(changes: readonly Change[], what: 'diff' | 'looser' | ChangeKind): boolean {
  if (what === 'diff') return changes.length > 0;
  return what === 'looser' ? changes.some(asksLess) : changes.some(({ kind }) => kind === what);
}
