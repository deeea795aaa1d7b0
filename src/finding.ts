import type { Path } from './indicator.ts';
import type { Message } from './message/message.ts';

/** How grave a finding is, the gravest first. */
export const LEVELS = ['error', 'warning', 'info'] as const;
export type Level = (typeof LEVELS)[number];

/**
 * Every rule of the program with its default level. The list is the contract of `--format json`
 * and of suppressions: a rule keeps its id for good.
 */
export const RULE_LEVELS = {
  // The form of YAML files.
  'yaml-syntax': 'error',
  'duplicate-key': 'error',
  schema: 'error',
  'ambiguous-number': 'error',
  'impossible-date': 'error',
  // The form and the rows of CSV files.
  'csv-encoding': 'error',
  'csv-syntax': 'error',
  'csv-column': 'error',
  'csv-indicator': 'error',
  'csv-number': 'error',
  'csv-ambiguous-number': 'error',
  'csv-mixed-decimals': 'warning',
  'csv-period': 'error',
  'csv-status': 'error',
  'csv-area': 'error',
  'csv-empty-row': 'info',
  'csv-source': 'warning',
  'csv-ended-area': 'error',
  'csv-share': 'error',
  'csv-duplicate-row': 'warning',
  // The rows of progress files.
  'csv-task': 'error',
  'csv-occurrence': 'error',
  'csv-agency': 'error',
  'csv-progress-status': 'error',
  'csv-date': 'error',
  'csv-extension': 'error',
  'csv-due': 'warning',
  // The characters of YAML files.
  'not-nfc': 'warning',
  'look-alike-letter': 'warning',
  'stray-character': 'warning',
  // Codes that lead nowhere.
  'duplicate-id': 'error',
  'unknown-agency': 'error',
  'unknown-group': 'error',
  'unknown-measure': 'error',
  'unknown-area': 'error',
  'unknown-indicator': 'error',
  'unknown-ignore': 'warning',
  // Indicators and their targets.
  'unit-mismatch': 'error',
  'direction-mismatch': 'error',
  'share-out-of-range': 'error',
  'target-on-both-levels': 'error',
  'no-target': 'warning',
  'no-lead': 'warning',
  'target-before-plan': 'warning',
  'weaker-later-target': 'warning',
  'already-reached': 'warning',
  'weaker-than-national': 'warning',
  // Tasks and report duties.
  'no-date': 'warning',
  'due-before-issue': 'warning',
  'due-after-period': 'info',
  'duplicate-title': 'warning',
  'numbering-gap': 'warning',
  'numbering-repeat': 'warning',
  // What is declared against the figures, and one source against another: found by `audit`.
  'declared-mismatch': 'warning',
  'stale-result': 'warning',
  'source-conflict': 'warning',
  'target-conflict': 'warning',
  'claim-mismatch': 'warning',
  'ratio-mismatch': 'warning',
  // Files as such.
  'file-encoding': 'error',
  'csv-unchecked': 'error',
  // Catalogues.
  'catalogue-duplicate': 'error',
  'catalogue-similar': 'error',
  'catalogue-area': 'error',
  // Suppressions.
  'ignore-without-reason': 'warning',
  'unused-ignore': 'warning',
} as const satisfies Record<string, Level>;

export type RuleId = keyof typeof RULE_LEVELS;

/** 1-based; columns count UTF-16 units, as editors do. The end is exclusive. */
export interface Place {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Another place that the finding is about: the other duplicate, the rival value. */
export interface Related {
  message: Message;
  place: Place;
}

/** One thing that is wrong, doubtful or worth knowing, with its place. Words are added last. */
export interface Finding {
  rule: RuleId;
  level: Level;
  place: Place;
  /** Keys and list positions in a YAML file; the column's name in a CSV file. */
  path: Path;
  message: Message;
  related: readonly Related[];
  /** The text that was most probably meant, ready to be written in its place. */
  suggestion: string | null;
  /** The `id` or `id/part`, or the task, whose CSV row it is about, as written there; else `null`. */
  about: string | null;
}

/** What a rule says. */
export interface Report {
  rule: RuleId;
  /** Where the case is milder than the rule; its default level where absent. */
  level?: Level;
  place: Place;
  path?: Path;
  message: Message;
  related?: readonly Related[];
  suggestion?: string | null;
  about?: string | null;
}

/** A finding of the report's level, else of the rule's default one. */
export function finding(report: Report): Finding {
  return {
    level: RULE_LEVELS[report.rule],
    path: [],
    related: [],
    suggestion: null,
    about: null,
    ...report,
  };
}

/** The place of a whole line of a file, where no column is known. */
export function lineOf(file: string, line: number): Place {
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}

/** A total order: file, line, column, rule, then the message's own arguments. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.rule, b.rule) ||
    compareText(JSON.stringify(a.message), JSON.stringify(b.message))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
