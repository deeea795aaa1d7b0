import type { CheckCounts } from '../check-report.ts';
import type { Level } from '../finding.ts';
import type { Lang } from '../message/message.ts';
import { findingsFormat as en } from './en/findings-format.ts';
import { findingsFormat as vi } from './vi/findings-format.ts';

/** The words around findings: what the formats add to the messages themselves. */
export interface FindingsFormatWords {
  heading: string;
  level: Readonly<Record<Level, string>>;
  didYouMean: (suggestion: string) => string;
  /** One line that closes a report. */
  summary: (counts: CheckCounts) => string;
  /** What GitHub will not show beside the code, and where it is found instead. */
  notAnnotated: (dropped: Readonly<Record<Level, number>>, limits: AnnotationLimits) => string;
  /** How many rows of a table were left out for its size. */
  rowsLeftOut: (rows: number) => string;
  columns: Readonly<Record<'place' | 'level' | 'rule' | 'message', string>>;
}

export interface AnnotationLimits {
  ofLevelPerStep: number;
  perRun: number;
}

const WORDS: Record<Lang, FindingsFormatWords> = { en, vi };

/** The words in one language. */
export function findingsFormatWords(lang: Lang): FindingsFormatWords {
  return WORDS[lang];
}
