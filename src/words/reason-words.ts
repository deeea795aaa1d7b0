import type { Lang } from '../message/message.ts';
import type { VerdictReason } from '../reason.ts';
import { reasons as en } from './en/reason.ts';
import { reasons as vi } from './vi/reason.ts';

/** Why a verdict is what it is, as the end of a sentence. */
export type ReasonWords = Readonly<Record<VerdictReason, string>>;

const WORDS: Record<Lang, ReasonWords> = { en, vi };

/** The words in one language. */
export function reasonWords(lang: Lang): ReasonWords {
  return WORDS[lang];
}
