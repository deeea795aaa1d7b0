/** Messages about the form of YAML files. Values are quoted as found, never translated. */
export interface FormArgs {
  'yaml-syntax': { detail: string };
  'unquoted-comparison': { text: string };
  'duplicate-key': { key: string };
  'first-here': Record<string, never>;
  'unknown-key': { key: string; valid: readonly string[]; suggestion: string | null };
  'missing-key': { key: string; owner: string };
  'missing-one-of': { keys: readonly string[]; owner: string };
  'missing-companion': { key: string; companion: string };
  'wrong-type': { key: string; found: string; expected: readonly string[] };
  'empty-value': { key: string; expected: readonly string[] };
  'not-a-choice': {
    key: string;
    found: string;
    valid: readonly string[];
    suggestion: string | null;
  };
  'bad-code': { key: string; found: string; suggestion: string | null };
  'bad-year-key': { found: string };
  'bad-target': { found: string };
  'bad-baseline': { found: string };
  'bad-due': { found: string };
  'bad-month-day': { found: string };
  'bad-date': { key: string; found: string };
  'bad-period': { found: string };
  'bad-pattern': { key: string; found: string; pattern: string };
  'too-few': { key: string; least: number };
  'too-many': { key: string; most: number };
  'repeated-item': { key: string; item: string };
  'wrong-format': { found: string; expected: string };
  'no-content': Record<string, never>;
  'ambiguous-yaml-number': { found: string; asThousands: string; asDecimal: string };
  'impossible-date': { found: string; nearest: string };
  'inverted-window': { from: string; to: string };
  'unit-needed': { id: string };
  'inverted-range': { lower: string; upper: string };
}
