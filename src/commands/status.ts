import type { Day } from '../calendar.ts';
import { evaluate } from '../evaluation.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { renderCsv } from '../formats/csv.ts';
import type { Grid } from '../formats/grid.ts';
import { renderMarkdown } from '../formats/markdown.ts';
import { renderTable } from '../formats/text-table.ts';
import { deadlinesOf } from '../overdue.ts';
import { briefLines } from '../views/overdue/summary.ts';
import { areaNotices } from '../views/status/area-notice.ts';
import { statusJson } from '../views/status/json.ts';
import { differs, ONLY, type Only } from '../views/status/narrowing.ts';
import { overviewGrid } from '../views/status/overview.ts';
import { type StatusView, statusGrid } from '../views/status/table.ts';
import { overdueWords } from '../words/overdue-words.ts';
import { deliver, TABLE_FORMATS, type TableFormat, wantedOutputs } from './output.ts';
import { type PlanInput, readPlans } from './read.ts';
import { sayDataFindings, sayPlanErrors } from './remarks.ts';
import { type Session, write } from './session.ts';
import { asOfDay, checkChoices, type Look, lookOf } from './settings.ts';
import { checkByArea, renderAreas } from './status-areas.ts';
import type { Judged, StatusOptions } from './status-options.ts';

const FAIL_ON = ['missed', 'no-data', 'overdue', 'data', 'mismatch'] as const;
type FailOn = (typeof FAIL_ON)[number];

/** `dti-eval status`: where the plans stand. */
export async function status(
  session: Session,
  paths: readonly string[],
  options: StatusOptions,
): Promise<ExitCode> {
  const look = lookOf(options, session);
  const asOf = asOfDay(options, session);
  const outputs = wantedOutputs(options.format, options.output, TABLE_FORMATS, 'table');
  const failOn = checkChoices('--fail-on', options.failOn ?? [], FAIL_ON);
  const only = checkChoices('--only', options.only ?? [], ONLY);
  if (options.by === 'area') checkByArea(options);
  const read = await readPlans(session, paths, options, asOf);
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  checkNarrowing(read.inputs, options);
  const judged = read.inputs.map((input) => judgeInput(input, options, asOf));
  await sayDataFindings(session, read.inputs, look);
  await sayAreaNotices(session, judged, outputs, look);
  for (const output of outputs)
    await deliver(
      session,
      output,
      rendered(output.format, judged, { ...options, only }, look, asOf),
    );
  return failOn.some((what) => FAILS[what](judged)) ? EXIT.findings : EXIT.ok;
}

const FAILS: Record<FailOn, (judged: readonly Judged[]) => boolean> = {
  missed: (judged) => judged.some(({ evaluation }) => evaluation.counts.missed > 0),
  'no-data': (judged) => judged.some(({ evaluation }) => evaluation.counts['no-data'] > 0),
  overdue: (judged) =>
    judged.some(({ deadlines }) => deadlines.tasks.overdue + deadlines.reports.overdue > 0),
  data: (judged) => judged.some(({ input }) => input.findings.some((f) => f.level === 'error')),
  mismatch: (judged) => judged.some(({ evaluation }) => evaluation.indicators.some(differs)),
};

function judgeInput(input: PlanInput, { year, pace, area }: StatusOptions, asOf: Day): Judged {
  const question = {
    asOf,
    ...(year === undefined ? {} : { year }),
    ...(pace === undefined ? {} : { pace }),
    ...(area === undefined ? {} : { area }),
  };
  return {
    input,
    evaluation: evaluate(input.plan, input.results, input.measures, question),
    deadlines: deadlinesOf(input.plan, input.progress.rows, { asOf }),
  };
}

/** A group, agency or area that no plan knows would show an empty table: refused instead. */
function checkNarrowing(inputs: readonly PlanInput[], options: StatusOptions): void {
  const plans = inputs.map(({ plan }) => plan);
  checkChoices(
    '--group',
    options.group ?? [],
    plans.flatMap((plan) => [...plan.groups.keys()]),
  );
  checkChoices(
    '--lead',
    options.lead ?? [],
    plans.flatMap((plan) => [...plan.agencies.keys()]),
  );
  const areas = inputs.flatMap((input) => [
    input.plan.area,
    ...input.areas.keys(),
    ...input.results.map((result) => result.area),
  ]);
  if (options.area !== undefined) checkChoices('--area', [options.area], areas);
}

type Narrowed = StatusOptions & { only: Only[] };

function rendered(
  format: TableFormat,
  judged: readonly Judged[],
  options: Narrowed,
  look: Look,
  asOf: Day,
): string {
  if (options.by === 'area') return renderAreas(format, judged, look, options.bom === true);
  if (format === 'json') {
    const evaluations = judged.map(({ evaluation }) => evaluation);
    const duties = new Map(judged.map(({ input, deadlines }) => [input.plan, deadlines]));
    return `${JSON.stringify(statusJson(evaluations, asOf, duties), null, 2)}\n`;
  }
  const tables = judged.map((one) => statusGrid(one.evaluation, viewOf(one, options, look)));
  const hasOverview = judged.length > 1 && format !== 'csv';
  const grids = hasOverview
    ? [overviewGrid(judged.map(overviewRow), asOf, look.lang), ...tables]
    : tables;
  return RENDER[format](grids, look, options);
}

function overviewRow({ evaluation, deadlines }: Judged) {
  return { evaluation, overdue: deadlines.tasks.overdue + deadlines.reports.overdue };
}

function noticesOf({ input, evaluation }: Judged, look: Look): string[] {
  return areaNotices(input, evaluation.area, look.lang);
}

/** Formats for machines have no closing lines: what they would say goes to stderr. */
async function sayAreaNotices(
  session: Session,
  judged: readonly Judged[],
  outputs: readonly { format: TableFormat }[],
  look: Look,
): Promise<void> {
  const isSaid = outputs.every(({ format }) => format === 'table' || format === 'markdown');
  if (isSaid || look.quiet) return;
  const lines = judged.flatMap((one) =>
    noticesOf(one, look).map((notice) => `${one.input.plan.file}: ${notice}\n`),
  );
  await write(session.stderr, lines.join(''));
}

function viewOf(one: Judged, options: Narrowed, look: Look): StatusView {
  const { input, deadlines } = one;
  return {
    lang: look.lang,
    only: options.only,
    group: options.group ?? [],
    lead: options.lead ?? [],
    sort: options.sort ?? 'document',
    resultFiles: input.files,
    unreadRows: input.unread,
    closing: [
      ...briefLines(deadlines, input.progress, overdueWords(look.lang)),
      ...noticesOf(one, look),
    ],
  };
}

type RenderGrids = (grids: readonly Grid[], look: Look, options: StatusOptions) => string;

const RENDER: Record<Exclude<TableFormat, 'json'>, RenderGrids> = {
  table: (grids, { width, color }) =>
    grids.map((grid) => renderTable(grid, { width, color })).join('\n'),
  markdown: (grids) => grids.map(renderMarkdown).join('\n'),
  csv: (grids, _look, options) =>
    grids
      .map((grid, index) => {
        const isFirst = index === 0;
        return renderCsv(grid, { bom: isFirst && options.bom === true, header: isFirst });
      })
      .join(''),
};
