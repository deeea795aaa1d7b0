import type { Limit } from '../limits.ts';

/** What can be wrong with the syntax of YAML. */
export type SyntaxFault =
  | 'after-colon'
  | 'after-quote'
  | 'alias'
  | 'anchor'
  | 'blank'
  | 'block-header'
  | 'colon'
  | 'conflict'
  | 'conflict-mark'
  | 'dash'
  | 'directive'
  | 'documents'
  | 'escape'
  | 'indent'
  | 'invisible'
  | 'joined-entry'
  | 'list-mark'
  | 'list-without-key'
  | 'mark-before-key'
  | 'missing-key'
  | 'lone-return'
  | 'long-key'
  | 'loop'
  | 'no-colon'
  | 'no-dash'
  | 'no-first-line'
  | 'not-a-colon'
  | 'not-a-comma'
  | 'not-a-dash'
  | 'other'
  | 'quote'
  | 'separator'
  | 'space'
  | 'start'
  | 'tab'
  | 'tag'
  | 'text-key'
  | 'unclosed'
  | 'unexpected'
  | 'unopened';

/** What lacks a key: a member of a list with its id and its 1-based position, or the file itself. */
export interface Owner {
  kind: OwnerKind;
  id: string | null;
  position: number | null;
}

export type OwnerKind =
  | 'file'
  | 'indicator'
  | 'part'
  | 'agency'
  | 'task'
  | 'report'
  | 'claim'
  | 'ignore'
  | 'waiver'
  | 'measure'
  | 'area';

/** A value that is not written as its key wants it, with what was probably meant. */
interface BadForm {
  key: string;
  found: string;
  suggestion: string | null;
}

/** Messages about the form of YAML files. Values are quoted as found, never translated. */
export interface FormArgs {
  'yaml-syntax': { fault: SyntaxFault; text: string };
  'unquoted-comparison': { text: string };
  /** A number with a comma inside { }, with what it can have been meant for. */
  'comma-in-flow': { found: string; asThousands: string | null; asDecimal: string | null };
  'duplicate-key': { key: string };
  'first-here': Record<string, never>;
  'unknown-key': { key: string; valid: readonly string[]; suggestion: string | null };
  'missing-key': { key: string; owner: Owner; example: string | null };
  'missing-one-of': { keys: readonly string[]; owner: Owner };
  'missing-companion': { key: string; companion: string };
  'wrong-type': {
    key: string;
    /** The value is a member of the list `key`. */
    isItem: boolean;
    found: string;
    expected: readonly string[];
    suggestion: string | null;
    example: string | null;
  };
  'empty-value': { key: string; expected: readonly string[]; isRequired: boolean };
  'not-a-choice': {
    key: string;
    found: string;
    valid: readonly string[];
    suggestion: string | null;
  };
  'bad-code': BadForm;
  'bad-year-key': { found: string; suggestion: string | null };
  'year-with-value': { found: string; suggestion: string };
  /** Quotes of a text processor, which are part of the text to YAML. */
  'curly-quotes': { found: string; suggestion: string };
  /** Several codes without a comma between them. */
  'joined-codes': { key: string; found: string; suggestion: string };
  /** A list whose entries begin with other marks than YAML's, so that it is one text. */
  'marks-in-text': { key: string; mark: string; suggestion: string };
  'bad-target': BadForm;
  'bad-baseline': BadForm;
  'bad-due': BadForm;
  'bad-month-day': BadForm;
  'bad-date': BadForm;
  'bad-period': BadForm;
  'bad-year': BadForm;
  'bad-pattern': { key: string; found: string; description: string };
  'out-of-range': { key: string; found: string; comparison: string; limit: number };
  'stands-alone': { key: string };
  /** Two keys that belong to different forms of a claim. */
  'mixed-forms': { key: string; other: string };
  'too-few': { key: string; least: number; example: string | null; isRequired: boolean };
  'too-many': { key: string; most: number };
  'repeated-item': { key: string; item: string };
  'wrong-format': { found: string; expected: string };
  'no-content': Record<string, never>;
  'over-limit': { limit: Limit; most: number; isOpen: boolean };
  'ambiguous-yaml-number': { found: string; asThousands: string; asDecimal: string };
  /** A number in another base, or with zeros in front. */
  'odd-yaml-number': { found: string; value: string };
  'impossible-date': { found: string; nearest: string };
  'inverted-window': { from: string; to: string };
  'unit-needed': { id: string };
  /** More than 100% of a milestone. */
  'bad-share': { found: string };
  'milestone-baseline': { id: string; found: string; suggestion: string | null };
  'per-of-unit': { id: string; per: number; unit: string; factor: number };
  'inverted-range': { lower: string; upper: string };
}
