import type { MeasurableEvaluation } from '../../evaluation.ts';
import { type Exact, exact } from '../../exact.ts';
import type { MeasurableExplanation, NextStep } from '../../explain.ts';
import type { Entry } from '../../formats/document.ts';
import { oneLine, together } from '../../formats/printable.ts';
import type { Indicator, Measurable } from '../../indicator.ts';
import type { Result } from '../../result.ts';
import {
  isAtMost,
  isCap,
  isMilestone,
  type NumberTarget,
  numbersOf,
  reaching,
  type Target,
  type Threshold,
  targetNumber,
} from '../../target.ts';
import { countsFactor, isPercent } from '../../unit.ts';
import type { ExplainWords } from '../../words/en/explain.ts';
import type { StatusWords } from '../../words/en/status.ts';
import {
  AS_WRITTEN,
  edgesOf,
  formatAttainment,
  formatCounts,
  formatResult,
  formatTarget,
} from '../../words/figures.ts';
import type { Speech } from '../../words/index.ts';
import { LANGS, type Lang } from '../../words/langs.ts';
import { formatNumber, formatSigned } from '../../words/numbers.ts';
import { list } from '../../words/quote.ts';

/** The words of an explanation. */
export type ExplainSpeech = Speech<'explain' | 'status' | 'reasons' | 'overdue' | 'evidence'>;

/** What the words are chosen with. */
export interface Tongue {
  lang: Lang;
  words: ExplainWords;
  status: StatusWords;
  reasons: ExplainSpeech['reasons'];
  deadlines: ExplainSpeech['overdue'];
  evidence: ExplainSpeech['evidence'];
}

/** A number as written, with `%` where that is the unit and with the unit's name where it has one. */
function numberText(value: Exact, unit: string | null, { lang }: Tongue): string {
  const number = formatNumber(value, lang, { places: AS_WRITTEN });
  if (isPercent(unit)) return `${number}%`;
  return unit === null ? number : `${number} ${oneLine(unit)}`;
}

/** The target in signs, `≥ 95%`. */
export function targetText(target: Target, unit: string | null, { lang, words }: Tongue): string {
  const text = formatTarget(target, unit, lang, words.milestone);
  return target.op === 'done' ? text : together(text);
}

/** How the target is to be understood, with what qualifies it. */
export function readingText(
  { evaluation, writtenYear, isShare }: MeasurableExplanation,
  { indicator, year }: { indicator: Indicator; year: number },
  tongue: Tongue,
): string {
  const { readings } = tongue.words;
  const { target, measurable, reason } = evaluation;
  if (reason === 'parts') return readings.parts;
  if (!target) return readings.none([...measurable.targets.keys()].join(', '));
  const everyYear = indicator.every === 'year' && writtenYear !== null && writtenYear !== year;
  return [
    isCap(target, isShare) && !isAtMost(target)
      ? readings.cap(numberText(targetNumber(target as NumberTarget), measurable.unit, tongue))
      : meaning(target, measurable.unit, tongue),
    ...(everyYear ? [readings.everyYear(writtenYear)] : []),
    ...(indicator.each === 'sector' ? [readings.eachSector] : []),
  ].join('; ');
}

function meaning(target: Target, unit: string | null, tongue: Tongue): string {
  const { readings } = tongue.words;
  if (isMilestone(target)) return readings.milestone;
  const text = (number: Exact) => numberText(number, unit, tongue);
  const numbers = numbersOf(target).map(text);
  return readings.ofTarget[target.op](numbers[0]!, numbers.at(-1)!, text(reaching(target).number));
}

/** The row's figure; `null` where it has none. */
export function valueText(
  result: Result,
  { target, measurable }: MeasurableEvaluation,
  { lang, words }: Tongue,
): string | null {
  const { value, counts } = result;
  if (value === null) return null;
  const look = { unit: measurable.unit, target };
  const text = formatResult({ ...result, value }, look, lang, words);
  return together(counts === null ? text : `${text} (${formatCounts(counts, lang)})`);
}

