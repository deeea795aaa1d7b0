import type { Report } from '../finding.ts';
import { fixOf } from '../fix.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';
import { textsOf } from './texts.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'quotes-in-text': { open: string; close: string };
  }
}

export const curlyQuotes: Rule = { level: 'warning', isAlone: true, check };

/** The whole of a text in one pair of quotes of a text processor; the second may be straight. */
const QUOTED = /^([“”„‟«‘’‚‹])([^“”„‟«»‘’‚‹›"]+)(["'“”»‘’›])$/u;

/** Texts without quotes of YAML: where it has them, the others are the author's. */
function* check({ plan, text: file, locate, edit }: PlanContext): Generator<Report> {
  if (!/[“”„‟«‘’‚‹]/u.test(file)) return;
  const lines = file.split('\n');
  for (const { text, path } of textsOf(plan)) {
    const [, open, inside, close] = QUOTED.exec(text) ?? [];
    if (open === undefined || inside === undefined || close === undefined) continue;
    const place = locate(path);
    if (lines[place.line - 1]?.[place.column - 1] !== open) continue;
    const written = JSON.stringify(inside.trim());
    const fix = fixOf('unsafe', edit(path, written));
    yield { place, path, message: message('quotes-in-text', { open, close }), fix };
  }
}
