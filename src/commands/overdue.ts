import type { Day } from '../calendar.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { renderCsv } from '../formats/csv.ts';
import { renderMarkdown } from '../formats/markdown.ts';
import { renderTable } from '../formats/text-table.ts';
import {
  DEADLINE_STATES,
  type DeadlineItem,
  type DeadlineState,
  deadlinesOf,
  type PlanDeadlines,
} from '../overdue.ts';
import { overdueJson } from '../views/overdue/json.ts';
import { type Grouping, type OverdueNarrowing, shownItems } from '../views/overdue/narrowing.ts';
import { overdueRecords } from '../views/overdue/records.ts';
import { overdueGrid } from '../views/overdue/table.ts';
import { deliver, wantedOutputs } from './output.ts';
import { type PlanInput, type ReadOptions, readPlans } from './read.ts';
import { sayDataFindings, sayPlanErrors } from './remarks.ts';
import type { Session } from './session.ts';
import { asOfDay, type CommonOptions, checkChoices, type Look, lookOf } from './settings.ts';

/** The options of `dti-eval overdue`. */
export interface OverdueOptions extends CommonOptions, ReadOptions {
  format?: string[];
  output?: string[];
  bom?: boolean;
  within?: number;
  all?: boolean;
  only?: string[];
  kind?: DeadlineItem['kind'];
  lead?: string[];
  group?: string[];
  by?: Grouping;
  failOn?: string[];
}

const FORMATS = ['table', 'markdown', 'csv', 'json', 'ics'] as const;
type Format = (typeof FORMATS)[number];

const FAIL_ON = ['overdue', 'data'] as const;
type FailOn = (typeof FAIL_ON)[number];

interface Judged {
  input: PlanInput;
  deadlines: PlanDeadlines;
}

/** `dti-eval overdue`: what is late, whose it is, since when, and what comes next. */
export async function overdue(
  session: Session,
  paths: readonly string[],
  options: OverdueOptions,
): Promise<ExitCode> {
  const look = lookOf(options, session);
  const asOf = asOfDay(options, session);
  const outputs = wantedOutputs(options.format, options.output, FORMATS, 'table');
  const failOn = checkChoices('--fail-on', options.failOn ?? [], FAIL_ON);
  const only = checkChoices('--only', options.only ?? [], DEADLINE_STATES);
  const read = await readPlans(session, paths, options, asOf);
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  checkNarrowing(read.inputs, options);
  const judged = read.inputs.map((input) => judgeInput(input, options, asOf));
  await sayDataFindings(session, read.inputs, look);
  for (const output of outputs) {
    const text = await RENDER[output.format](judged, { ...options, only }, look, asOf);
    await deliver(session, output, text);
  }
  return failOn.some((what) => judged.some(FAILS[what])) ? EXIT.findings : EXIT.ok;
}

/** What is asked of the table changes nothing about these. */
const FAILS: Record<FailOn, (judged: Judged) => boolean> = {
  overdue: ({ deadlines }) => deadlines.tasks.overdue + deadlines.reports.overdue > 0,
  data: ({ input }) => input.findings.some((found) => found.level === 'error'),
};

function judgeInput(input: PlanInput, { within }: OverdueOptions, asOf: Day): Judged {
  const question = { asOf, ...(within === undefined ? {} : { within }) };
  return { input, deadlines: deadlinesOf(input.plan, input.progress.rows, question) };
}

/** A group or agency that no plan knows would show an empty table: refused instead. */
function checkNarrowing(inputs: readonly PlanInput[], { group, lead }: OverdueOptions): void {
  const groups = inputs.flatMap(({ plan }) => [...plan.groups.keys()]);
  const agencies = inputs.flatMap(({ plan }) => [...plan.agencies.keys()]);
  checkChoices('--group', group ?? [], groups);
  checkChoices('--lead', lead ?? [], agencies);
}

type Narrowed = OverdueOptions & { only: DeadlineState[] };

type Render = (
  judged: readonly Judged[],
  options: Narrowed,
  look: Look,
  asOf: Day,
) => string | Promise<string>;

const RENDER: Record<Format, Render> = {
  table: (judged, options, look) => {
    const grids = gridsOf(judged, options, look, timelineWidth(look));
    return grids.map((grid) => renderTable(grid, look)).join('\n');
  },
  markdown: (judged, options, look) =>
    gridsOf(judged, options, look, null).map(renderMarkdown).join('\n'),
  csv: (judged, options) =>
    renderCsv(overdueRecords(shownItems(deadlinesIn(judged), narrowingOf(options))), {
      bom: options.bom === true,
    }),
  json: (judged, options, _look, asOf) => {
    const items = shownItems(deadlinesIn(judged), narrowingOf(options));
    return `${JSON.stringify(overdueJson(items, asOf), null, 2)}\n`;
  },
  ics: async (judged, options, { lang }) => {
    const { overdueCalendar } = await import('../views/overdue/calendar.ts');
    return overdueCalendar(deadlinesIn(judged), { ...narrowingOf(options), lang });
  },
};

function gridsOf(
  judged: readonly Judged[],
  options: Narrowed,
  { lang }: Look,
  timeline: number | null,
) {
  const by = options.by ?? 'lead';
  return judged.map(({ input: { progress }, deadlines }) =>
    overdueGrid(deadlines, { ...narrowingOf(options), lang, by, progress, timeline }),
  );
}

function narrowingOf({ all, only, kind, lead, group }: Narrowed): OverdueNarrowing {
  return { all, only, kind, lead, group };
}

function deadlinesIn(judged: readonly Judged[]): PlanDeadlines[] {
  return judged.map(({ deadlines }) => deadlines);
}

/** A terminal this wide has room for bars beside the names; a pipe is no terminal. */
const WIDE = 120;
const VERY_WIDE = 160;

function timelineWidth({ width }: Look): number | null {
  if (width === null || width < WIDE) return null;
  return width < VERY_WIDE ? 24 : 36;
}
