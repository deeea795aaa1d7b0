import type { Area, AreaCatalogue } from './area.ts';
import { type AuditFinding, placeOfRow } from './audit/finding.ts';
import type { Day } from './calendar.ts';
import type { PlanCourses } from './course.ts';
import type { DeclaredStanding } from './declared.ts';
import type { Diff } from './diff.ts';
import {
  type IndicatorEvaluation,
  isEarlier,
  type MeasurableEvaluation,
  type PlanEvaluation,
} from './evaluation.ts';
import { groupsOf } from './grouping.ts';
import type { MeasureCatalogue } from './measure.ts';
import {
  type DeadlineItem,
  isDone,
  mostUrgentFirst,
  type OnTime,
  onTimeOf,
  type PlanDeadlines,
} from './overdue.ts';
import { PACE_CLASSES, type PaceClass, paceClassOf } from './pace-class.ts';
import type { Plan } from './plan.ts';
import type { Result } from './result.ts';
import type { Scope } from './scope.ts';
import { type Changes, changesBetween, type PlanState } from './since.ts';
import { type Standouts, standoutsOf } from './standouts.ts';
import { type GroupTally, type Tally, tallyOf } from './tally.ts';
import {
  byVerdict,
  DECLARED_STATUSES,
  type DeclaredStatus,
  VERDICTS,
  type Verdict,
} from './verdict.ts';

/** The files that a plan's figures come from. */
interface Sources {
  /** The result files read, as named. */
  results: readonly string[];
  progress: readonly string[];
  /** Rows that could not be read and do not count. */
  unreadResults: number;
  unreadProgress: number;
}

/** A plan with everything that a report of it rests on. */
export interface Situation {
  areas: AreaCatalogue;
  measures: MeasureCatalogue;
  /** What is known of the plan's indicators, of whatever area. */
  results: readonly Result[];
  evaluation: PlanEvaluation;
  deadlines: PlanDeadlines;
  sources: Sources;
  /** The plan as its file has it, and what of it is told. */
  whole: Plan;
  scope: Scope;
  /** Disagreements that concern this plan. */
  questions: readonly AuditFinding[];
  /** Addresses whose disputes the questions of a plan ask about, this one's or another's. */
  asked: ReadonlySet<string>;
  /** The reasons of those that the plan's `ignore` leaves out, one a disagreement. */
  ignored: readonly string[];
  /** The same plan at an earlier time or on older results. */
  before: PlanState | null;
  /** The figures of the periods asked for; `null` where none are. */
  courses: PlanCourses | null;
}

/** What a report's changes are changes from. */
export type Since = { kind: 'day'; day: Day } | { kind: 'results'; files: readonly string[] };

/** How the official statuses compare with the verdicts as of their own periods. */
export interface DeclaredTally {
  declared: number;
  statuses: Readonly<Record<DeclaredStatus, number>>;
  /** Differing, with figures to say so. */
  differing: number;
  /** Without a figure that could say anything. */
  unsupported: number;
}

/** Indicators in progress of one pace. */
interface PaceGroup {
  pace: PaceClass;
  indicators: IndicatorEvaluation[];
}

/** The overdue occurrences of one lead agency, the longest overdue first; those that several lead stand under each. */
interface LeadOverdue {
  /** `null` where the plan names none. */
  lead: string | null;
  items: DeadlineItem[];
}

/** What is due next: soon, or where nothing is, on the nearest day ahead. */
interface DueNext {
  within: number;
  soon: DeadlineItem[];
  /** Those of the nearest due day, where nothing is due soon. */
  later: DeadlineItem[];
}

/** Where the work stands: tasks and duties by what became of them, the most urgent first. */
export interface Work {
  done: DeadlineItem[];
  /** Done after the due day. */
  late: DeadlineItem[];
  /** Reported as under way, and not past the due day. */
  underWay: DeadlineItem[];
  overdue: DeadlineItem[];
  /** Done in time of what has fallen due. */
  onTime: OnTime;
}

