import type { Day } from '../../calendar.ts';
import type { Course, PeriodFigure } from '../../course.ts';
import type { PlanEvaluation } from '../../evaluation.ts';
import { type Exact, toNumber } from '../../exact.ts';
import type { Cell, Column, Row, TableBlock } from '../../formats/document.ts';
import { oneLine, together } from '../../formats/printable.ts';
import type { Period } from '../../period.ts';
import { isPercent } from '../../unit.ts';
import { formatResult, formatTarget, placesOf } from '../../words/figures.ts';
import type { Speech } from '../../words/index.ts';
import { formatPeriod, formatSigned } from '../../words/numbers.ts';
import { numberCell, targetCell } from '../cells.ts';
import { notCountedLine, notCountedPlaces } from '../evidence.ts';
import { numberOrNull, observationValue, targetJson } from '../json-values.ts';

/** The courses of one plan's indicators over the same periods. */
export interface PlanCourses {
  evaluation: PlanEvaluation;
  periods: readonly Period[];
  /** By group, in the plan's order; a group without a name of its own is `null`. */
  groups: readonly { name: string | null; courses: readonly Course[] }[];
  resultFiles: readonly string[];
}

type PeriodSpeech = Speech<'status' | 'periods' | 'evidence'>;

/** Marks a figure of an earlier period. */
const OLDER = '←';

/** One column a period, with the changes of the last period that has a figure of its own. */
export function periodsTable(told: PlanCourses, speech: PeriodSpeech): TableBlock {
  const { evaluation, periods, groups, resultFiles } = told;
  const { periods: words, status, evidence, lang } = speech;
  const { plan, year, asOf, notCounted } = evaluation;
  const columns: Column[] = [
    { key: 'indicator', title: status.columns.indicator, importance: 70 },
    { key: 'name', title: status.columns.name, importance: 100, wraps: true, minWidth: 20 },
    {
      key: 'target',
      title: `${status.columns.target} ${year}`,
      importance: 60,
      wraps: true,
      minWidth: 6,
    },
    ...periods.map((period, at) => ({
      key: period.text,
      title: formatPeriod(period, lang),
      importance: 80 + at,
      align: 'right' as const,
      wraps: true,
      minWidth: 8,
    })),
    {
      key: 'change',
      title: words.change,
      importance: 50,
      align: 'right',
      wraps: true,
      minWidth: 8,
    },
    {
      key: 'year-change',
      title: words.yearChange,
      importance: 40,
      align: 'right',
      wraps: true,
      minWidth: 8,
    },
  ];
  return {
    kind: 'table',
    title: `${plan.document} — ${oneLine(plan.title)}`,
    opening: notCountedLine(notCounted, evidence),
    columns,
    sections: groups.map(({ name, courses }) => ({
      heading: name === null ? null : oneLine(name),
      rows: courses.map((course) => rowOf(course, speech)),
      subtotal: null,
    })),
    closing: [
      words.rule(OLDER),
      words.asOf(asOf, year, resultFiles),
      ...notCountedPlaces(notCounted, evidence),
    ],
    hiddenNote: status.hidden,
  };
}

function rowOf(course: Course, speech: PeriodSpeech): Row {
  const { judged, figures } = course;
  const { address, measurable, target } = judged;
  const { status, lang } = speech;
  const last = figures.findLast(({ figure, isOlder }) => figure !== null && !isOlder);
  const unit = measurable.unit;
  const named = unit === null || isPercent(unit) ? '' : ` (${oneLine(unit)})`;
  return {
    indicator: { text: address },
    name: { text: oneLine(measurable.name) + named },
    target:
      target === null
        ? { text: '' }
        : targetCell(together(formatTarget(target, unit, lang, status.done)), target, lang),
    ...Object.fromEntries(
      figures.map((figure) => [figure.period.text, figureCell(figure, course, speech)]),
    ),
    change: changeCell(last, last?.change ?? null, course, speech),
    'year-change': changeCell(last, last?.yearChange ?? null, course, speech),
  };
}

