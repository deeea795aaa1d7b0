import type { Report } from '../finding.ts';
import { fixOf } from '../fix.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';
import { textsOf } from './texts.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'comment-in-text': { key: string; rest: string };
  }
}

export const commentInText: Rule = { level: 'warning', isAlone: true, check };

/** Codes and numbers of documents; a comment behind them is one. */
const SHORT: ReadonlySet<string> = new Set(['source', 'document', 'unit', 'decision']);

function* check({ plan, text: file, locate, edit }: PlanContext): Generator<Report> {
  if (!/\S[ \t]+#/.test(file)) return;
  const lines = file.split('\n');
  for (const { text, path } of textsOf(plan)) {
    const key = String(path.findLast((step) => typeof step === 'string'));
    if (SHORT.has(key)) continue;
    const place = locate(path);
    const line = lines[place.endLine - 1] ?? '';
    const rest = /^[ \t]+#.*/.exec(line.slice(place.endColumn - 1))?.[0].trimEnd();
    const first = lines[place.line - 1]?.[place.column - 1] ?? '';
    if (rest === undefined || /["'|>]/.test(first)) continue;
    if (/^\s*#+\s*dti-eval-/.test(rest)) continue;
    // What stands apart from its # is a comment, but where the text is not at its end.
    if (!/^\s*#[^\s#!]/.test(rest) && !isOpen(text)) continue;
    const whole = edit(path, quoted(text + rest));
    const end = { ...place, endColumn: place.endColumn + rest.length };
    yield {
      place: { ...end, line: place.endLine, column: place.endColumn + rest.indexOf('#') },
      path,
      message: message('comment-in-text', { key, rest: rest.trim() }),
      fix: fixOf('unsafe', whole && { ...whole, place: end }),
    };
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Does it open a bracket or a quotation that it does not close? */
function isOpen(text: string): boolean {
  return [
    ['(', ')'],
    ['“', '”'],
    ['«', '»'],
  ].some(([open, close]) => text.split(open!).length > text.split(close!).length);
}
