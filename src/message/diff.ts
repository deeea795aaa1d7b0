/** Messages about what `diff` is given to compare. */
export interface DiffArgs {
  'diff-needs-two': Record<string, never>;
  'plan-id-repeated': { id: string; files: readonly string[] };
  'unknown-plan-id': { found: string; valid: readonly string[]; suggestion: string | null };
  'bad-git-name': { found: string };
  'git-missing': { found: string };
  'git-no-repository': { detail: string };
  'git-unknown-ref': { ref: string };
  'git-shallow': { ref: string };
  'git-unknown-path': { ref: string; path: string };
  'option-for-plans': { option: string; id: string };
  'option-for-revisions': { option: string };
  'choice-for-revisions': { option: string; choice: string };
  'option-not-with': { option: string; other: string };
  'no-such-rows': { years: readonly number[]; valid: readonly number[] };
}
