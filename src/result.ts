import type { Day } from './calendar.ts';
import type { Exact } from './exact.ts';
import { foldText } from './fold.ts';
import { legible } from './look-alike.ts';
import { latestFirst, type Period } from './period.ts';
import { DECLARED_STATUSES, type DeclaredStatus } from './verdict.ts';

/** What a source says of a number that it does not give: more than it, at most it. */
export type Bound = '>' | '>=' | '<' | '<=';

/** A measured number; `about` where the source says "khoảng", "ước". */
export interface NumberValue {
  kind: 'number';
  value: Exact;
  about: boolean;
  /** "trên 90%", "gần 50%": only on which side of the number the figure lies is known. */
  bound?: Bound;
  /** Digits behind the decimal mark as written, trailing zeros included; where known. */
  decimals?: number;
}

/** Whether a milestone was reached. */
export interface MilestoneValue {
  kind: 'milestone';
  done: boolean;
  /** How far it is, as a ratio, where it is not done and the source says so. */
  share?: Exact;
  /** Of the share: "khoảng 60%". */
  about?: boolean;
  /** Of the share: "trên 60%". */
  bound?: Bound;
}

export type ResultValue = NumberValue | MilestoneValue;

/** One row of a result file, or a plan's baseline: what a source reported for one period. */
export interface Result {
  /** `id` or `id/part`. */
  indicator: string;
  period: Period;
  value: ResultValue | null;
  /** Did the source answer that there is no figure? */
  isAnswered?: boolean;
  /** The day on which the figure became known; `null` where the source does not say. */
  published: Day | null;
  /** The printed counts, where given; they decide over the printed value. */
  counts: { numerator: Exact; denominator: Exact } | null;
  /** The value as printed beside counts; kept for the audit. */
  printed: Exact | null;
  /** Digits behind the decimal mark of `printed` as written, where known. */
  printedDecimals?: number;
  status: DeclaredStatus | null;
  area: string;
  source: string;
  note: string;
  basis: 'result' | 'baseline';
  /** The areas whose figures make this one, where it is the whole of them. */
  coverage?: { areas: readonly string[]; missing: readonly string[] };
  file: string;
  /** 1-based line in `file`; of a workbook the row of its sheet. */
  line: number;
  /** The sheet of a workbook. */
  sheet?: string | undefined;
  /** What it stands for besides itself, by what it is told as. */
  more?: Uncounted;
}

/** How many rows like one that was kept come later in very long files, counted and not kept. */
export interface Uncounted {
  /** Rows that decide nothing for the same reason. */
  rows?: number;
  /** Rows whose value is not their ratio. */
  ratios?: number;
  /** Figures that their source corrects. */
  corrections?: number;
  /** Rows of its indicator or part that an explanation does not list. */
  unlisted?: number;
}

/** A result that has a value. */
export type Observation = Result & { value: ResultValue };

/** A result that gives a number. */
export type NumberObservation = Observation & { value: NumberValue };

/** Does the row give a value, not only a status? */
export function hasValue(result: Result): result is Observation {
  return result.value !== null;
}

/** Does the row give a number? */
export function isNumber(result: Result): result is NumberObservation {
  return result.value?.kind === 'number';
}

/** The official phrases, folded; longer ones first because shorter ones are their beginnings. */
const PHRASES: ReadonlyArray<readonly [string, DeclaredStatus]> = [
  ['hoan thanh vuot muc', 'exceeded'],
  ['vuot muc', 'exceeded'],
  ['vuot chi tieu', 'exceeded'],
  ['vuot ke hoach', 'exceeded'],
  ['chua hoan thanh', 'missed'],
  ['khong hoan thanh', 'missed'],
  ['khong dat', 'missed'],
  ['chua dat', 'missed'],
  ['chua co so lieu', 'no-data'],
  ['chua danh gia', 'no-data'],
  ['dang tiep tuc trien khai', 'in-progress'],
  ['tiep tuc trien khai', 'in-progress'],
  ['dang trien khai', 'in-progress'],
  ['dang thuc hien', 'in-progress'],
  ['da hoan thanh', 'met'],
  ['hoan thanh', 'met'],
  ['dat', 'met'],
];

/** The codes and phrases that {@link readStatus} knows, for messages. */
export const STATUS_WORDS: readonly string[] = [
  ...DECLARED_STATUSES,
  'hoàn thành vượt mức',
  'đã hoàn thành',
  'đang triển khai',
  'chưa hoàn thành',
  'chưa có số liệu',
];

/**
 * The official status behind a code (`in-progress`, "In progress") or a Vietnamese phrase ("Đã hoàn thành"), read without
 * regard to case, accents, spaces or closing punctuation; `undefined` when no phrase explains it.
 */
export function readStatus(text: string): DeclaredStatus | undefined {
  const folded = foldText(legible(text)).replace(/(?<![.;,])[.;,]+$/, '');
  const code = DECLARED_STATUSES.find((known) => known === folded.replaceAll(' ', '-'));
  return code ?? PHRASES.find(([phrase]) => folded === phrase)?.[1];
}

/**
 * The order in which results count: the latest period end, the coarser period, the latest day of
 * publication, the results file before the baseline. Equals keep the order of their files.
 */
export function byPrecedence(a: Result, b: Result): number {
  const byPeriod = latestFirst(a.period, b.period);
  if (byPeriod !== 0) return byPeriod;
  const [published, other] = [a.published ?? '', b.published ?? ''];
  if (published !== other) return published < other ? 1 : -1;
  if (a.basis === b.basis) return 0;
  return a.basis === 'result' ? -1 : 1;
}

/** The first of the results in order of precedence; the earlier row on a tie. */
export function foremost<R extends Result>(results: Iterable<R>): R | undefined {
  let best: R | undefined;
  for (const result of results) {
    if (best === undefined || byPrecedence(result, best) < 0) best = result;
  }
  return best;
}

/** What two rows share of which the later one corrects the earlier: source, period, area, kind. */
export function correctedBy(result: Result): string {
  const { indicator, area, basis, source, period, value } = result;
  return `${indicator}\n${area}\n${basis}\n${source}\n${period.text}\n${value?.kind ?? ''}`;
}

/** Have two rows of one indicator and area the same {@link correctedBy}? No text is made of them. */
export function areCorrections(a: Result, b: Result): boolean {
  return (
    a.source === b.source &&
    a.period.text === b.period.text &&
    a.basis === b.basis &&
    a.value?.kind === b.value?.kind
  );
}

/** Does the later row of a source replace its earlier one? Unless that was published after it. */
export function isCorrection(
  later: Pick<Result, 'published'>,
  earlier: Pick<Result, 'published'>,
): boolean {
  return (later.published ?? '') >= (earlier.published ?? '');
}

/**
 * The results without those that their own source corrected: of rows of one source for the same
 * time the one published last, else the last in the file, in the place of the first.
 */
export function corrected<R extends Result>(results: readonly R[]): R[] {
  if (results.length < 2) return [...results];
  if (results.length < 2) return [...results];
  const held = new Map<string, R>();
  for (const result of results) {
    const key = correctedBy(result);
    const before = held.get(key);
    if (!before || isCorrection(result, before)) held.set(key, result);
  }
  return [...held.values()];
}

/** Is the figure known on that day? Published by then, else of a period that has ended. */
export function isKnown({ period, published }: Result, asOf: Day): boolean {
  return published === null ? period.end <= asOf : published <= asOf;
}

/** Was the figure made known before its period ended: "ước cả năm"? */
export function isEstimate({ period, published }: Result, asOf: Day): boolean {
  return period.end > asOf && published !== null && published < period.end;
}
