import {
  type Counts,
  countVerdicts,
  type IndicatorEvaluation,
  isEarlier,
  type MeasurableEvaluation,
  type PlanEvaluation,
} from '../../evaluation.ts';
import type { Result } from '../../result.ts';
import { tallyOf } from '../../tally.ts';
import { VERDICT_CODES } from '../../verdict.ts';
import type { StatusWords, VerdictCount } from '../../words/en/status.ts';
import { type GroupView, isDifferent } from './narrowing.ts';

/** What a summary tells beyond the evaluation itself. */
export interface SummaryNotes {
  /** The result files that were read; where absent, those that the evaluation's results name. */
  resultFiles?: readonly string[] | undefined;
  /** The area whose results are judged, in words, where it is not the plan's own. */
  judgedArea?: string | null | undefined;
  /** How many indicators the table shows, where that is not all of them. */
  shown: number | null;
}

/**
 * The lines below the table: every verdict's count, what was counted and left out and why, the
 * as-of day, target year and sources, results of earlier years, and declared statuses that differ.
 * All of them are about the whole plan, whatever the table shows.
 */
export function summaryLines(
  evaluation: PlanEvaluation,
  words: StatusWords,
  notes: SummaryNotes,
): string[] {
  const { plan, counts, year } = evaluation;
  const area = evaluation.area === plan.area ? null : (notes.judgedArea ?? evaluation.area);
  const files = notes.resultFiles ?? resultFilesOf(evaluation);
  return [
    ...(notes.shown === null ? [] : [words.narrowed(notes.shown, counts.indicators)]),
    words.total(counts.indicators, verdictCounts(counts), counts.waived),
    words.counted(tallyOf(evaluation.indicators).judged, counts.indicators, counts, year),
    words.judged(evaluation.asOf, year, area),
    words.sources(plan.document, plan.file, files),
    ...earlierLine(evaluation, words),
    ...declaredLine(evaluation, words),
  ];
}

/** The line below a group: how many of its indicators have each verdict that occurs. */
export function subtotalLine(group: GroupView, name: string, words: StatusWords): string {
  const counts = countVerdicts(group.all);
  const occurring = verdictCounts(counts).filter(({ count }) => count > 0);
  return words.subtotal(name, counts.indicators, occurring, counts.waived);
}

function verdictCounts(counts: Counts): VerdictCount[] {
  return VERDICT_CODES.map((verdict) => ({ verdict, count: counts[verdict] }));
}

function earlierLine(evaluation: PlanEvaluation, words: StatusWords): string[] {
  const earlier = measurables(evaluation.indicators).filter((m) => isEarlier(m, evaluation.year));
  return earlier.length === 0 ? [] : [words.earlierResults(earlier.length, evaluation.year)];
}

function declaredLine(evaluation: PlanEvaluation, words: StatusWords): string[] {
  const declared = measurables(evaluation.indicators).filter((m) => m.declared !== null);
  if (declared.length === 0) return [];
  return [words.declaredDiffer(declared.filter(isDifferent).length, declared.length)];
}

function resultFilesOf(evaluation: PlanEvaluation): string[] {
  const results = measurables(evaluation.indicators).flatMap((m) => [
    m.actual,
    m.latest,
    m.declared?.row ?? null,
  ]);
  const fromFiles = results.filter((r): r is Result => r !== null && r.basis === 'result');
  return [...new Set(fromFiles.map((result) => result.file))].sort();
}

function measurables(indicators: readonly IndicatorEvaluation[]): MeasurableEvaluation[] {
  const all: MeasurableEvaluation[] = [];
  for (const indicator of indicators) {
    all.push(indicator);
    for (const part of indicator.parts) all.push(part);
  }
  return all;
}
