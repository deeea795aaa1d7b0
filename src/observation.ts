import { compare, type Exact, exact, toDecimal } from './exact.ts';
import { foldText } from './fold.ts';
import type { Bound, MilestoneValue, NumberValue, ResultValue } from './result.ts';

/** How a source qualifies a number: "khoảng", "trên", "gần". */
export interface Qualifier {
  about: boolean;
  bound: Bound | null;
}

/** What the words of a source say; `figure` is the number as written, not yet read. */
export type Wording =
  | ({ kind: 'figure'; figure: string } & Qualifier)
  | { kind: 'milestone'; done: boolean }
  /** So far a milestone is. */
  | ({ kind: 'share'; figure: string } & Qualifier)
  /** An answer without a figure. */
  | { kind: 'none' };

const PLAIN: Qualifier = { about: false, bound: null };
const ABOUT: Qualifier = { about: true, bound: null };
const within = (bound: Bound): Qualifier => ({ about: false, bound });

type Opening = readonly [RegExp, Qualifier];

/** The signs that a plan's YAML takes too. */
const SIGNS: readonly Opening[] = [
  [/^[~≈∼～]\s*/, ABOUT],
  [/^(?:>=|≥)\s*/, within('>=')],
  [/^(?:<=|≤)\s*/, within('<=')],
  [/^>\s*/, within('>')],
  [/^<\s*/, within('<')],
];

/** How results are worded, folded; the first that fits decides, so longer ones come first. */
const OPENINGS: readonly Opening[] = [
  ...SIGNS,
  [
    /^(?:tren duoi|vao khoang|uoc dat|uoc thuc hien|uoc tinh|uoc khoang|uoc|khoang|xap xi|about|around|approximately)\s+/,
    ABOUT,
  ],
  [/^(?:khong duoi|khong it hon|it nhat|toi thieu|at least)\s+/, within('>=')],
  [/^(?:khong vuot qua|khong qua|khong hon|nhieu nhat|toi da|at most)\s+/, within('<=')],
  [/^(?:tren|hon|vuot qua|vuot tren|vuot|more than|over|above)\s+/, within('>')],
  [/^(?:gan|duoi|chua den|chua toi|chua dat|nearly|almost|less than|under|below)\s+/, within('<')],
];

/** "từ 90% trở lên". */
const CLOSINGS: readonly Opening[] = [
  [/^(?:tu )?(.*) tro len$/s, within('>=')],
  [/^(?:tu )?(.*) tro xuong$/s, within('<=')],
];

/** "đạt 18,3%" says no more than "18,3%". */
const REACHED = /^(?:da\s+)?dat\s+(?:(?:ty le|muc)\s+)?(?=\S)/;

const NONE: ReadonlySet<string> = new Set([
  'none',
  'n/a',
  'n.a',
  'na',
  'chua co so lieu',
  'khong co so lieu',
  'chua thong ke',
  'chua thong ke duoc',
  'chua co thong ke',
  'chua co bao cao',
  'chua bao cao',
  'khong co bao cao',
  'chua tong hop',
  'chua tong hop duoc',
  'dang tong hop',
  'chua thu thap',
  'chua thu thap duoc',
  'chua cap nhat',
  'chua cong bo',
  'chua danh gia',
  'chua do luong',
  'khong thong ke',
  'khong thong ke duoc',
  'no data',
]);
/** A dash, however long, or dots: tables have it where there is no figure. */
const NO_FIGURE = /^(?:[-‐‑‒–—−]{1,3}|\.{2,}|…)$/;

const DONE: ReadonlySet<string> = new Set([
  'done',
  'da ban hanh',
  'da hoan thanh',
  'hoan thanh',
  'hoan thanh 100%',
  'da hoan thanh 100%',
]);
const NOT_DONE: ReadonlySet<string> = new Set([
  'not-done',
  'chua',
  'chua ban hanh',
  'chua hoan thanh',
  'khong hoan thanh',
  'chua thuc hien',
  'chua trien khai',
  'dang thuc hien',
  'dang trien khai',
  'dang xay dung',
]);
/** "Hoàn thành trên 60% khối lượng". */
const SHARE =
  /^(?:da )?hoan thanh (?:duoc )?(\D*\d[\d.,]*\s*%(?: tro (?:len|xuong))?)(?: (?:khoi luong|tien do|noi dung|cong viec|ke hoach))?$/;
const PERCENT_FIGURE = /^\d[\d.,]*\s*%$/;

/** Most cells: they need not be looked through for words. */
const BARE_FIGURE = /^-?\d[\d.,]*%?$/;

/**
 * What the text of a cell says, in signs (`> 90`, `~ 8,2`, `done`) or in the words of documents
 * ("trên 90%", "ước đạt 8,2", "đã ban hành"); accents and case do not count. Whether the figure in
 * it is a number is for the reader of numbers; a text without any known word is taken for one.
 */
