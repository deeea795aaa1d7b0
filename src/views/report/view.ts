import type { Area } from '../../area.ts';
import type { Diff } from '../../diff.ts';
import type { Block, Column, TextBlock } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { Medium } from '../../formats/view.ts';
import type { PaceMethod } from '../../pace.ts';
import type { PlanReport, Report } from '../../report.ts';
import type { GroupTally } from '../../tally.ts';
import { TARGETED_VERDICTS } from '../../verdict.ts';
import type { ReportWords } from '../../words/en/report.ts';
import type { StatusWords } from '../../words/en/status.ts';
import type { Speech } from '../../words/index.ts';
import { LANGS, type Lang } from '../../words/langs.ts';

/** The sections that `--sections` may name, in the order in which they come. */
export const REPORT_SECTIONS = [
  'comparison',
  'alignment',
  'summary',
  'direction',
  'groups',
  'tasks',
  'overdue',
  'changes',
  'shortcomings',
  'due-next',
  'questions',
  ...TARGETED_VERDICTS,
  'task-list',
  'periods',
  'method',
] as const;

/** How much of it `--length` may ask for. */
export const REPORT_LENGTHS = ['full', 'short'] as const;

export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** The words of a report and of what it takes from other commands. */
type ReportSpeech = Speech<
  'report' | 'status' | 'overdue' | 'diff' | 'audit' | 'reasons' | 'areas' | 'evidence' | 'periods'
>;

/** How a reader wants to see a report. */
export interface ReportView {
  speech: ReportSpeech;
  /** What formats for programs speak. */
  english: Speech<'audit' | 'status' | 'reasons'>;
  /** In place of the report's own title. */
  title: string | null;
  /** Only these; `null` for all. */
  sections: readonly ReportSection[] | null;
  /** One page. */
  isShort: boolean;
  /** Are files and lines named beside documents? */
  withFiles: boolean;
  /** How pace is measured; linear where absent. */
  pace?: PaceMethod | undefined;
  /** The program's version. */
  version: string;
}

/** Pictures that stand in a report beside its words, or in place of tables. */
export interface Pictures {
  figures(report: PlanReport): Block[];
  /** The plans side by side, with the table of the same behind. */
  plans(report: Report, behind: readonly TextBlock[]): Block[];
  groups(report: PlanReport, level: number, context: ReportContext): Block[];
  indicators(report: PlanReport, level: number, context: ReportContext): Block[];
  deadlines(report: PlanReport): Block[];
  alignment(diff: Diff, context: ReportContext): Block[];
}

/** What the pieces of a report are made with. */
export interface ReportContext {
  view: ReportView;
  medium: Medium;
  /** `null` where the medium has none. */
  pictures: Pictures | null;
  lang: Lang;
  words: ReportWords;
  status: StatusWords;
  /** What to say of columns that find no room. */
  hidden: (titles: readonly string[]) => string;
}

export function reportContext(
  view: ReportView,
  medium: Medium,
  pictures: Pictures | null = null,
): ReportContext {
  const { lang, report: words, overdue } = view.speech;
  const speech = spokenIn(view.speech);
  return {
    view: { ...view, speech },
    medium,
    pictures,
    lang,
    words,
    status: speech.status,
    hidden: overdue.hidden,
  };
}

/** The words of a screen where a report has its own for them. */
function spokenIn(speech: ReportSpeech): ReportSpeech {
  const { status, evidence, report } = speech;
  const { points, otherYears, notCounted: reasons } = report.chapters;
  return {
    ...speech,
    status: { ...status, points },
    evidence: { ...evidence, otherYears, reasons },
  };
}

/** Is the section asked for? */
export function isAsked({ view }: ReportContext, section: ReportSection): boolean {
  return view.sections === null || view.sections.includes(section);
}

/** A column of a table that people read; `right` for figures. */
export function column<Key extends string>(
  key: Key,
  title: string,
  importance: number,
  more: Partial<Column<Key>> = {},
): Column<Key> {
  return { ...more, key, title, importance };
}

/** A column of long texts. */
export const LONG = { wraps: true, minWidth: 24 } as const;

/** A column of short texts. */
export const SHORT = { wraps: true, minWidth: 14 } as const;

/** A column of figures. */
export const FIGURE = { align: 'right' } as const;

/** A group's name. */
export function groupName(
  { plan }: PlanReport,
  { code }: Pick<GroupTally, 'code'>,
  { words }: ReportContext,
): string {
  return code === null ? words.withoutGroup : oneLine(plan.groups.get(code) ?? code);
}

/** The area's name in the language; its code where the catalogue does not know it. */
export function areaName(area: Area | null, code: string, { lang }: ReportContext): string {
  return area === null ? code : LANGS[lang].nameOf(area);
}
