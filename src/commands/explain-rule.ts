import { EXIT, type ExitCode } from '../exit.ts';
import { RULE_LEVELS, type RuleId } from '../finding.ts';
import { RULES } from '../rules/index.ts';
import { suggest } from '../suggest.ts';
import { ruleList, ruleText, type ShownRule } from '../views/explain/rule-page.ts';
import { speak } from '../words/index.ts';
import { type Session, usageError, write } from './session.ts';
import type { Look } from './settings.ts';

/** Is there a rule of this name? */
export function isRule(name: string): name is RuleId {
  return Object.hasOwn(RULES, name);
}

/** A rule with its page and level. */
export function shownRule(id: RuleId): ShownRule {
  return { id, level: RULE_LEVELS[id], page: RULES[id].page };
}

/** Every rule with its page and level. */
export function shownRules(): ShownRule[] {
  return (Object.keys(RULES) as RuleId[]).map(shownRule);
}

/**
 * Prints a rule's page.
 * @throws UsageError where there is no such rule, with the one most probably meant
 */
export async function explainRule(session: Session, name: string, look: Look): Promise<ExitCode> {
  if (!isRule(name))
    throw usageError('unknown-rule', {
      found: name,
      suggestion: nearestRule(name),
    });
  await write(
    session.stdout,
    ruleText(shownRule(name), { ...look, speech: await speak(look.lang, 'rulePage') }),
  );
  return EXIT.ok;
}

/** The id most probably meant: a misspelt one, or the only one that holds the words. */
function nearestRule(name: string): string | null {
  const ids = Object.keys(RULES);
  const holding = ids.filter((id) => id.includes(name.toLowerCase()));
  return suggest(name, ids) ?? (holding.length === 1 ? holding[0]! : null);
}

/** Prints every rule with its level and title. */
export async function listRules(session: Session, look: Look): Promise<ExitCode> {
  await write(
    session.stdout,
    ruleList(shownRules(), { ...look, speech: await speak(look.lang, 'rulePage') }),
  );
  return EXIT.ok;
}
