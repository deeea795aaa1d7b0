import type { IndicatorEvaluation, PlanEvaluation } from '../../evaluation.ts';
import type { Cell } from '../../formats/document.ts';
import { type Block, heading, paragraph, rowsTable } from '../../formats/document.ts';
import { loosened, oneLine } from '../../formats/printable.ts';
import { paceClassOf } from '../../pace-class.ts';
import type { PlanReport, Since } from '../../report.ts';
import { type Changes, DIRECTIONS, hasChanges, type NewResult } from '../../since.ts';
import type { ChangeCounts, SinceText } from '../../words/report-facts.ts';
import { itemCells, leadNames } from './deadlines.ts';
import { valueText } from './indicators.ts';
import { observedText } from './values.ts';
import { column, LONG, type ReportContext, SHORT } from './view.ts';

/** What changed: verdicts with both values, new results, and tasks. */
export function changeBlocks(
  report: PlanReport,
  since: Since,
  level: number,
  context: ReportContext,
): Block[] {
  const { changes, before } = report;
  if (changes === null || before === null) return [];
  const { words } = context;
  const what = sinceText(since);
  const head = heading(level, words.changesHeading(what));
  if (!hasChanges(changes)) return [head, paragraph(words.unchanged(what))];
  const results = resultsBeside(changes);
  return [
    head,
    paragraph(words.changes(countsOf(changes, results), what)),
    ...verdictTable(report, before.evaluation, changes, context),
    ...resultTable(results, context),
    ...deadlineTable(report, changes, context),
  ];
}

function sinceText(since: Since): SinceText {
  return since.kind === 'day' ? { day: since.day } : { files: since.files };
}

/** New results of indicators whose verdict is the same: the others are told with their verdict. */
function resultsBeside({ verdicts, results }: Changes): NewResult[] {
  const told = new Set(verdicts.map(({ now }) => now.address));
  return results.filter(({ whole }) => !told.has(whole.address));
}

function countsOf({ verdicts, deadlines }: Changes, results: readonly NewResult[]): ChangeCounts {
  const directions = Object.fromEntries(
    DIRECTIONS.map((one) => [one, verdicts.filter(({ direction }) => direction === one).length]),
  ) as ChangeCounts['directions'];
  return {
    directions,
    results: results.length,
    deadlines: deadlines && {
      finished: deadlines.finished.length,
      newlyOverdue: deadlines.newlyOverdue.length,
      extended: deadlines.extended.length,
      cancelled: deadlines.cancelled.length,
    },
  };
}

function verdictTable(
  { evaluation }: PlanReport,
  earlier: PlanEvaluation,
  { verdicts }: Changes,
  context: ReportContext,
): Block[] {
  const { words } = context;
  const { columns: titles } = words;
  const rows = DIRECTIONS.flatMap((direction) =>
    verdicts
      .filter((one) => one.direction === direction)
      .map(({ before, now }) => ({
        direction: { text: words.directions[direction] },
        item: { text: now.address },
        title: { text: oneLine(now.measurable.name) },
        before: standingCell(earlier, before, context),
        now: standingCell(evaluation, now, context),
      })),
  );
  return rowsTable(
    [
      column('direction', titles.direction, 90, SHORT),
      column('item', titles.item, 60),
      column('title', titles.title, 100, LONG),
      column('before', titles.before, 80, SHORT),
      column('now', titles.now, 80, SHORT),
    ],
    rows,
    context.hidden,
  );
}

/** `in progress, off track: 45% (2023)`. */
function standingCell(
  evaluation: PlanEvaluation,
  one: IndicatorEvaluation,
  context: ReportContext,
): Cell {
  const { words, status } = context;
  const pace = paceClassOf(one);
  const verdict =
    one.verdict === 'in-progress' && pace !== 'not-computable'
      ? `${status.verdicts[one.verdict]}, ${words.paces[pace].toLowerCase()}`
      : status.verdicts[one.verdict];
  const value = loosened(valueText(evaluation, one, context));
  return { text: value === '' ? verdict : `${verdict}: ${value}` };
}

function resultTable(results: readonly NewResult[], context: ReportContext): Block[] {
  const { columns: titles, unknownBefore } = context.words;
  const nameOf = ({ whole, now }: NewResult) =>
    whole.address === now.address
      ? oneLine(now.measurable.name)
      : `${oneLine(whole.measurable.name)}: ${oneLine(now.measurable.name)}`;
  return rowsTable(
    [
      column('item', titles.item, 60),
      column('title', titles.title, 100, LONG),
      column('before', titles.before, 80, SHORT),
      column('now', titles.now, 80, SHORT),
    ],
    results.map((one) => ({
      item: { text: one.now.address },
      title: { text: nameOf(one) },
      before: {
        text: one.before ? observedText(one.before, one.now, context) : unknownBefore,
      },
      now: { text: observedText(one.value, one.now, context) },
    })),
    context.hidden,
  );
}

const KINDS = ['finished', 'newlyOverdue', 'extended', 'cancelled'] as const;

function deadlineTable(
  { plan }: PlanReport,
  { deadlines }: Changes,
  context: ReportContext,
): Block[] {
  if (deadlines === null) return [];
  const { words } = context;
  const { columns: titles } = words;
  const rows = KINDS.flatMap((kind) =>
    deadlines[kind].map((item) => ({
      change: { text: words.deadlineChanges[kind] },
      ...itemCells(item, context),
      lead: { text: leadNames(plan, item.lead, context) },
    })),
  );
  return rowsTable(
    [
      column('change', titles.change, 90, SHORT),
      column('item', titles.item, 60),
      column('title', titles.title, 100, LONG),
      column('due', titles.due, 80, SHORT),
      column('lead', titles.lead, 50, LONG),
    ],
    rows,
    context.hidden,
  );
}
