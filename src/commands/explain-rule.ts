import type { ExplainOptions } from '../cli/flags/explain.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { isFormRule } from '../finding.ts';
import type { DescribedRule } from '../formats/findings/context.ts';
import pages from '../rules/compiled/pages.js';
import { isRule, RULE_IDS, RULES, type RuleId } from '../rules/index.ts';
import { suggest } from '../suggest.ts';
import {
  type PageLook,
  ruleHelp,
  ruleList,
  rulesJson,
  rulesMarkdown,
  ruleText,
  type ShownRule,
} from '../views/explain/rule-page.ts';
import { speak } from '../words/index.ts';
import { deliver, filesFirst, refuseLosses, wantedOutputs } from './output.ts';
import { type Session, usageError } from './session.ts';
import type { Look } from './settings.ts';

/** A rule with its page and level. */
function shownRule(id: RuleId): ShownRule {
  return { id, level: RULES[id].level, page: pages[id], isForm: isFormRule(id) };
}

/** Every rule in English, as programs take them. */
export async function describedRules(): Promise<DescribedRule[]> {
  const english = await speak('en', 'rulePage');
  return RULE_IDS.map((id) => ({ id, level: RULES[id].level, ...ruleHelp(pages[id], english) }));
}

/** What pages of rules can be written in. */
const FORMATS = ['table', 'markdown', 'json'] as const;

/** Formats and files as they are asked for. */
type Outputs = Pick<ExplainOptions, 'format' | 'output'>;

/**
 * Prints a rule's page.
 * @throws UsageError where there is no such rule, with the one most probably meant
 */
export async function explainRule(
  session: Session,
  name: string,
  outputs: Outputs,
  look: Look,
): Promise<ExitCode> {
  if (!isRule(name))
    throw usageError('unknown-rule', {
      found: name,
      suggestion: nearestRule(name),
    });
  return deliverRules(session, outputs, look, [name], (rules, page) => ruleText(rules[0]!, page));
}

/** The id most probably meant: a misspelt one, or the only one that holds the words. */
function nearestRule(name: string): string | null {
  const holding = RULE_IDS.filter((id) => id.includes(name.toLowerCase()));
  return suggest(name, RULE_IDS) ?? (holding.length === 1 ? holding[0]! : null);
}

/** Prints every rule with its level and title; in Markdown and JSON with its page too. */
export function listRules(session: Session, outputs: Outputs, look: Look): Promise<ExitCode> {
  return deliverRules(session, outputs, look, RULE_IDS, ruleList);
}

async function deliverRules(
  session: Session,
  { format, output }: Outputs,
  look: Look,
  ids: readonly RuleId[],
  toText: (rules: readonly ShownRule[], look: PageLook) => string,
): Promise<ExitCode> {
  const wanted = wantedOutputs(format, output, FORMATS, 'table');
  refuseLosses(wanted, session);
  const speech = await speak(look.lang, 'rulePage');
  const rules = ids.map(shownRule);
  const textOf = (format: (typeof FORMATS)[number], isFile: boolean) => {
    switch (format) {
      case 'table': {
        const { width, color } = isFile ? { width: look.fileWidth, color: false } : look;
        return toText(rules, { width, color, speech });
      }
      case 'markdown':
        return rulesMarkdown(rules, speech);
      case 'json':
        return `${JSON.stringify(rulesJson(rules), null, 2)}\n`;
    }
  };
  for (const one of filesFirst(wanted))
    await deliver(session, one, textOf(one.format, one.file !== null));
  return EXIT.ok;
}
