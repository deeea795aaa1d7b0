import { foldText } from './fold.ts';

/** What a unit makes of a number, however it is written. */
type UnitKind = 'percent' | 'per-mille' | 'other';

/** Of Latin letters and others that every keyboard has, and none of which {@link MAYBE_SHARE} could be found in it. */
const CERTAINLY_OTHER =
  /^[\x20-\x24\x26-\x4f\x51-\x6f\x71-\x7e\u00c0-\u00ff\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]*$/;
const MAYBE_SHARE = /[%‰]|ph|per/;
/** `%/năm`: by how much something grows in that time. */
const PER_TIME = /(?:\/|moi|hang|per|mot)\s*(?:nam|quy|thang|year|quarter|month)\b/u;
/** `doanh nghiệp/1000 dân`, `thuê bao trên 100 dân`, `per 1,000 inhabitants`. */
const FACTOR =
  /(?:\/|\btren|\bper|\btinh tren|\bmoi)\s*(10+|[1-9]\d{0,2}(?:[.,\s]000)+)(?!\d|[.,]\d)/u;

const IN_WORDS: Readonly<Record<string, number>> = {
  trăm: 100,
  hundred: 100,
  nghìn: 1_000,
  nghin: 1_000,
  ngàn: 1_000,
  thousand: 1_000,
  vạn: 10_000,
  triệu: 1_000_000,
  trieu: 1_000_000,
  million: 1_000_000,
};
/** In a unit that is no share of a hundred, such as `điểm %`. */
const OF_HUNDRED = /%|phan tram|percent/;

/** As it is compared: letters without accents, `％` as `%`. */
function folded(unit: string): string {
  return foldText(unit.normalize('NFKC'));
}

function kindOf(unit: string | null): UnitKind {
  if (unit === null) return 'other';
  if (unit === '%') return 'percent';
  if (CERTAINLY_OTHER.test(unit)) return 'other';
  const text = folded(unit);
  // Classes of letters take long to make.
  if (!MAYBE_SHARE.test(text)) return 'other';
  const percent =
    /^\(?(?:(?:ty|ti) (?:le|trong|suat) )?(?:%(?!o\b|\d)|(?:phan tram|percent|per cent)(?![\p{L}\p{N}]))/u;
  if (percent.test(text)) return 'percent';
  const perMille = /^\(?(?:‰|%o\b|(?:phan nghin|phan ngan|per mille|per mil)(?![\p{L}\p{N}]))/u;
  return perMille.test(text) ? 'per-mille' : 'other';
}

/** Is it percent: `%`, `％`, `phần trăm`, `% dân số`, `%/năm`? Percentage points are not. */
export function isPercent(unit: string | null): boolean {
  return kindOf(unit) === 'percent';
}

/** Is it a change within a year, quarter or month: `%/năm`? */
export function isPerTime(unit: string): boolean {
  if (unit === '%') return false;
  return PER_TIME.test(folded(unit));
}

/**
 * What a quotient of counts is multiplied by to be in the unit: 100 for percent, 1000 for per
 * mille, else what the plan gives as `per`, else 1. `null` where the unit names a factor
 * (`doanh nghiệp/1000 dân`) and the plan gives none: what the counts are then cannot be known.
 */
export function countsFactor(unit: string | null, per: number | null): number | null {
  const kind = kindOf(unit);
  if (kind !== 'other') return kind === 'percent' ? 100 : 1000;
  if (per !== null) return per;
  return unit !== null && namedFactor(unit) !== null ? null : 1;
}

/** The factor that the unit names: 1000 in `doanh nghiệp/1000 dân`, `nghìn dân`; `null` for none. */
export function namedFactor(unit: string): number | null {
  const kind = kindOf(unit);
  if (kind !== 'other') return kind === 'percent' ? 100 : 1000;
  // `doanh nghiệp/nghìn dân`, `10 vạn dân`; accents count, for “trạm” and “văn” are no numbers.
  const inWords =
    /(?:\/|(?<!\p{L})(?:trên|per|mỗi)\s)\s*(?:(\d+)\s*|một\s|an?\s)?(trăm|nghìn|nghin|ngàn|vạn|triệu|trieu|hundred|thousand|million)(?!\p{L})/u;
  const [found, times = '1', word] = inWords.exec(unit.normalize('NFKC').toLowerCase()) ?? [];
  if (found !== undefined) return Number(times) * IN_WORDS[word!]!;
  const text = folded(unit);
  const digits = FACTOR.exec(text)?.[1]?.replace(/\D/g, '');
  if (digits !== undefined && Number(digits) > 1) return Number(digits);
  return OF_HUNDRED.test(text) ? 100 : null;
}

/** Do two texts name one unit? Percent is one unit however it is written, and so is per mille. */
export function isSameUnit(a: string, b: string): boolean {
  return unitKey(a) === unitKey(b);
}

/** What texts of one unit have in common, as {@link isSameUnit} has it; empty for none. */
export function unitKey(unit: string | null): string {
  const kind = kindOf(unit);
  return kind === 'other' ? compact(unit ?? '') : kind;
}

function compact(unit: string): string {
  return folded(unit)
    .replace(/(?<=\d)[.,\s](?=000)/g, '')
    .replace(/(?<!\s)\s*\/\s*/g, '/');
}