/** Everything that a report says of one plan. */
export interface PlanReport {
  /** Within the scope. */
  plan: Plan;
  whole: Plan;
  scope: Scope;
  /** The plan's area; `null` where the catalogue does not know it. */
  area: Area | null;
  areas: AreaCatalogue;
  measures: MeasureCatalogue;
  results: readonly Result[];
  evaluation: PlanEvaluation;
  deadlines: PlanDeadlines;
  sources: Sources;
  /** The documents that the figures are from. */
  documents: readonly string[];
  tally: Tally;
  /** Indicators judged on a result of a year before the target year. */
  earlier: number;
  declared: DeclaredTally;
  groups: GroupTally[];
  standouts: Standouts;
  /** By verdict, waived ones left out, in the plan's order. */
  byVerdict: Readonly<Record<Verdict, IndicatorEvaluation[]>>;
  /** Those in progress by pace, classes without any left out. */
  paces: PaceGroup[];
  waived: IndicatorEvaluation[];
  tasks: Work;
  duties: Work;
  overdue: LeadOverdue[];
  dueNext: DueNext;
  /** What the changes are changes from. */
  before: PlanState | null;
  changes: Changes | null;
  questions: readonly AuditFinding[];
  asked: ReadonlySet<string>;
  ignored: readonly string[];
  courses: PlanCourses | null;
}

/** A report of one plan or of several. */
export interface Report {
  asOf: Day;
  since: Since | null;
  /** The plans against the national one, where it is among several. */
  alignment: Diff | null;
  plans: PlanReport[];
}

/** What the situations say, without a word of it. Pure: the same inputs give the same report. */
export function reportOf(
  situations: readonly Situation[],
  question: Omit<Report, 'plans'>,
): Report {
  return { ...question, plans: situations.map(planReport) };
}

function planReport(situation: Situation): PlanReport {
  const { areas, measures, results, evaluation, deadlines, sources, before } = situation;
  const counting = evaluation.indicators.filter(({ waiver }) => waiver === null);
  const counted = byVerdict((verdict) => counting.filter((one) => one.verdict === verdict));
  const groups = groupsOf(evaluation).map(({ code, indicators }) => ({
    code,
    tally: tallyOf(indicators),
  }));
  return {
    plan: evaluation.plan,
    whole: situation.whole,
    scope: situation.scope,
    area: areas.get(evaluation.plan.area) ?? null,
    areas,
    measures,
    results,
    evaluation,
    deadlines,
    sources,
    documents: documentsOf(situation),
    tally: tallyOf(evaluation.indicators),
    earlier: counting.filter((one) => restsOnEarlier(one, evaluation.year)).length,
    declared: declaredTally(evaluation),
    groups,
    standouts: standoutsOf(groups, counted),
    byVerdict: counted,
    paces: pacesOf(counted['in-progress']),
    waived: evaluation.indicators.filter(({ waiver }) => waiver !== null),
    tasks: workOf(deadlines, 'task'),
    duties: workOf(deadlines, 'report'),
    overdue: overdueByLead(deadlines, situation.scope),
    dueNext: dueNextOf(deadlines),
    before,
    changes: before === null ? null : changesBetween(before, { evaluation, deadlines }),
    questions: situation.questions,
    asked: situation.asked,
    ignored: situation.ignored,
    courses: situation.courses,
  };
}

/** Does the verdict rest on a result of a year before the target year, its own or a part's? */
function restsOnEarlier(one: IndicatorEvaluation, year: number): boolean {
  if (!VERDICTS[one.verdict].judged) return false;
  return one.target !== null
    ? isEarlier(one, year)
    : one.parts.some((part) => part.target !== null && isEarlier(part, year));
}

function declaredTally({ indicators }: PlanEvaluation): DeclaredTally {
  const declared = indicators
    .flatMap((one) => [one, ...one.parts])
    .flatMap((one) => (one.declared === null ? [] : [one.declared]));
  const standings = indicators.map((one) => gravestOf([one, ...one.parts]));
  const count = (status: DeclaredStatus) => declared.filter((one) => one.status === status).length;
  return {
    declared: declared.length,
    statuses: Object.fromEntries(
      DECLARED_STATUSES.map((status) => [status, count(status)]),
    ) as DeclaredTally['statuses'],
    differing: standings.filter((standing) => standing === 'contradicted').length,
    unsupported: standings.filter((standing) => standing === 'unsupported').length,
  };
}

