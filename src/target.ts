import { compare, type Exact, exact } from './exact.ts';

/** The least, or for "at most" the greatest, number that still reaches the target; itself included or not. */
export interface Threshold {
  op: '>=' | '>' | '<=' | '<';
  number: Exact;
}

/** What a target asks of a number; `first` and `last` are its own number, or a range's two. */
interface Asking {
  /** The sign that people read: before the number, in a range between the two. */
  sign: string;
  /** Is a smaller result the better one? A rank, a waiting time. */
  atMost: boolean;
  /** Of two targets with the same number the one with the higher value asks more. */
  strictness: number;
  /** What asks the same number the other way round, where anything does. */
  opposite: string | null;
  /** What a number must be to reach the target. */
  reaching: (first: Exact, last: Exact) => Threshold;
  /** What a number must be to lie strictly beyond the printed one. */
  exceeding: (first: Exact, last: Exact) => Threshold;
}

type Operator =
  /** Stands before one number; `also` are other spellings. */
  | ({ form: 'number'; also: readonly string[] } & Asking)
  /** Stands between two numbers. */
  | ({ form: 'range' } & Asking)
  /** Stands alone. */
  | { form: 'milestone' };

/** "khoảng", "~": five hundredths below the number still count as reached. */
const TOLERANCE = exact('0.05');

/** How a target may be worded: the sign that a plan's file has, and what it asks; domain.md. */
export const OPERATORS = {
  '>=': {
    form: 'number',
    also: ['≥'],
    sign: '≥',
    atMost: false,
    strictness: 1,
    opposite: '<=',
    reaching: (number) => ({ op: '>=', number }),
    exceeding: (number) => ({ op: '>', number }),
  },
  '>': {
    form: 'number',
    also: [],
    sign: '>',
    atMost: false,
    strictness: 2,
    opposite: '<',
    reaching: (number) => ({ op: '>', number }),
    exceeding: (number) => ({ op: '>', number }),
  },
  '<=': {
    form: 'number',
    also: ['≤'],
    sign: '≤',
    atMost: true,
    strictness: 1,
    opposite: '>=',
    reaching: (number) => ({ op: '<=', number }),
    exceeding: (number) => ({ op: '<', number }),
  },
  '<': {
    form: 'number',
    also: [],
    sign: '<',
    atMost: true,
    strictness: 2,
    opposite: '>',
    reaching: (number) => ({ op: '<', number }),
    exceeding: (number) => ({ op: '<', number }),
  },
  '~': {
    form: 'number',
    also: [],
    sign: '~',
    atMost: false,
    strictness: 0,
    opposite: null,
    reaching: (number) => ({ op: '>=', number: number.sub(number.abs().mul(TOLERANCE)) }),
    exceeding: (number) => ({ op: '>', number }),
  },
  /** "từ 2-3 mô hình": at least the lower number, exceeded beyond the upper. */
  '..': {
    form: 'range',
    sign: '–',
    atMost: false,
    strictness: 1,
    opposite: null,
    reaching: (lower) => ({ op: '>=', number: lower }),
    exceeding: (_, upper) => ({ op: '>', number: upper }),
  },
  done: { form: 'milestone' },
} as const satisfies Record<string, Operator>;

export type TargetOp = keyof typeof OPERATORS;

type OpOf<Form extends Operator['form']> = {
  [Op in TargetOp]: (typeof OPERATORS)[Op]['form'] extends Form ? Op : never;
}[TargetOp];

interface Written {
  /** The expression in its canonical form, `>= 95`; decimals as written, `.` as the mark. */
  text: string;
}

/** A target with one number, in the indicator's unit. */
export interface NumberTarget extends Written {
  op: OpOf<'number'>;
  value: Exact;
}

/** A target with two numbers, ascending. */
export interface RangeTarget extends Written {
  op: OpOf<'range'>;
  lower: Exact;
  upper: Exact;
}

/** An end without a figure: issued, universal. */
export interface MilestoneTarget extends Written {
  op: OpOf<'milestone'>;
}

/** A target that a number reaches. */
export type NumericTarget = NumberTarget | RangeTarget;

export type Target = NumericTarget | MilestoneTarget;

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const BARE = new RegExp(`^${NUMBER}$`);

/** How each operator is read: a pattern with its numbers as groups. */
const READERS = (Object.keys(OPERATORS) as TargetOp[]).map((op) => ({ op, ...readerOf(op) }));

function readerOf(op: TargetOp): { form: Operator['form']; pattern: RegExp } {
  const operator: Operator = OPERATORS[op];
  const { form } = operator;
  if (form === 'milestone') return { form, pattern: new RegExp(`^${op}$`) };
  if (form === 'range')
    return { form, pattern: new RegExp(`^(${NUMBER})\\s*${literally(op)}\\s*(${NUMBER})$`) };
  const signs = [op, ...operator.also].map(literally).join('|');
  return { form, pattern: new RegExp(`^(?:${signs})\\s*(${NUMBER})$`) };
}

