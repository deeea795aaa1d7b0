import type { Rival } from '../../attainment.ts';
import {
  type IndicatorEvaluation,
  isEarlier,
  type MeasurableEvaluation,
  type PlanEvaluation,
} from '../../evaluation.ts';
import { toNumber, toRatio } from '../../exact.ts';
import type { Cell, Row, Value } from '../../formats/document.ts';
import { oneLine, together } from '../../formats/printable.ts';
import { observedText } from '../../observation.ts';
import type { Plan } from '../../plan.ts';
import type { Observation, ResultValue } from '../../result.ts';
import { isPercent } from '../../unit.ts';
import { VERDICTS } from '../../verdict.ts';
import type { EvidenceWords } from '../../words/en/evidence.ts';
import type { StatusWords } from '../../words/en/status.ts';
import {
  formatAttainment,
  formatResult,
  formatTarget,
  placesOf,
  withPeriod,
} from '../../words/figures.ts';
import type { Lang } from '../../words/langs.ts';
import { formatPeriod, formatSigned } from '../../words/numbers.ts';
import { numberCell, targetCell } from '../cells.ts';
import { scaleOf } from '../charts/scale.ts';
import { doubtMarks } from '../evidence.ts';
import { barText } from './bar.ts';
import { isDifferent } from './narrowing.ts';

export const WAIVED = '○';
export const DIFFERENT = '≠';
export const EARLIER = '*';
const PART = '↳ ';

/** What the cells of a row are made with. */
export interface StatusContext {
  evaluation: PlanEvaluation;
  words: StatusWords;
  evidence: EvidenceWords;
  lang: Lang;
  hasBars?: boolean;
  /** Are only the texts of the cells shown? */
  isText?: boolean;
}

/** Columns whose keys are contracts of `--format csv`. */
export type StatusKey =
  | keyof StatusWords['columns']
  | ('plan' | 'group' | 'unit' | 'year' | 'about' | 'period' | 'basis')
  | ('latest' | 'latest-period' | 'waived' | 'differs' | 'source')
  | ('bound' | 'published' | 'estimate' | 'provisional' | 'disputed' | 'rivals' | 'doubted');

/** The indicator's row, then its parts'; a part that has nothing to say in this year is left out. */
export function indicatorRows(
  whole: IndicatorEvaluation,
  context: StatusContext,
): Row<StatusKey>[] {
  return [
    statusRow(whole, whole, context),
    ...tellingParts(whole).map((part) => ({
      ...statusRow(part, whole, context),
      indicator: { text: '', raw: part.address, value: { text: part.address } },
      name: { ...nameCell(part), marker: PART },
      lead: { text: '', raw: leadCodes(whole) },
    })),
  ];
}

/** The parts that have something to say in the year. */
export function tellingParts({ parts }: IndicatorEvaluation): MeasurableEvaluation[] {
  return parts.filter((part) => part.target !== null || part.latest !== null);
}

/** What the row of an indicator or part says as its value. */
export function valueSaid(judged: MeasurableEvaluation, context: StatusContext): string {
  return valueCell(judged, { ...context, isText: true }).text;
}

/** What the row says as its name. */
export function nameSaid(judged: MeasurableEvaluation): string {
  return nameCell(judged).text;
}

/** The cells of an indicator or of a part of it. */
export function statusRow(
  judged: MeasurableEvaluation,
  whole: IndicatorEvaluation,
  context: StatusContext,
): Row<StatusKey> {
  const shown = shownCells(judged, whole, context);
  return context.isText === true ? shown : withOthers(shown, judged, whole, context);
}

/** The cells that every table shows. */
type Shown = Record<keyof StatusWords['columns'], Cell>;

function shownCells(
  judged: MeasurableEvaluation,
  whole: IndicatorEvaluation,
  context: StatusContext,
): Shown {
  return {
    indicator: { text: judged.address },
    name: nameCell(judged),
    target: askedCell(judged, context),
    value: valueCell(judged, context),
    bar: context.hasBars === true ? barCell(judged) : { text: '' },
    attainment: attainmentCell(judged, context),
    gap: gapCell(judged, context),
    verdict: verdictCell(judged, context),
    pace: paceCell(judged, context),
    declared: declaredCell(judged, context),
    lead: { text: leadNames(whole, context.evaluation.plan), raw: leadCodes(whole) },
  };
}

