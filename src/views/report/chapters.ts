import { type Block, heading, list, paragraph } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { PlanReport, Report } from '../../report.ts';
import { isNarrow } from '../../scope.ts';
import { TARGETED_VERDICTS } from '../../verdict.ts';
import { periodsGrid } from '../status/periods.ts';
import { changeBlocks } from './changes.ts';
import { dueNextBlocks, overdueBlocks } from './deadlines.ts';
import { headlineFacts } from './headline.ts';
import { indicatorBlocks } from './indicators.ts';
import { questionBlocks } from './questions.ts';
import { nextItems, shortcomingBlocks } from './shortcomings.ts';
import { groupBlocks } from './tally.ts';
import { isAsked, type ReportContext, type ReportSection } from './view.ts';
import { reportedBlocks, taskListBlocks, workBlocks } from './work.ts';

/** A part of a report under its own heading. */
export interface Part {
  title: string;
  blocks: Block[];
}

/** What is said of one plan: the chapters in the order of officials, and what stands behind them. */
export function planChapters(
  report: PlanReport,
  whole: Report,
  level: number,
  context: ReportContext,
): { main: Block[]; annexes: Part[] } {
  const { words, pictures } = context;
  const { headings } = words.chapters;
  const asked = (section: ReportSection, blocks: () => Block[]) =>
    isAsked(context, section) ? blocks() : [];
  const chapter = (title: string, blocks: Block[]) =>
    blocks.length === 0 ? [] : [heading(level, title), ...blocks];
  return {
    main: [
      ...asked('summary', () => summaryBlocks(report, level, context)),
      ...chapter(
        headings.direction,
        asked('direction', () => directionBlocks(report, context)),
      ),
      ...chapter(headings.results, [
        ...asked('groups', () => (pictures?.groups ?? groupBlocks)(report, level + 1, context)),
        ...(pictures?.indicators(report, level + 1, context) ?? []),
        ...taskBlocks(report, level + 1, context),
        ...asked('changes', () =>
          whole.since === null ? [] : changeBlocks(report, whole.since, level + 1, context),
        ),
      ]),
      ...chapter(
        headings.shortcomings,
        asked('shortcomings', () => shortcomingBlocks(report, context)),
      ),
      ...chapter(
        headings.next,
        asked('due-next', () => nextBlocks(report, level + 1, context)),
      ),
      ...chapter(
        headings.proposals,
        asked('questions', () => [
          ...questionBlocks(report, level + 1, context),
          { kind: 'paragraph', text: words.chapters.fill.proposals, toFill: true },
        ]),
      ),
    ],
    annexes: annexesOf(report, level + 1, context),
  };
}

function summaryBlocks(report: PlanReport, level: number, context: ReportContext): Block[] {
  const { words, pictures } = context;
  return [
    { kind: 'heading', level, text: words.headings.summary, isPlain: true },
    ...(pictures?.figures(report) ?? []),
    paragraph(words.headline(headlineFacts(report, context))),
  ];
}

/** What the plan sets; what was directed a person must say. */
function directionBlocks({ plan, scope }: PlanReport, { words }: ReportContext): Block[] {
  const { assigned, fill } = words.chapters;
  const led = [...plan.indicators, ...plan.tasks, ...plan.reports].flatMap(({ lead }) => lead);
  return [
    paragraph(
      assigned({
        document: plan.document,
        issued: plan.issued,
        serves: plan.implements.map(oneLine),
        indicators: plan.indicators.length,
        tasks: plan.tasks.length,
        duties: plan.reports.length,
        leads: new Set(led).size,
        isNarrow: isNarrow(scope),
      }),
    ),
    { kind: 'paragraph', text: fill.direction, toFill: true },
  ];
}

function taskBlocks(report: PlanReport, level: number, context: ReportContext): Block[] {
  const { words, pictures } = context;
  const isTold = isAsked(context, 'tasks');
  const isOverdue = isAsked(context, 'overdue');
  if (!isTold && !isOverdue) return [];
  return [
    heading(level, words.chapters.headings.tasks),
    ...(isTold ? workBlocks(report, context) : []),
    ...(isTold ? reportedBlocks(report, level + 1, context) : []),
    ...(isOverdue ? overdueBlocks(report, level + 1, context) : []),
    ...(pictures?.deadlines(report) ?? []),
  ];
}

function nextBlocks(report: PlanReport, level: number, context: ReportContext): Block[] {
  const { next, fill } = context.words.chapters;
  const items = nextItems(report, context);
  const due = dueNextBlocks(report, level, context);
  return [
    ...list(items),
    ...(items.length + due.length === 0 ? [paragraph(next.nothing)] : []),
    ...due,
    { kind: 'paragraph', text: fill.next, toFill: true },
  ];
}

function annexesOf(report: PlanReport, level: number, context: ReportContext): Part[] {
  const { words, pictures, view } = context;
  const hasIndicators =
    pictures === null && TARGETED_VERDICTS.some((verdict) => isAsked(context, verdict));
  const hasTasks =
    pictures === null && isAsked(context, 'task-list') && report.deadlines.items.length > 0;
  return [
    ...(hasIndicators
      ? [{ title: words.headings.indicators, blocks: indicatorBlocks(report, level, context) }]
      : []),
    ...(hasTasks
      ? [{ title: words.chapters.headings.taskList, blocks: taskListBlocks(report, context) }]
      : []),
    ...(report.courses !== null && isAsked(context, 'periods')
      ? [
          {
            title: view.speech.periods.heading,
            blocks: [periodsGrid(report.courses, view.speech)],
          },
        ]
      : []),
  ];
}
