import type { Lang } from './langs.ts';

/** A text in every language of the program. */
type Texts = Readonly<Record<Lang, string>>;

/**
 * Files that show a rule; the tests run them. A plan without `format:` is a fragment: what every
 * plan must say of itself is put before it.
 */
export interface Example {
  /** A plan, or the part of one that matters. */
  yaml: string;
  /** A results file beside it. */
  results?: string;
  /** A progress file beside it. */
  progress?: string;
  /** A catalogue of measures in place of the packaged one. */
  measures?: string;
  /** A catalogue of areas in place of the packaged one. */
  areas?: string;
  /** A results file of a plan that is not there. */
  stray?: string;
  /** The plan's file is saved as ISO 8859-1. */
  isLatin1?: true;
}

/** What a reader is told of a rule. */
export interface RulePage {
  /** A short clause, without a full stop. */
  title: Texts;
  /** What is found, in a short paragraph. */
  what: Texts;
  /** Why it matters and how to mend it, in a short paragraph. */
  why: Texts;
  /** Gives a finding of this rule. */
  wrong: Example;
  /** Gives none. */
  right: Example;
}
