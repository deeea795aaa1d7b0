import type { Column, Row } from '../../formats/document.ts';
import { type Block, heading, rowsTable } from '../../formats/document.ts';
import type { PlanReport } from '../../report.ts';
import type { Tally } from '../../tally.ts';
import { byVerdict, VERDICT_CODES, type Verdict } from '../../verdict.ts';
import { formatNumber } from '../../words/numbers.ts';
import { column, FIGURE, groupName, LONG, type ReportContext } from './view.ts';

/** Their counts are looked for even where they are none. */
const ALWAYS: readonly Verdict[] = ['exceeded', 'met', 'in-progress', 'no-data'];

/** The counts of every group, and their sum. */
export function groupBlocks(report: PlanReport, level: number, context: ReportContext): Block[] {
  const { words } = context;
  const { groups, tally } = report;
  const rows = groups.map((group) => ({
    group: { text: groupName(report, group, context) },
    ...tallyCells(group.tally, context),
  }));
  const total = { group: { text: words.total }, ...tallyCells(tally, context) };
  return [
    heading(level, words.headings.groups),
    ...rowsTable(
      [column('group', words.columns.group, 100, LONG), ...tallyColumns([tally], context)],
      [...(groups.length > 1 ? rows : []), total],
      context.hidden,
    ),
  ];
}

/** Columns for counts: verdicts that occur, and those that a reader always looks for. */
export function tallyColumns(tallies: readonly Tally[], context: ReportContext): Column[] {
  const { words, status } = context;
  const occurs = (key: Verdict | 'waived') => tallies.some((tally) => tally[key] > 0);
  const verdicts = VERDICT_CODES.filter((verdict) => ALWAYS.includes(verdict) || occurs(verdict));
  return [
    column('indicators', words.columns.indicators, 95, FIGURE),
    ...verdicts.map((verdict) =>
      column<string>(verdict, capital(status.verdicts[verdict]), 80, FIGURE),
    ),
    ...(occurs('waived') ? [column('waived', words.waivedColumn, 70, FIGURE)] : []),
    column('reached', words.columns.reached, 60, FIGURE),
  ];
}

/** The counts as cells; the last one is the share that was reached of what could be judged. */
export function tallyCells(tally: Tally, { words, lang }: ReportContext): Row {
  const number = (count: number) => ({ text: formatNumber(count, lang) });
  return {
    indicators: number(tally.indicators),
    ...byVerdict((verdict) => number(tally[verdict])),
    waived: number(tally.waived),
    reached: { text: tally.judged === 0 ? '' : words.share(tally.reached, tally.judged) },
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
