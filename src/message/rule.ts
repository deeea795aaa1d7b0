/** A target as a message prints it: the canonical expression, `>= 95`, and its unit. */
export interface SaidTarget {
  text: string;
  unit: string | null;
}

/** A figure as a message prints it: a decimal text, `45` or `~ 45`, and its unit. */
export interface SaidValue {
  text: string;
  unit: string | null;
}

/**
 * Messages of the rules: each rule declares its own beside its check, and the compiler puts them
 * together here. `id` is an indicator's `id` or `id/part`, or a task's or duty's id; figures are
 * decimal texts with `.` as their mark.
 */
export interface RuleArgs {
  /** Several rules point there. */
  'the-period': Record<string, never>;
}
