import type { Day } from '../../calendar.ts';
import type { PlanEvaluation } from '../../evaluation.ts';
import type { Column, TableBlock } from '../../formats/document.ts';
import { VERDICT_CODES, type Verdict } from '../../verdict.ts';
import type { OverviewWords } from '../../words/en/area-words.ts';
import type { Speech } from '../../words/index.ts';
import type { Lang } from '../../words/langs.ts';
import { countCell, yearCell } from '../cells.ts';

/** A plan in the summary. */
export interface OverviewPlan {
  evaluation: PlanEvaluation;
  /** Occurrences of tasks and report duties that are overdue. */
  overdue: number;
  /** Is there a progress file? */
  isReported: boolean;
}

/**
 * One row per plan: how many of its indicators have each verdict, how much is overdue. Stands
 * above the plans' tables.
 */
export function overviewTable(
  plans: readonly OverviewPlan[],
  asOf: Day,
  speech: Speech<'overview' | 'status'>,
): TableBlock {
  const { overview: words, status, lang } = speech;
  return {
    kind: 'table',
    title: words.title(plans.length, asOf),
    columns: columnsOf(words, status.verdicts),
    sections: [
      {
        heading: null,
        rows: plans.map((plan) => rowOf(plan, lang)),
        subtotal: null,
      },
    ],
    closing: [words.counted, ...unreportedLine(plans, words)],
    hiddenNote: words.hidden,
  };
}

function unreportedLine(plans: readonly OverviewPlan[], words: OverviewWords): string[] {
  const unreported = plans.filter(({ overdue, isReported }) => overdue > 0 && !isReported);
  return unreported.length === 0
    ? []
    : [words.unreported(unreported.map(({ evaluation }) => evaluation.plan.id))];
}

const COUNTS = [...VERDICT_CODES, 'waived'] as const;

function columnsOf({ columns }: OverviewWords, words: Record<Verdict, string>): Column[] {
  const titles = { ...words, waived: columns.waived };
  return [
    { key: 'plan', title: columns.plan, importance: 100 },
    { key: 'document', title: columns.document, importance: 40 },
    { key: 'year', title: columns.year, importance: 97, align: 'right' },
    { key: 'indicators', title: columns.indicators, importance: 96, align: 'right' },
    ...COUNTS.map((key, index) => ({
      key,
      title: titles[key],
      importance: key === 'waived' ? 50 : 95 - index,
      align: 'right' as const,
    })),
    { key: 'overdue', title: columns.overdue, importance: 94, align: 'right' },
  ];
}

function rowOf({ evaluation, overdue }: OverviewPlan, lang: Lang) {
  const { plan, year, counts } = evaluation;
  return {
    plan: { text: plan.id },
    document: { text: plan.document },
    year: yearCell(year, lang),
    ...Object.fromEntries(
      (['indicators', ...COUNTS] as const).map((key) => [
        key,
        { ...countCell(counts[key], lang), raw: counts[key] },
      ]),
    ),
    overdue: { ...countCell(overdue, lang), raw: overdue },
  };
}
