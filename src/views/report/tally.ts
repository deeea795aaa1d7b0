import { exact } from '../../exact.ts';
import type { Cell, Column, Row } from '../../formats/document.ts';
import { heading, rowsTable, type TextBlock } from '../../formats/document.ts';
import type { PlanReport } from '../../report.ts';
import type { Tally } from '../../tally.ts';
import { byVerdict, VERDICT_CODES, type Verdict } from '../../verdict.ts';
import { capitalised } from '../../words/capital.ts';
import { formatPercent } from '../../words/numbers.ts';
import { countCell, numberCell } from '../cells.ts';
import { column, FIGURE, groupName, LONG, type ReportContext } from './view.ts';

/** Their counts are looked for even where they are none. */
const ALWAYS: readonly Verdict[] = ['exceeded', 'met', 'in-progress', 'no-data'];

/** The counts of every group, and their sum. */
export function groupBlocks(
  report: PlanReport,
  level: number,
  context: ReportContext,
): TextBlock[] {
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
      column<string>(verdict, capitalised(status.verdicts[verdict]), 80, FIGURE),
    ),
    ...(occurs('waived') ? [column('waived', words.waivedColumn, 70, FIGURE)] : []),
    column('reached', words.columns.reached, 60, FIGURE),
  ];
}

/** The counts as cells; the last one is the share that was reached of what could be judged. */
export function tallyCells(tally: Tally, { words, lang }: ReportContext): Row {
  return {
    indicators: countCell(tally.indicators, lang),
    ...byVerdict((verdict) => countCell(tally[verdict], lang)),
    waived: countCell(tally.waived, lang),
    reached: shareCell(tally.reached, tally.judged, { words, lang }),
  };
}

/** `11/13 (84,6%)`, in a spreadsheet the share alone; empty where there is nothing to share. */
export function shareCell(
  count: number,
  all: number,
  { words, lang }: Pick<ReportContext, 'words' | 'lang'>,
): Cell {
  if (all === 0) return { text: '' };
  const share = exact(count).div(all);
  return {
    ...numberCell(formatPercent(share, lang), share.mul(100), lang),
    text: words.share(count, all),
  };
}
