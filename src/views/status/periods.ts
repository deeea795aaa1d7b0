import type { Day } from '../../calendar.ts';
import type { Course, PeriodFigure, PlanCourses } from '../../course.ts';
import type { PlanEvaluation } from '../../evaluation.ts';
import { type Exact, toNumber } from '../../exact.ts';
import type { Cell, Column, Row, TableBlock } from '../../formats/document.ts';
import { oneLine, together } from '../../formats/printable.ts';
import { isPercent } from '../../unit.ts';
import { capitalised } from '../../words/capital.ts';
import { formatResult, formatTarget, placesOf, withPeriod } from '../../words/figures.ts';
import type { Speech } from '../../words/index.ts';
import { formatPeriod, formatSigned } from '../../words/numbers.ts';
import { numberCell, targetCell } from '../cells.ts';
import { DISPUTED, notCountedLine, notCountedPlaces } from '../evidence.ts';
import { numberOrNull, observationValue, targetJson } from '../json-values.ts';
import { observationJson } from './json.ts';

type PeriodSpeech = Speech<'status' | 'periods' | 'evidence'>;

/** Marks a figure of an earlier period. */
const OLDER = '←';

/**
 * One column a period, with the changes of the last period that has a figure of its own.
 *
 * @param files the result files, as named
 */
export function periodsTable(
  told: PlanCourses,
  files: readonly string[],
  speech: PeriodSpeech,
): TableBlock {
  const { plan, year, asOf, notCounted } = told.evaluation;
  const { periods: words, evidence } = speech;
  const grid = periodsGrid(told, speech);
  return {
    ...grid,
    title: `${plan.document} — ${oneLine(plan.title)}`,
    opening: notCountedLine(notCounted, evidence),
    closing: [
      ...grid.closing,
      words.asOf(asOf, year, files),
      ...notCountedPlaces(notCounted, speech),
    ],
  };
}

/** The columns and rows, with what explains their marks. */
export function periodsGrid(
  { evaluation, periods, groups }: PlanCourses,
  speech: PeriodSpeech,
): TableBlock {
  const { periods: words, status, lang } = speech;
  const { plan, year } = evaluation;
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
    ...periods.map((period, at) =>
      figureColumn(
        period.text,
        capitalised(formatPeriod(period, lang)),
        importanceOf(at, periods.length),
      ),
    ),
    figureColumn('change', words.change, 90),
    figureColumn('year-change', words.yearChange, 65),
  ];
  return {
    kind: 'table',
    title: null,
    columns,
    sections: groups.map(({ code, courses }) => ({
      heading: code === null ? null : oneLine(plan.groups.get(code) ?? code),
      rows: courses.map((course) => rowOf(course, speech)),
      subtotal: null,
    })),
    closing: [
      words.rule(OLDER),
      ...disputeLines(
        groups.flatMap(({ courses }) => courses),
        speech,
      ),
    ],
    hiddenNote: status.hidden,
  };
}

/** What other sources say, once for each figure. */
function disputeLines(
  courses: readonly Course[],
  { evidence, status, lang }: PeriodSpeech,
): string[] {
  const lines = courses.flatMap(({ judged: { address, measurable, target }, figures }) =>
    figures.flatMap(({ rivals }) =>
      rivals.map((rival) => {
        const said = formatResult(rival, { unit: measurable.unit, target }, lang, status);
        const source = rival.source || evidence.noSource;
        return evidence.disputed(address, withPeriod(said, rival, lang), source, {
          result: null,
          verdict: null,
        });
      }),
    ),
  );
  return [...new Set(lines)];
}

function figureColumn(key: string, title: string, importance: number): Column {
  return { key, title, importance, align: 'right', wraps: true, minWidth: 8 };
}

/** Where there is no room the last period and its change stay, and the oldest periods go. */
function importanceOf(at: number, count: number): number {
  return at === count - 1 ? 95 : 80 - (count - at) / count;
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
  { figure, isOlder, rivals }: PeriodFigure,
  { judged }: Course,
  { status, lang }: PeriodSpeech,
): Cell {
  if (figure === null) return { text: '' };
  const { measurable, target } = judged;
  const said = together(formatResult(figure, { unit: measurable.unit, target }, lang, status));
  const mark = rivals.length > 0 ? ` ${DISPUTED}` : '';
  if (isOlder)
    return {
      text: `${OLDER} ${said} (${together(formatPeriod(figure.period, lang))})${mark}`,
      style: 'dim',
    };
  const text = said + together(mark);
  return figure.value.kind === 'number' ? numberCell(text, figure.value.value, lang) : { text };
}

function changeCell(
  last: PeriodFigure | undefined,
  change: Exact | null,
  { judged, figures }: Course,
  { status, lang }: PeriodSpeech,
): Cell {
  if (change === null || !last?.figure) return { text: '' };
  const text = formatSigned(change, lang, { places: placesOf(last.figure) });
  const points = isPercent(judged.measurable.unit) ? ` ${status.points}` : '';
  const ofWhich = last === figures.at(-1) ? '' : ` (${together(formatPeriod(last.period, lang))})`;
  return numberCell(together(text + points) + ofWhich, change, lang);
}

/** Keys are contracts of `--format csv`: a line for each indicator or part and period. */
const RECORD = [
  ...['plan', 'indicator', 'name', 'group', 'unit', 'year', 'target', 'period', 'value', 'about'],
  ...['bound', 'older', 'figure-period', 'change', 'year-change', 'basis', 'source', 'disputed'],
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
  { period, figure, isOlder, change, yearChange, rivals }: PeriodFigure,
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
    disputed: raw(figure === null ? null : rivals.length > 0),
  };
}

/** The courses in the published shape of `status --periods … --format json`, `periods/1`. */
export function periodsJson(all: readonly PlanCourses[], asOf: Day) {
  return {
    format: 'periods/1',
    asOf,
    plans: all.map((one) => ({
      id: one.evaluation.plan.id,
      title: one.evaluation.plan.title,
      document: one.evaluation.plan.document,
      area: one.evaluation.area,
      year: one.evaluation.year,
      ...coursesJson(one),
      notCounted: one.evaluation.notCounted,
    })),
  };
}

/** The figures of each period, without the plan. */
export function coursesJson({ periods, groups }: PlanCourses) {
  return {
    periods: periods.map(({ text }) => text),
    indicators: groups.flatMap(({ courses }) => courses.map(courseJson)),
  };
}

function courseJson({ judged, whole, figures }: Course) {
  return {
    id: judged.address,
    name: judged.measurable.name,
    group: whole.indicator.group,
    unit: judged.measurable.unit,
    target: targetJson(judged.target),
    figures: figures.map(({ period, figure, isOlder, change, yearChange, rivals }) => ({
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
      rivals: rivals.map((rival) => observationJson(rival)),
    })),
  };
}