function literally(sign: string): string {
  return sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * Reads a target expression: `20` (at least), `"> 50"`, `">= 20"`, `"<= 15"`, `"< 5"`, `"~ 45"`,
 * `"2..3"` or `done`. Gives `undefined` for anything else, an inverted range included.
 */
export function parseTarget(written: string | number): Target | undefined {
  const trimmed = String(written).trim();
  const text = BARE.test(trimmed) ? `>= ${trimmed}` : trimmed;
  for (const { op, form, pattern } of READERS) {
    const found = pattern.exec(text);
    if (found !== null) return read(op, form, found);
  }
  return undefined;
}

function read(op: TargetOp, form: Operator['form'], found: RegExpExecArray): Target | undefined {
  if (form === 'milestone') return { op: op as MilestoneTarget['op'], text: op };
  const [first, last] = [found[1]!, found[2]!];
  if (form === 'number')
    return { op: op as NumberTarget['op'], value: exact(first), text: `${op} ${first}` };
  const [lower, upper] = [exact(first), exact(last)];
  if (compare(lower, upper) > 0) return undefined;
  return { op: op as RangeTarget['op'], lower, upper, text: `${first}${op}${last}` };
}

/** Is it an end without a figure? */
export function isMilestone(target: Target): target is MilestoneTarget {
  return OPERATORS[target.op].form === 'milestone';
}

/** The numbers that a target prints, ascending; a milestone has none. */
export function numbersOf(target: Target): Exact[] {
  if (isMilestone(target)) return [];
  return 'value' in target ? [target.value] : [target.lower, target.upper];
}

function askingOf({ op }: NumericTarget): Asking {
  return OPERATORS[op];
}

/** The number that stands for the target in formulas: its own, or a range's lower bound. */
export function targetNumber(target: NumericTarget): Exact {
  return numbersOf(target)[0]!;
}

/** Is a smaller result the better one? A rank, a waiting time. */
export function isAtMost(target: Target): boolean {
  return !isMilestone(target) && askingOf(target).atMost;
}

/** What a number must be to reach the target; five hundredths less than it says for `~`. */
export function reaching(target: NumericTarget): Threshold {
  const [first, last = first] = numbersOf(target) as [Exact, Exact?];
  return askingOf(target).reaching(first, last);
}

/** What a number must be to lie strictly beyond the target's. */
export function exceeding(target: NumericTarget): Threshold {
  const [first, last = first] = numbersOf(target) as [Exact, Exact?];
  return askingOf(target).exceeding(first, last);
}

/** Does the number reach the target? Compared exactly, as domain.md words each operator. */
export function isSatisfied(target: NumericTarget, actual: Exact): boolean {
  return passes(actual, reaching(target));
}

/**
 * Is the number strictly beyond the printed one? `>` and `<` are exceeded once satisfied, `~`
 * above its number, a range above its upper bound.
 */
export function isBeyond(target: NumericTarget, actual: Exact): boolean {
  return passes(actual, exceeding(target));
}

/** Does the number lie on the threshold's side? */
export function passes(actual: Exact, { op, number }: Threshold): boolean {
  const order = compare(actual, number);
  switch (op) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '<':
      return order < 0;
  }
}

/** Is every number that reaches the target beyond it too, as with "more than"? */
export function exceedsOnceReached(target: NumericTarget): boolean {
  const [reached, exceeded] = [reaching(target), exceeding(target)];
  return reached.op === exceeded.op && reached.number.equals(exceeded.number);
}

/** Is the target itself the cap of a share: 100%, beyond which there is nothing? */
export function isCap(target: Target, isShare: boolean): boolean {
  return isShare && 'value' in target && target.value.equals(100);
}

/** The same number asked the other way round, as a plan's file writes it: `<= 15` for `>= 15`. */
export function turned(target: Target): string | null {
  const opposite = isMilestone(target) ? null : askingOf(target).opposite;
  return opposite === null ? null : target.text.replace(target.op, opposite);
}

/** How two targets of one measure relate, the first seen from the second. */
export type TargetOrder = 'same' | 'stricter' | 'looser' | 'incomparable';

/**
 * Is `target` stricter or looser than `other`? The number decides first, in the measure's
 * direction; on equal numbers `>` before `>=` before `~`; a range counts by its lower bound. A
 * milestone compares only with a milestone, and "at least" never with "at most".
 */
export function compareTargets(target: Target, other: Target): TargetOrder {
  if (isMilestone(target) || isMilestone(other))
    return target.op === other.op ? 'same' : 'incomparable';
  if (isAtMost(target) !== isAtMost(other)) return 'incomparable';
  const byNumber = compare(targetNumber(target), targetNumber(other));
  const stricter =
    byNumber === 0
      ? askingOf(target).strictness - askingOf(other).strictness
      : isAtMost(target)
        ? -byNumber
        : byNumber;
  return stricter === 0 ? 'same' : stricter > 0 ? 'stricter' : 'looser';
}