/** `45%`; of an earlier period dim, with that period. */
function figureCell(
  { figure, isOlder }: PeriodFigure,
  { judged }: Course,
  { status, lang }: PeriodSpeech,
): Cell {
  if (figure === null) return { text: '' };
  const { measurable, target } = judged;
  const text = formatResult(figure, { unit: measurable.unit, target }, lang, status);
  if (isOlder)
    return {
      text: `${OLDER} ${together(text)} (${together(formatPeriod(figure.period, lang))})`,
      style: 'dim',
    };
  return figure.value.kind === 'number'
    ? numberCell(together(text), figure.value.value, lang)
    : { text: together(text) };
}

function changeCell(
  last: PeriodFigure | undefined,
  change: Exact | null,
  { judged }: Course,
  { status, lang }: PeriodSpeech,
): Cell {
  if (change === null || !last?.figure) return { text: '' };
  const text = formatSigned(change, lang, { places: placesOf(last.figure) });
  const points = isPercent(judged.measurable.unit) ? ` ${status.points}` : '';
  return numberCell(together(text + points), change, lang);
}

/** Keys are contracts of `--format csv`: a line for each indicator or part and period. */
const RECORD = [
  ...['plan', 'indicator', 'name', 'group', 'unit', 'year', 'target', 'period', 'value', 'about'],
  ...['bound', 'older', 'figure-period', 'change', 'year-change', 'basis', 'source'],
] as const;

/** The courses as a list, a line for each indicator and period. */
export function periodsRecords(all: readonly PlanCourses[]): TableBlock {
  return {
    kind: 'table',
    title: '',
    columns: RECORD.map((key) => ({ key, title: key, importance: 100 })),
    sections: all.map(({ evaluation, groups }) => ({
      heading: null,
      rows: groups.flatMap(({ courses }) =>
        courses.flatMap((course) => course.figures.map((one) => recordOf(one, course, evaluation))),
      ),
      subtotal: null,
    })),
    closing: [],
    hiddenNote: () => '',
  };
}

function recordOf(
  { period, figure, isOlder, change, yearChange }: PeriodFigure,
  { judged, whole }: Course,
  { plan, year }: PlanEvaluation,
): Row<(typeof RECORD)[number]> {
  const value = figure === null ? null : observationValue(figure.value);
  const raw = (one: string | number | boolean | null): Cell => ({
    text: one === null ? '' : String(one),
    raw: one,
  });
  return {
    plan: raw(plan.id),
    indicator: raw(judged.address),
    name: raw(judged.measurable.name),
    group: raw(whole.indicator.group),
    unit: raw(judged.measurable.unit),
    year: raw(year),
    target: raw(judged.target?.text ?? null),
    period: raw(period.text),
    value: raw(value?.value ?? null),
    about: raw(value?.about ?? null),
    bound: raw(value?.bound ?? null),
    older: raw(figure === null ? null : isOlder),
    'figure-period': raw(figure?.period.text ?? null),
    change: raw(change === null ? null : toNumber(change)),
    'year-change': raw(yearChange === null ? null : toNumber(yearChange)),
    basis: raw(figure?.basis ?? null),
    source: raw(figure?.source ?? null),
  };
}

/** The courses in the published shape of `status --periods … --format json`, `periods/1`. */
export function periodsJson(all: readonly PlanCourses[], asOf: Day) {
  return {
    format: 'periods/1',
    asOf,
    plans: all.map(({ evaluation, periods, groups }) => ({
      id: evaluation.plan.id,
      title: evaluation.plan.title,
      document: evaluation.plan.document,
      area: evaluation.area,
      year: evaluation.year,
      periods: periods.map(({ text }) => text),
      indicators: groups.flatMap(({ courses }) => courses.map(courseJson)),
      notCounted: evaluation.notCounted,
    })),
  };
}

function courseJson({ judged, whole, figures }: Course) {
  return {
    id: judged.address,
    name: judged.measurable.name,
    group: whole.indicator.group,
    unit: judged.measurable.unit,
    target: targetJson(judged.target),
    figures: figures.map(({ period, figure, isOlder, change, yearChange }) => ({
      period: period.text,
      ...(figure === null
        ? { value: null, about: false, bound: null }
        : observationValue(figure.value)),
      figurePeriod: figure?.period.text ?? null,
      older: isOlder,
      change: numberOrNull(change),
      yearChange: numberOrNull(yearChange),
      basis: figure?.basis ?? null,
      source: figure?.source ?? null,
      file: figure?.file ?? null,
      ...(figure?.sheet === undefined ? {} : { sheet: figure.sheet }),
      line: figure?.line ?? null,
    })),
  };
}
