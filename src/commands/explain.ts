import type { ExplainOptions } from '../cli/flags/explain.ts';
import type { ExitCode } from '../exit.ts';
import { type Session, usageError } from './session.ts';
import { lookOf } from './settings.ts';

/** Options that mean something for an item of a plan only. */
const OF_ITEMS = {
  asOf: '--as-of',
  year: '--year',
  pace: '--pace',
  area: '--area',
  results: '--results',
  progress: '--progress',
  catalogue: '--catalogue',
  decimal: '--decimal',
  delimiter: '--delimiter',
  encoding: '--encoding',
} as const satisfies Partial<Record<keyof ExplainOptions, string>>;

/** `dti-eval explain`: the page of a rule, the list of all, or an item of a plan. */
export async function explain(
  session: Session,
  subject: string | undefined,
  item: string | undefined,
  options: ExplainOptions,
): Promise<ExitCode> {
  if (subject !== undefined && item !== undefined) {
    const { explainItem } = await import('./explain-item.ts');
    return explainItem(session, subject, item, options);
  }
  if (subject !== undefined && /\.ya?ml$|^-$/.test(subject))
    throw usageError('item-needed', { plan: subject });
  refuseItemOptions(options);
  const look = lookOf(options, session);
  const { explainRule, listRules } = await import('./explain-rule.ts');
  return subject === undefined
    ? listRules(session, options, look)
    : explainRule(session, subject, options, look);
}

/** An option that would change nothing is refused, not ignored. */
function refuseItemOptions(options: ExplainOptions): void {
  for (const [key, option] of Object.entries(OF_ITEMS))
    if (options[key as keyof typeof OF_ITEMS] !== undefined)
      throw usageError('option-of-items', { option });
}
