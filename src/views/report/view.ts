import type { Area } from '../../area.ts';
import { type Column, oneLine } from '../../formats/grid.ts';
import type { Lang } from '../../message/message.ts';
import type { PlanReport } from '../../report.ts';
import type { ReportGroup } from '../../tally.ts';
import { status as statusEn } from '../../words/en/status.ts';
import { overdueWords } from '../../words/overdue-words.ts';
import { type ReportWords, reportWords } from '../../words/report-words.ts';
import type { StatusWords } from '../../words/status-words.ts';
import { status as statusVi } from '../../words/vi/status.ts';

/** The sections that `--sections` may name, in the order in which they come. */
export const REPORT_SECTIONS = [
  'comparison',
  'alignment',
  'summary',
  'changes',
  'groups',
  'exceeded',
  'met',
  'in-progress',
  'missed',
  'no-data',
  'overdue',
  'due-next',
  'questions',
  'method',
] as const;

export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** How a reader wants to see a report. */
export interface ReportView {
  lang: Lang;
  /** In place of the report's own title. */
  title: string | null;
  /** Only these; `null` for all. */
  sections: readonly ReportSection[] | null;
  /** The program's version. */
  version: string;
}

/** What the pieces of a report are made with. */
export interface ReportContext {
  view: ReportView;
  lang: Lang;
  words: ReportWords;
  status: StatusWords;
  /** What to say of columns that find no room. */
  hidden: (titles: readonly string[]) => string;
}

const STATUS: Record<Lang, StatusWords> = { en: statusEn, vi: statusVi };

export function reportContext(view: ReportView): ReportContext {
  const { lang } = view;
  return {
    view,
    lang,
    words: reportWords(lang),
    status: STATUS[lang],
    hidden: overdueWords(lang).hidden,
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
  { code }: Pick<ReportGroup, 'code'>,
  { words }: ReportContext,
): string {
  return code === null ? words.withoutGroup : oneLine(plan.groups.get(code) ?? code);
}

/** The area's name in the language; its code where the catalogue does not know it. */
export function areaName(area: Area | null, code: string, { lang }: ReportContext): string {
  if (area === null) return code;
  return lang === 'vi' ? area.name : area.nameEn;
}
