/** Messages of the check itself: files, catalogues, suppressions, baselines; of `init` and `schema`. */
export interface CheckArgs {
  'file-not-decodable': Record<string, never>;
  'file-not-text': Record<string, never>;
  'file-with-nul': Record<string, never>;
  'csv-plan-broken': { plan: string };
  'csv-no-plan': { plan: string };
  'csv-unreadable': { why: 'missing' | 'not-a-file' | 'special' | 'unreadable' };
  /** Named nearly as a table of the plan. */
  'csv-near-name': { plan: string; kind: 'results' | 'progress'; name: string };
  'plan-fault-here': Record<string, never>;

  'unused-ignore-comment': { rule: string; line: number | null };
  'unused-ignore-of-audit': { rule: string };
  'unused-ignore-entry': {
    rule: string;
    where: string;
    /** Is there anything of that name in the plan and its files? */
    isKnown: boolean;
    suggestion: string | null;
  };
  'unknown-ignore': { found: string; suggestion: string | null };
  'ignore-without-reason': { rule: string };

  'nothing-matches': { pattern: string };
  'folder-without-files': { folder: string };
  'folder-without-tables': { folder: string };
  'not-checkable': { file: string };
  'csv-name-unknown': { file: string };
  'csv-plan-missing': { file: string; plan: string };
  'stdin-not-yaml': Record<string, never>;
  'stdin-name-alone': Record<string, never>;
  'baseline-broken': { file: string };
  'baseline-written': { file: string; count: number };
  'baseline-stale': { file: string; count: number };
  'baseline-pruned': { file: string; count: number };
  /** Findings that are mended, and in how many files. */
  mended: { findings: number; files: number };
  'would-be-mended': { findings: number; files: number };
  'fix-of-stdin': Record<string, never>;
  'rule-not-set': { rule: string };
  'exclude-nothing': { pattern: string };
  'exclude-outside': { pattern: string };
  'exclude-unknown': { pattern: string };
  'unchanged-left-out': { count: number; ref: string };
  'folder-excluded': { folder: string; files: number };
  'suppress-and-prune': Record<string, never>;
  'unknown-schema': { found: string; valid: readonly string[]; suggestion: string | null };
  'init-what': Record<string, never>;
  'bad-plan-name': { found: string; suggestion: string | null };
  'already-there': { files: readonly string[] };
  'plan-created': { files: readonly string[]; plan: string };
  'no-targets-in-year': {
    plan: string;
    year: number;
    years: readonly number[];
    /** Only the indicators of some leading agencies were asked for. */
    isLed: boolean;
  };
  'sheet-created': { file: string; rows: number; plan: string };
  /** Findings that a format's readers would not take are left out of it. */
  'findings-cut': { format: string; most: number; all: number };
  'summary-not-written': { detail: string };
}