/** An indicator is counted in one kind, whatever is declared of its parts. */
function gravestOf(addressed: readonly MeasurableEvaluation[]): DeclaredStanding | null {
  const said = addressed.map(({ declared }) => declared?.standing ?? null);
  const grave = ['contradicted', 'unsupported'] as const;
  return grave.find((standing) => said.includes(standing)) ?? null;
}

function pacesOf(indicators: readonly IndicatorEvaluation[]): PaceGroup[] {
  return PACE_CLASSES.map((pace) => ({
    pace,
    indicators: indicators.filter((one) => paceClassOf(one) === pace),
  })).filter((group) => group.indicators.length > 0);
}

/** Agencies with the most overdue first, of equals in the order of the plan's items. */
function overdueByLead({ items }: PlanDeadlines, scope: Scope): LeadOverdue[] {
  const byLead = new Map<string | null, DeadlineItem[]>();
  for (const item of items.filter(({ state }) => state === 'overdue'))
    for (const lead of item.lead.length === 0 ? [null] : new Set(item.lead)) {
      const held = byLead.get(lead);
      if (held) held.push(item);
      else byLead.set(lead, [item]);
    }
  return [...byLead]
    .filter(([lead, own]) => isAsked(lead, own, scope))
    .map(([lead, own]) => ({ lead, items: own.sort(mostUrgentFirst) }))
    .sort(
      (a, b) =>
        Number(a.lead === null) - Number(b.lead === null) || b.items.length - a.items.length,
    );
}

/** An agency that leads together with those asked for has no list of its own. */
function isAsked(lead: string | null, items: readonly DeadlineItem[], { lead: asked }: Scope) {
  if (asked.length === 0 || lead === null || asked.includes(lead)) return true;
  return items.some(({ agency }) => agency === lead);
}

function workOf({ items, asOf }: PlanDeadlines, kind: DeadlineItem['kind']): Work {
  const own = items.filter((item) => item.kind === kind).sort(mostUrgentFirst);
  const inState = (state: DeadlineItem['state']) => own.filter((item) => item.state === state);
  return {
    done: inState('done'),
    late: inState('done-late'),
    underWay: own.filter(
      (item) =>
        !isDone(item) && item.state !== 'overdue' && item.reported?.status === 'in-progress',
    ),
    overdue: inState('overdue'),
    onTime: onTimeOf(own, asOf),
  };
}

/** What is cited by the figures that count, in the order of the plan; its own document first. */
function documentsOf({ whole, evaluation }: Situation): string[] {
  const cited = evaluation.indicators.flatMap((own) =>
    [own, ...own.parts]
      .flatMap(({ actual, latest, declared }) => [actual ?? latest, declared?.row ?? null])
      .flatMap((row) => (row === null ? [] : [placeOfRow(whole, row)])),
  );
  const own = cited.flatMap(({ document }) => document ?? []);
  const others = cited.flatMap(({ document, source }) =>
    document === null && source !== '' ? [documentNamed(source)] : [],
  );
  return [...new Set([...own, ...others])];
}

/** The document that a source of its own is in; what names no place in one is whole. */
function documentNamed(source: string): string {
  // `2780/QĐ-UBND II.2.1`
  const numberAndPlace = /^(\d+\/\p{Lu}[\p{L}\d&-]*)[,;]?\s+\p{Lu}[\p{L}\d.-]*$/u;
  return numberAndPlace.exec(source)?.[1] ?? source;
}

function dueNextOf({ items, within }: PlanDeadlines): DueNext {
  const soon = items.filter(({ state }) => state === 'due-soon').sort(mostUrgentFirst);
  const ahead = items.filter(({ state }) => state === 'upcoming').sort(mostUrgentFirst);
  const nearest = ahead[0]?.due;
  const later = soon.length > 0 ? [] : ahead.filter(({ due }) => due === nearest);
  return { within, soon, later };
}
