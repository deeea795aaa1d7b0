import { PACE_CLASSES } from '../../pace-class.ts';
import type { PlanReport, Report } from '../../report.ts';
import type { Changes, NewResult } from '../../since.ts';
import type { Tally } from '../../tally.ts';
import { byVerdict } from '../../verdict.ts';
import { findingJson } from '../audit/json.ts';
import { diffJson } from '../diff/json.ts';
import { overdueJson } from '../overdue/json.ts';
import { observationJson, statusJson } from '../status/json.ts';
import { coursesJson } from '../status/periods.ts';
import { alignmentView } from './alignment.ts';
import type { ReportView } from './view.ts';

/**
 * The report in the published shape of `report --format json`, `report/1`: no words, no locale,
 * keys in a fixed order. Plans have the shape of `status/1`, due items that of `overdue/1` and
 * questions that of `audit/1`, each with what the report adds.
 */
export function reportJson(
  report: Report,
  { version, title, speech, english }: Pick<ReportView, 'version' | 'title' | 'speech' | 'english'>,
) {
  const { asOf, since, alignment, plans } = report;
  return {
    format: 'report/1',
    version,
    title,
    asOf,
    since: since === null ? null : since.kind === 'day' ? since.day : null,
    sinceResults: since?.kind === 'results' ? [...since.files] : null,
    alignment: alignment && diffJson(alignment, alignmentView(speech)),
    plans: plans.map((plan) => planJson(plan, english)),
  };
}

function planJson(report: PlanReport, english: ReportView['english']) {
  const { plan, evaluation, deadlines, scope, sources, standouts, dueNext } = report;
  const [status] = statusJson([evaluation], evaluation.asOf, new Map([[plan, deadlines]])).plans;
  const items = (list: Parameters<typeof overdueJson>[0]) =>
    overdueJson(list, evaluation.asOf).items;
  return {
    ...status,
    issued: plan.issued,
    scope: { lead: [...scope.lead], group: [...scope.group], area: scope.area },
    sources: {
      plan: plan.file,
      results: [...sources.results],
      progress: [...sources.progress],
      unreadResults: sources.unreadResults,
      unreadProgress: sources.unreadProgress,
    },
    summary: {
      ...sumsJson(report.tally),
      earlier: report.earlier,
      declared: report.declared,
      strongestGroup: standouts.strongest?.code ?? null,
      leastKnownGroup: standouts.leastKnown?.code ?? null,
      highest: standouts.highest?.address ?? null,
      lowest: standouts.lowest?.address ?? null,
    },
    groups: report.groups.map(({ code, tally }) => ({ group: code, ...tallyJson(tally) })),
    inProgress: Object.fromEntries(
      PACE_CLASSES.map((pace) => [
        pace,
        report.paces.find((group) => group.pace === pace)?.indicators.map((one) => one.address) ??
          [],
      ]),
    ),
    overdue: report.overdue.map((group) => ({
      lead: group.lead === null ? [] : [group.lead],
      items: items(group.items),
    })),
    dueNext: {
      within: dueNext.within,
      soon: items(dueNext.soon),
      later: items(dueNext.later),
    },
    questions: report.questions.map((found) => findingJson(found, english)),
    ignored: [...report.ignored],
    changes: report.changes && changesJson(report.changes, items),
    courses: report.courses && coursesJson(report.courses),
  };
}

function tallyJson(tally: Tally) {
  return {
    indicators: tally.indicators,
    ...byVerdict((verdict) => tally[verdict]),
    waived: tally.waived,
    ...sumsJson(tally),
  };
}

function sumsJson({ targeted, judged, reached }: Tally) {
  return { targeted, judged, reached };
}

type Items = (list: Parameters<typeof overdueJson>[0]) => ReturnType<typeof overdueJson>['items'];

function changesJson({ verdicts, results, deadlines }: Changes, items: Items) {
  return {
    verdicts: verdicts.map(({ direction, before, now }) => ({
      indicator: now.address,
      direction,
      before: standingJson(before),
      now: standingJson(now),
    })),
    results: results.map(resultJson),
    deadlines: deadlines && {
      finished: items(deadlines.finished),
      newlyOverdue: items(deadlines.newlyOverdue),
      extended: items(deadlines.extended),
      cancelled: items(deadlines.cancelled),
    },
  };
}

function standingJson({ verdict, actual, pace }: Changes['verdicts'][number]['now']) {
  return {
    verdict,
    pace: pace?.verdict ?? null,
    actual: observationJson(actual),
  };
}

function resultJson({ now, value, before }: NewResult) {
  return {
    indicator: now.address,
    before: observationJson(before),
    now: observationJson(value),
  };
}
