import type { Path } from './indicator.ts';
import type { Message } from './message/message.ts';
import type { FixClass } from './suggest.ts';

/** How grave a finding is, the gravest first. */
export const LEVELS = ['error', 'warning', 'info'] as const;
export type Level = (typeof LEVELS)[number];

/**
 * Rules without a check of their own, with their levels: their findings are raised where files are
 * read, suppressions applied and plans audited. The list of all rules takes them from here.
 */
export const RAISED = {
  /** The form of YAML files. */
  yaml: {
    'yaml-syntax': 'error',
    'duplicate-key': 'error',
    schema: 'error',
    'over-limit': 'error',
    'ambiguous-number': 'error',
    'impossible-date': 'error',
  },
  /** The form and the rows of CSV files. */
  rows: {
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
    'csv-passed-over': 'info',
    'csv-source': 'warning',
    'csv-ended-area': 'error',
  },
  /** The rows of progress files. */
  progress: {
    'csv-task': 'error',
    'csv-occurrence': 'error',
    'csv-agency': 'error',
    'csv-progress-status': 'error',
    'csv-date': 'error',
    'csv-extension': 'error',
    'csv-due': 'warning',
  },
  /** A suppression that leads nowhere. */
  unknownRule: {
    'unknown-ignore': 'warning',
  },
  /** What is declared against the figures, and one source against another; in the order of telling. */
  audit: {
    'declared-mismatch': 'warning',
    'stale-result': 'warning',
    'source-conflict': 'warning',
    'target-conflict': 'warning',
    'claim-mismatch': 'warning',
    'ratio-mismatch': 'warning',
  },
  /** Files as such. */
  files: {
    'file-encoding': 'error',
    'csv-unchecked': 'error',
  },
  /** Suppressions themselves. */
  suppressions: {
    'ignore-without-reason': 'warning',
    'unused-ignore': 'warning',
  },
} as const satisfies Record<string, Record<string, Level>>;

type KeyOfEach<Group> = Group extends unknown ? keyof Group : never;

/** A rule without a check of its own. */
export type RaisedRule = KeyOfEach<(typeof RAISED)[keyof typeof RAISED]>;

const RAISED_LEVELS: Readonly<Record<RaisedRule, Level>> = Object.assign(
  {},
  ...Object.values(RAISED),
);

/**
 * What keeps a file from being read whole: nothing takes it out, be it a comment, a baseline or a
 * choice of rules.
 */
const FORM_RULES: ReadonlySet<string> = new Set([
  ...Object.keys(RAISED.yaml),
  ...Object.keys(RAISED.files),
  'csv-encoding',
  'csv-syntax',
  'csv-column',
]);

/** Is it a rule on what keeps a file from being read whole? */
export function isFormRule(rule: string): boolean {
  return FORM_RULES.has(rule);
}

/** 1-based; columns count UTF-16 units, as editors do. The end is exclusive. */
export interface Place {
  file: string;
  /** In a workbook the sheet: lines are its rows. */
  sheet?: string | undefined;
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

/** A text that is put in the place of what stands there; before it, where the place is empty. */
export interface Edit {
  place: Place;
  text: string;
}

/** How a finding is mended: by edits that belong together. */
export interface Fix {
  class: FixClass;
  edits: readonly Edit[];
}

/** One thing that is wrong, doubtful or worth knowing, with its place. Words are added last. */
export interface Finding {
  /** The id of the rule. */
  rule: string;
  level: Level;
  place: Place;
  /** Keys and list positions in a YAML file; the column's name in a CSV file. */
  path: Path;
  message: Message;
  related: readonly Related[];
  /** The text that was most probably meant, ready to be written in its place. */
  suggestion: string | null;
  /** How it is mended; `null` where that is not known well enough. */
  fix: Fix | null;
  /** The `id` or `id/part`, or the task, whose CSV row it is about, as written there; else `null`. */
  about: string | null;
  /** So many more of its rule, level, subject and column come later in its file, counted and not kept. */
  more?: number;
}

/** How many findings it stands for: itself, and those that were counted and not kept. */
export function countOf({ more = 0 }: Pick<Finding, 'more'>): number {
  return 1 + more;
}

/** How many findings there are, those included that were counted and not kept. */
export function countAll(findings: readonly Pick<Finding, 'more'>[]): number {
  return findings.reduce((sum, one) => sum + countOf(one), 0);
}

/** What is found, by whichever rule. */
export interface Report {
  /** Where the case is milder than the rule; its own level where absent. */
  level?: Level;
  place: Place;
  path?: Path;
  message: Message;
  related?: readonly Related[];
  suggestion?: string | null;
  fix?: Fix | null;
  about?: string | null;
  more?: number;
}

/**
 * A finding of the rule; of its level where the report gives none. Written out: a table can have millions
 * of them, and one object is spread into another much more slowly.
 */
export function findingOf(rule: string, level: Level, report: Report): Finding {
  const found: Finding = {
    rule,
    level: report.level ?? level,
    place: report.place,
    path: report.path ?? [],
    message: report.message,
    related: report.related ?? [],
    suggestion: report.suggestion ?? null,
    fix: report.fix ?? null,
    about: report.about ?? null,
  };
  if (report.more !== undefined) found.more = report.more;
  return found;
}

/** A finding of a rule without a check of its own. */
export function finding(report: Report & { rule: RaisedRule }): Finding {
  return findingOf(report.rule, levelOf(report.rule), report);
}

/** The level of a rule without a check of its own. */
export function levelOf(rule: RaisedRule): Level {
  return RAISED_LEVELS[rule];
}

/** The place of a whole line of a file, where no column is known. */
export function lineOf(file: string, line: number): Place {
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}

/** A total order: file, sheet, line, column, rule, then the message's own arguments. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.place.file, b.place.file) ||
    compareText(a.place.sheet ?? '', b.place.sheet ?? '') ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.rule, b.rule) ||
    compareText(JSON.stringify(a.message), JSON.stringify(b.message))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