/** The formulas with the numbers put in. */
export function computationEntries({ evaluation }: MeasurableExplanation, tongue: Tongue): Entry[] {
  const { words } = tongue;
  const { target, actual, attainment, gap, measurable } = evaluation;
  if (!target || target.op === 'done' || actual?.value.kind !== 'number' || gap === null) return [];
  const look = { places: AS_WRITTEN, apartFrom: edgesOf(target) };
  const number = (value: Exact) => formatNumber(value, tongue.lang, look);
  const fromCounts = countsFormula(actual, measurable, number);
  const [value, wanted] = [number(actual.value.value), number(targetNumber(target))];
  const points = isPercent(measurable.unit) ? ` ${words.points}` : '';
  const difference = formatSigned(gap, tongue.lang, { places: 4 });
  const ratio = isAtMost(target) ? `${wanted} / ${value}` : `${value} / ${wanted}`;
  const percent = attainment && formatAttainment(attainment, target, tongue.lang, 2);
  return [
    ...(fromCounts === null ? [] : [{ label: words.labels.result, text: fromCounts }]),
    ...(percent === null
      ? []
      : [{ label: words.labels.attainment, text: `${ratio} = ${percent}` }]),
    { label: words.labels.gap, text: `${value} − ${wanted} = ${difference}${points}` },
  ];
}

function countsFormula(
  { counts, value }: Result,
  { unit, per }: Pick<Measurable, 'unit' | 'per'>,
  number: (value: Exact) => string,
): string | null {
  if (counts === null || value?.kind !== 'number') return null;
  const quotient = `${number(counts.numerator)} / ${number(counts.denominator)}`;
  const factor = countsFactor(unit, per);
  const scaled =
    factor === null || factor === 1 ? quotient : `${quotient} × ${number(exact(factor))}`;
  return `${scaled} = ${number(value.value)}${isPercent(unit) ? '%' : ''}`;
}

/** Whether the print could tip the verdict; `null` where there is no number to speak of. */
export function roundingText(
  { evaluation, sensitivity }: MeasurableExplanation,
  tongue: Tongue,
): string | null {
  const { words, status } = tongue;
  const { actual, target, measurable } = evaluation;
  if (!target || target.op === 'done' || actual?.value.kind !== 'number') return null;
  const isTipped = evaluation.rivals.some(({ verdict }) => verdict !== evaluation.verdict);
  if (!sensitivity) return isTipped ? words.roundingSafeAlone : words.roundingSafe;
  const verdicts = list(
    sensitivity.otherwise.map((verdict) => `“${status.verdicts[verdict]}”`),
    LANGS[tongue.lang].or,
  );
  const { from, below } = sensitivity;
  const end = (value: Exact) => numberText(value, measurable.unit, tongue);
  return words.rounding(end(from), end(below), verdicts);
}

/** What would have to change for the next better verdict. */
export function nextText(
  { evaluation, next }: MeasurableExplanation,
  year: number,
  tongue: Tongue,
): string {
  const { words, status } = tongue;
  const { unit } = evaluation.measurable;
  switch (next.kind) {
    case 'best':
      return words.next.best;
    case 'cannot-exceed':
      return words.next[next.why];
    case 'measured':
      return words.next.measured(status.verdicts.exceeded, wanted(next.threshold, unit, tongue));
    case 'number':
      return words.next.number(
        status.verdicts[next.verdict],
        wanted(next.threshold, unit, tongue),
        changeText(next, unit, tongue),
      );
    case 'done':
      return words.next.done(status.verdicts.met);
    case 'too-late':
      return words.next.tooLate;
    case 'result':
      return words.next.result(year, next.ofYear);
    case 'successor':
      return words.next.successor;
    case 'parts':
      return words.next.parts(next.addresses.join(', '));
    case 'none':
      return words.next.none;
  }
}

function wanted({ op, number }: Threshold, unit: string | null, tongue: Tongue): string {
  return tongue.words.wanted[op](numberText(number, unit, tongue));
}

/** How far the present figure is from there; nothing where it is there already. */
function changeText(
  { change }: Extract<NextStep, { kind: 'number' }>,
  unit: string | null,
  tongue: Tongue,
): string | null {
  if (change === null || change.equals(exact(0))) return null;
  const text = formatSigned(change, tongue.lang, { places: 4 });
  return isPercent(unit) ? `${text} ${tongue.words.points}` : text;
}
