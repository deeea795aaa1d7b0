import { asksLess, CHANGE_KINDS, type ChangeKind } from '../change.ts';
import type { DiffOptions } from '../cli/flags/diff.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Plan } from '../plan.ts';
import { compareRevisions, type Revision } from '../revision.ts';
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
  const revision = compareRevisions(before, after);
  const speech = await speak(run.look.lang, 'revision');
  await deliverView(run, revisionView(revision, { speech, kinds }));
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
