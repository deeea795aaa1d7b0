import type { Measurable } from '../indicator.ts';
import type { SaidTarget } from '../message/rule.ts';
import type { Target } from '../target.ts';

/** A target as a message takes it. */
export function saidTarget(target: Target, { unit }: Measurable): SaidTarget {
  return { text: target.text, unit };
}
