import { decodedTwice } from '../decoded-twice.ts';
import type { Edit, Place, Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';
import { textsOf } from './texts.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    /** `between` are the words before and after, where it is inside. */
    'odd-spaces': { where: 'start' | 'inside' | 'end'; between: [string, string] };
  }
}

export const oddSpaces: Rule = { level: 'warning', isAlone: true, check };

const ODD = /^ +| +$| {2,}/;

/** Texts on one line: the lines of a longer one are laid out by their writer. */
function* check({ plan, text: file, locate }: PlanContext): Generator<Report> {
  const lines = file.split('\n');
  for (const { text, path } of textsOf(plan)) {
    const found = ODD.exec(text);
    if (found === null || text.includes('\n')) continue;
    // There a space is what is left of a letter.
    if (decodedTwice(text).length > 0) continue;
    const place = locate(path);
    const edits = place.line === place.endLine ? editsIn(lines[place.line - 1]!, place) : [];
    const end = found.index + found[0].length;
    const where = found.index === 0 ? 'start' : end === text.length ? 'end' : 'inside';
    yield {
      place: edits[0]?.place ?? place,
      path,
      message: message('odd-spaces', { where, between: wordsAround(text, found.index, end) }),
      fix: edits.length > 0 ? { class: 'safe', edits } : null,
    };
  }
}

/** What makes single spaces of those in the written text, quotes around it left alone. */
function editsIn(line: string, place: Place): Edit[] {
  const written = line.slice(place.column - 1, place.endColumn - 1);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const inside = written.slice(quote.length, written.length - quote.length);
  return [...inside.matchAll(/^ +| +$| {2,}/g)].map(({ 0: spaces, index }) => {
    const column = place.column + quote.length + index;
    const isInside = index > 0 && index + spaces.length < inside.length;
    const at = { ...place, column, endColumn: column + spaces.length };
    return { place: at, text: isInside ? ' ' : '' };
  });
}

/** The word before and the word after. */
function wordsAround(text: string, from: number, to: number): [string, string] {
  return [text.slice(0, from).split(/\s/).at(-1)!, /^\S*/.exec(text.slice(to))![0]];
}