/** With those that only machines and spreadsheets have; written out, for what is spread is slow to make. */
function withOthers(
  shown: Shown,
  judged: MeasurableEvaluation,
  whole: IndicatorEvaluation,
  context: StatusContext,
): Row<StatusKey> {
  const { plan, year } = context.evaluation;
  const { actual, latest, waiver, declared } = judged;
  return {
    indicator: shown.indicator,
    name: shown.name,
    target: shown.target,
    value: shown.value,
    bar: shown.bar,
    attainment: shown.attainment,
    gap: shown.gap,
    verdict: shown.verdict,
    pace: shown.pace,
    declared: shown.declared,
    lead: shown.lead,
    plan: machine(plan.id),
    group: machine(whole.indicator.group),
    unit: machine(judged.measurable.unit),
    year: machine(year),
    about: machine(actual ? isAbout(actual.value) : null),
    period: periodCell(actual, context),
    basis: machine(actual?.basis ?? null),
    latest: machine(latest ? rawValue(latest.value) : null),
    'latest-period': machine(latest?.period.text ?? null),
    waived: machine(waiver !== null),
    differs: machine(declared ? isDifferent(judged) : null),
    source: saidCell(actual?.source || null),
    bound: machine(actual?.value.bound ?? null),
    published: machine(actual?.published ?? null),
    estimate: doubtCell(judged.isEstimate, context),
    provisional: doubtCell(judged.isProvisional, context),
    disputed: doubtCell(judged.rivals.length > 0, context),
    doubted: doubtCell(judged.shareDoubt !== null, context),
    rivals: saidCell(judged.rivals.map((rival) => rivalText(rival, judged)).join('; ') || null),
  };
}

function barCell(judged: MeasurableEvaluation): Cell {
  return { text: together(barText(scaleOf(judged))), style: VERDICTS[judged.verdict].style };
}

/** A text that no table shows but a spreadsheet's. */
function saidCell(text: string | null): Cell {
  return text === null ? machine(null) : { ...machine(text), value: { text: oneLine(text) } };
}

/** A mark of the verdict, in a spreadsheet a column to filter by. */
function doubtCell(isSo: boolean, { words }: StatusContext): Cell {
  return isSo ? { ...machine(true), value: { text: words.sheet.yes } } : machine(false);
}

function leadNames({ indicator }: IndicatorEvaluation, { agencies }: Plan): string {
  return indicator.lead.map((code) => oneLine(agencies.get(code) ?? code)).join('; ');
}

function leadCodes({ indicator }: IndicatorEvaluation): string {
  return indicator.lead.join(' ');
}

function machine(raw: NonNullable<Cell['raw']> | null): Cell {
  return { text: '', raw };
}

/** The name with its unit, as statistical tables have it; `%` stands with the figures. */
function nameCell({ measurable }: MeasurableEvaluation): Cell {
  const { unit } = measurable;
  const name = oneLine(measurable.name);
  return {
    text: unit === null || isPercent(unit) ? name : `${name} (${oneLine(unit)})`,
    raw: name,
  };
}

function askedCell(
  { target, measurable }: MeasurableEvaluation,
  { words, lang, isText }: StatusContext,
): Cell {
  if (!target) return { text: '', raw: null };
  const text = formatTarget(target, measurable.unit, lang, words.done);
  const said = target.op === 'done' ? text : together(text);
  if (isText) return { text: said };
  return { ...targetCell(said, target, lang), raw: target.text };
}

function valueCell(judged: MeasurableEvaluation, context: StatusContext): Cell {
  const { actual, latest } = judged;
  if (!actual) {
    const text = latest ? context.words.latest(observed(latest, judged, context)) : '';
    return { text, style: 'dim', raw: null };
  }
  const earlier = isEarlier(judged, context.evaluation.year) ? EARLIER : '';
  const text = observed(actual, judged, context) + earlier;
  if (context.isText) return { text };
  return {
    text,
    raw: rawValue(actual.value),
    value: bareValue(actual, judged, context),
  };
}

/** The figure without its period, which has a column of its own in a spreadsheet. */
function bareValue(
  result: Observation,
  judged: MeasurableEvaluation,
  context: StatusContext,
): Value {
  const { words, lang } = context;
  const { measurable, target } = judged;
  const text = formatResult(result, { unit: measurable.unit, target }, lang, words);
  const { value } = result;
  return (value.kind === 'number' && numberCell(text, value.value, lang).value) || { text };
}

function periodCell(result: Observation | null, { words, lang }: StatusContext): Cell {
  if (result === null) return machine(null);
  const { period, basis } = result;
  const text = formatPeriod(period, lang);
  const value: Value =
    basis === 'baseline'
      ? { text: words.baselineOf(text) }
      : period.kind === 'day'
        ? { day: period.end }
        : { text };
  return { ...machine(period.text), value };
}

