import { EXIT, type ExitCode } from '../exit.ts';
import type { DescribedRule } from '../formats/findings/context.ts';
import pages from '../rules/compiled/pages.js';
import { isRule, RULE_IDS, RULES, type RuleId } from '../rules/index.ts';
import { suggest } from '../suggest.ts';
import { ruleHelp, ruleList, ruleText, type ShownRule } from '../views/explain/rule-page.ts';
import { speak } from '../words/index.ts';
import { type Session, usageError, write } from './session.ts';
import type { Look } from './settings.ts';

/** A rule with its page and level. */
function shownRule(id: RuleId): ShownRule {
  return { id, level: RULES[id].level, page: pages[id] };
}

/** Every rule in English, as programs take them. */
export async function describedRules(): Promise<DescribedRule[]> {
  const english = await speak('en', 'rulePage');
  return RULE_IDS.map((id) => ({ id, level: RULES[id].level, ...ruleHelp(pages[id], english) }));
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
  const holding = RULE_IDS.filter((id) => id.includes(name.toLowerCase()));
  return suggest(name, RULE_IDS) ?? (holding.length === 1 ? holding[0]! : null);
}

/** Prints every rule with its level and title. */
export async function listRules(session: Session, look: Look): Promise<ExitCode> {
  await write(
    session.stdout,
    ruleList(RULE_IDS.map(shownRule), { ...look, speech: await speak(look.lang, 'rulePage') }),
  );
  return EXIT.ok;
}