export function wordingOf(text: string): Wording {
  if (BARE_FIGURE.test(text)) return { kind: 'figure', figure: text, ...PLAIN };
  const folded = foldText(text).replace(/(?<![.;,])[.;,]+$/, (end) =>
    /^\.{2,}$/.test(text.trim()) ? end : '',
  );
  if (NONE.has(folded) || NO_FIGURE.test(folded)) return { kind: 'none' };
  if (DONE.has(folded)) return { kind: 'milestone', done: true };
  if (NOT_DONE.has(folded)) return { kind: 'milestone', done: false };
  const share = SHARE.exec(folded)?.[1];
  const ofShare = share === undefined ? null : figureIn(share);
  if (ofShare !== null && PERCENT_FIGURE.test(ofShare.figure)) return { ...ofShare, kind: 'share' };
  return figureIn(folded.replace(REACHED, ''));
}

function figureIn(folded: string): Extract<Wording, { kind: 'figure' }> {
  for (const [closing, qualifier] of CLOSINGS) {
    const figure = closing.exec(folded)?.[1];
    if (figure !== undefined) return { kind: 'figure', figure, ...qualifier };
  }
  const [opening, qualifier] = OPENINGS.find(([words]) => words.test(folded)) ?? [/^/, PLAIN];
  return { kind: 'figure', figure: folded.replace(opening, ''), ...qualifier };
}

const NUMBER = /^-?\d+(?:\.(\d+))?$/;
const PERCENTAGE = /^(\d+(?:\.\d+)?)\s*%$/;

/**
 * Reads a result expression as YAML has it: a number, `"~ 8.2"`, `"> 90"`, `">= 90"`, `"< 50"`,
 * `"<= 5"`, `done`, `not-done`, `"60%"` of a milestone. Gives `null` for `none`, an answer without
 * a figure, and `undefined` for anything else.
 */
export function parseObserved(written: string | number): ResultValue | null | undefined {
  const text = String(written).trim();
  if (text === 'none') return null;
  if (text === 'done' || text === 'not-done') return { kind: 'milestone', done: text === 'done' };
  const [sign, qualifier] = SIGNS.find(([pattern]) => pattern.test(text)) ?? [/^/, PLAIN];
  const number = text.replace(sign, '');
  const share = PERCENTAGE.exec(number)?.[1];
  if (share !== undefined) return milestoneAt(exact(share), qualifier);
  const digits = NUMBER.exec(number);
  return digits ? numberValue(exact(number), digits[1]?.length ?? 0, qualifier) : undefined;
}

/**
 * A milestone of which so many percent are done; `undefined` beyond the whole. The whole is done; of
 * what is only about the whole, or less than it, that is not known.
 */
export function milestoneAt(
  percentage: Exact,
  { about, bound }: Qualifier = PLAIN,
): MilestoneValue | undefined {
  const share = percentage.div(100);
  const order = compare(share, exact(1));
  if (order > 0 || (order === 0 && bound === '>')) return undefined;
  if (order === 0 && !about && (bound === null || bound === '>='))
    return { kind: 'milestone', done: true };
  return {
    ...{ kind: 'milestone', done: false, share },
    ...(about && { about }),
    ...(bound !== null && { bound }),
  };
}

/** A number with what its source says of it. */
export function numberValue(
  value: Exact,
  decimals: number,
  { about, bound }: Qualifier,
): NumberValue {
  return bound === null
    ? { kind: 'number', value, about, decimals }
    : { kind: 'number', value, about, bound, decimals };
}

/** So many digits behind the mark a share of a milestone has at the most. */
const SHARE_DECIMALS = 12;

/** The value as a plan's YAML would have it, which {@link parseObserved} reads. */
export function observedText(value: ResultValue | null): string {
  if (value === null) return 'none';
  if (value.kind === 'milestone') {
    const { done, share } = value;
    if (share === undefined) return done ? 'done' : 'not-done';
    return signed(value, `${toDecimal(share.mul(100), SHARE_DECIMALS)}%`);
  }
  const digits = fixed(value.value, value.decimals ?? SHARE_DECIMALS, value.decimals !== undefined);
  return signed(value, digits);
}

function signed({ bound, about }: Pick<MilestoneValue, 'bound' | 'about'>, text: string): string {
  const sign = bound ?? (about ? '~' : null);
  return sign === null ? text : `${sign} ${text}`;
}

/** With just so many digits behind the mark where it is known how many were written. */
function fixed(value: Exact, decimals: number, isWritten: boolean): string {
  const text = toDecimal(value, decimals);
  if (!isWritten || decimals === 0) return text;
  const [whole = '', part = ''] = text.split('.');
  return `${whole}.${part.padEnd(decimals, '0')}`;
}