/** `96% (15/12/2023)`, `96% (2023, baseline)`: a figure never stands without its period. */
function observed(
  result: Observation,
  judged: MeasurableEvaluation,
  context: StatusContext,
): string {
  const { words, lang } = context;
  const { measurable, target } = judged;
  const figure = formatResult(result, { unit: measurable.unit, target }, lang, words);
  const isEstimated = judged.isEstimate && result === judged.actual;
  const value = isEstimated ? context.evidence.estimate(figure) : figure;
  const { baselineOf } = words;
  return withPeriod(together(value), result, lang, { baselineOf, keep: together });
}

function rawValue(value: ResultValue): number | boolean {
  return value.kind === 'number' ? toNumber(value.value) : value.done;
}

/** `20.69 (vneconomy.vn): missed`, where that is another verdict: for machines, without locale. */
function rivalText({ result, total, verdict }: Rival, judged: MeasurableEvaluation): string {
  const of = total === null ? '' : `; total ${observedText(total.value)}`;
  const period = total === null ? '' : `${result.period.text}, `;
  const said = `${observedText(result.value)} (${period}${result.source}${of})`;
  return verdict === judged.verdict ? said : `${said}: ${verdict}`;
}

function isAbout(value: ResultValue): boolean {
  return value.about ?? false;
}

/** The share of the target; of a last known value only on which side of the target it stands. */
function attainmentCell(
  { attainment, target, lastReaches }: MeasurableEvaluation,
  { lang, evidence, isText }: StatusContext,
): Cell {
  if (attainment === null && lastReaches !== null) {
    const text = lastReaches ? evidence.lastReaches : evidence.lastBelow;
    return { text: together(text), style: 'dim', raw: null };
  }
  if (attainment === null) return { text: '', raw: null };
  const text = formatAttainment(attainment, target, lang);
  if (isText) return { text };
  return { ...numberCell(text, attainment.mul(100), lang), raw: toRatio(attainment) };
}

function gapCell(judged: MeasurableEvaluation, { words, lang, isText }: StatusContext): Cell {
  const { gap, actual, measurable } = judged;
  if (gap === null || actual === null) return { text: '', raw: null };
  const text = formatSigned(gap, lang, { places: placesOf(actual) });
  const said = together(isPercent(measurable.unit) ? `${text} ${words.points}` : text);
  return isText ? { text: said } : { ...numberCell(said, gap, lang), raw: toNumber(gap) };
}

function verdictCell(judged: MeasurableEvaluation, { words }: StatusContext): Cell {
  const { verdict, waiver } = judged;
  const word = words.verdicts[verdict];
  const marks = (isDifferent(judged) ? DIFFERENT : '') + doubtMarks(judged);
  const different = marks === '' ? '' : together(` ${marks}`);
  return waiver
    ? {
        marker: `${WAIVED} `,
        text: words.waived(word) + different,
        style: 'dim',
        raw: verdict,
        value: { text: words.waived(word) },
      }
    : {
        marker: `${VERDICTS[verdict].mark} `,
        text: word + different,
        style: VERDICTS[verdict].style,
        raw: verdict,
        value: { text: word },
      };
}

const PACE_STYLES = { 'on-track': 'good', 'at-risk': 'warn', 'off-track': 'bad' } as const;

function paceCell({ pace }: MeasurableEvaluation, { words }: StatusContext): Cell {
  if (!pace) return { text: '', raw: null };
  return pace.verdict === 'not-computable'
    ? { text: words.notComputable(pace.reason), style: 'dim', raw: pace.verdict }
    : { text: words.pace[pace.verdict], style: PACE_STYLES[pace.verdict], raw: pace.verdict };
}

/** The official word, shown only where it differs from what the numbers said as of its period. */
function declaredCell(judged: MeasurableEvaluation, { words }: StatusContext): Cell {
  const { declared, verdict } = judged;
  if (!declared) return { text: '', raw: null };
  if (declared.agrees) return { text: '', raw: declared.status };
  const status = words.declared[declared.status];
  if (declared.standing === 'note') return { text: status, style: 'dim', raw: declared.status };
  const text =
    declared.judgement.verdict === verdict
      ? status
      : words.computedThen(status, words.verdicts[declared.judgement.verdict]);
  return { marker: `${DIFFERENT} `, text, style: 'warn', raw: declared.status };
}
