import { oneLine } from '../../formats/printable.ts';
import type { PlanReport, Report } from '../../report.ts';
import { notCountedPlaces } from '../evidence.ts';
import { areaNotices } from '../status/area-notice.ts';
import { isAsked, type ReportContext } from './view.ts';

/** What of one plan was left out or needs a word. */
export function planMethod(report: PlanReport, { words, view }: ReportContext): string[] {
  const { plan, evaluation, tally, sources, byVerdict, waived, earlier, deadlines } = report;
  const { method } = words;
  const noTarget = byVerdict['no-target'].map(({ address }) => address);
  const undated = deadlines.items.filter(({ state }) => state === 'undated').length;
  return [
    ...(tally['no-data'] > 0 ? [method.noData(tally['no-data'], tally.targeted)] : []),
    ...(noTarget.length > 0 ? [method.noTarget(noTarget.length, evaluation.year, noTarget)] : []),
    ...waived.map(({ address, waiver }) =>
      method.waived(address, waiver!.decision, oneLine(waiver!.reason), waiver!.until),
    ),
    ...(earlier > 0 ? [method.earlier(earlier, evaluation.year)] : []),
    ...notCountedPlaces(evaluation.notCounted, view.speech, view.withFiles),
    ...(deadlines.items.length > 0 && sources.progress.length === 0 ? [method.noProgress] : []),
    ...(undated > 0 ? [method.undated(undated)] : []),
    ...(plan.tasks.length + plan.reports.length === 0 && report.scope.area === null
      ? [words.noDuties]
      : []),
    ...(report.ignored.length > 0
      ? [method.ignored(report.ignored.length, [...new Set(report.ignored.map(oneLine))])]
      : []),
    ...areaNotices(report, evaluation.area, view.speech.areas),
    ...(plan.note === null ? [] : [method.note(oneLine(plan.note))]),
  ];
}

/** How verdicts, results, pace and deadlines are judged, and by which version. */
export function generalMethod(report: Report, context: ReportContext): string[] {
  const { words, view } = context;
  const { method } = words;
  const { plans } = report;
  const methods = new Set(
    plans
      .flatMap(({ byVerdict }) => byVerdict['in-progress'])
      .flatMap((one) => [one, ...one.parts])
      .filter(({ pace }) => pace !== null && pace.verdict !== 'not-computable')
      .map(({ pace }) => pace?.method),
  );
  const [first] = plans;
  const hasDeadlines = plans.some(({ deadlines }) => deadlines.items.length > 0);
  return [
    method.verdicts,
    method.counting,
    method.rounding,
    ...(plans.some(({ declared }) => declared.differing + declared.unsupported > 0)
      ? [method.declaredColumn]
      : []),
    ...(isAsked(context, 'in-progress') && methods.has('linear') ? [method.pace] : []),
    ...(isAsked(context, 'in-progress') && methods.has('cagr') ? [method.cagr] : []),
    ...(first && hasDeadlines ? [method.deadlines(first.deadlines.within)] : []),
    method.version(view.version),
  ];
}
