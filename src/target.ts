import { compare, type Exact, exact } from './exact.ts';

/** How a target's number is meant; `..` is a range and `done` a milestone without a number. */
export type TargetOp = '>=' | '>' | '<=' | '<' | '~' | '..' | 'done';

interface Written {
  /** The expression in its canonical form, `>= 95`; decimals as written, `.` as the mark. */
  text: string;
}

/** A target with one number, in the indicator's unit. */
export interface NumberTarget extends Written {
  op: '>=' | '>' | '<=' | '<' | '~';
  value: Exact;
}

/** "từ 2-3 mô hình": at least the lower number, exceeded beyond the upper. */
export interface RangeTarget extends Written {
  op: '..';
  lower: Exact;
  upper: Exact;
}

/** An end without a figure: issued, universal. */
export interface MilestoneTarget extends Written {
  op: 'done';
}

export type Target = NumberTarget | RangeTarget | MilestoneTarget;

/** "khoảng", "~": five hundredths below the number still count as reached. */
const TOLERANCE = exact('0.05');

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const COMPARISON = new RegExp(`^(>=|<=|>|<|~|≥|≤)\\s*(${NUMBER})$`);
const RANGE = new RegExp(`^(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})$`);
const BARE = new RegExp(`^${NUMBER}$`);

const ASCII_OP: Record<string, NumberTarget['op']> = { '≥': '>=', '≤': '<=' };

/**
 * Reads a target expression: `20` (at least), `"> 50"`, `">= 20"`, `"<= 15"`, `"< 5"`, `"~ 45"`,
 * `"2..3"` or `done`. Gives `undefined` for anything else, an inverted range included.
 */
export function parseTarget(written: string | number): Target | undefined {
  const text = String(written).trim();
  if (text === 'done') return { op: 'done', text };
  if (BARE.test(text)) return { op: '>=', value: exact(text), text: `>= ${text}` };
  const comparison = COMPARISON.exec(text);
  if (comparison) {
    const op = ASCII_OP[comparison[1]!] ?? (comparison[1] as NumberTarget['op']);
    return { op, value: exact(comparison[2]!), text: `${op} ${comparison[2]}` };
  }
  const range = RANGE.exec(text);
  if (!range) return undefined;
  const lower = exact(range[1]!);
  const upper = exact(range[2]!);
  if (compare(lower, upper) > 0) return undefined;
  return { op: '..', lower, upper, text: `${range[1]}..${range[2]}` };
}

/** The number that stands for the target in formulas: its own, or a range's lower bound. */
export function targetNumber(target: NumberTarget | RangeTarget): Exact {
  return target.op === '..' ? target.lower : target.value;
}

/** Is a smaller result the better one? A rank, a waiting time. */
export function isAtMost(target: Target): boolean {
  return target.op === '<=' || target.op === '<';
}

/** Does the number reach the target? Compared exactly, as domain.md words each operator. */
export function isSatisfied(target: NumberTarget | RangeTarget, actual: Exact): boolean {
  switch (target.op) {
    case '>=':
      return compare(actual, target.value) >= 0;
    case '>':
      return compare(actual, target.value) > 0;
    case '<=':
      return compare(actual, target.value) <= 0;
    case '<':
      return compare(actual, target.value) < 0;
    case '~':
      return compare(actual, leastAbout(target.value)) >= 0;
    case '..':
      return compare(actual, target.lower) >= 0;
  }
}

function leastAbout(value: Exact): Exact {
  return value.sub(value.abs().mul(TOLERANCE));
}

/** The least, or for "at most" the greatest, number that still reaches the target; itself included or not. */
export interface Threshold {
  op: '>=' | '>' | '<=' | '<';
  number: Exact;
}

/** What a number must be to reach the target; five hundredths less than it says for `~`. */
export function reaching(target: NumberTarget | RangeTarget): Threshold {
  if (target.op === '..') return { op: '>=', number: target.lower };
  if (target.op === '~') return { op: '>=', number: leastAbout(target.value) };
  return { op: target.op, number: target.value };
}

/** What a number must be to lie strictly beyond the target's. */
export function exceeding(target: NumberTarget | RangeTarget): Threshold {
  if (target.op === '..') return { op: '>', number: target.upper };
  return { op: isAtMost(target) ? '<' : '>', number: target.value };
}

/**
 * Is the number strictly beyond the printed one? `>` and `<` are exceeded once satisfied, `~`
 * above its number, a range above its upper bound.
 */
export function isBeyond(target: NumberTarget | RangeTarget, actual: Exact): boolean {
  if (target.op === '..') return compare(actual, target.upper) > 0;
  const order = compare(actual, target.value);
  return isAtMost(target) ? order < 0 : order > 0;
}

/** Is the target itself the cap of a share: 100%, beyond which there is nothing? */
export function isCap(target: Target, isShare: boolean): boolean {
  return isShare && target.op !== '..' && target.op !== 'done' && target.value.equals(100);
}

/** How two targets of one measure relate, the first seen from the second. */
export type TargetOrder = 'same' | 'stricter' | 'looser' | 'incomparable';

const STRICTNESS: Record<NumberTarget['op'], number> = { '>': 2, '<': 2, '>=': 1, '<=': 1, '~': 0 };

/**
 * Is `target` stricter or looser than `other`? The number decides first, in the measure's
 * direction; on equal numbers `>` before `>=` before `~`; a range counts by its lower bound. A
 * milestone compares only with a milestone, and "at least" never with "at most".
 */
export function compareTargets(target: Target, other: Target): TargetOrder {
  if (target.op === 'done' || other.op === 'done')
    return target.op === other.op ? 'same' : 'incomparable';
  if (isAtMost(target) !== isAtMost(other)) return 'incomparable';
  const byNumber = compare(targetNumber(target), targetNumber(other));
  const stricter =
    byNumber !== 0 ? (isAtMost(target) ? -byNumber : byNumber) : byWords(target, other);
  return stricter === 0 ? 'same' : stricter > 0 ? 'stricter' : 'looser';
}

function byWords(target: NumberTarget | RangeTarget, other: NumberTarget | RangeTarget): number {
  const rank = (t: NumberTarget | RangeTarget) => (t.op === '..' ? 1 : STRICTNESS[t.op]);
  return rank(target) - rank(other);
}
