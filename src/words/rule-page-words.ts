import type { Level } from '../finding.ts';
import type { Lang } from '../message/message.ts';
import { rulePage as en } from './en/rule-page.ts';
import { rulePage as vi } from './vi/rule-page.ts';

/** The words around a rule's page. */
export interface RulePageWords {
  levels: Readonly<Record<Level, string>>;
  wrong: string;
  right: string;
  /** What a file of an example is. */
  files: Readonly<Record<'yaml' | 'results' | 'progress' | 'measures' | 'areas' | 'stray', string>>;
  /** How to leave a finding out; the lines to write follow. */
  suppress: Readonly<Record<'inYaml' | 'inCsv', string>>;
  /** What stands for the reason in those lines. */
  reason: string;
  /** What a list of all rules ends with. */
  more: string;
}

const WORDS: Record<Lang, RulePageWords> = { en, vi };

/** The words in one language. */
export function rulePageWords(lang: Lang): RulePageWords {
  return WORDS[lang];
}
