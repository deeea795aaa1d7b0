import { type CheckReport, LEVELS } from '../../check-report.ts';
import { greatest } from '../../extremes.ts';
import type { Finding, Level, Place } from '../../finding.ts';
import type { FindingsFormatWords } from '../../words/en/findings-format.ts';
import { say } from '../../words/say.ts';
import { type Paint, painter, type Style } from '../style.ts';
import { wrapText } from '../wrap.ts';
import type { RenderContext } from './context.ts';
import { codeFrameOf } from './frame.ts';
import { placeText } from './place-text.ts';
import { findingSaid } from './said.ts';
import { visibleLine } from './visible.ts';

/** Narrower terminals are written for as if they had this many columns. */
const LEAST_WIDTH = 40;
const INDENT = '  ';

const STYLE = {
  error: 'bad',
  warning: 'warn',
  info: 'strong',
} as const satisfies Record<Level, Style>;

interface Page {
  context: RenderContext;
  words: FindingsFormatWords;
  paint: Paint;
  width: number | null;
}

/** For people: each finding with its code frame and related places, then a summary in words. */
export function renderPretty(report: CheckReport, context: RenderContext): string {
  const page: Page = {
    context,
    words: context.speech.findings,
    paint: painter(context.color),
    width: context.width === null ? null : Math.max(context.width, LEAST_WIDTH),
  };
  const blocks = report.findings.map((finding) => block(page, finding).join('\n'));
  return `${[...blocks, closing(page, report).join('\n')].join('\n\n')}\n`;
}

function closing({ words, paint, width }: Page, report: CheckReport): string[] {
  const worst = LEVELS.find((level) => report.counts[level] > 0);
  const lines = wrapText(words.summary(report.counts), width);
  const { fixes } = report;
  const mendable = fixes.safe + fixes.unsafe === 0 ? [] : wrapText(words.mendable(fixes), width);
  return [...lines.map((line) => paint(line, worst ? STYLE[worst] : 'good')), ...mendable];
}

function block(page: Page, finding: Finding): string[] {
  const { level, place, related, rule } = finding;
  const { words, paint, context } = page;
  const text = visibleLine(findingSaid(finding, context.speech));
  const gutter = gutterOf(finding);
  const title = `${paint(words.level[level], STYLE[level])} ${paint(rule, 'dim')}`;
  return [
    `${paint(placeText(place), 'strong')}: ${title}`,
    ...indented(page, text),
    ...framed(page, place, gutter, STYLE[level]),
    ...suggested(page, finding, text),
    ...related.flatMap((other) => [
      '',
      ...indented(
        page,
        `${placeText(other.place)}: ${visibleLine(say(other.message, context.speech))}`,
      ),
      ...framed(page, other.place, gutter, 'plain'),
    ]),
  ];
}

/** The width of the widest line number, so that all frames of a finding stand in line. */
function gutterOf(finding: Finding): number {
  const places = [finding.place, ...finding.related.map(({ place }) => place)];
  return greatest(places.map(({ line }) => String(line).length));
}

function framed(page: Page, place: Place, gutter: number, style: Style): string[] {
  const { context, paint, width } = page;
  const line = context.excerptOf(place.file, place.line);
  if (line === undefined) return [];
  const edge = (label: string) => `${INDENT}${label.padStart(gutter)} │`;
  const frame = codeFrameOf(line, place, width === null ? null : width - edge('').length - 1);
  return [
    `${paint(edge(String(place.line)), 'dim')} ${frame.source}`.trimEnd(),
    `${paint(edge(''), 'dim')} ${paint(frame.carets, style)}`,
  ];
}

/** Many messages say themselves what was meant; it is not said twice. */
function suggested(page: Page, finding: Finding, text: string): string[] {
  const { suggestion, message } = finding;
  if (suggestion === null) return [];
  const isQuoted = suggestion.startsWith('"');
  const asks = isQuoted || ('suggestion' in message.args && message.args.suggestion === suggestion);
  if (asks && text.includes(suggestion)) return [];
  return indented(page, page.words.didYouMean(visibleLine(suggestion)));
}

function indented({ width }: Page, text: string): string[] {
  const room = width === null ? null : width - INDENT.length;
  return wrapText(text, room).map((line) => `${INDENT}${line}`);
}
