import type { Day } from '../calendar.ts';

/** Messages about the command line and the files it names. */
export interface UsageArgs {
  'bad-epoch': { found: string };
  'unknown-format': { found: string; valid: readonly string[] };
  'two-formats-on-stdout': { formats: readonly string[]; example: string };
  'binary-on-terminal': { format: string };
  'output-without-format': { found: string };
  'cannot-print': { detail: string };
  'two-formats-in-file': { file: string };
  'output-over-input': { file: string };
  'cannot-write': { file: string; detail: string };
  'pipe-without-reader': { file: string };
  'file-missing': { file: string; suggestion: string | null };
  'file-unreadable': { file: string };
  'not-a-file': { file: string };
  'not-a-folder': { file: string };
  'file-empty': { file: string };
  'file-binary': { file: string };
  'file-special': { file: string };
  'catalogue-missing': { folder: string };
  'empty-path': Record<string, never>;
  /** May the user set that limit? */
  'file-too-large': { file: string; most: number; isOpen: boolean };
  'file-bad-encoding': { file: string };
  'folder-without-plans': { folder: string };
  'plan-has-errors': { file: string; errors: number };
  'config-has-errors': { file: string; errors: number };
  'letter-has-errors': { file: string; errors: number };
  'item-needed': { plan: string };
  'option-of-items': { option: string };
  'one-plan-needed': { found: string; plans: number };
  'unknown-item': { plan: string; found: string; suggestion: string | null };
  'one-plan-only': { option: string; plans: number };
  'unknown-choice': {
    option: string;
    found: string;
    valid: readonly string[];
    suggestion: string | null;
  };
  'unknown-rule': { found: string; suggestion: string | null };
  'more-findings': { more: number; plan: string };
  'not-together': { options: readonly string[] };
  /** An option that is of no use without another. */
  'option-needs': { option: string; needs: string };
  'since-not-before': { since: Day; asOf: Day };
  'year-without-targets': { year: number; years: readonly number[] };
  'letter-of-document': Record<never, never>;
  'csv-of-template': Record<never, never>;
  /** Nobody leads anything with a target for the year, and no task is open. */
  'nothing-to-fill-in': { plan: string; period: string; year: number; split: 'lead' | 'area' };
  'unknown-recipient': {
    option: string;
    found: string;
    valid: readonly string[];
    suggestion: string | null;
  };
  'parquet-needs-package': { file: string; package: string };
  'engine-missing': { engine: string; package: string };
  'sheets-there': { files: readonly string[] };
}
