import { type Block, type Item, list, paragraph } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { PlanReport } from '../../report.ts';
import { formatDay } from '../../words/numbers.ts';
import { headlineFacts } from './headline.ts';
import { nextItems, shortcomingItems } from './shortcomings.ts';
import { groupBlocks } from './tally.ts';
import type { ReportContext } from './view.ts';

/** So much has room on a page. */
const MOST_NOTED = 2;
const MOST_DUE = 1;
const EXAMPLES = { indicators: 1, leads: 3 };

/** One page: the headline, the groups, what is to be noted, what comes next. */
export function shortBlocks(report: PlanReport, level: number, context: ReportContext): Block[] {
  const { words, pictures, lang } = context;
  const { short } = words.chapters;
  const { dueNext } = report;
  const due = [...dueNext.soon, ...dueNext.later]
    .slice(0, MOST_DUE)
    .map(({ title, due }) => `${oneLine(title)} (${formatDay(due!, lang)})`);
  const noted = shortcomingItems(report, context, EXAMPLES).slice(0, MOST_NOTED).map(alone);
  const open = nextItems(report, context).filter((one) => typeof one === 'string');
  const next = due.length > 0 ? due : open;
  return [
    ...(pictures?.figures(report) ?? []),
    paragraph(words.shortHeadline(headlineFacts(report, context))),
    ...(pictures?.groups ?? groupBlocks)(report, level, context).slice(1),
    ...list([...noted, ...(next.length === 0 ? [] : [short.next(next)])]),
  ];
}

/** A matter in one sentence, with what stands below it. */
function alone(item: Item): string {
  if (typeof item === 'string') return item;
  const below = item.below.flatMap((one) => (typeof one === 'string' ? [one] : one.items));
  const told = below.filter((one) => typeof one === 'string');
  return `${item.text} ${told.join('; ')}.`;
}
