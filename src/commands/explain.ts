import type { ExitCode } from '../exit.ts';
import { explainRule, listRules } from './explain-rule.ts';
import type { Session } from './session.ts';
import { type CommonOptions, lookOf } from './settings.ts';

/** `dti-eval explain`: the page of a rule, or the list of all. */
export async function explain(
  session: Session,
  subject: string | undefined,
  options: CommonOptions,
): Promise<ExitCode> {
  const look = lookOf(options, session);
  return subject === undefined ? listRules(session, look) : explainRule(session, subject, look);
}
